import { addDays, day, formatDay } from '@tabellion/shared/calendar'
import type { ColumnKind } from '@tabellion/shared/ledger'
import type { CellView } from '../../sheets-addon/emulator/index.ts'

/**
 * A cell as the CSV folder writes it (door.md §1): what a person would type there, decimals with a comma, no grouping. A
 * formula of the user's own stays theirs; one of the declaration is written as its value.
 */
export function csvText(
  { value, format, formula }: CellView,
  kind: ColumnKind | undefined,
  declaredFormula: boolean,
): string {
  if (formula !== undefined && !declaredFormula) return formula
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX'
  if (typeof value === 'object') return value.error
  if (typeof value === 'string') return value
  if (kind === 'date' || (kind === undefined && /[dy]/.test(format))) return serialText(value)
  if (kind === 'rate' || (kind === undefined && format.includes('%'))) return `${decimal(value * 100)} %`
  return decimal(value)
}

/** Fifteen digits, as the cell holds them; never an exponent. */
function decimal(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  return (
    text.includes('e')
      ? Number(value.toPrecision(15)).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 })
      : text
  ).replace('.', ',')
}

const serialText = (serial: number): string =>
  Number.isInteger(serial) && serial > 0 && serial < 2_958_466
    ? formatDay(addDays(day('1899-12-30'), serial))
    : decimal(serial)
