import type { PaymentRecorded } from '@tabellion/shared/journal'
import { type PaymentRow, type Table, textOf } from '@tabellion/shared/ledger'
import { typedText } from './apply.ts'

export interface Relinked {
  /** The ID to put back, by sheet row. */
  readonly named: ReadonlyMap<number, string>
  readonly events: readonly PaymentRecorded[]
}

/**
 * Recorded rows whose hidden ID and receipt number are gone (the columns were deleted, or a run was stopped between them) are
 * known again by what was typed, so that the same money is never recorded twice.
 */
export function relink(
  payments: Table<'payments'>,
  typed: readonly PaymentRow[],
  recorded: readonly PaymentRecorded[],
): Relinked {
  const present = new Set(payments.rows.map((row) => textOf(row.cells.id)))
  const lost = recorded.flatMap((event) =>
    event.rows.filter(({ id }) => !present.has(id)).map((row) => ({ event, ...row })),
  )
  const named = new Map<number, string>()
  const events = new Set<PaymentRecorded>()
  const cellsOf = new Map(payments.rows.map((row) => [row.row, row.cells]))
  for (const { row, id } of typed) {
    const cells = cellsOf.get(row)
    const at = id === '' && cells ? lost.findIndex((member) => typedText(member.cells) === typedText(cells)) : -1
    const [found] = at < 0 ? [] : lost.splice(at, 1)
    if (found === undefined) continue
    named.set(row, found.id)
    events.add(found.event)
  }
  return { named, events: [...events] }
}
