import type { Day } from '@tabellion/shared/calendar'
import type { PaymentMethod } from '@tabellion/shared/ledger'
import { type Cents, negate } from '@tabellion/shared/money'

/** A purchase of goods, supplies or food to be sold or used in what is sold (C. com. art. L123-28). */
export interface Purchase {
  readonly key: string
  readonly date: Day
  readonly supplier: string
  readonly document: string
  readonly nature: string
  readonly gross: Cents
  readonly method: PaymentMethod
}
/** One line of the *registre des achats*: append-only, like the receipts book. */
export interface PurchaseEntry extends Purchase {
  readonly rank: number
  readonly reverses?: number
}

/** The lines to append so that the register says what the purchases say: new ones, reversals and corrected ones. */
export function purchasesToAppend(register: readonly PurchaseEntry[], purchases: readonly Purchase[]): PurchaseEntry[] {
  const reversed = new Set(register.flatMap(({ reverses }) => reverses ?? []))
  const standing = register.filter(({ rank, reverses }) => reverses === undefined && !reversed.has(rank))
  const wanted = new Map(purchases.map((purchase) => [purchase.key, purchase]))
  const added: PurchaseEntry[] = []
  let rank = register.reduce((highest, entry) => Math.max(highest, entry.rank), 0)
  const kept = new Set<string>()
  for (const { rank: reverses, ...entry } of standing) {
    const purchase = wanted.get(entry.key)
    if (purchase && facts(purchase) === facts(entry)) {
      kept.add(entry.key)
      continue
    }
    rank += 1
    added.push({ ...entry, rank, gross: negate(entry.gross), reverses })
  }
  for (const purchase of purchases) {
    if (kept.has(purchase.key)) continue
    rank += 1
    added.push({ ...purchase, rank })
  }
  return added
}

const facts = ({ date, document, gross, method, nature, supplier }: Purchase): string =>
  [date, supplier, document, nature, gross, method].join('|')
