import type { Day } from '@tabellion/shared/calendar'
import { isClientCredit, type PaymentRow } from '@tabellion/shared/ledger'
import { type Cents, cents, plus } from '@tabellion/shared/money'

/** What a line of the bank pays now, all its rows of *Paiements* together. */
export interface Operation {
  readonly id: string
  readonly date: Day
  /** What came, after fees. */
  readonly net: Cents
  readonly payments: readonly string[]
  /** What each document still has of it. */
  readonly shares: ReadonlyMap<string, Cents>
}

/** By *Opération*; those that were taken back whole are none. */
export function recordedOperations(payments: readonly PaymentRow[]): ReadonlyMap<string, Operation> {
  const operations = new Map<string, Operation>()
  for (const { operation, date, amount, fee, id, invoice, reference } of payments) {
    if (operation === '' || date === undefined || amount === undefined) continue
    const before = operations.get(operation)
    // What is kept for the client came with the document that *Référence* names.
    const number = isClientCredit(invoice) ? reference : invoice
    const shares = new Map(before?.shares ?? [])
    shares.set(number, plus(shares.get(number) ?? cents(0), amount))
    operations.set(operation, {
      id: operation,
      date: before?.date ?? date,
      net: cents((before?.net ?? 0) + amount - (fee ?? 0)),
      payments: [...new Set([...(before?.payments ?? []), id.replace(/-\d+$/, '')])],
      shares,
    })
  }
  return new Map([...operations].filter(([, { shares }]) => [...shares.values()].some((amount) => amount !== 0)))
}
