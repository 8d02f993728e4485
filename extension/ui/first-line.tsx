import { type ReactElement, useState } from 'react'
import type { Overview } from '../answers.ts'
import { ask } from '../background/ask.ts'
import { openOptions, openTab } from '../background/browser.ts'
import { counted, words } from '../words/ui.ts'
import { ago } from './format.ts'

/** Which sheet, when it last spoke, and how things stand: always the first thing to be read. */
export function FirstLine({ overview }: { readonly overview: Overview }): ReactElement {
  const { connection } = overview
  const [busy, setBusy] = useState(false)
  const refresh = async (): Promise<void> => {
    setBusy(true)
    await ask({ ask: 'sync', patience: true })
    setBusy(false)
  }
  const isConnected = connection.state === 'connected'
  return (
    <header>
      <div className="file">
        <h1>{isConnected ? connection.file : words.appName}</h1>
        <Dot overview={overview} />
      </div>
      <p className="secondary line">
        <span>{exchanged(overview)}</span>
        <span className="tools">
          {isConnected && connection.kind === 'by-hand' && (
            <button type="button" className="quiet" onClick={() => void openOptions()}>
              {words.exchange}
            </button>
          )}
          {isConnected && connection.kind !== 'by-hand' && (
            <button type="button" className="quiet" aria-busy={busy} onClick={() => void refresh()}>
              {busy ? words.refreshing : words.refresh}
            </button>
          )}
          <button type="button" className="quiet" onClick={() => void openOptions()}>
            {words.options}
          </button>
        </span>
      </p>
      {overview.notice && <NoticeOf notice={overview.notice} />}
    </header>
  )
}

function exchanged({ connection, waiting }: Overview): string {
  if (connection.state === 'not-connected') return words.notConnected
  const when = connection.pulledAt === undefined ? words.neverPulled : `Échangé ${ago(connection.pulledAt, new Date())}`
  const what =
    connection.kind === 'sheet' ? '' : ` ·\u00a0${connection.kind === 'by-hand' ? words.byHand : words.demonstration}`
  return waiting === 0
    ? when + what
    : `${when}${what} ·\u00a0${counted(waiting, 'envoi en attente', 'envois en attente')}`
}

function Dot({ overview }: { readonly overview: Overview }): ReactElement {
  const { connection, notice, offline, waiting } = overview
  const [tone, word] =
    connection.state === 'not-connected'
      ? ['none', words.notConnected]
      : notice?.tone === 'bad'
        ? ['bad', words.problem]
        : offline
          ? ['warn', words.offline]
          : waiting > 0
            ? ['warn', words.toSend]
            : ['good', words.upToDate]
  return (
    <span className="state">
      <span className={`dot is-${tone}`} aria-hidden="true" />
      {word}
    </span>
  )
}

function NoticeOf({ notice }: { readonly notice: NonNullable<Overview['notice']> }): ReactElement {
  const { tone, text, link } = notice
  return (
    <div className={`notice is-${tone}`} role="status">
      <p>{text}</p>
      {link !== undefined && (
        <button type="button" className="quiet" onClick={() => void openTab(link)}>
          {words.openAddress}
        </button>
      )}
    </div>
  )
}
