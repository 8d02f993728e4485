import { maskedIban } from '@tabellion/shared/party'
import type { Transaction } from '@tabellion/shared/statements'
import type { FileLine } from '../messages.ts'
import type { TransactionRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'

export type Found = Pick<
  Transaction,
  'id' | 'date' | 'valueDate' | 'amountCents' | 'label' | 'counterparty' | 'reference' | 'account'
> & { readonly iban?: string | undefined }

export interface Origin {
  /** `page:` and the origin, or `file:` and the format. */
  readonly source: string
  /** The account of a line that names none. */
  readonly account: string
  readonly name: string
}

/** Keeps lines that are not known yet: reading a page or a file again adds nothing. */
export async function keepLines(desk: Desk, lines: readonly (Found | FileLine)[], from: Origin): Promise<number> {
  const { store, now } = desk
  const at = now()
  return store.write(async () => {
    const known = await store.transactions.bulkGet(lines.map(({ id }) => id))
    const fresh = lines.filter((_, index) => known[index] === undefined).map((line) => rowOf(line, from, at))
    await store.transactions.bulkPut(fresh)
    for (const id of new Set(lines.map(({ account }) => account ?? from.account))) {
      const before = await store.accounts.get(id)
      await store.accounts.put({ id, name: from.name, firstSeen: before?.firstSeen ?? at, lastSeen: at })
    }
    return fresh.length
  })
}

function rowOf(line: Found | FileLine, { source, account }: Origin, at: string): TransactionRow {
  const iban = 'iban' in line && line.iban !== undefined ? maskedIban(line.iban) : undefined
  return {
    id: line.id,
    account: line.account ?? account,
    date: line.date,
    ...(line.valueDate !== undefined && { valueDate: line.valueDate }),
    amountCents: line.amountCents,
    label: line.label.slice(0, 2_000),
    ...(line.counterparty !== undefined && { counterparty: line.counterparty.slice(0, 200) }),
    ...(line.reference !== undefined && { reference: line.reference.slice(0, 200) }),
    ...(iban !== undefined && { maskedIban: iban }),
    source,
    firstSeen: at,
  }
}
