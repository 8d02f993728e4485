import type { Day } from '@tabellion/shared/calendar'
import type { PaymentRecorded } from '@tabellion/shared/journal'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { isClientCredit, numberKey } from '@tabellion/shared/ledger'
import type { Finding } from '../workbook/finding.ts'
import { refuse } from '../workbook/refusal.ts'
import type { Books } from './books.ts'
import { type BookSetting, planPayment } from './plan.ts'
import type { PaymentFinding, PaymentProblem } from './problems.ts'
import type { PaymentRequest } from './request.ts'
import { planReversal } from './reverse.ts'

/** Rows typed by hand, one after the other in the sheet’s order. */
export function adopt(
  books: Books,
  requests: readonly PaymentRequest[],
  setting: BookSetting,
  today: Day,
): {
  readonly events: readonly { readonly row: number; readonly event: PaymentRecorded }[]
  readonly findings: readonly Finding[]
} {
  const events: { row: number; event: PaymentRecorded }[] = []
  const findings: Finding[] = []
  for (const request of requests) {
    const row = request.typed?.row ?? 0
    const planned = planPayment(books, request, setting, today, row)
    if (planned.ok) {
      books.add(planned.value.event, planned.value.rows)
      events.push({ row, event: planned.value.event })
      findings.push(...planned.value.findings)
    } else {
      const at = { tab: 'payments', row, column: columnOfProblem(planned.problem, request) }
      findings.push({ ...planned.problem, severity: 'blocking', at })
    }
  }
  return { events, findings }
}

const columnOfProblem = ({ code }: PaymentProblem, { typed }: PaymentRequest): string => {
  if (code === 'unknown-invoice') return typed && isClientCredit(typed.invoice) ? 'reference' : 'invoice'
  return code === 'fee-out-of-range' ? 'fee' : 'amount'
}

export interface Taken {
  /** The money asked for, whether now or by an earlier run of the same name. */
  readonly recorded: readonly { readonly event: PaymentRecorded; readonly again: boolean }[]
  /** What could not be recorded, where that was to be left out. */
  readonly left: readonly { readonly request: PaymentRequest; readonly problem: PaymentProblem }[]
  readonly findings: readonly Finding[]
}

interface Circumstances {
  readonly setting: BookSetting
  readonly today: Day
  /** Where the first new row will stand. */
  readonly nextRow: number
}

/** What is asked for, one after the other: each finds the invoices as the one before left them. */
export function takeAll(
  books: Books,
  requests: readonly PaymentRequest[],
  unfit: 'left' | undefined,
  { setting, today, nextRow }: Circumstances,
): Taken {
  const recorded: { event: PaymentRecorded; again: boolean }[] = []
  const left: { request: PaymentRequest; problem: PaymentProblem }[] = []
  const findings: Finding[] = []
  let row = nextRow
  for (const request of requests) {
    const took = take(books, request, { setting, today, nextRow: row })
    if (took.ok) {
      recorded.push({ event: took.value.event, again: took.value.again })
      findings.push(...took.value.findings)
      if (!took.value.again) row += took.value.event.rows.length
    } else if (unfit === 'left') left.push({ request, problem: took.problem })
    else
      refuse(
        took.problem.code === 'unknown-invoice'
          ? { code: 'unknown-number', number: took.problem.number }
          : took.problem,
      )
  }
  return { recorded, left, findings }
}

interface Took {
  readonly event: PaymentRecorded
  readonly again: boolean
  readonly findings: readonly Finding[]
}

/** The same name again is the same money, and other money under that name is refused. */
function take(
  books: Books,
  request: PaymentRequest,
  { setting, today, nextRow }: Circumstances,
): Result<Took, PaymentProblem> {
  const known = books.recorded.get(request.payment)
  if (known) {
    if (!isSameMoney(known, request)) refuse({ code: 'payment-key-used', key: request.payment })
    const number = known.allocations.at(-1)?.number ?? ''
    const receipt = known.receipts[0]?.entry.rank ?? 0
    const finding: PaymentFinding = { code: 'already-recorded', number, receipt, severity: 'info' }
    return ok({ event: known, again: true, findings: [finding] })
  }
  const planned =
    request.reverses === undefined
      ? planPayment(books, request, setting, today, nextRow)
      : planReversal(books, request.payment, request.reverses, setting, today)
  if (!planned.ok) return fail(planned.problem)
  books.add(planned.value.event, planned.value.rows)
  return ok({ event: planned.value.event, again: false, findings: planned.value.findings })
}

/** Whether a recorded payment is the one that is asked for. */
export const isSameMoney = (event: PaymentRecorded, request: PaymentRequest): boolean =>
  request.reverses === undefined ? moneyText(event) === moneyText(request) : event.reverses === request.reverses
const moneyText = ({ on, method, reference, fee, allocations }: PaymentRecorded | PaymentRequest): string =>
  JSON.stringify([
    on,
    method,
    reference,
    fee ?? 0,
    allocations.map(({ number, amount }) => [numberKey(number), amount]),
  ])
