/** A statement dropped, chosen or pasted, and what it pays just below. A popup closes when a file is chosen: this page stays. */
import type { ReactElement } from 'react'
import '../../assets/tokens.css'
import '../../assets/controls.css'
import { ConnectForm } from '../ui/connect-form.tsx'
import { ImportFile } from '../ui/import-file.tsx'
import '../ui/look.css'
import '../ui/page.css'
import { ToMatchPanel } from '../ui/to-match-panel.tsx'
import { useWorker } from '../ui/use-worker.ts'
import { words } from '../words/ui.ts'

document.documentElement.lang = 'fr'
document.title = `${words.importTitle} · ${words.appName}`

export default function ImportPage(): ReactElement {
  const { value: overview, silent } = useWorker<'overview'>({ ask: 'overview' })
  const { value: told } = useWorker<'to-match'>({ ask: 'to-match' })
  if (silent) return <p role="alert">{words.noAnswer}</p>
  if (!overview) return <main aria-busy="true" />
  return (
    <main>
      <h1>{words.importTitle}</h1>
      {overview.connection.state === 'connected' ? (
        <>
          <section>
            <ImportFile overview={overview} />
          </section>
          <section aria-label={words.tabMatch}>
            <h2>{words.tabMatch}</h2>
            {told && <ToMatchPanel told={told} />}
          </section>
        </>
      ) : (
        <section>
          <ConnectForm />
        </section>
      )}
    </main>
  )
}
