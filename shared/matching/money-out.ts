import { type Hypothesis, one, type Receipt } from './hypothesis.ts'
import type { IndexedInvoice } from './invoice-index.ts'
import { ordinal } from '@tabellion/shared/calendar'
import { type Scene, withOpen } from './scene.ts'

/** Money that leaves: the refund of a credit note, or a payment that comes back unpaid. */
export function* moneyOutReadings(scene: Scene): Iterable<Hypothesis> {
  const { reading, state, balances } = scene
  const amount = reading.line.amount
  for (const item of withOpen(scene, amount)) yield one(item, { code: 'refund', settles: amount }, 'out')
  if (!reading.classes.has('reject')) return
  for (const { parts, at } of receiptsOf(scene))
    if (at <= reading.at)
      yield {
        parts: parts.map(({ item, settles }) => ({ item, settles: -settles })), relation: { code: 'reversal', settles: amount }, scope: 'out', pool: 1,
        receivedAt: at,
      }
  const reversible = new Set<IndexedInvoice>([...scene.cited, ...(state.invoices.settled.get(-amount) ?? [])])
  for (const item of reversible)
    if (item.issuedAt <= reading.at && item.total - balances.open(item) >= -amount) yield one(item, { code: 'reversal', settles: amount }, 'out')
}

/** Lines that brought exactly this amount: confirmed ones, the latest first, and those of this page. */
function receiptsOf({ reading, state, balances }: Scene): Receipt[] {
  const amount = -reading.line.amount
  const confirmed = (state.memory.byAmount.get(amount) ?? []).flatMap(({ line, allocations }): Receipt[] => {
    const parts = allocations.flatMap(({ invoiceId, amount: settles }) => {
      const item = state.invoices.byId.get(invoiceId)
      return item && settles !== 0 ? [{ item, settles }] : []
    })
    return parts.length > 0 && parts.length === allocations.length ? [{ parts, at: ordinal(line.bookedOn)  }] : []
  })
  return [...confirmed, ...balances.received(amount)].sort((a, b) => b.at - a.at)
}
