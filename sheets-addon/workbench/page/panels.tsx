/** At the right of the grid: the script's sidebar, the documents made, the mails sent. One at a time. */
import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import type { BookState, MadeFile, Mail, MailHead } from '../protocol.ts'
import { ask } from './ask.ts'
import type { Bench } from './bench.ts'
import { clockTime, shortDay } from './days.ts'
import { ScriptFrame } from './frame/script-frame.tsx'
import type { Panel } from './side.ts'
import { useStore } from './store.ts'
import { words } from './words.ts'

interface PanelsProps {
  readonly bench: Bench
  readonly book: BookState
  readonly onLeave: (isBack: boolean) => void
}

export function Panels({ bench, book, onLeave }: PanelsProps): ReactElement {
  const panel = useStore(bench.side.panel)
  const papers = useStore(bench.mirror.papers)
  const { sidebar } = book
  const close = (): void => bench.side.panel.set(sidebar ? 'sidebar' : undefined)
  return (
    <>
      {sidebar && (
        // What is typed in it stays while another panel is looked at.
        <Side
          key={sidebar.number}
          panel="sidebar"
          title={sidebar.title}
          isHidden={panel !== 'sidebar'}
          onClose={() => void bench.closeFrame(sidebar.number)}
        >
          <ScriptFrame bench={bench} frame={sidebar} onLeave={onLeave} />
        </Side>
      )}
      {panel === 'files' && (
        <Side panel={panel} title={words.files} onClose={close}>
          <Files bench={bench} files={papers.files} />
        </Side>
      )}
      {panel === 'mails' && (
        <Side panel={panel} title={words.mails} onClose={close}>
          <Mails bench={bench} mails={papers.mails} />
        </Side>
      )}
    </>
  )
}

interface SideProps {
  readonly panel: Panel
  readonly title: string
  readonly isHidden?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

function Side({ panel, title, isHidden, onClose, children }: SideProps): ReactElement {
  return (
    <aside className={`side is-${panel}`} aria-label={title} hidden={isHidden} data-region="side">
      <header className="panel-head">
        <h2>{title}</h2>
        <button type="button" className="close" aria-label={words.close} onClick={onClose} />
      </header>
      {children}
    </aside>
  )
}

function Files({ bench, files }: { readonly bench: Bench; readonly files: readonly MadeFile[] }): ReactElement {
  const shown = useStore(bench.side.preview)
  if (files.length === 0) return <p className="empty">{words.noFile}</p>
  return (
    <ul className="list">
      {files.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            className="entry"
            aria-pressed={shown?.src === `file/${file.id}`}
            onClick={() => bench.side.open(file)}
          >
            <strong>{file.name}</strong>
            <span className="secondary">
              {[shortDay(file.made), words.size(file.size), file.folder.split(' › ').slice(1).join(' › ')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Mails({ bench, mails }: { readonly bench: Bench; readonly mails: readonly MailHead[] }): ReactElement {
  const open = useStore(bench.side.mail)
  if (open !== undefined) return <MailView bench={bench} number={open} />
  if (mails.length === 0) return <p className="empty">{words.noMail}</p>
  return (
    <ul className="list">
      {mails.map(({ number, to, subject, sentAt, attachments }) => (
        <li key={number}>
          <button type="button" className="entry" onClick={() => bench.side.mail.set(number)}>
            <strong>{subject}</strong>
            <span className="secondary">{words.to(to)}</span>
            <span className="secondary">
              {[`${shortDay(sentAt)} ${clockTime(sentAt)}`, ...attachments.map(({ name }) => name)].join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function MailView({ bench, number }: { readonly bench: Bench; readonly number: number }): ReactElement {
  const [mail, setMail] = useState<Mail | undefined>(undefined)
  useEffect(() => void ask('mail', { number }).then(setMail), [number])
  if (!mail) return <p className="empty">{words.loading}</p>
  return (
    <article className="mail">
      <button type="button" className="plain link" onClick={() => bench.side.mail.set(undefined)}>
        {words.back}
      </button>
      <h3>{mail.subject}</h3>
      <p className="secondary">{words.from(mail.from)}</p>
      <p className="secondary">{words.to(mail.to)}</p>
      {mail.cc !== '' && <p className="secondary">{words.copyTo(mail.cc)}</p>}
      <p className="secondary">{`${shortDay(mail.sentAt)} ${clockTime(mail.sentAt)}`}</p>
      <p className="mail-body">{mail.body}</p>
      {mail.attachments.length > 0 && (
        <section aria-label={words.attachments} className="attachments">
          {mail.attachments.map(({ name, size, type }, place) => (
            <button
              key={name}
              type="button"
              className="button"
              onClick={() => {
                const src = `mail/${number}/${place}`
                if (type === 'application/pdf') bench.side.preview.set({ title: name, src })
                else window.open(src, '_blank', 'noopener')
              }}
            >
              {`${name} · ${words.size(size)}`}
            </button>
          ))}
        </section>
      )}
      <a className="link" href={`mail/${number}.eml`} download>
        {words.saveMail}
      </a>
    </article>
  )
}
