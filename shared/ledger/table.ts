import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type Cell, isBlank, textOf } from './cell.ts'
import { type ColumnKey, columnsOf, HEADING_ROW, type TabKey, tabs } from './columns.ts'

export type RecordOf<K extends TabKey> = Readonly<Record<ColumnKey<K>, Cell>>

export interface Row<K extends TabKey> {
  /** The row of the sheet, 1-based. */
  readonly row: number
  readonly cells: RecordOf<K>
}

/** A tab as read at once: rows by record, columns by heading, whatever their order. */
export interface Table<K extends TabKey> {
  readonly tab: K
  readonly headingRow: number
  /** 1-based sheet columns. Absent when the heading is missing: its cells read as empty. */
  readonly position: Readonly<Partial<Record<ColumnKey<K>, number>>>
  readonly missing: readonly ColumnKey<K>[]
  /** Rows with something of the user's or ours in them; blank ones are left out, their numbers kept. */
  readonly rows: readonly Row<K>[]
  /** The sheet row after the last such row. */
  readonly nextRow: number
  /** The sheet's width when it was read. */
  readonly width: number
}

export type TableProblem =
  | { readonly code: 'missing-tab'; readonly tab: TabKey }
  | { readonly code: 'doubled-heading'; readonly tab: TabKey; readonly heading: string }
  | { readonly code: 'headings-lost'; readonly tab: TabKey }

/** Headings are compared without case, accents, apostrophe style or spaces around. */
export const headingKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()

const known = new Map<TabKey, ReadonlyMap<string, string>>()
/** From heading (or alias) to column key. */
function headingsOf(tab: TabKey): ReadonlyMap<string, string> {
  let map = known.get(tab)
  if (!map) {
    map = new Map(
      columnsOf(tab).flatMap(([key, column]) =>
        [column.heading, ...(column.aliases ?? [])].map((heading) => [headingKey(heading), key] as const),
      ),
    )
    known.set(tab, map)
  }
  return map
}

/** Reads a tab from the values of its used range, the first being row 1 and column 1. */
export function readTable<K extends TabKey>(
  tab: K,
  values: readonly (readonly Cell[])[] | undefined,
): Result<Table<K>, TableProblem> {
  if (values === undefined) return fail({ code: 'missing-tab', tab })
  const headings = headingsOf(tab)
  const headingIndex = findHeadingRow(values, headings)
  if (headingIndex === undefined) return fail({ code: 'headings-lost', tab })
  const position: Record<string, number> = {}
  for (const [index, cell] of (values[headingIndex] ?? []).entries()) {
    const key = headings.get(headingKey(textOf(cell)))
    if (key === undefined) continue
    if (position[key] !== undefined) return fail({ code: 'doubled-heading', tab, heading: textOf(cell) })
    position[key] = index + 1
  }
  const columns = columnsOf(tab)
  // Formulas are everywhere and ticks are FALSE everywhere: neither makes a row.
  const content = columns
    .filter(([, column]) => column.source !== 'formula' && column.kind !== 'checkbox')
    .map(([key]) => (position[key] ?? 0) - 1)
  const ticks = columns.filter(([, column]) => column.kind === 'checkbox').map(([key]) => (position[key] ?? 0) - 1)
  const rows: Row<K>[] = []
  for (let index = headingIndex + 1; index < values.length; index++) {
    const line = values[index] ?? []
    if (![...content, ...ticks].some((at) => at >= 0 && !isBlank(line[at] ?? ''))) continue
    const cells: Record<string, Cell> = {}
    for (const [key] of columns)
      cells[key] = position[key] === undefined ? '' : (line[(position[key] as number) - 1] ?? '')
    rows.push({ row: index + 1, cells: cells as RecordOf<K> })
  }
  return ok({
    tab,
    headingRow: headingIndex + 1,
    position: position as Table<K>['position'],
    missing: columns.map(([key]) => key).filter((key) => position[key] === undefined),
    rows,
    nextRow: (rows.at(-1)?.row ?? headingIndex + 1) + 1,
    width: values[headingIndex]?.length ?? 0,
  })
}

/** Row 3, unless rows were inserted or deleted above: then the row, among the first twenty, with the most of our headings. */
function findHeadingRow(
  values: readonly (readonly Cell[])[],
  headings: ReadonlyMap<string, string>,
): number | undefined {
  const score = (row: readonly Cell[] | undefined): number =>
    (row ?? []).filter((cell) => typeof cell === 'string' && headings.has(headingKey(cell))).length
  const expected = HEADING_ROW - 1
  const scores = values.slice(0, 20).map(score)
  if ((scores[expected] ?? 0) >= 2) return expected
  const best = Math.max(0, ...scores)
  return best >= 2 || (best === 1 && headings.size === 1) ? scores.indexOf(best) : undefined
}

/** The tab's title as people see it. */
export const tabTitle = (tab: TabKey): string => tabs[tab].title
