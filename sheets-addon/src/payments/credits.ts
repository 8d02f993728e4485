import { nameKey } from '@tabellion/shared/invoicing'
import { numberKey, type Settlement } from '@tabellion/shared/ledger'
import { type Cents, cents, minus, plus, sum } from '@tabellion/shared/money'

/** Money of a client’s that pays no document any more, and the document it came with. */
export interface ClientCredit {
  readonly number: string
  readonly amount: Cents
}

/**
 * What a client may use for another invoice, the oldest first: what was kept for them, what an invoice had too much, what a
 * credit note is still worth. The same money counts once, be it the invoice’s excess or its credit note’s.
 */
export function creditsOf(settlements: Iterable<Settlement>, client: string): readonly ClientCredit[] {
  const own = [...settlements].filter(({ entry }) => nameKey(entry.client) === nameKey(client))
  const worth = new Map<string, Cents>()
  for (const { entry, excess } of own)
    if (entry.kind === 'credit') {
      const key = numberKey(entry.originInvoice)
      worth.set(key, plus(worth.get(key) ?? cents(0), excess))
    }
  return own.flatMap(({ clientCredit, entry, excess }) => {
    const rest = minus(excess, worth.get(numberKey(entry.number)) ?? cents(0))
    const amount = cents(Math.max(0, rest) + Math.max(0, clientCredit))
    return amount > 0 ? [{ number: entry.number, amount }] : []
  })
}

export const creditOf = (credits: readonly ClientCredit[]): Cents => sum(credits.map(({ amount }) => amount))
