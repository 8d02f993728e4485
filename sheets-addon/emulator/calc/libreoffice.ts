import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import type { CellValue } from './cell-value.ts'
import type { TestRows } from './test-book.ts'
import { toEnglishXlsx } from './xlsx.ts'

/** The command that starts LibreOffice, or undefined where it is not installed. */
export function findLibreOffice(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders
    .flatMap((folder) => [join(folder, 'soffice'), join(folder, 'libreoffice')])
    .find((command) => existsSync(command))
}

/** Recalculates every cell at load, and reads and writes as in France. */
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>
`

export type ComputedBook = (sheet: string, row: number, column: number) => CellValue

/** Has LibreOffice compute a workbook; formulas are given as a French sheet holds them. */
export const computeWithLibreOffice = (command: string, sheets: Readonly<Record<string, TestRows>>): ComputedBook =>
  recompute(command, workbookFile(sheets))

/** Has LibreOffice open an .xlsx file and compute every formula of it anew. */
export function recompute(command: string, file: Uint8Array): ComputedBook {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'))
  try {
    mkdirSync(join(folder, 'profile/user'), { recursive: true })
    mkdirSync(join(folder, 'home'))
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), profile)
    writeFileSync(join(folder, 'in.xlsx'), file)
    const filter = 'xlsx:Calc MS Excel 2007 XML'
    execFileSync(
      command,
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        ...[
          '--headless',
          '--norestore',
          '--convert-to',
          filter,
          '--outdir',
          join(folder, 'out'),
          join(folder, 'in.xlsx'),
        ],
      ],
      { env: { ...process.env, HOME: join(folder, 'home') }, stdio: 'pipe', timeout: 90_000 },
    )
    const computed = XLSX.read(readFileSync(join(folder, 'out/in.xlsx')), { type: 'buffer' })
    return (sheet, row, column) =>
      valueOfCell(computed.Sheets[sheet]?.[XLSX.utils.encode_cell({ r: row - 1, c: column - 1 })])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function workbookFile(sheets: Readonly<Record<string, TestRows>>): Buffer {
  const book = XLSX.utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet: XLSX.WorkSheet = {}
    for (const [r, row] of rows.entries()) {
      for (const [c, content] of row.entries()) {
        const cell = cellOf(content)
        if (cell) sheet[XLSX.utils.encode_cell({ r, c })] = cell
      }
    }
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 1)
    sheet['!ref'] = XLSX.utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: Math.max(0, rows.length - 1), c: columns - 1 },
    })
    XLSX.utils.book_append_sheet(book, sheet, name)
  }
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })
}

function cellOf(content: CellValue | undefined): XLSX.CellObject | undefined {
  if (content === null || content === undefined || typeof content === 'object') return undefined
  if (typeof content === 'number') return { t: 'n', v: content }
  if (typeof content === 'boolean') return { t: 'b', v: content }
  // Without a value of its own, a formula is computed at load.
  return content.startsWith('=') ? { t: 'n', f: toEnglishXlsx(content) } : { t: 's', v: content }
}

function valueOfCell(cell: XLSX.CellObject | undefined): CellValue {
  if (!cell || cell.v === undefined) return null
  if (cell.t === 'e') return cell.w ?? '#ERROR!'
  return typeof cell.v === 'object' ? String(cell.v) : cell.v
}
