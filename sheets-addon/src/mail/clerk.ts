import { type DocumentSent, eventKey, type Head, type JournalEvent } from '@tabellion/shared/journal'
import type { Ports } from '../ports.ts'
import { journalHeld, journalNow } from '../workbook/append.ts'
import { isHead, type JournalIndex, openWorkbook, type Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import {
  EMPTY_LOG,
  isFull,
  logProperty,
  logRows,
  type MailBegun,
  type MailEvent,
  type MailNotSent,
  readLog,
  unjournalled,
} from './log.ts'
import { showSent } from './show-sent.ts'

/** Written while mails wait, so that an action that has none to send need not look for them. */
export const WAITING = 'mail.waiting'

/** The mails' events as they stood under the lock when the documents were chosen. */
export interface Known {
  readonly head: Head
  readonly rows: JournalIndex['rows']
  readonly logged: readonly { readonly type: string; readonly key: string }[]
  /** Events that make all that was chosen out of date: money that came meanwhile. */
  readonly unless?: ReadonlySet<string>
}

export const knownMails = (workbook: Workbook, head: Head): Known => ({
  head,
  rows: workbook.journal().rows,
  logged: logRows(workbook.properties()),
})

export interface MailClerk {
  /** Says with the next mail what became of the one before. */
  note(event: MailEvent): void
  /** Says that a mail begins. `taken`: another run has begun it since it was chosen. `busy`: the lock could not be had. */
  begin(mail: MailBegun): 'begun' | 'taken' | 'busy'
  /** Brings everything to the journal, and what left to *Factures*. `waits`: what is to be remembered of mails that wait. */
  close(held: readonly MailNotSent[], waits: '1' | '' | undefined): void
}

/** Keeps the mails' events: in the properties as they happen, in the journal at the end. */
export function mailClerk(
  ports: Ports,
  {
    closing,
    known,
    unshown,
  }: { readonly closing: readonly JournalEvent[]; readonly known: Known; readonly unshown: readonly DocumentSent[] },
): MailClerk {
  let unsaid: readonly MailEvent[] = []
  /** Already in the journal, not yet in *Factures*. */
  let moved: readonly DocumentSent[] = []
  let logged = known.logged.length > 0
  let { head, rows } = known

  const begin = (mail: MailBegun): 'begun' | 'taken' => {
    const key = eventKey(mail)
    const workbook = openWorkbook(ports)
    const properties = workbook.properties()
    if (!isHead(properties, head)) {
      head = workbook.journal().head
      rows = workbook.journal().rows
    }
    const now = count([...rows, ...logRows(properties)], key)
    if (now !== count([...known.rows, ...known.logged], key)) return 'taken'
    if (rows.slice(known.rows.length).some(({ type }) => known.unless?.has(type))) return 'taken'
    const log = readLog(properties)
    const before = [...log.events, ...unsaid]
    const full = isFull(before)
    if (full) {
      const events = [...pending(workbook), ...unsaid]
      journalHeld(ports, workbook, { events, properties: logProperty(EMPTY_LOG) })
      moved = [...moved, ...events.filter((one) => one.type === 'sent')]
      head = openWorkbook(ports).headOnly()
    }
    const from = full || log.events.length === 0 ? head.sequence : log.from
    ports.store.write(logProperty({ from, events: [...(full ? [] : before), mail] }))
    unsaid = []
    logged = true
    return 'begun'
  }

  return {
    note: (event) => {
      unsaid = [...unsaid, event]
    },
    begin: (mail) => ports.lock.hold(() => begin(mail)) ?? 'busy',
    close: (held, waits) => {
      if (!logged && closing.length + unsaid.length + held.length + unshown.length + moved.length === 0) return
      const write = (): boolean =>
        journalNow(ports, (workbook) => {
          const mails = [...pending(workbook), ...unsaid, ...held]
          const shown = [...unshown, ...moved, ...mails.filter((event) => event.type === 'sent')]
          return {
            events: [...closing, ...mails],
            ...(shown.length === 0 ? {} : { write: () => showSent(ports, shown) }),
            properties: { ...logProperty(EMPTY_LOG), ...(waits === undefined ? {} : { [WAITING]: waits }) },
          }
        })
      // Confirmations must not be lost to another run's long lock: they are tried for a minute.
      if (!write() && !write() && !write()) refuse({ code: 'lock-held' })
    },
  }
}

/** The log's events that are still to be journalled; the journal is looked at only if it has grown since the log began. */
function pending(workbook: Workbook): readonly MailEvent[] {
  const log = readLog(workbook.properties())
  const grown = log.events.length > 0 && workbook.headOnly().sequence !== log.from
  return grown ? unjournalled(log, workbook.journal().rows) : log.events
}

const count = (rows: readonly { readonly type: string; readonly key: string }[], wanted: string): number =>
  rows.filter(({ type, key }) => key === wanted && MAIL_TYPES.has(type)).length

const MAIL_TYPES: ReadonlySet<string> = new Set([
  'send-begun',
  'sent',
  'not-sent',
  'reminder-begun',
  'reminder-sent',
  'reminder-not-sent',
] satisfies MailEvent['type'][])
