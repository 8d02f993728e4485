/** What a click on a mark opens on the bank's page: ours, in a frame that the page cannot look into. It listens to no message of the page's. */
import type { ReactElement } from 'react'
import '../../assets/tokens.css'
import '../frame/frame.css'
import { tellPage } from '../background/tell-page.ts'
import { Frame } from '../frame/frame.tsx'
import { frameWords } from '../words/frame.ts'

// Plasmo's page has no language of its own.
document.documentElement.lang = 'fr'
document.title = frameWords.title

const token = location.hash.slice(1)
// It opens once; nothing keeps it.
history.replaceState(null, '', location.pathname)
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') void tellPage('close')
})

export default function Page(): ReactElement {
  return <Frame token={token} />
}
