import type { DocumentSent, JournalEvent } from '@tabellion/shared/journal'
import type { MailAnswer, Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'
import { type Known, mailClerk } from './clerk.ts'
import type { Letter } from './letter.ts'
import type { MailBegun, MailEvent, MailNotSent } from './log.ts'
import type { MailProblem } from './problems.ts'

/** A mail ready to leave, and what the journal says of it before and after. */
export interface Parcel {
  /** How messages call it. */
  readonly number: string
  readonly client: string
  readonly to: readonly string[]
  readonly letter: Letter
  readonly begun: MailBegun
  readonly sent: MailEvent
  readonly notSent: (why: string) => MailNotSent
  /** `differs`: the file made again is not the one that was issued. */
  readonly attachment: () => { readonly name: string; readonly bytes: Uint8Array } | 'none' | 'differs'
}

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
  /** Of an earlier run that was stopped before *Factures* showed them. */
  readonly unshown: readonly DocumentSent[]
  /** Whether every mail that waits is in this batch; absent, what is held back is not remembered. */
  readonly waiting?: 'all' | 'some'
  /** As the mails were chosen, under the lock: another run may have sent some of them since. */
  readonly known: Known
  readonly seconds?: number
}

/**
 * Sends each mail, at most once whatever stops this run or comes between: under the lock, each mail is said to begin
 * before it does, and its answer is said with the next. A mail that neither left for certain nor stayed for certain is told,
 * and never sent again by itself. All of it enters the journal at the end, together with what *Factures* shows.
 */
export function deliver(
  ports: Ports,
  prepared: {
    readonly parcels: readonly Parcel[]
    /** Those that cannot leave, for the journal: no later run tries again by itself. */
    readonly notSent: readonly MailNotSent[]
    readonly findings: readonly Finding[]
  },
  options: DeliveryOptions,
): Delivery {
  const { parcels } = prepared
  const findings: Finding[] = [...prepared.findings]
  const sent: SentSummary[] = []
  const waiting: string[] = []
  const clerk = mailClerk(ports, options)
  const quota = parcels.length === 0 ? 0 : ports.mailer.left()
  let recipients = 0
  let stopped: 'quota' | 'time' | undefined
  for (const parcel of parcels) {
    const { letter, number, to } = parcel
    if (recipients + to.length > quota) stopped ??= 'quota'
    else if (stopped === undefined && ports.clock.timeIsUp(options.seconds)) stopped = 'time'
    if (stopped !== undefined) {
      waiting.push(number)
      continue
    }
    const file = parcel.attachment()
    if (file === 'differs') {
      clerk.note(parcel.notSent('file-differs'))
      findings.push(finding({ code: 'file-differs', number }))
      continue
    }
    const begun = clerk.begin(parcel.begun)
    if (begun === 'taken') continue
    if (begun === 'busy') {
      stopped = 'time'
      waiting.push(number)
      continue
    }
    const answer = ports.mailer.send({
      ...letter,
      to,
      ...(file === 'none' ? {} : { attachment: { ...file, type: 'application/pdf' } }),
    })
    recipients += to.length
    if (answer.kind === 'sent') {
      clerk.note(parcel.sent)
      sent.push({ number, to })
      continue
    }
    const problem = problemOf(answer, parcel)
    if (answer.kind === 'refused') clerk.note(parcel.notSent(problem?.code ?? 'quota'))
    if (problem) findings.push(finding(problem))
    else {
      stopped = 'quota'
      waiting.push(number)
    }
  }
  if (stopped === 'quota') findings.push(finding({ code: 'mail-quota-spent', numbers: waiting }))
  const isHeld = options.waiting !== undefined && waiting.length > 0
  clerk.close(prepared.notSent, isHeld ? '1' : options.waiting === 'all' ? '' : undefined)
  return { sent, findings, left: stopped === 'time' ? waiting : [] }
}

const finding = (problem: MailProblem): Finding => ({ ...problem, severity: 'fix', at: { tab: 'invoices' } })

/** Undefined when the day's quota is spent, which concerns all that is left. */
function problemOf(
  answer: Exclude<MailAnswer, { kind: 'sent' }>,
  { client, number, to }: Parcel,
): MailProblem | undefined {
  if (answer.kind === 'unsure') return { code: 'send-unsure', number, to }
  if (answer.why === 'quota') return undefined
  return answer.why === 'recipient'
    ? { code: 'wrong-recipient', number, client, text: to.join(', ') }
    : { code: 'mail-refused', number, reason: answer.reason }
}

export const sentSentence = (sent: number): string =>
  sent === 0 ? '' : sent === 1 ? ' 1 e-mail envoyé.' : ` ${sent} e-mails envoyés.`
