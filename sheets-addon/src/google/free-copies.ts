import { type Column, columnsOf, formulaAt, isIssued, type Table, textOf } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { positionsOf } from '../workbook/write.ts'

/**
 * A row of *Ventes* pasted or dragged whole brings its hidden ID along, and what we wrote in it: the copy becomes a sale of its
 * own, to be billed. Says whether it was a copy of a billed one. What is elsewhere keeps its ID; among copies alone, the first.
 */
export function freeCopies({ sheets }: Pick<Ports, 'sheets'>, table: Table<'sales'>): 'none' | 'drafts' | 'billed' {
  const { position } = table
  const idAt = position.id
  if (idAt === undefined) return 'none'
  const edited = new Set(table.rows.map(({ row }) => row))
  const known = new Set(
    (sheets.readColumns('sales', idAt, idAt) ?? []).flatMap(([id = ''], at) =>
      edited.has(at + 1) ? [] : [textOf(id)],
    ),
  )
  const copies = table.rows.filter(({ cells }) => {
    const id = textOf(cells.id)
    const isCopy = id !== '' && known.has(id)
    known.add(id)
    return isCopy
  })
  if (copies.length === 0) return 'none'
  const columns: readonly (readonly [keyof typeof position, Column])[] = columnsOf('sales')
  for (const [key, column] of columns) {
    const at = position[key]
    if (at === undefined) continue
    if (column.source === 'written')
      sheets.writeEach(
        'sales',
        copies.map(({ row }) => ({ row, column: at })),
        '',
      )
    else if (column.fixedAtIssue)
      for (const { row } of copies)
        sheets.write('sales', row, at, [[{ formula: formulaAt('sales', column, row, positionsOf(table)) ?? '' }]])
  }
  return copies.some(isIssued) ? 'billed' : 'drafts'
}
