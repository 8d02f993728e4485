import { addDays, addMonths, type Day } from '@tabellion/shared/calendar'
import { equalParts } from '@tabellion/shared/ledger'
import { type Cents, cents, sum } from '@tabellion/shared/money'
import type { Arguments } from '../actions/arguments.ts'
import { dayIn, dayOf } from '../workbook/given.ts'
import { refuse } from '../workbook/refusal.ts'

export interface Part {
  readonly due: Day
  readonly amount: Cents
}

const MOST_PARTS = 36

/** Parts a month apart, the first within a week or on the invoice's own day when that is to come. */
export function monthlyParts(due: Cents, count: number, first: Day): readonly Part[] {
  return equalParts(due, count).map((amount, index) => ({ due: addMonths(first, index), amount }))
}
export const firstDay = (dueDate: Day | undefined, today: Day): Day =>
  dueDate !== undefined && dueDate > today ? dueDate : addDays(today, 7)

/** A number of equal parts, or each of them. */
export interface AskedParts {
  readonly count?: number | undefined
  readonly instalments?: readonly Arguments[] | undefined
  readonly firstDate?: string | undefined
}

/** What was asked, checked: sum, days, amounts (features E.7). */
export function readParts(number: string, args: AskedParts, balance: Cents, dueDate: Day | undefined, today: Day) {
  const { count, instalments } = args
  if ((count === undefined) === (instalments === undefined))
    refuse({ code: 'wrong-argument', argument: 'instalments', expected: 'instalments, ou count' })
  const first = dayOf(args.firstDate, 'firstDate') ?? firstDay(dueDate, today)
  const wanted = instalments?.map(readPart)
  const size = wanted?.length ?? count ?? 0
  if (size < 2 || size > MOST_PARTS) refuse({ code: 'plan-count', number, most: MOST_PARTS })
  const parts = wanted ?? monthlyParts(balance, size, first)
  let after = addDays(today, -1)
  for (const [index, { amount, due }] of parts.entries()) {
    if (amount <= 0) refuse({ code: 'plan-part', number, rank: index + 1 })
    if (due <= after) refuse({ code: 'plan-date', number, on: due, after })
    after = due
  }
  const total = sum(parts.map(({ amount }) => amount))
  if (total !== balance) refuse({ code: 'plan-sum', number, sum: total, due: balance })
  return parts
}

function readPart({ date, amountCents, ...rest }: Arguments): Part {
  const unknown = Object.keys(rest)[0]
  if (unknown !== undefined)
    refuse({ code: 'wrong-argument', argument: `instalments.${unknown}`, expected: 'date et amountCents' })
  if (typeof amountCents !== 'number' || !Number.isSafeInteger(amountCents))
    return refuse({ code: 'wrong-argument', argument: 'instalments.amountCents', expected: 'un nombre entier' })
  return { due: dayIn(String(date ?? ''), 'instalments.date'), amount: cents(amountCents) }
}
