import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import {
  type Column,
  columnLetters,
  columnsOf,
  FIRST_DATA_ROW,
  formulaAt,
  HEADING_ROW,
  headingKey,
  type TabKey,
  tableKeys,
  tabs,
} from '@tabellion/shared/ledger'
import { createEmulator, type Emulator, type EmulatorState } from '../../sheets-addon/emulator/index.ts'
import { formatOf } from '../../sheets-addon/src/workbook/looks.ts'
import { NEEDED_TABS, neededColumns } from '../../sheets-addon/src/workbook/needed.ts'
import { buildAddon } from '../build-addon.ts'
import { csvText } from './cells.ts'
import { DoorRefusal } from './cli.ts'
import { readCsv, writeCsv } from './csv.ts'

/** A workbook kept as one CSV file per tab, with Drive, mails and the rest beside it (door.md §1). */
export interface OpenWorkbook {
  readonly emulator: Emulator
  /** Writes the workbook as it now stands, whole or not at all. Returns the paths of new files and mails. */
  save(to: string): {
    readonly files: readonly string[]
    readonly mails: readonly { readonly file: string; readonly number: number }[]
  }
}

const STATE = '.tabellion/state.json'
const DRIVE_MAP = '.tabellion/drive.json'
const SEED = 20_261_125

/** Loads a folder into a fresh emulator, its clock at `instant`. */
export async function openFolder(folder: string, instant: string): Promise<OpenWorkbook> {
  if (!existsSync(folder))
    throw new DoorRefusal(
      'no-workbook',
      `Le dossier « ${basename(folder)} » n’existe pas. Créez-le, ou corrigez --workbook.`,
    )
  const { code, files } = await buildAddon()
  const html = Object.fromEntries(
    Object.entries(files).flatMap(([name, text]) => (name.endsWith('.html') ? [[name.slice(0, -5), text]] : [])),
  )
  const paths = readJson<Record<string, string>>(join(folder, DRIVE_MAP)) ?? {}
  const state = readJson<EmulatorState>(join(folder, STATE))
  const emulator = createEmulator({
    bundle: { code, html, manifest: files['appsscript.json'] ?? '{}' },
    seed: SEED,
    instant,
    ...(state ? { state } : {}),
    content: (id) => {
      const path = paths[id]
      return path !== undefined && existsSync(join(folder, 'Drive', path))
        ? readFileSync(join(folder, 'Drive', path))
        : undefined
    },
  })
  load(emulator, folder)
  const knownFiles = new Set(emulator.drive.files().map((file) => file.id))
  const knownMails = emulator.mails().length
  return { emulator, save: (to) => save(emulator, folder, to, knownFiles, knownMails) }
}

const readJson = <Value>(file: string): Value | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Value) : undefined

const csvOf = (tab: TabKey): string => `${tabs[tab].title}.csv`

function load(emulator: Emulator, folder: string): void {
  const present = tableKeys.filter((tab) => existsSync(join(folder, csvOf(tab))))
  if (present.length === 0) return
  const records = new Map(
    present.map((tab) => [tab, readCsv(readFileSync(join(folder, csvOf(tab)), 'utf8'), csvOf(tab))]),
  )
  const layouts = new Map<TabKey, Layout>()
  for (const tab of tableKeys) {
    const rows = records.get(tab)
    // What an action needs and cannot invent is left missing: the action itself finds it so, creates it and says it.
    if (rows === undefined && NEEDED_TABS.has(tab)) continue
    layouts.set(tab, layoutOf(tab, rows?.[0] ?? []))
  }
  const positions = (tab: TabKey, key: string): number | undefined => layouts.get(tab)?.position.get(key)
  for (const [tab, layout] of layouts) fillSheet(emulator, tab, layout, records.get(tab)?.slice(1) ?? [], positions)
}

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
  // Room for what the action adds, as a tab of Google's has.
  const height = FIRST_DATA_ROW + records.length + 1000
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
      book.put(
        title,
        FIRST_DATA_ROW,
        at,
        texts.map((_, index) => [{ formula: formulaAt(tab, key as never, FIRST_DATA_ROW + index, positions) ?? '' }]),
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

function save(
  emulator: Emulator,
  from: string,
  to: string,
  knownFiles: ReadonlySet<string>,
  knownMails: number,
): ReturnType<OpenWorkbook['save']> {
  const made = `${to}.nouveau-${process.pid}`
  rmSync(made, { recursive: true, force: true })
  mkdirSync(join(made, '.tabellion'), { recursive: true })
  // Everything of the old folder that we do not write anew: other tabs, files, mails. Links cost nothing, whatever their size.
  const ours = new Set([...tableKeys.map(csvOf), '.tabellion'])
  for (const name of existsSync(from) ? readdirSync(from) : [])
    if (!ours.has(name)) linkTree(join(from, name), join(made, name))
  const sheets = new Set(emulator.book.sheets().map((sheet) => sheet.name))
  for (const tab of tableKeys)
    if (sheets.has(tabs[tab].title)) writeFileSync(join(made, csvOf(tab)), tabText(emulator, tab))
  const drive = emulator.drive.files().filter((file) => !file.folder)
  const files = drive
    .filter((file) => !knownFiles.has(file.id))
    .map((file) => {
      const path = join(made, 'Drive', file.path)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, emulator.drive.content(file.id) ?? new Uint8Array())
      return `Drive/${file.path}`
    })
  const mails = emulator
    .mails()
    .slice(knownMails)
    .map((mail) => {
      const file = `Mails/${String(mail.number).padStart(4, '0')}.eml`
      mkdirSync(join(made, 'Mails'), { recursive: true })
      writeFileSync(join(made, file), mail.eml)
      return { file, number: mail.number }
    })
  writeFileSync(join(made, STATE), JSON.stringify(emulator.save({ content: false })))
  writeFileSync(join(made, DRIVE_MAP), JSON.stringify(Object.fromEntries(drive.map((file) => [file.id, file.path]))))
  swap(made, to)
  return { files, mails }
}

function linkTree(from: string, to: string): void {
  if (!statSync(from).isDirectory()) {
    linkSync(from, to)
    return
  }
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) linkTree(join(from, name), join(to, name))
}

function swap(made: string, to: string): void {
  const old = `${to}.ancien-${process.pid}`
  if (existsSync(to)) renameSync(to, old)
  renameSync(made, to)
  rmSync(old, { recursive: true, force: true })
}

function tabText(emulator: Emulator, tab: TabKey): string {
  const { title } = tabs[tab]
  const cells = emulator.book.cells(title)
  const headings = (cells[HEADING_ROW - 1] ?? []).map((cell) => String(cell.value ?? ''))
  while (headings.at(-1) === '') headings.pop()
  const declared = new Map(
    columnsOf(tab).flatMap(([, column]: readonly [string, Column]) =>
      [column.heading, ...(column.aliases ?? [])].map((heading) => [headingKey(heading), column] as const),
    ),
  )
  const columns = headings.map((heading) => declared.get(headingKey(heading)))
  const records = cells
    .slice(HEADING_ROW)
    .map((row) =>
      columns.map((column, at) =>
        csvText(row[at] ?? { value: null, format: '' }, column?.kind, column?.formula !== undefined),
      ),
    )
  while (records.length > 0 && records.at(-1)?.every((text) => text === '' || text === 'FAUX')) records.pop()
  // The folder always has the long headings, whatever the sheet shows under the franchise.
  return writeCsv([headings.map((heading, at) => columns[at]?.heading ?? heading), ...records])
}
