import { type ReactElement, useState } from 'react'
import type { TabReading } from '../answers.ts'
import { ask } from '../background/ask.ts'
import { mayRead, openTab, ownPage } from '../background/browser.ts'
import { pageToolWords as words } from '../words/page-tools.ts'

type Read = Exclude<TabReading, { readonly state: 'closed' }>

const hostOf = (origin: string): string => new URL(origin).host

/** *Toujours sur cette banque*, and what helps where a list is not read well. */
export function PageTools({ reading, tab }: { readonly reading: Read; readonly tab: number }): ReactElement | null {
  const [isAlways, setAlways] = useState(reading.always)
  const [trouble, setTrouble] = useState<string>()
  const [copy, setCopy] = useState<string>()
  const { frames, origin } = reading

  async function always(): Promise<void> {
    // Asked first of all: the browser wants the very click.
    const isAllowed = await mayRead(origin, frames)
    const answer = isAllowed ? await ask({ ask: 'always-on', origin, frames: [...frames] }) : undefined
    setAlways(answer?.registered === true)
    setTrouble(answer?.registered === true ? undefined : words.refused)
  }
  async function learn(): Promise<void> {
    const answer = await ask({ ask: 'learn-tab', tab })
    // The clicks are to be made in the page: the popup leaves it to itself.
    if (answer?.started) window.close()
    else setTrouble(words.notHere)
  }
  async function look(): Promise<void> {
    const answer = await ask({ ask: 'copy-tab', tab })
    setCopy(answer?.html)
    setTrouble(answer?.html === undefined ? words.notHere : undefined)
  }

  return (
    <section className="stack">
      {isAlways ? (
        <p className="secondary">
          {words.isAlways}{' '}
          <button
            type="button"
            className="quiet"
            onClick={() => void ask({ ask: 'always-off', origin }).then(() => setAlways(false))}
          >
            {words.stop}
          </button>
        </p>
      ) : (
        (reading.state === 'rows' || frames.length > 0) && (
          <>
            <button type="button" onClick={() => void always()} aria-describedby="always-why">
              {words.always}
            </button>
            <p id="always-why" className="secondary">
              {words.alwaysWhy([origin, ...frames].map(hostOf))}
            </p>
          </>
        )
      )}
      {trouble !== undefined && <p role="alert">{trouble}</p>}
      <details>
        <summary>{words.more}</summary>
        <div className="stack">
          <button type="button" className="quiet" onClick={() => void learn()}>
            {words.learn}
          </button>
          <button type="button" className="quiet" onClick={() => void openTab(`${ownPage('import')}#selection=${tab}`)}>
            {words.selection}
          </button>
          <button type="button" className="quiet" onClick={() => void look()}>
            {words.copy}
          </button>
          {copy !== undefined && <Copy html={copy} />}
        </div>
      </details>
    </section>
  )
}

/** Shown whole before it is saved: nothing leaves that was not looked at. */
function Copy({ html }: { readonly html: string }): ReactElement {
  return (
    <>
      <p>{words.copyShown}</p>
      <textarea readOnly={true} rows={8} value={html} aria-label={words.copyShown} />
      <a download="structure.html" href={`data:text/html;charset=utf-8,${encodeURIComponent(html)}`}>
        {words.save}
      </a>
    </>
  )
}
