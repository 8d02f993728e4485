import { addDays, type Day } from '@tabellion/shared/calendar'
import type { Action, IssuedSummary } from '../actions/action.ts'
import { issueInvoicesAction } from '../actions/issue-invoices/index.ts'
import { createPlan } from '../actions/plans/create-plan.ts'
import { createQuote } from '../actions/quotes/create-quote.ts'
import { acceptQuote, declineQuote } from '../actions/quotes/decide-quote.ts'
import { invoiceQuote } from '../actions/quotes/invoice-quote.ts'
import { requestDeposit } from '../actions/quotes/request-deposit.ts'
import { recordPayment } from '../actions/record-payment.ts'
import { formalNotice, postNotice } from '../actions/reminders/formal-notice.ts'
import { prepareReminders } from '../actions/reminders/prepare-reminders.ts'
import { sendReminders } from '../actions/reminders/send-reminders.ts'
import type { Mailer, Ports } from '../ports.ts'
import { type SaleRow, type Story, workingDayUntil } from './declaration.ts'

/** What was done so many days ago, through the very action that a person would have used. */
type Step = readonly [ago: number, action: Action, args?: object]

/** The same half-year happens to both businesses; each step is answered by the document that it made. */
function* stepsOf(
  { accepted, declined, draft, expired, late, later, noticed, partly, planned, sent }: Story,
  idsOf: (job: string) => readonly string[],
  dayOf: (ago: number) => Day,
): Generator<Step, void, IssuedSummary | undefined> {
  const made = (ago: number, action: Action, job: string, send = true): Step => [
    ago,
    action,
    { rows: idsOf(job), send, ...(action === createQuote ? { depositPercent: '30' } : {}) },
  ]
  const paid = (ago: number, invoice: IssuedSummary | undefined, share: number): Step => [
    ago,
    recordPayment,
    { number: invoice?.number, amountCents: Math.floor((invoice?.payableCents ?? 0) / share), method: 'transfer' },
  ]
  const unpaid = yield made(noticed.ago, issueInvoicesAction, noticed.job)
  const quote = (yield made(74, createQuote, accepted))?.number
  yield [70, acceptQuote, { number: quote, proof: 'Bon pour accord, signé' }]
  yield paid(62, yield [70, requestDeposit, { quote, percent: 30, send: true }], 1)
  yield made(60, createQuote, expired)
  const shared = yield made(58, issueInvoicesAction, planned)
  const refused = yield made(50, createQuote, declined)
  yield made(50, issueInvoicesAction, later)
  yield [46, declineQuote, { number: refused?.number, reason: 'Reporté à l’an prochain' }]
  yield [45, createPlan, { number: shared?.number, count: 3, firstDate: dayOf(40) }]
  yield [44, sendReminders]
  yield made(40, issueInvoicesAction, late)
  yield paid(39, shared, 3)
  yield [34, sendReminders]
  const begun = (yield made(30, createQuote, partly))?.number
  yield [26, acceptQuote, { number: begun, proof: 'Accord par e-mail' }]
  yield [20, formalNotice, { number: unpaid?.number }]
  yield [20, postNotice, { number: unpaid?.number, registered: '1A 234 567 8901 2' }]
  yield [14, sendReminders]
  yield [14, invoiceQuote, { number: begun, rows: idsOf(partly).slice(0, 1), send: true }]
  yield made(10, createQuote, sent)
  yield made(1, createQuote, draft, false)
  yield [0, prepareReminders]
}

/** Nobody is written to: the clients are invented. */
const muteMailer: Mailer = { left: () => 100, send: () => ({ kind: 'sent' }) }

/** Plays the story on its own days. Cut short when the time of the run is up: what was done stands. */
export function playStory(ports: Ports, story: Story, sales: readonly SaleRow[]): void {
  const dayOf = (ago: number) => workingDayUntil(addDays(ports.clock.today, -ago))
  const steps = stepsOf(story, (job) => sales.flatMap(({ group, id }) => (group === job ? [String(id)] : [])), dayOf)
  let step = steps.next()
  while (!step.done && !ports.clock.timeIsUp()) {
    const [ago, action, args = {}] = step.value
    const today = dayOf(ago)
    const clock = ago === 0 ? ports.clock : { ...ports.clock, today, instant: `${today}T09:00:00.000Z` }
    step = steps.next(action.run({ ...ports, mailer: muteMailer, clock }, { date: today, ...args }).issued?.[0])
  }
}
