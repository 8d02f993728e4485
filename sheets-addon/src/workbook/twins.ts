import type { Day } from '@tabellion/shared/calendar'
import type { IssuedDocument, LedgerLine } from '@tabellion/shared/invoicing'
import type { CellRef, Finding } from '@tabellion/shared/kernel'
import {
  type Cell,
  paymentSums,
  type Row,
  readPayments,
  readRegister,
  readScaled,
  settlements,
  textOf,
} from '@tabellion/shared/ledger'
import { type Cents, cents, negate } from '@tabellion/shared/money'
import type { Sheets } from '../ports.ts'
import { AGED_LABELS, ROWS, TILE_LABELS, TILES } from './dashboard.ts'
import { type Figures, figures, registerTwins } from './figures.ts'
import type { Workbook } from './open.ts'

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
    // A price that an *Article* fills is not in the row before it is issued: its formula cannot know it.
    if (core === undefined || cells.net === '' || cells.unitPrice === '') return []
    return twinFinding(cells.net, core, { tab: 'sales', row, column: 'net' })
  })
}

/** The register's formulas and the dashboard against the core, cell by cell. Reads the dashboard; writes nothing. */
export function sheetTwins(workbook: Workbook, sheets: Pick<Sheets, 'read'>, today: Day): readonly TwinFinding[] {
  const invoices = workbook.tableIfAny('invoices')
  if (!invoices) return []
  const register = readRegister(invoices)
  const table = workbook.tableIfAny('payments')
  const payments = table ? readPayments(table) : []
  const settled = settlements(register, paymentSums(payments))
  const rows = new Map(invoices.rows.map((row) => [row.row, row]))
  const registerFindings = [...settled.values()].flatMap((settlement) => {
    const { row } = settlement.entry
    return Object.entries(registerTwins(settlement)).flatMap(([column, core]) =>
      invoices.position[column as 'received'] === undefined
        ? []
        : twinFinding(rows.get(row)?.cells[column as 'received'] ?? '', core, { tab: 'invoices', row, column }),
    )
  })
  return [...registerFindings, ...dashboardTwins(sheets.read('dashboard'), figures(register, payments, today))]
}

function dashboardTwins(cells: readonly (readonly Cell[])[] | undefined, core: Figures): readonly TwinFinding[] {
  // Where the tab is not as we drew it, its cells are somebody else's.
  if (cells?.[ROWS.labels - 1]?.[0] !== TILE_LABELS.invoiced) return []
  const cell = (row: number, column: number): Cell => cells[row - 1]?.[column - 1] ?? ''
  return [
    ...TILES.flatMap((tile, index) =>
      twinFinding(cell(ROWS.figures, index + 1), core[tile], {
        tab: 'dashboard',
        row: ROWS.figures,
        column: TILE_LABELS[tile],
      }),
    ),
    ...AGED_LABELS.flatMap((label, index) =>
      twinFinding(cell(ROWS.aged + index, 2), core.aged[index] ?? cents(0), {
        tab: 'dashboard',
        row: ROWS.aged + index,
        column: label,
      }),
    ),
    ...core.months.flatMap(([now, before], index) => [
      ...twinFinding(cell(ROWS.months + index, 4), now, { tab: 'dashboard', row: ROWS.months + index }),
      ...twinFinding(cell(ROWS.months + index, 5), before, { tab: 'dashboard', row: ROWS.months + index }),
    ]),
  ]
}
