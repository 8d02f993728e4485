import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Column,
  columnLetters,
  columnsOf,
  FIRST_DATA_ROW,
  formulaDown,
  HEADING_ROW,
  headingKey,
  type TabKey,
  tableKeys,
  tabs,
} from '@tabellion/shared/ledger'
import type { Emulator } from '../../sheets-addon/emulator/index.ts'
import { formatOf } from '../../sheets-addon/src/workbook/looks.ts'
import { NEEDED_TABS, neededColumns } from '../../sheets-addon/src/workbook/needed.ts'
import { csvOf, readCsvFile } from './csv.ts'

/** Fills the emulator's book from the CSV files of the folder, each cell as a person would type it. */
export function loadTabs(emulator: Emulator, folder: string): void {
  const present = tableKeys.filter((tab) => existsSync(join(folder, csvOf(tab))))
  if (present.length === 0) return
  const records = new Map(present.map((tab) => [tab, readCsvFile(join(folder, csvOf(tab)), csvOf(tab))]))
  const layouts = new Map<TabKey, Layout>()
  for (const tab of tableKeys) {
    const rows = records.get(tab)
    // What an action needs and cannot invent is left missing: the action itself finds it so, creates it and says it.
    if (rows === undefined && NEEDED_TABS.has(tab)) continue
    layouts.set(tab, layoutOf(tab, headingsOf(rows ?? [])))
  }
  const positions = (tab: TabKey, key: string): number | undefined => layouts.get(tab)?.position.get(key)
  for (const [tab, layout] of layouts) fillSheet(emulator, tab, layout, records.get(tab)?.slice(1) ?? [], positions)
}

/** As wide as the longest record: what someone wrote beside the last heading is theirs, and comes back. */
const headingsOf = (records: readonly (readonly string[])[]): readonly string[] =>
  Array.from({ length: Math.max(0, ...records.map((record) => record.length)) }, (_, at) => records[0]?.[at] ?? '')

interface Layout {
  /** Headings from left to right, created columns included. */
  readonly headings: readonly string[]
  readonly position: ReadonlyMap<string, number>
  /** For each sheet column, the record's own column; undefined when it was created. */
  readonly source: readonly (number | undefined)[]
}

/** The file's columns in the file's order; a missing one goes after the column that the declaration puts before it. */
function layoutOf(tab: TabKey, headings: readonly string[]): Layout {
  const keys = new Map(
    columnsOf(tab).flatMap(([key, column]: readonly [string, Column]) =>
      [column.heading, ...(column.aliases ?? [])].map((heading) => [headingKey(heading), key] as const),
    ),
  )
  const seen = new Set<string>()
  const columns: { heading: string; key: string | undefined; source: number | undefined }[] = headings.map(
    (heading, source) => {
      const key = keys.get(headingKey(heading))
      const first = key !== undefined && !seen.has(key)
      if (first) seen.add(key)
      return { heading, key: first ? key : undefined, source }
    },
  )
  let previous = -1
  for (const [key, column] of columnsOf(tab) as readonly (readonly [string, Column])[]) {
    const at = columns.findIndex((candidate) => candidate.key === key)
    if (at >= 0) previous = at
    else if (headings.length === 0 || !neededColumns(tab).includes(key)) {
      columns.splice(previous + 1, 0, { heading: column.heading, key, source: undefined })
      previous += 1
    }
  }
  return {
    headings: columns.map((column) => column.heading),
    position: new Map(columns.flatMap(({ key }, index) => (key === undefined ? [] : [[key, index + 1] as const]))),
    source: columns.map((column) => column.source),
  }
}

function fillSheet(
  emulator: Emulator,
  tab: TabKey,
  layout: Layout,
  records: readonly (readonly string[])[],
  positions: (tab: TabKey, key: string) => number | undefined,
): void {
  const { title } = tabs[tab]
  const width = layout.headings.length
  const hasFormulas = columnsOf(tab).some(([, { formula }]: readonly [string, Column]) => formula !== undefined)
  // Room for what the action adds; less where formulas wait in every empty row, as a tab of the script's own has.
  const height = FIRST_DATA_ROW + records.length + (hasFormulas ? 300 : 1000)
  const { book } = emulator
  if (book.sheets().some((sheet) => sheet.name === title)) book.resizeSheet(title, height, width)
  else book.addSheet(title, { rows: height, columns: width, hidden: 'hidden' in tabs[tab] })
  book.put(title, 1, 1, [[tabs[tab].purpose]])
  book.put(title, HEADING_ROW, 1, [[...layout.headings]])
  const keyAt = new Map([...layout.position].map(([key, at]) => [at, key]))
  const issued = issuedRows(tab, layout, records)
  for (let at = 1; at <= width; at++) {
    const key = keyAt.get(at)
    const column = key === undefined ? undefined : (tabs[tab].columns as Readonly<Record<string, Column>>)[key]
    const letters = columnLetters(at)
    book.format(title, `${letters}${FIRST_DATA_ROW}:${letters}`, column ? formatOf(column) : '@')
    if (records.length === 0) continue
    const source = layout.source[at - 1]
    const texts = records.map((record) => (source === undefined ? '' : (record[source] ?? '')))
    if (column?.formula !== undefined) {
      const formulaOf = formulaDown(tab, column, positions)
      book.put(
        title,
        FIRST_DATA_ROW,
        at,
        texts.map((_, index) => [{ formula: formulaOf?.(FIRST_DATA_ROW + index) ?? '' }]),
      )
      for (const index of column.fixedAtIssue ? issued : [])
        book.type(title, FIRST_DATA_ROW + index, at, [[texts[index] ?? '']])
    } else if (column === undefined || column.kind === 'text') {
      // Text stays exactly as written, apostrophes and equals signs included.
      book.put(
        title,
        FIRST_DATA_ROW,
        at,
        texts.map((text) => [text === '' ? null : text]),
      )
    } else
      book.type(
        title,
        FIRST_DATA_ROW,
        at,
        texts.map((text) => [text]),
      )
  }
}

/** Records whose amounts are values: ledger rows that bear a document's number. */
function issuedRows(tab: TabKey, layout: Layout, records: readonly (readonly string[])[]): readonly number[] {
  if (tab !== 'sales') return []
  const cell = (record: readonly string[], key: string): string => {
    const source = layout.source[(layout.position.get(key) ?? 0) - 1]
    return source === undefined ? '' : (record[source] ?? '').trim()
  }
  return records.flatMap((record, index) =>
    cell(record, 'document') !== '' && cell(record, 'document') !== cell(record, 'quote') ? [index] : [],
  )
}
