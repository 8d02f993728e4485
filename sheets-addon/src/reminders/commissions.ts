import type { DebtHandedOver } from '@tabellion/shared/journal'
import { numberKey, readPayments, textOf } from '@tabellion/shared/ledger'
import { applyRate, negate } from '@tabellion/shared/money'
import type { Ports } from '../ports.ts'
import { appendRecords, positionsOf } from '../workbook/write.ts'
import type { Desk } from './desk.ts'

/**
 * What a collector keeps of what it brings in: a line of *Dépenses* for each payment, once. The receipt stays the whole sum: a
 * micro-entrepreneur declares what the client paid, and deducts nothing (features F-057). True when something was written.
 */
export function bookCommissions({ sheets }: Pick<Ports, 'sheets'>, { workbook }: Desk): boolean {
  if (!workbook.journal().rows.some(({ type }) => type === 'handedOver')) return false
  const expenses = workbook.tableIfAny('expenses')
  const payments = workbook.tableIfAny('payments')
  if (expenses === undefined || payments === undefined) return false
  const spans = handOvers(workbook)
  const there = new Set(expenses.rows.map(({ cells }) => textOf(cells.id)))
  const added = readPayments(payments).flatMap(({ amount, date, fee, id, invoice }) => {
    const span = spans.find(
      ({ event, undone }) =>
        numberKey(event.number) === numberKey(invoice) &&
        date !== undefined &&
        date >= event.on &&
        (undone === undefined || date < undone),
    )
    const name = `commission-${id}`
    if (span === undefined || amount === undefined || id === '' || there.has(name)) return []
    const { collector, commission, number } = span.event
    const kept = fee ?? (amount < 0 ? negate(applyRate(negate(amount), commission)) : applyRate(amount, commission))
    return kept === 0
      ? []
      : [
          {
            date: date ?? '',
            supplier: collector,
            category: 'Autres',
            variability: 'Variable',
            description: `Commission de recouvrement, ${number}`,
            gross: kept / 100,
            id: name,
          },
        ]
  })
  appendRecords(sheets, expenses, added, positionsOf(expenses))
  return added.length > 0
}

interface Span {
  readonly event: DebtHandedOver
  readonly undone?: string
}

function handOvers(workbook: Desk['workbook']): readonly Span[] {
  const past: Span[] = []
  const open = new Map<string, DebtHandedOver>()
  for (const { event } of workbook.events(({ type }) => type === 'handedOver' || type === 'handOverUndone')) {
    if (event.type === 'handedOver') open.set(event.number, event)
    if (event.type !== 'handOverUndone') continue
    const ended = open.get(event.number)
    if (ended) past.push({ event: ended, undone: event.on })
    open.delete(event.number)
  }
  return [...past, ...[...open.values()].map((event) => ({ event }))]
}
