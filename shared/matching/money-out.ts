import { type Hypothesis, one } from './hypothesis.ts'
import type { IndexedInvoice } from './invoice-index.ts'
import { type Scene, withOpen } from './scene.ts'

/** Money that leaves: the refund of a credit note, or a payment that comes back unpaid. */
export function* moneyOutReadings(scene: Scene): Iterable<Hypothesis> {
  const { reading, state, balances } = scene
  const amount = reading.line.amount
  for (const item of withOpen(scene, amount)) yield one(item, { code: 'refund', settles: amount }, 'out')
  if (!reading.classes.has('reject')) return
  const reversible = new Set<IndexedInvoice>([...scene.cited, ...(state.invoices.settled.get(-amount) ?? []), ...balances.touched])
  for (const item of reversible) {
    const paid = item.invoice.total - balances.open(item)
    if (item.issuedAt <= reading.at && paid >= -amount) yield one(item, { code: 'reversal', settles: amount }, 'out')
  }
  for (const { allocations } of state.memory.byAmount.get(-amount) ?? []) {
    const parts = allocations.flatMap(({ invoiceId, amount: settled }) => {
      const item = state.invoices.byId.get(invoiceId)
      return item && settled !== 0 ? [{ item, settles: -settled }] : []
    })
    if (parts.length > 0 && parts.length === allocations.length)
      yield { parts, relation: { code: 'reversal', settles: amount }, scope: 'out', pool: 1, leansOn: undefined }
  }
}
