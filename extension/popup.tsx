/** What the toolbar button opens: how the extension stands with the sheet. */
import { type ReactElement, useEffect, useState } from 'react'
import '../assets/tokens.css'
import { ask } from './background/ask.ts'
import { messages } from './words/popup.ts'
import './popup.css'

// Plasmo's page has no language of its own.
document.documentElement.lang = 'fr'
document.title = messages.appName

type View = { readonly state: 'starting' | 'no-answer' | 'not-connected' }

function Body({ view }: { readonly view: View }): ReactElement {
  switch (view.state) {
    case 'starting':
      return <p className="secondary">{messages.starting}</p>
    case 'no-answer':
      return <p role="alert">{messages.noAnswer}</p>
    case 'not-connected':
      return (
        <>
          <p>{messages.notConnectedWhy}</p>
          <p>{messages.notConnectedNext}</p>
          <p className="secondary">{messages.notConnectedYet}</p>
        </>
      )
  }
}

export default function Popup(): ReactElement {
  const [view, setView] = useState<View>({ state: 'starting' })
  useEffect(() => {
    void ask({ ask: 'overview' }).then((overview) => setView({ state: overview ? 'not-connected' : 'no-answer' }))
  }, [])
  return (
    <main>
      <header>
        <h1>{messages.appName}</h1>
        {view.state === 'not-connected' && (
          <p className="connection">
            <span className="dot" aria-hidden="true" />
            {messages.notConnected}
          </p>
        )}
      </header>
      <Body view={view} />
    </main>
  )
}
