import { addDays, type Day, day } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { unzip } from '../archive.ts'
import type { RowProblem, StatementProblem } from '../problem.ts'
import type { Account, Reading, StatementLine } from '../statement.ts'
import { readTables, type TableReading } from '../table/read.ts'
import type { Rows } from '../table/sections.ts'
import { childAt, childrenOf, readXml, textAt, type XmlElement } from '../xml.ts'
import type { ReadContext } from './reader.ts'

/** The parts of a workbook that hold cells, texts and formats. ECMA-376, part 1. */
const PARTS = /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/i
/** Number formats 14 to 22 and 45 to 47 are dates and times. ECMA-376, 18.8.30. */
const isDateFormat = (id: number, code: string): boolean =>
  (id >= 14 && id <= 22) || (id >= 45 && id <= 47) || /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** An Excel workbook: its sheets are read as tables, dates as days, numbers as text with a decimal point. */
export function readXlsx(bytes: Uint8Array, context: ReadContext): Result<Reading, StatementProblem> {
  const unzipped = unzip(bytes, (name) => PARTS.test(name.replace(/\\/g, '/')))
  if (!unzipped.ok)
    return fail(
      unzipped.problem.code === 'protected'
        ? { code: 'protected-file', format: 'xlsx' }
        : { code: 'damaged-file', format: 'xlsx' },
    )
  const parts = new Map(
    unzipped.value.map(({ name, bytes: content }) => [name.replace(/\\/g, '/').toLowerCase(), content]),
  )
  const part = (name: string): XmlElement | undefined => {
    const content = parts.get(name.toLowerCase())
    const read = content === undefined ? undefined : readXml(context.decode(content))
    return read?.ok ? read.value : undefined
  }
  const strings = childrenOf(part('xl/sharedStrings.xml'), 'si').map(stringOf)
  const isDate = dateStyles(part('xl/styles.xml'))
  const workbook = part('xl/workbook.xml')
  const epoch = day(
    /^(?:1|true)$/.test(childAt(workbook, 'workbookPr')?.attributes['date1904'] ?? '') ? '1904-01-01' : '1899-12-30',
  )
  const names = sheetParts(workbook, part('xl/_rels/workbook.xml.rels'), [...parts.keys()])
  const sheets = names.map((name) => part(name))
  if (sheets.length === 0 || sheets.every((sheet) => sheet === undefined))
    return fail({ code: 'damaged-file', format: 'xlsx' })

  const readings: TableReading[] = []
  for (const sheet of sheets) {
    const { rows, numbers } = rowsOf(sheet, strings, isDate, epoch)
    const table = readTables(rows, {
      format: 'xlsx',
      today: context.today,
      dateOrder: context.dateOrder,
      lineOf: (row) => numbers[row] ?? row + 1,
      isEuropean: true,
    })
    if (table === undefined) continue
    if (!table.ok) return table
    readings.push(table.value)
  }
  if (readings.length === 0) return fail({ code: 'foreign-file', what: 'text' })
  const all = <Value>(take: (reading: TableReading) => readonly Value[]): Value[] => readings.flatMap(take)
  return ok({
    format: 'xlsx',
    dialect: readings.length === 1 ? 'XLSX' : `XLSX, ${readings.length} sheets`,
    accounts: all<Account>(({ accounts }) => accounts),
    lines: all<StatementLine>(({ lines }) => lines),
    problems: all<RowProblem>(({ problems }) => problems),
    assumed: all(({ assumed }) => assumed),
  })
}

/** Sheets in the order of the workbook; by their names when the relations are missing. */
function sheetParts(
  workbook: XmlElement | undefined,
  relations: XmlElement | undefined,
  parts: readonly string[],
): string[] {
  const targets = new Map(
    childrenOf(relations, 'Relationship').map(({ attributes }) => [attributes['Id'] ?? '', attributes['Target'] ?? '']),
  )
  const told = childrenOf(childAt(workbook, 'sheets'), 'sheet')
    .filter(({ attributes }) => attributes['state'] !== 'veryHidden')
    .map(({ attributes }) => targets.get(attributes['id'] ?? ''))
    .filter((target) => target !== undefined)
    .map((target) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase())
    .filter((name) => parts.includes(name))
  return told.length > 0 ? told : parts.filter((name) => name.startsWith('xl/worksheets/')).sort()
}

/** Which cell styles show a date. */
function dateStyles(styles: XmlElement | undefined): readonly boolean[] {
  const codes = new Map(
    childrenOf(childAt(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  )
  return childrenOf(childAt(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? '0')
    return isDateFormat(id, codes.get(id) ?? '')
  })
}

/** A shared or inline string: its runs, without the phonetic ones. */
const stringOf = (item: XmlElement): string =>
  (childAt(item, 't')?.text ?? '') +
  childrenOf(item, 'r')
    .map((run) => childAt(run, 't')?.text ?? '')
    .join('')

function rowsOf(
  sheet: XmlElement | undefined,
  strings: readonly string[],
  isDate: readonly boolean[],
  epoch: Day,
): { rows: Rows; numbers: number[] } {
  const rows: string[][] = []
  const numbers: number[] = []
  for (const row of childrenOf(childAt(sheet, 'sheetData'), 'row')) {
    const cells: string[] = []
    for (const cell of childrenOf(row, 'c')) {
      const column = columnOf(cell.attributes['r'] ?? '') ?? cells.length
      if (column > 500) continue
      while (cells.length < column) cells.push('')
      cells[column] = cellText(cell, strings, isDate, epoch)
    }
    rows.push(cells)
    numbers.push(Number(row.attributes['r'] ?? rows.length))
  }
  return { rows, numbers }
}

function cellText(cell: XmlElement, strings: readonly string[], isDate: readonly boolean[], epoch: Day): string {
  const value = textAt(cell, 'v') ?? ''
  switch (cell.attributes['t']) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr': {
      const inline = childAt(cell, 'is')
      return inline === undefined ? '' : stringOf(inline)
    }
    case 'd':
      return value.slice(0, 10)
    case 'str':
    case 'b':
    case 'e':
      return cell.attributes['t'] === 'e' ? '' : value
  }
  if (value === '') return ''
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  // Serial days from 1954 to 2119; a smaller or larger number in a date style is a duration or a mistake.
  if (isDate[Number(cell.attributes['s'] ?? '0')] === true && number > 20_000 && number < 80_000)
    return addDays(epoch, Math.floor(number))
  if (Number.isInteger(number)) return String(number)
  // Binary fractions: 12.34 may be stored as 12.339999999999999.
  const hundredths = Math.round(number * 100)
  return Math.abs(number * 100 - hundredths) < 1e-6 * Math.max(1, Math.abs(hundredths))
    ? (hundredths / 100).toFixed(2)
    : value
}

/** `AB12` → 27. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(reference)?.[0].toUpperCase()
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
