/** The cells of a row as they look, with the tables of styles and rules that they point into. */
import type { ScreenAccess, stored } from '../emulator/index.ts'
import { conditionalLook } from './conditional-formats.ts'
import { linkOf } from './links.ts'
import { isInside } from './places.ts'
import type { Cell, CellRule, CellStyle } from './protocol.ts'
import { ruleOf } from './rules.ts'
import { styleOf } from './styles.ts'

/** Grows only: a place, once given, keeps its meaning, so that the page asks only for what is new. */
export interface Tables {
  readonly styles: readonly CellStyle[]
  readonly rules: readonly CellRule[]
  styleAt(style: CellStyle): number | undefined
  ruleAt(rule: CellRule): number
}

function createTable<Item>(): { readonly items: Item[]; place(item: Item): number } {
  const items: Item[] = []
  const places = new Map<string, number>()
  return {
    items,
    place(item) {
      const key = JSON.stringify(item)
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, items.length)
      return items.push(item) - 1
    },
  }
}

export function createTables(): Tables {
  const styles = createTable<CellStyle>()
  const rules = createTable<CellRule>()
  return {
    styles: styles.items,
    rules: rules.items,
    styleAt: (style) => (Object.keys(style).length === 0 ? undefined : styles.place(style)),
    ruleAt: (rule) => rules.place(rule),
  }
}

/** Reads rows of one tab; make a new one after each change, since the options of lists are kept for its life. */
export function rowReader(screen: ScreenAccess, sheet: stored.Sheet, tables: Tables): (row: number) => Cell[] {
  const rulePlaces = new Map<stored.Validation, number>()
  const placeOf = (rule: stored.Validation): number => {
    const place = rulePlaces.get(rule) ?? tables.ruleAt(ruleOf(screen, rule))
    rulePlaces.set(rule, place)
    return place
  }
  const { columns: lastColumn } = screen.extent(sheet)

  function cell(row: number, column: number): Cell {
    const dress = sheet.dresses[row - 1]?.[column - 1]
    const content = sheet.contents[row - 1]?.[column - 1]
    const text = screen.display(sheet, row, column)
    const input = content === undefined ? '' : screen.input(sheet, row, column)
    const style = tables.styleAt(
      styleOf(dress, bandAt(sheet, row, column), conditionalLook(screen, sheet, row, column)),
    )
    const kind = text === '' ? undefined : kindOf(screen.value(sheet, row, column))
    const link = linkOf(screen, sheet, row, column, content)
    return {
      ...(text === '' ? {} : { text }),
      ...(input === text ? {} : { input }),
      ...(kind ? { kind } : {}),
      ...(style === undefined ? {} : { style }),
      ...(dress?.rule ? { rule: placeOf(dress.rule) } : {}),
      ...(dress?.rule && content !== undefined && !screen.isValid(sheet, row, column) ? { isInvalid: true } : {}),
      ...(dress?.note === undefined ? {} : { note: dress.note }),
      ...(link === undefined ? {} : { link }),
    }
  }

  return (row) => {
    const last = Math.max(lastColumn, sheet.dresses[row - 1]?.length ?? 0)
    const cells = Array.from({ length: last }, (_, index) => cell(row, index + 1))
    while (cells.length > 0 && Object.keys(cells.at(-1) ?? {}).length === 0) cells.pop()
    return cells
  }
}

function kindOf(value: stored.CellValue): Cell['kind'] {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'object' && value !== null ? 'error' : undefined
}

function bandAt({ bandings }: stored.Sheet, row: number, column: number): string | undefined {
  const banding = bandings.find(({ box }) => isInside(box, row, column))
  if (!banding) return undefined
  const { box, colors, direction } = banding
  const along = direction === 'rows' ? row - box.row : column - box.column
  const [header, first, second] =
    direction === 'rows'
      ? [colors['headerRow'], colors['firstRow'], colors['secondRow']]
      : [colors['headerColumn'], colors['firstColumn'], colors['secondColumn']]
  if (header && along === 0) return header
  return ((along - (header ? 1 : 0)) % 2 === 0 ? first : second) ?? undefined
}
