import { type DatedTurnover, netOf, type ReceiptEntry, type YearTurnover } from '@tabellion/shared/bookkeeping'
import type { ActivityNature } from '@tabellion/shared/deadlines'
import { lineTypes, natures, readDate, readScaled, type Table, textOf } from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'
import type { Business } from './business.ts'

/** Turnover excluding VAT: received, by the book; carried out, by the lines of *Ventes* that are invoiced. */
export function yearTurnover(
  entries: readonly ReceiptEntry[],
  sales: Table<'sales'> | undefined,
  { earlier, profile }: Pick<Business, 'earlier' | 'profile'>,
  /** Rows that count as invoiced already. */
  also: ReadonlySet<number> = new Set(),
): YearTurnover {
  const received = entries.flatMap((entry): DatedTurnover[] =>
    entry.category === 'disbursement' || entry.rank === 0
      ? []
      : [{ date: entry.date, amount: netOf(entry), nature: entry.category }],
  )
  return {
    received: [...earlier.received, ...received],
    performed: [...earlier.received, ...performed(sales, profile.activities[0].nature, also)],
  }
}

/** A deposit is no operation: the lines of its balance are (CGI art. 293 D). */
function performed(
  sales: Table<'sales'> | undefined,
  main: ActivityNature,
  also: ReadonlySet<number>,
): readonly DatedTurnover[] {
  return (sales?.rows ?? []).flatMap(({ cells, row }) => {
    const type = lineTypes.parse(textOf(cells.lineType)) ?? 'sale'
    const nature = natures.parse(textOf(cells.nature)) ?? main
    const isInvoiced = textOf(cells.document) !== '' && textOf(cells.document) !== textOf(cells.quote)
    if (!isInvoiced && !also.has(row)) return []
    if (type === 'deposit' || type === 'text' || type === 'disbursement' || nature === 'disbursement') return []
    const date = readDate(cells.date)
    const net = readScaled(cells.net, 2)
    if (!date.ok || date.value === undefined || !net.ok || net.value === undefined) return []
    return [{ date: date.value, amount: cents(net.value), nature }]
  })
}
