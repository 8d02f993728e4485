import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { type Column, columnsOf, HEADING_ROW, headingKey, type TabKey, tableKeys, tabs } from '@tabellion/shared/ledger'
import type { Emulator } from '../../sheets-addon/emulator/index.ts'
import { csvText } from './cells.ts'
import { DoorRefusal } from './cli.ts'
import { csvOf, writeCsv } from './csv.ts'

export const STATE = '.tabellion/state.json'
/** From a file's id to its path under Drive/. */
export const DRIVE_MAP = '.tabellion/drive.json'

/** Paths of what this run added. */
export interface Saved {
  readonly files: readonly string[]
  readonly mails: readonly { readonly file: string; readonly number: number }[]
}

/** `--out` is replaced whole: never a folder that holds something else, nor one inside the workbook or around it. */
export function checkOut(from: string, to: string): void {
  if (to === from) return
  const isIn = (a: string, b: string): boolean => !relative(b, a).startsWith('..')
  const what = isIn(to, from)
    ? 'est dans le classeur'
    : isIn(from, to)
      ? 'contient le classeur'
      : existsSync(to) && !isWorkbook(to)
        ? 'contient autre chose qu’un classeur, qui serait effacé'
        : undefined
  if (what !== undefined)
    throw new DoorRefusal('wrong-out', `Le dossier « ${basename(to)} » ${what}. Donnez à --out un dossier neuf.`)
}

const isWorkbook = (folder: string): boolean => {
  const names = statSync(folder).isDirectory() ? readdirSync(folder) : ['']
  return names.length === 0 || names.some((name) => name === dirname(STATE) || tableKeys.map(csvOf).includes(name))
}

/** Writes the whole folder beside the old one, then puts it in its place: whole or not at all. */
export function saveFolder(
  emulator: Emulator,
  from: string,
  to: string,
  knownFiles: ReadonlySet<string>,
  knownMails: number,
): Saved {
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
  const isEmpty = (at: number): boolean => cells.slice(HEADING_ROW).every((row) => (row[at]?.value ?? '') === '')
  while (headings.at(-1) === '' && isEmpty(headings.length - 1)) headings.pop()
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
