import type { IssuedDocument, LedgerLine } from '@tabellion/shared/invoicing'
import type { CellRef, Finding } from '@tabellion/shared/kernel'
import { type Cell, type Row, readScaled, textOf } from '@tabellion/shared/ledger'
import { type Cents, cents, negate } from '@tabellion/shared/money'

/** The sheet's own formula and the core, each on its own, came to different amounts (features D-07). */
export interface TwinProblem {
  readonly code: 'sheet-differs'
  /** What the cell shows: an amount, or something that is none. */
  readonly sheet: Cents | string
  readonly core: Cents
}
export type TwinFinding = Finding<TwinProblem>

/** Nothing when both agree. A cent is a rounding of the sheet's binary numbers, more is a formula that was changed. */
export function twinFinding(cell: Cell, core: Cents, at: CellRef): readonly TwinFinding[] {
  const shown = readScaled(cell, 2)
  const sheet = shown.ok ? cents(shown.value ?? 0) : textOf(cell)
  if (sheet === core) return []
  const severity = typeof sheet === 'number' && Math.abs(sheet - core) <= 1 ? 'info' : 'fix'
  return [{ code: 'sheet-differs', sheet, core, severity, at }]
}

/** *Montant HT* of rows about to be issued: the core's value is the one that will be. */
export function lineTwins(
  document: Pick<IssuedDocument, 'lines' | 'allowances'>,
  rows: readonly Row<'sales'>[],
  lines: readonly LedgerLine[],
): readonly TwinFinding[] {
  const amounts = new Map<string, Cents>()
  for (const line of document.lines) if (line.kind !== 'text') amounts.set(line.rowId, line.net)
  for (const { amount, rowId } of document.allowances) amounts.set(rowId, negate(amount))
  return rows.flatMap(({ cells, row }, index) => {
    const core = amounts.get(lines[index]?.id ?? '')
    // A quantity or price that an *Article* fills is not in the row yet: its formula shows nothing.
    if (core === undefined || cells.net === '') return []
    return twinFinding(cells.net, core, { tab: 'sales', row, column: 'net' })
  })
}
