/** The workbook from outside, for the door and the workbench: no execution, no round trip, no event. */
import type { BookAccess, CellView, SheetView } from '../types.ts'
import { parseBox } from './a1.ts'
import { type Book, type Box, type Content, emptySheet, type Sheet } from './book.ts'
import { integer } from './chance.ts'
import { dressed, formatOf, once } from './dress.ts'
import { formulaOf, isDate } from './evaluator.ts'
import { cellAt, mapBox } from './grid.ts'
import { createTypist } from './typing.ts'
import type { World } from './world.ts'
import { serialOfInstant } from './zone.ts'

export function sheetNamed(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((candidate) => candidate.name === name)
  if (!sheet) throw new Error(`no sheet named ${name}`)
  return sheet
}

export function boxNamed(sheet: Sheet, text: string): Box {
  const box = parseBox(text, sheet)
  if (!box) throw new Error(`${text} is no range`)
  return box
}

/** Large enough for the box. */
export const grown = (sheet: Sheet, box: Box): Sheet => ({
  ...sheet,
  maxRows: Math.max(sheet.maxRows, box.row + box.rows - 1),
  maxColumns: Math.max(sheet.maxColumns, box.column + box.columns - 1),
})

export function openBook(world: World): BookAccess {
  const book = (): Book => world.store.committed
  const commit = (sheets: readonly Sheet[]): void => {
    world.store.committed = { ...book(), sheets }
  }
  const update = (name: string, change: (sheet: Sheet) => Sheet): void => {
    const { id } = sheetNamed(book(), name)
    commit(book().sheets.map((sheet) => (sheet.id === id ? change(sheet) : sheet)))
  }
  const today = (): number => Math.floor(serialOfInstant(book().timeZone, world.now()))

  /** `read` for each used cell. */
  function read<T>(name: string, cell: (sheet: Sheet, row: number, column: number) => T): T[][] {
    const sheet = sheetNamed(book(), name)
    const { rows, columns } = world.evaluator.extent(book(), sheet)
    return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => cell(sheet, i + 1, j + 1)))
  }

  return {
    locale: () => book().locale,
    timeZone: () => book().timeZone,
    sheets: () => book().sheets.map((sheet) => viewOf(world, sheet)),
    addSheet(name, { rows = 1000, columns = 26, hidden = false } = {}) {
      if (book().sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
        throw new Error(`${name} exists`)
      let id = integer(world.chance, 2_000_000_000)
      while (book().sheets.some((sheet) => sheet.id === id)) id = integer(world.chance, 2_000_000_000)
      commit([...book().sheets, { ...emptySheet(id, name, rows, columns), hidden }])
    },
    removeSheet(name) {
      const { id } = sheetNamed(book(), name)
      commit(book().sheets.filter((sheet) => sheet.id !== id))
    },
    resizeSheet(name, maxRows, maxColumns) {
      update(name, (sheet) => {
        const { rows, columns } = world.evaluator.extent(book(), sheet)
        if (maxRows < rows || maxColumns < columns)
          throw new Error(`${name} holds more than ${maxRows} × ${maxColumns} cells`)
        return { ...sheet, maxRows, maxColumns }
      })
    },
    format(name, area, pattern) {
      update(name, (sheet) => ({
        ...sheet,
        dresses: mapBox(
          sheet.dresses,
          boxNamed(sheet, area),
          once((old) => dressed(old, { format: pattern })),
        ),
      }))
    },
    type(name, row, column, texts) {
      const box = { row, column, rows: texts.length, columns: Math.max(0, ...texts.map((line) => line.length)) }
      const typist = createTypist(book(), today())
      update(name, (sheet) => {
        const filled = texts.map((line, i) =>
          line.map((text, j) => typist.fill(text, cellAt(sheet.dresses, row + i, column + j))),
        )
        const given = (i: number, j: number) => filled[i]?.[j]
        return {
          ...grown(sheet, box),
          contents: mapBox(sheet.contents, box, (old, i, j) => {
            const cell = given(i, j)
            return cell ? cell.content : old
          }),
          dresses: mapBox(sheet.dresses, box, (old, i, j) => {
            const cell = given(i, j)
            return cell ? cell.dress : old
          }),
        }
      })
    },
    put(name, row, column, cells) {
      const box = { row, column, rows: cells.length, columns: Math.max(0, ...cells.map((line) => line.length)) }
      update(name, (sheet) => ({
        ...grown(sheet, box),
        contents: mapBox(sheet.contents, box, (old, i, j): Content | undefined => {
          const line = cells[i]
          if (!line || j >= line.length) return old
          const cell = line[j]
          return cell === null || cell === '' ? undefined : cell
        }),
      }))
    },
    cells: (name) =>
      read(name, (sheet, row, column): CellView => {
        const formula = formulaOf(cellAt(sheet.contents, row, column))
        const dress = cellAt(sheet.dresses, row, column)
        return {
          value: world.evaluator.value(book(), sheet, row, column),
          format: formatOf(dress),
          ...(formula === '' ? {} : { formula }),
          ...(dress?.note === undefined ? {} : { note: dress.note }),
        }
      }),
    values: (name) => read(name, (sheet, row, column) => world.evaluator.value(book(), sheet, row, column)),
    displays: (name) => read(name, (sheet, row, column) => world.evaluator.display(book(), sheet, row, column)),
    inputs: (name) => read(name, (sheet, row, column) => inputText(world, book(), sheet, row, column)),
    sheetData(name) {
      const { contents: _, dresses: __, ...data } = sheetNamed(book(), name)
      return data
    },
  }
}

function viewOf(world: World, sheet: Sheet): SheetView {
  const { rows, columns } = world.evaluator.extent(world.store.committed, sheet)
  const { name, id, hidden, maxRows, maxColumns, frozenRows, frozenColumns } = sheet
  return { name, id, hidden, maxRows, maxColumns, lastRow: rows, lastColumn: columns, frozenRows, frozenColumns }
}

/** What the formula bar shows: typing it again gives the same cell. */
export function inputText({ evaluator }: World, book: Book, sheet: Sheet, row: number, column: number): string {
  const content = cellAt(sheet.contents, row, column)
  if (content === undefined) return ''
  if (typeof content === 'object' && 'formula' in content) return content.formula
  if (typeof content === 'object' && 'quoted' in content) return `'${content.quoted}`
  if (typeof content !== 'number') return evaluator.display(book, sheet, row, column)
  const format = formatOf(cellAt(sheet.dresses, row, column))
  if (isDate(format)) return evaluator.display(book, sheet, row, column)
  const decimal = (value: number): string =>
    book.locale.startsWith('fr') ? String(value).replace('.', ',') : String(value)
  return format.includes('%') ? `${decimal(Number((content * 100).toPrecision(15)))}%` : decimal(content)
}
