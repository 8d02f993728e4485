/** Which conditional format applies to a cell: the first rule that holds, as in Sheets. */

import { shiftFormula } from '../emulator/calc/index.ts'
import type { ScreenAccess, stored } from '../emulator/index.ts'
import { isInside } from './places.ts'

type Look = Readonly<Record<string, stored.LookValue>>

/** Colour scales are not drawn: nothing of ours uses one. */
export function conditionalLook(
  screen: ScreenAccess,
  sheet: stored.Sheet,
  row: number,
  column: number,
): Look | undefined {
  for (const { boxes, boolean } of sheet.conditionalRules) {
    if (!boolean || !boxes.some((box) => isInside(box, row, column))) continue
    if (holds(screen, sheet, boxes[0], boolean, row, column)) return boolean.look
  }
  return undefined
}

type Condition = NonNullable<stored.ConditionalRule['boolean']>

function holds(
  screen: ScreenAccess,
  sheet: stored.Sheet,
  first: stored.Box | undefined,
  { criteria, values }: Condition,
  row: number,
  column: number,
): boolean {
  const [low, high] = values
  if (criteria === 'CUSTOM_FORMULA') {
    if (!first || typeof low !== 'string') return false
    // Relative to the first cell of the first range (ground truth §1).
    const move = { kind: 'copy', rows: row - first.row, columns: column - first.column } as const
    const result = screen.evaluate(sheet, row, column, shiftFormula(low, move))
    return result === true || (typeof result === 'number' && result !== 0)
  }
  const value = screen.value(sheet, row, column)
  const isEmpty = value === null || value === ''
  if (criteria === 'CELL_EMPTY') return isEmpty
  if (criteria === 'CELL_NOT_EMPTY') return !isEmpty
  if (criteria.startsWith('TEXT_')) return textHolds(criteria, screen.display(sheet, row, column), String(low ?? ''))
  const [least, most] = [low, high].map((bound) => numberOf(screen, sheet, row, column, bound))
  return typeof value === 'number' && numberHolds(criteria, value, least ?? Number.NaN, most ?? Number.NaN)
}

function textHolds(criteria: string, shown: string, wanted: string): boolean {
  const [text, part] = [shown.toLowerCase(), wanted.toLowerCase()]
  switch (criteria) {
    case 'TEXT_CONTAINS':
      return text.includes(part)
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.includes(part)
    case 'TEXT_STARTS_WITH':
      return text.startsWith(part)
    case 'TEXT_ENDS_WITH':
      return text.endsWith(part)
    default:
      return text === part
  }
}

function numberHolds(criteria: string, value: number, low: number, high: number): boolean {
  switch (criteria) {
    case 'NUMBER_BETWEEN':
      return value >= low && value <= high
    case 'NUMBER_NOT_BETWEEN':
      return value < low || value > high
    case 'NUMBER_EQUAL_TO':
    case 'DATE_EQUAL_TO':
      return value === low
    case 'NUMBER_NOT_EQUAL_TO':
      return value !== low
    case 'NUMBER_GREATER_THAN':
    case 'DATE_AFTER':
      return value > low
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return value >= low
    case 'NUMBER_LESS_THAN':
    case 'DATE_BEFORE':
      return value < low
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return value <= low
    default:
      return false
  }
}

/** A bound may be a formula (`=TODAY()`) or a day. */
function numberOf(
  screen: ScreenAccess,
  sheet: stored.Sheet,
  row: number,
  column: number,
  bound: stored.CriterionValue | undefined,
): number {
  if (typeof bound === 'number') return bound
  if (typeof bound === 'string')
    return Number(screen.evaluate(sheet, row, column, bound.startsWith('=') ? bound : `=${bound}`))
  if (typeof bound === 'object' && bound !== null && 'instant' in bound)
    return Math.floor(bound.instant / 86_400_000) + 25_569
  return Number.NaN
}
