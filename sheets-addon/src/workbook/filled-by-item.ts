import type { LedgerLine } from '@tabellion/shared/invoicing'
import type { StoredCells } from '@tabellion/shared/journal'
import { type Cell, isBlank, natures, type Row } from '@tabellion/shared/ledger'

/** What the row's *Article* says where its own cells say nothing (features E.1, column E). */
export function filledByItem(row: Row<'sales'>, line: LedgerLine): StoredCells {
  if (line.item === '') return {}
  const offered: Record<string, Cell> = {
    label: line.label,
    detail: line.detail,
    unit: line.unit,
    nature: natures.labels[line.nature],
    ...(line.unitPrice === undefined ? {} : { unitPrice: line.unitPrice / 1_000_000 }),
    ...(line.vatRate === undefined ? {} : { vatRate: line.vatRate / 100_000 }),
  }
  return Object.fromEntries(
    Object.entries(offered).filter(([key, value]) => isBlank(row.cells[key as 'label']) && value !== ''),
  )
}
