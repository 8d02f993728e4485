import { ordinal } from '@tabellion/shared/calendar'
import { type Hypothesis, one, type Receipt } from './hypothesis.ts'
import { type Scene, withOpen } from './scene.ts'

/** Money that leaves: the refund of a credit note, or a payment that comes back unpaid. */
export function moneyOutReadings(scene: Scene): Hypothesis[] {
  const { reading, state, balances } = scene
  const amount = reading.line.amount
  const found = withOpen(scene, amount).map((item) => one(item, { code: 'refund', settles: amount }, 'out'))
  if (!reading.classes.has('reject')) return found
  const relation = { code: 'reversal', settles: amount } as const
  for (const { parts, at } of receiptsOf(scene))
    if (at <= reading.at)
      found.push({
        parts: parts.map(({ item, settles }) => ({ item, settles: -settles })),
        relation,
        scope: 'out',
        pool: 1,
        receivedAt: at,
      })
  for (const item of [...scene.cited, ...(state.invoices.settled.get(-amount) ?? [])])
    if (item.issuedAt <= reading.at && item.total - balances.open(item) >= -amount)
      found.push(one(item, relation, 'out'))
  return found
}

/** Lines that brought exactly this amount: confirmed ones, the latest first, and those of this page. */
function receiptsOf({ reading, state, balances }: Scene): Receipt[] {
  const amount = -reading.line.amount
  const confirmed = (state.memory.byAmount.get(amount) ?? []).flatMap(({ line, allocations }): Receipt[] => {
    const parts = allocations.flatMap(({ invoiceId, amount: settles }) => {
      const item = state.invoices.byId.get(invoiceId)
      return item && settles !== 0 ? [{ item, settles }] : []
    })
    return parts.length > 0 && parts.length === allocations.length ? [{ parts, at: ordinal(line.bookedOn) }] : []
  })
  return [...confirmed, ...balances.received(amount)].sort((a, b) => b.at - a.at)
}
