/** Number formats, notes, validations and looks of cells: read and written by area, one round trip each. */
import type { Area, Dress, LookValue, Validation } from './book.ts'
import { withSheet } from './book.ts'
import { service } from './call.ts'
import { dressed, formatOf, once, withLook } from './dress.ts'
import { exception, strict } from './errors.ts'
import type { Execution } from './execution.ts'
import { cellAt, mapBox } from './grid.ts'
import { assertMayEdit } from './protection.ts'
import { checkSize, readArea } from './range-calls.ts'
import { needs } from './scopes.ts'

const { counted } = service('SpreadsheetApp', needs.thisSpreadsheet)

/** One value for all cells of all areas, or one per cell of a single area. */
type Spread<T> = { readonly all: T } | { readonly each: readonly (readonly T[])[] }

/** Patterns are US-style whatever the locale; the default one reads back so (gas-fakes). */
const AUTOMATIC = '0.###############'

function dressAreas<T>(
  execution: Execution,
  areas: readonly Area[],
  spread: Spread<T>,
  change: (old: Dress | undefined, value: T) => Dress | undefined,
): void {
  for (const area of areas) {
    if ('each' in spread) checkSize(area, spread.each)
    assertMayEdit(execution, area)
    execution.workspace.change((book) =>
      withSheet(book, area.sheet, (sheet) => {
        if ('all' in spread) {
          return {
            ...sheet,
            dresses: mapBox(
              sheet.dresses,
              area,
              once((old) => change(old, spread.all)),
            ),
          }
        }
        const { each } = spread
        return {
          ...sheet,
          dresses: mapBox(sheet.dresses, area, (old, i, j) => {
            const row = each[i]
            return row && j in row ? change(old, row[j] as T) : old
          }),
        }
      }),
    )
  }
}

const readDress = <T>(execution: Execution, area: Area, read: (dress: Dress | undefined) => T): T[][] =>
  readArea(execution, area, (_, sheet, row, column) => read(cellAt(sheet.dresses, row, column)))

function checkedFormat(format: string | null): string {
  if (typeof format !== 'string') throw exception('Invalid argument: numberFormat. Should be of type: String')
  return /^(?:general|automatic)$/i.test(format) || format === AUTOMATIC ? '' : format
}

function setFormats(execution: Execution, areas: readonly Area[], spread: Spread<string | null>): void {
  const checked: Spread<string> =
    'all' in spread ? { all: checkedFormat(spread.all) } : { each: spread.each.map((row) => row.map(checkedFormat)) }
  for (const area of areas) textFromNumbers(execution, area, checked)
  dressAreas(execution, areas, checked, (old, format) => dressed(old, { format }))
}

/** `@` on a number turns it into the text shown (tanaikech 2023-01-31). */
function textFromNumbers(execution: Execution, area: Area, spread: Spread<string>): void {
  const { evaluator } = execution.world
  execution.workspace.change((book) =>
    withSheet(book, area.sheet, (sheet) => ({
      ...sheet,
      contents: mapBox(sheet.contents, area, (old, i, j) => {
        if (typeof old !== 'number') return old
        const format = 'all' in spread ? spread.all : spread.each[i]?.[j]
        return format === '@' ? evaluator.display(book, sheet, area.row + i, area.column + j) : old
      }),
    })),
  )
}

/** Looks set but makes a broken rule live (gas-fakes). */
function checkedRule(rule: Validation | null): Validation | undefined {
  if (rule === null) return undefined
  if (/RELATIVE/.test(rule.criteria)) throw strict('relative-date validation is broken live')
  return rule
}

const lookDefaults: Readonly<Record<string, LookValue>> = {
  background: '#ffffff',
  fontColor: '#000000',
  fontFamily: 'Arial',
  fontSize: 10,
  fontStyle: 'normal',
  fontWeight: 'normal',
  fontLine: 'none',
  horizontalAlignment: 'general',
  verticalAlignment: 'bottom',
  wrapStrategy: 'OVERFLOW',
  textRotation: 0,
}

export const lookCalls = {
  'Range.getNumberFormats': counted((execution: Execution, area: Area) =>
    readDress(execution, area, (dress) => formatOf(dress) || AUTOMATIC),
  ),
  'Range.setNumberFormats': counted(setFormats),
  'Range.getNotes': counted((execution: Execution, area: Area) =>
    readDress(execution, area, (dress) => dress?.note ?? ''),
  ),
  'Range.setNotes': counted((execution: Execution, areas: readonly Area[], spread: Spread<string | null>) => {
    dressAreas(execution, areas, spread, (old, note) => dressed(old, { note: note ?? undefined }))
  }),
  'Range.getDataValidations': counted((execution: Execution, area: Area) =>
    readDress(execution, area, (dress) => dress?.rule ?? null),
  ),
  'Range.setDataValidations': counted(
    (execution: Execution, areas: readonly Area[], spread: Spread<Validation | null>) => {
      dressAreas(execution, areas, spread, (old, rule) => dressed(old, { rule: checkedRule(rule) }))
    },
  ),
  'Range.getLooks': counted((execution: Execution, area: Area, key: string) =>
    readDress(execution, area, (dress) => dress?.look?.[key] ?? lookDefaults[key] ?? null),
  ),
  'Range.setLooks': counted(
    (execution: Execution, areas: readonly Area[], key: string, spread: Spread<LookValue | null>) => {
      dressAreas(execution, areas, spread, (old, value) => withLook(old, key, value))
    },
  ),
  'Range.setBorder': counted(
    (execution: Execution, areas: readonly Area[], border: Readonly<Record<string, LookValue | null>>) => {
      dressAreas(execution, areas, { all: border }, (old, sides) =>
        Object.entries(sides).reduce((dress, [side, value]) => withLook(dress, `border-${side}`, value), old),
      )
    },
  ),
}
