/** Starts the page: nothing is drawn before the first answer of the server. */
import { createRoot } from 'react-dom/client'
import './page.css'
import { App } from './app.tsx'
import { createBench } from './bench.ts'

const place = document.getElementById('root')
if (!place) throw new Error('no place for the page')
const bench = createBench()
createRoot(place).render(<App bench={bench} />)
bench.start().catch(() => bench.isLost.set(true))
