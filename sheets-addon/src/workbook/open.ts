import {
  EMPTY_JOURNAL,
  type Head,
  type JournalRow,
  readEvents,
  rowHash,
  type StoredEvent,
} from '@tabellion/shared/journal'
import {
  type Cell,
  columnsOf,
  FIRST_DATA_ROW,
  HEADING_ROW,
  headingKey,
  readTable,
  type TabKey,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { refuse } from './refusal.ts'

/** The journal without its data: one read, whatever its weight. */
export interface JournalIndex {
  readonly rows: readonly { readonly sequence: number; readonly type: string; readonly key: string }[]
  readonly head: Head
  /** The instant of its first event; empty before. */
  readonly began: string
  /** Keys (numbers) of the events of one type, in order. */
  keys(type: string): readonly string[]
}

/** The workbook as it stands while the lock is held. Tabs are read at most once, and only those that are asked for. */
export interface Workbook {
  table<K extends TabKey>(tab: K): Table<K>
  /** As `table`, but undefined when the tab is missing. */
  tableIfAny<K extends TabKey>(tab: K): Table<K> | undefined
  /** What people see in a block of a tab, as it is now. */
  readonly shown: Ports['sheets']['shown']
  journal(): JournalIndex
  /** Events of one type and key, with their data. */
  events(wanted: (row: { readonly type: string; readonly key: string }) => boolean): readonly StoredEvent[]
  properties(): Readonly<Record<string, string>>
  /** The head alone, when nothing else of the journal is needed: no read as long as the properties remember it. */
  headOnly(): Head
}

const HEAD_PROPERTY = 'journal.head'
/** Set before the journal is written and emptied after: while it stands, the remembered head may be behind the sheet. */
const PENDING_PROPERTY = 'journal.pending'

export function openWorkbook({ sheets, store }: Pick<Ports, 'sheets' | 'store'>): Workbook {
  const tables = new Map<TabKey, Table<TabKey> | undefined>()
  let index: JournalIndex | undefined
  let properties: Readonly<Record<string, string>> | undefined

  const tableIfAny = <K extends TabKey>(tab: K): Table<K> | undefined => {
    if (!tables.has(tab)) {
      const read = readTable(tab, sheets.read(tab))
      if (read.ok) tables.set(tab, read.value as unknown as Table<TabKey>)
      else if (read.problem.code === 'missing-tab') tables.set(tab, undefined)
      else refuse(read.problem)
    }
    return tables.get(tab) as Table<K> | undefined
  }
  const workbook: Workbook = {
    tableIfAny,
    shown: sheets.shown,
    table: (tab) => tableIfAny(tab) ?? refuse({ code: 'missing-tab', tab }),
    journal: () => {
      index ??= readIndex(sheets, workbook.properties())
      return index
    },
    events: (wanted) => {
      const { rows } = workbook.journal()
      let isWanted = false
      // A row that continues another goes with it.
      const chosen = new Set(
        rows.flatMap((row, at) => {
          if (row.type !== 'suite') isWanted = wanted(row)
          return isWanted ? [at] : []
        }),
      )
      const stored = stretches([...chosen]).flatMap(([first, end]) =>
        sheets
          .readBlock('journal', FIRST_DATA_ROW + first, 1, end - first + 1, JOURNAL_WIDTH)
          .map(journalRow)
          .filter((_, at) => chosen.has(first + at)),
      )
      const read = readEvents(stored)
      return read.ok ? read.value : refuse(read.problem)
    },
    properties: () => {
      properties ??= store.read()
      return properties
    },
    headOnly: () =>
      (workbook.properties()[PENDING_PROPERTY] ? undefined : rememberedHead(workbook.properties())) ??
      workbook.journal().head,
  }
  return workbook
}

const JOURNAL_WIDTH = columnsOf('journal').length

/** Few reads, whatever is wanted, and little between: an old invoice and its payments stand far apart in a heavy tab. */
const MOST_READS = 2
const WORTH_A_READ = 300

/** From first to last row of each read, cut where most that is not wanted lies between. */
function stretches(chosen: readonly number[]): readonly (readonly [number, number])[] {
  const gaps = chosen
    .map((at, index) => ({ index, gap: at - (chosen[index - 1] ?? at) }))
    .filter(({ gap }) => gap > WORTH_A_READ)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, MOST_READS - 1)
  const starts = [0, ...gaps.map(({ index }) => index)].sort((a, b) => a - b)
  return starts.flatMap((start, index) => {
    const [first, end] = [chosen[start], chosen[(starts[index + 1] ?? chosen.length) - 1]]
    return first === undefined || end === undefined ? [] : [[first, end] as const]
  })
}

export function journalRow(cells: readonly Cell[]): JournalRow {
  const [sequence, instant, type, key, data, previousHash, hash] = cells
  return {
    sequence: Number(sequence),
    instant: textOf(instant ?? ''),
    type: textOf(type ?? ''),
    key: textOf(key ?? ''),
    data: String(data ?? ''),
    previousHash: textOf(previousHash ?? ''),
    hash: textOf(hash ?? ''),
  }
}

function readIndex(sheets: Ports['sheets'], properties: Readonly<Record<string, string>>): JournalIndex {
  const values = sheets.readColumns('journal', 1, 4) ?? []
  const headings = columnsOf('journal').slice(0, 4)
  if (
    values.length > 0 &&
    headings.some(
      ([, column], at) => headingKey(textOf(values[HEADING_ROW - 1]?.[at] ?? '')) !== headingKey(column.heading),
    )
  ) {
    refuse({ code: 'headings-lost', tab: 'journal' })
  }
  const rows: { sequence: number; type: string; key: string }[] = []
  for (const [sequence, , type, key] of values.slice(HEADING_ROW)) {
    if (sequence === '' || sequence === undefined) break
    // The sequence counts the rows: one deleted, doubled or moved shows here without reading any data.
    if (sequence !== rows.length + 1) refuse({ code: 'journal-altered', row: FIRST_DATA_ROW + rows.length })
    rows.push({ sequence: rows.length + 1, type: textOf(type ?? ''), key: textOf(key ?? '') })
  }
  const head = readHead(sheets, rows.length, rememberedHead(properties))
  const began = textOf(values[HEADING_ROW]?.[1] ?? '')
  return { rows, head, began, keys: (type) => rows.filter((row) => row.type === type).map((row) => row.key) }
}

export function rememberedHead(properties: Readonly<Record<string, string>>): Head | undefined {
  const [sequence, hash] = (properties[HEAD_PROPERTY] ?? '').split(' ')
  return sequence && hash ? { sequence: Number(sequence), hash } : undefined
}
export const headProperty = (head: Head): Readonly<Record<string, string>> => ({
  [HEAD_PROPERTY]: `${head.sequence} ${head.hash}`,
  [PENDING_PROPERTY]: '',
})
/** Whether the properties still remember this head: nobody has written the journal since. */
export const isHead = (properties: Readonly<Record<string, string>>, head: Head): boolean =>
  !wasStopped(properties) && properties[HEAD_PROPERTY] === `${head.sequence} ${head.hash}`
/** The last run that wrote the journal was stopped before its end. */
export const wasStopped = (properties: Readonly<Record<string, string>>): boolean =>
  (properties[PENDING_PROPERTY] ?? '') !== ''
/** To be written before the first append of a transaction. */
export const pendingProperty: Readonly<Record<string, string>> = { [PENDING_PROPERTY]: '1' }

/**
 * The last row's hash. The properties remember it, and outlive a version history that rolls the file back: a journal
 * shorter than what they remember was cut. One longer comes from a run that was stopped before it could write them.
 */
function readHead(sheets: Ports['sheets'], length: number, remembered: Head | undefined): Head {
  if (remembered && remembered.sequence > length)
    refuse({ code: 'journal-cut', expected: remembered.sequence, found: length })
  if (length === 0) return EMPTY_JOURNAL
  if (remembered?.sequence === length) return remembered
  const cells = sheets.readBlock('journal', HEADING_ROW + length, 1, 1, JOURNAL_WIDTH)[0] ?? []
  const row = journalRow(cells)
  if (rowHash(row) !== row.hash) refuse({ code: 'journal-altered', row: HEADING_ROW + length })
  return { sequence: length, hash: row.hash }
}
