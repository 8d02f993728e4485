/** Everything the user may look at, take back or take away. */
import { type ReactElement, type ReactNode, useState } from 'react'
import '../assets/tokens.css'
import type { Overview } from './answers.ts'
import { ask } from './background/ask.ts'
import { ConnectForm } from './ui/connect-form.tsx'
import { ago } from './ui/format.ts'
import './ui/look.css'
import './ui/page.css'
import { DataSection } from './ui/data-section.tsx'
import { useWorker } from './ui/use-worker.ts'
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
        <Banks />
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
      </p>
      {connection.pulledAt !== undefined && (
        <p className="secondary">
          {optionWords.since} {ago(connection.pulledAt, new Date())}
        </p>
      )}
      <button type="button" onClick={() => void ask({ ask: 'disconnect' })}>
        {optionWords.disconnect}
      </button>
      <p className="secondary">{optionWords.disconnectHow}</p>
    </>
  )
}

function Banks(): ReactElement {
  const { value: banks = [] } = useWorker<'banks'>({ ask: 'banks' })
  if (banks.length === 0) return <p className="secondary">{optionWords.noBanks}</p>
  return (
    <>
      <p className="secondary">{optionWords.banksHow}</p>
      <table>
        <tbody>
          {banks.map(({ origin }) => (
            <tr key={origin}>
              <td>{new URL(origin).hostname}</td>
              <td>
                <button
                  type="button"
                  className="quiet"
                  aria-label={`${optionWords.remove} ${origin}`}
                  onClick={() => void ask({ ask: 'always-off', origin })}
                >
                  {optionWords.remove}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Names(): ReactElement {
  const { value: names = [] } = useWorker<'learnt'>({ ask: 'learnt' })
  if (names.length === 0) return <p className="secondary">{optionWords.noNames}</p>
  return (
    <>
      <p className="secondary">{optionWords.namesHow}</p>
      <table>
        <thead>
          <tr>
            <th>{optionWords.name}</th>
            <th>{optionWords.client}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {names.map(({ id, kind, text, clients, inSheet }) => (
            <tr key={id}>
              <td>{text}</td>
              <td>{clients.map(({ name, times }) => (times > 1 ? `${name} (${times} fois)` : name)).join(', ')}</td>
              <td className="row">
                {kind === 'name' && !inSheet && (
                  <button type="button" className="quiet" onClick={() => void ask({ ask: 'keep-name', id })}>
                    {optionWords.keep}
                  </button>
                )}
                {inSheet && <span className="secondary">{optionWords.inSheet}</span>}
                <button
                  type="button"
                  className="quiet"
                  aria-label={`${optionWords.forget} ${text}`}
                  onClick={() => void ask({ ask: 'forget', id })}
                >
                  {optionWords.forget}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
          <table>
            <thead>
              <tr>
                <th>{optionWords.when}</th>
                <th>{optionWords.what}</th>
                <th>{optionWords.where}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => {
                const { what, where } = logText(entry)
                return (
                  <tr key={entry.id}>
                    <td className="nowrap">{ago(entry.at, now)}</td>
                    <td>{what}</td>
                    <td>{where}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
