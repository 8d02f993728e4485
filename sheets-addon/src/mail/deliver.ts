import type { DocumentNotSent, DocumentSent, JournalEvent } from '@tabellion/shared/journal'
import { type Finding, sha256Hex } from '@tabellion/shared/kernel'
import type { Table } from '@tabellion/shared/ledger'
import type { MailAnswer, Ports } from '../ports.ts'
import { documentFile } from '../workbook/document-file.ts'
import { type Known, mailClerk } from './clerk.ts'
import type { Envelope, Prepared } from './prepare.ts'
import type { MailProblem } from './problems.ts'

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
  /** Events that were to be journalled now anyway: they share the round trip. */
  readonly closing: readonly JournalEvent[]
  readonly images: Table<'images'> | undefined
  /** Of an earlier run that was stopped before *Factures* showed them. */
  readonly unshown: readonly DocumentSent[]
  /** Every mail that waits is in this batch. */
  readonly all: boolean
  /** As the documents were chosen, under the lock: another run may have sent some of them since. */
  readonly known: Known
  readonly seconds?: number
}

/**
 * Sends each document, at most once whatever stops this run or comes between: under the lock, each mail is said to begin
 * before it does, and its answer is said with the next. A mail that neither left for certain nor stayed for certain is told,
 * and never sent again by itself. All of it enters the journal at the end, together with what *Factures* shows.
 */
export function deliver(ports: Ports, prepared: Prepared, options: DeliveryOptions): Delivery {
  const { envelopes } = prepared
  const findings: Finding[] = [...prepared.findings]
  const sent: SentSummary[] = []
  const waiting: string[] = []
  const clerk = mailClerk(ports, options)
  const quota = envelopes.length === 0 ? 0 : ports.mailer.left()
  let recipients = 0
  let stopped: 'quota' | 'time' | undefined
  for (const envelope of envelopes) {
    const { event, to } = envelope
    const { number } = event
    if (recipients + to.length > quota) stopped ??= 'quota'
    else if (stopped === undefined && ports.clock.timeIsUp(options.seconds)) stopped = 'time'
    if (stopped !== undefined) {
      waiting.push(number)
      continue
    }
    const bytes = attachment(envelope, options.images)
    if (bytes === undefined) {
      clerk.note(notSent(ports, number, 'file-differs'))
      findings.push(finding({ code: 'file-differs', number }))
      continue
    }
    const begun = clerk.begin(envelope)
    if (begun === 'taken') continue
    if (begun === 'busy') {
      stopped = 'time'
      waiting.push(number)
      continue
    }
    const answer = ports.mailer.send({
      ...envelope.letter,
      to,
      attachment: { name: fileName(envelope), type: 'application/pdf', bytes },
    })
    recipients += to.length
    if (answer.kind === 'sent') {
      clerk.note({ type: 'sent', v: 1, number, on: ports.clock.today, to })
      sent.push({ number, to })
      continue
    }
    const problem = problemOf(answer, envelope)
    if (answer.kind === 'refused') clerk.note(notSent(ports, number, problem?.code ?? 'quota'))
    if (problem) findings.push(finding(problem))
    else {
      stopped = 'quota'
      waiting.push(number)
    }
  }
  if (stopped === 'quota') findings.push(finding({ code: 'mail-quota-spent', numbers: waiting }))
  clerk.close(prepared.notSent, waiting.length > 0 ? '1' : options.all ? '' : undefined)
  return { sent, findings, left: stopped === 'time' ? waiting : [] }
}

const finding = (problem: MailProblem): Finding => ({ ...problem, severity: 'fix', at: { tab: 'invoices' } }) as Finding

const notSent = ({ clock }: Ports, number: DocumentNotSent['number'], why: string): DocumentNotSent => ({
  type: 'not-sent',
  v: 1,
  number,
  on: clock.today,
  why,
})

/** Undefined when the day's quota is spent, which concerns all that is left. */
function problemOf(answer: Exclude<MailAnswer, { kind: 'sent' }>, { event, to }: Envelope): MailProblem | undefined {
  const { document, number } = event
  if (answer.kind === 'unsure') return { code: 'send-unsure', number, to }
  if (answer.why === 'quota') return undefined
  return answer.why === 'recipient'
    ? { code: 'wrong-recipient', number, client: document.buyer.name, text: to.join(', ') }
    : { code: 'mail-refused', number, reason: answer.reason }
}

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
