import type { Day } from '@tabellion/shared/calendar'
import { type Cents, cents, sum } from '@tabellion/shared/money'
import { readDate, readScaled, textOf } from './cell.ts'
import type { RegisterEntry } from './read-invoices.ts'
import { numberKey, type PaymentSums } from './read-payments.ts'
import { type Settlement, settlements } from './settlement.ts'
import type { Row, Table } from './table.ts'
import { instalmentStatuses } from './vocabulary.ts'

/** A part of what an invoice asks for, with its own day. Without a plan, the whole is one part. */
export interface Instalment {
  readonly rank: number
  readonly due: Day
  readonly amount: Cents
  /** What has come for it: money goes to the earliest part first. */
  readonly settled: Cents
  /** Of the row of *Échéanciers*; absent without a plan. */
  readonly id?: string
}

/** The rows of *Échéanciers* that hold for one invoice, in the order of their days. */
export interface PaymentPlan {
  readonly invoice: string
  readonly parts: readonly {
    readonly id: string
    readonly row: number
    readonly rank: number
    readonly due: Day
    readonly amount: Cents
  }[]
}

/** Plans by `numberKey` of their invoice. Cancelled rows, and those whose day or amount cannot be read, are left out. */
export function readPlans(table: Table<'plans'> | undefined): ReadonlyMap<string, PaymentPlan> {
  const plans = new Map<string, PaymentPlan>()
  for (const row of table?.rows ?? []) {
    const part = readPart(row)
    const invoice = textOf(row.cells.invoice)
    if (part === undefined || invoice === '') continue
    const key = numberKey(invoice)
    const parts = [...(plans.get(key)?.parts ?? []), part].sort((a, b) =>
      a.due === b.due ? a.rank - b.rank : a.due < b.due ? -1 : 1,
    )
    plans.set(key, { invoice, parts })
  }
  return plans
}

function readPart({ row, cells }: Row<'plans'>): PaymentPlan['parts'][number] | undefined {
  if (instalmentStatuses.parse(textOf(cells.status)) === 'cancelled') return undefined
  const due = readDate(cells.plannedOn)
  const amount = readScaled(cells.planned, 2)
  const rank = readScaled(cells.rank, 0)
  if (!due.ok || due.value === undefined || !amount.ok || amount.value === undefined) return undefined
  return {
    id: textOf(cells.id),
    row,
    rank: rank.ok ? (rank.value ?? 0) : 0,
    due: due.value,
    amount: cents(amount.value),
  }
}

/**
 * What an invoice is to be paid by: the parts of its plan, else the whole on its due day. Nothing for a document that asks for
 * nothing (a credit note, a day that cannot be read).
 */
export function instalmentsOf({ entry, balanceDue }: Settlement, plan?: PaymentPlan): readonly Instalment[] {
  if (plan === undefined) {
    if (entry.kind === 'credit' || entry.dueDate === undefined) return []
    const settled = cents(Math.min(entry.payable, Math.max(0, entry.payable - balanceDue)))
    return [{ rank: 1, due: entry.dueDate, amount: entry.payable, settled }]
  }
  // The parts were what was due when they were agreed: what they lack of it now has been settled since, whatever the way.
  let left = Math.max(0, sum(plan.parts.map(({ amount }) => amount)) - balanceDue)
  return plan.parts.map(({ id, due, amount }, index) => {
    const settled = cents(Math.min(left, amount))
    left -= settled
    return { rank: index + 1, due, amount, settled, id }
  })
}

/** The register's entries, each due on the day of its next part: what *Date d'échéance* shows while a plan runs. */
export function withPlans(
  entries: readonly RegisterEntry[],
  plans: ReadonlyMap<string, PaymentPlan>,
  sums?: PaymentSums,
): readonly RegisterEntry[] {
  if (plans.size === 0) return entries
  const settled = settlements(entries, sums)
  return entries.map((entry) => {
    const plan = plans.get(numberKey(entry.number))
    const settlement = settled.get(numberKey(entry.number))
    if (plan === undefined || settlement === undefined || entry.kind === 'credit') return entry
    const parts = instalmentsOf(settlement, plan)
    const due = (nextInstalment(parts) ?? parts.at(-1))?.due
    return due === undefined ? entry : { ...entry, dueDate: due }
  })
}

/** Equal parts of an amount; the last takes the rounding. */
export function equalParts(amount: Cents, count: number): readonly Cents[] {
  const part = Math.floor(amount / count)
  return Array.from({ length: count }, (_, index) => cents(index < count - 1 ? part : amount - part * (count - 1)))
}

/** The earliest part that is not settled. */
export const nextInstalment = (parts: readonly Instalment[]): Instalment | undefined =>
  parts.find(({ amount, settled }) => settled < amount)

export type InstalmentStatus = 'upcoming' | 'paid' | 'late'
export const instalmentStatus = ({ amount, due, settled }: Instalment, today: Day): InstalmentStatus =>
  settled >= amount ? 'paid' : due < today ? 'late' : 'upcoming'
