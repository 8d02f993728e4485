/** From installation to the first match: what is done is ticked as it happens. */
import type { ReactElement } from 'react'
import '../../assets/tokens.css'
import '../../assets/controls.css'
import { openOptions, openTab } from '../background/browser.ts'
import { ConnectForm } from '../ui/connect-form.tsx'
import '../ui/look.css'
import '../ui/page.css'
import { Step } from '../ui/step.tsx'
import { useWorker } from '../ui/use-worker.ts'
import { exchangeWords } from '../words/exchange.ts'
import { words } from '../words/ui.ts'
import { welcomeWords } from '../words/welcome.ts'

document.documentElement.lang = 'fr'
document.title = `${welcomeWords.title} · ${words.appName}`

export default function Welcome(): ReactElement {
  const { value: overview, silent } = useWorker<'overview'>({ ask: 'overview' })
  const { value: told } = useWorker<'to-match'>({ ask: 'to-match' })
  if (silent) return <p role="alert">{words.noAnswer}</p>
  if (!overview || !told) return <main aria-busy="true" />
  const { connection } = overview
  const isConnected = connection.state === 'connected'
  const hasMatched = told.done.some(({ what }) => what === 'confirm')
  const hasRead = hasMatched || told.cards.length > 0 || told.others.length > 0
  const demo = isConnected && connection.kind === 'demonstration' ? demoBank(connection.url) : undefined
  return (
    <main>
      <h1>{welcomeWords.title}</h1>
      <p>{welcomeWords.lead}</p>
      <section>
        <Step number={1} title={welcomeWords.connect} done={isConnected}>
          {isConnected ? (
            <>
              <p className="secondary">
                {words.connected} · {connection.file}
              </p>
              {connection.kind === 'by-hand' && connection.pulledAt === undefined && (
                <>
                  <p>{welcomeWords.byHand}</p>
                  <button type="button" className="primary" onClick={() => void openOptions()}>
                    {exchangeWords.title}
                  </button>
                </>
              )}
            </>
          ) : (
            <ConnectForm />
          )}
        </Step>
        <Step number={2} title={welcomeWords.open} done={hasRead}>
          {demo === undefined ? (
            <p className="secondary">{welcomeWords.openHow}</p>
          ) : (
            <button type="button" className="primary" onClick={() => void openTab(demo)}>
              {welcomeWords.openDemo}
            </button>
          )}
        </Step>
        <Step number={3} title={welcomeWords.click} done={hasMatched}>
          <p className="secondary">{welcomeWords.clickHow}</p>
        </Step>
      </section>
      {hasMatched && (
        <p className="notice is-good" role="status">
          {welcomeWords.matched}
        </p>
      )}
    </main>
  )
}

/** Served beside the demonstration's sheet. */
const demoBank = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : new URL('/banque', url).href
