import type { DocumentNotSent, DocumentSent, JournalEvent, NumberReserved } from '@tabellion/shared/journal'
import { type Finding, sha256Hex } from '@tabellion/shared/kernel'
import type { Table } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { journalNow } from '../workbook/append.ts'
import { documentFile } from '../workbook/document-file.ts'
import { refuse } from '../workbook/refusal.ts'
import type { Envelope, Prepared } from './prepare.ts'
import type { MailProblem } from './problems.ts'
import { showSent } from './show-sent.ts'

export interface SentSummary {
  readonly number: string
  readonly to: readonly string[]
}

export interface Delivery {
  readonly sent: readonly SentSummary[]
  readonly findings: readonly Finding[]
  /** Held back by the clock: the same action goes on. */
  readonly left: readonly string[]
}

export interface DeliveryOptions {
  /** Events that were to be journalled now anyway: they share the first round trip. */
  readonly closing: readonly JournalEvent[]
  readonly images: Table<'images'> | undefined
  /** Of an earlier run that was stopped before *Factures* showed them. */
  readonly unshown?: readonly DocumentSent[]
  /** Every mail that waits is in this batch. */
  readonly all: boolean
  readonly seconds?: number
}

/** Written while mails wait, so that an action that has none to send need not look for them. */
export const WAITING = 'mail.waiting'

/**
 * Sends each document. Before each mail the journal says that it begins, after it that it left: the confirmation of one
 * shares its round trip with the beginning of the next. A mail that neither left for certain nor stayed for certain is told,
 * and never sent again by itself.
 */
export function deliver(ports: Ports, { envelopes, notSent, findings }: Prepared, options: DeliveryOptions): Delivery {
  const told: Finding[] = [...findings]
  const sent: DocumentSent[] = []
  const carried: JournalEvent[] = [...options.closing, ...notSent]
  const quota = envelopes.length === 0 ? 0 : ports.mailer.left()
  let recipients = 0
  let stopped: 'quota' | 'time' | undefined
  const waiting: NumberReserved[] = []
  const fail = (event: NumberReserved, problem: MailProblem, why: string): DocumentNotSent => {
    told.push({ ...problem, severity: 'fix', at: { tab: 'invoices' } } as Finding)
    return { type: 'not-sent', v: 1, number: event.number, on: ports.clock.today, why }
  }
  for (const envelope of envelopes) {
    const { event, to, duplicate } = envelope
    const { number } = event
    if (recipients + to.length > quota) stopped ??= 'quota'
    else if (stopped === undefined && ports.clock.timeIsUp(options.seconds)) stopped = 'time'
    if (stopped !== undefined) {
      waiting.push(event)
      continue
    }
    const bytes = attachment(envelope, options.images)
    if (bytes === undefined) {
      carried.push(fail(event, { code: 'file-differs', number }, 'file-differs'))
      continue
    }
    const begun = { type: 'send-begun', v: 1, number, on: ports.clock.today, to, duplicate } as const
    if (!journalNow(ports, [...carried, begun])) {
      stopped = 'time'
      waiting.push(event)
      continue
    }
    carried.length = 0
    const answer = ports.mailer.send({
      ...envelope.letter,
      to,
      attachment: { name: fileName(envelope), type: 'application/pdf', bytes },
    })
    recipients += to.length
    if (answer.kind === 'sent') {
      const event: DocumentSent = { type: 'sent', v: 1, number, on: ports.clock.today, to }
      sent.push(event)
      carried.push(event)
    } else if (answer.kind === 'unsure') told.push({ ...unsure(number, to), severity: 'fix' } as Finding)
    else if (answer.why === 'quota') {
      carried.push({ type: 'not-sent', v: 1, number, on: ports.clock.today, why: 'quota' })
      waiting.push(event)
      stopped = 'quota'
    } else
      carried.push(
        answer.why === 'recipient'
          ? fail(
              event,
              { code: 'wrong-recipient', number, client: event.document.buyer.name, text: to.join(', ') },
              'wrong-recipient',
            )
          : fail(event, { code: 'mail-refused', number, reason: answer.reason }, 'mail-refused'),
      )
  }
  if (stopped === 'quota')
    told.push({ code: 'mail-quota-spent', numbers: waiting.map((event) => event.number), severity: 'fix' } as Finding)
  const shown = [...(options.unshown ?? []), ...sent]
  if (carried.length > 0 || shown.length > 0) {
    const write = (): boolean =>
      journalNow(ports, carried, {
        ...(shown.length === 0 ? {} : { write: () => showSent(ports, shown) }),
        ...(waiting.length === 0 && !options.all ? {} : { properties: { [WAITING]: waiting.length > 0 ? '1' : '' } }),
      })
    // Confirmations must not be lost to another run's long lock: they are tried for a minute.
    if (!write() && !write() && !write()) refuse({ code: 'lock-held' })
  }
  return {
    sent: sent.map(({ number, to }) => ({ number, to })),
    findings: told,
    left: stopped === 'time' ? waiting.map((event) => event.number) : [],
  }
}

const unsure = (number: string, to: readonly string[]): MailProblem => ({ code: 'send-unsure', number, to })

/** The file as it was issued, made again; undefined when it would differ. */
function attachment(
  { event, issued, duplicate }: Envelope,
  images: Table<'images'> | undefined,
): Uint8Array | undefined {
  const bytes = documentFile(event, images)
  if (issued !== undefined && sha256Hex(bytes) !== issued.digest) return undefined
  return duplicate ? documentFile(event, images, true) : bytes
}

const fileName = ({ event, duplicate }: Envelope): string =>
  duplicate ? event.fileName.replace(/\.pdf$/, '_duplicata.pdf') : event.fileName

export const sentSentence = (sent: number): string =>
  sent === 0 ? '' : sent === 1 ? ' 1 e-mail envoyé.' : ` ${sent} e-mails envoyés.`
