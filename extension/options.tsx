/** Everything the user may look at, take back or take away. */
import { type ReactElement, type ReactNode, useState } from 'react'
import '../assets/tokens.css'
import '../assets/controls.css'
import type { Overview } from './answers.ts'
import { ask } from './background/ask.ts'
import { Act, BanksSection } from './ui/banks-section.tsx'
import { ConnectForm } from './ui/connect-form.tsx'
import { ago } from './ui/format.ts'
import './ui/look.css'
import './ui/page.css'
import { DataSection } from './ui/data-section.tsx'
import { Exchange } from './ui/exchange.tsx'
import { Table } from './ui/table.tsx'
import { useWorker } from './ui/use-worker.ts'
import { exchangeWords } from './words/exchange.ts'
import { logText, optionWords } from './words/options.ts'
import { words } from './words/ui.ts'

document.documentElement.lang = 'fr'
document.title = `${optionWords.title} · ${words.appName}`

const SECTIONS = ['connection', 'banks', 'names', 'privacy', 'data'] as const

export default function Options(): ReactElement {
  const { value: overview, silent } = useWorker<'overview'>({ ask: 'overview' })
  if (silent) return <p role="alert">{words.noAnswer}</p>
  if (!overview) return <main aria-busy="true" />
  return (
    <main>
      <h1>{optionWords.title}</h1>
      <nav>
        {SECTIONS.map((name) => (
          <a key={name} href={`#${name}`}>
            {optionWords[name]}
          </a>
        ))}
      </nav>
      <Section name="connection">
        <Connection overview={overview} />
      </Section>
      <Section name="banks">
        <BanksSection />
      </Section>
      <Section name="names">
        <Names />
      </Section>
      <Section name="privacy">
        <Log />
      </Section>
      <Section name="data">
        <DataSection />
      </Section>
    </main>
  )
}

function Section({
  name,
  children,
}: {
  readonly name: (typeof SECTIONS)[number]
  readonly children: ReactNode
}): ReactElement {
  return (
    <section id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{optionWords[name]}</h2>
      {children}
    </section>
  )
}

function Connection({ overview: { connection } }: { readonly overview: Overview }): ReactElement {
  if (connection.state === 'not-connected') return <ConnectForm />
  return (
    <>
      <p>
        {optionWords.connectedTo} <b>{connection.file}</b>
        {connection.kind === 'demonstration' && ` (${words.demonstration})`}
        {connection.kind === 'by-hand' && ` (${words.byHand})`}
      </p>
      {connection.pulledAt !== undefined && (
        <p className="secondary">
          {optionWords.since} {ago(connection.pulledAt, new Date())}
        </p>
      )}
      {connection.kind === 'by-hand' ? (
        <Exchange />
      ) : (
        <details>
          <summary>{exchangeWords.instead}</summary>
          <Exchange />
        </details>
      )}
      <button type="button" onClick={() => void ask({ ask: 'disconnect' })}>
        {optionWords.disconnect}
      </button>
      <p className="secondary">{optionWords.disconnectHow}</p>
    </>
  )
}

function Names(): ReactElement {
  const { value: names = [] } = useWorker<'learnt'>({ ask: 'learnt' })
  if (names.length === 0) return <p className="secondary">{optionWords.noNames}</p>
  return (
    <>
      <p className="secondary">{optionWords.namesHow}</p>
      <Table
        heads={[optionWords.name, optionWords.client]}
        rows={names.map(({ id, kind, text, clients, inSheet }) => ({
          key: id,
          cells: [text, clients.map(({ name, times }) => (times > 1 ? `${name} (${times} fois)` : name)).join(', ')],
          actions: (
            <>
              {kind === 'name' && !inSheet && (
                <Act name={optionWords.keep} about={text} act={() => void ask({ ask: 'keep-name', id })} />
              )}
              {inSheet && <span className="secondary">{optionWords.inSheet}</span>}
              <Act name={optionWords.forget} about={text} act={() => void ask({ ask: 'forget', id })} />
            </>
          ),
        }))}
      />
    </>
  )
}

function Log(): ReactElement {
  const { value: entries = [] } = useWorker<'privacy-log'>({ ask: 'privacy-log' })
  const [now] = useState(() => new Date())
  return (
    <>
      <p>{optionWords.privacyHow}</p>
      {entries.length === 0 ? (
        <p className="secondary">{optionWords.noLog}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <section className="scroll" aria-label={optionWords.log} tabIndex={0}>
          <Table
            heads={[optionWords.when, optionWords.what, optionWords.where]}
            rows={entries.map((entry) => {
              const { what, where } = logText(entry)
              return { key: entry.id ?? entry.at, cells: [ago(entry.at, now), what, where] }
            })}
          />
        </section>
      )}
    </>
  )
}
