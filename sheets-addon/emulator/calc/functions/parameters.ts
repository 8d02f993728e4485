import { type CellError, type CellValue, errors, isError } from '../cell-value.ts'
import { toBoolean, toNumber, toText } from '../coerce.ts'
import type { Reading } from '../evaluation.ts'
import { grid, isMatrix, type Matrix, type Value } from '../matrix.ts'

/** How a function wants an argument. An error in it is the function's result, unless `takesErrors`. */
export interface Parameter<T> {
  readonly presence: 'required' | 'optional' | 'rest'
  /** One cell (a range is cut to the formula's row, or computed cell by cell in array mode), or whatever is given. */
  readonly takes: 'cell' | 'value'
  readonly takesErrors: boolean
  readonly read: (value: Value, reading: Reading) => T | CellError
  readonly absent: T
}

function cellParameter<T>(
  convert: (value: CellValue, reading: Reading) => T | CellError,
  absent: T,
  takesErrors = false,
): Parameter<T> {
  const read = (value: Value, reading: Reading): T | CellError =>
    convert(isMatrix(value) ? reading.cellOf(value, 0, 0) : value, reading)
  return { presence: 'required', takes: 'cell', takesErrors, read, absent }
}

export const number: Parameter<number> = cellParameter(toNumber, 0)
/** A day that a calendar has: years 1 to 9999. */
export const day: Parameter<number> = cellParameter((value, reading) => {
  const serial = toNumber(value, reading)
  return isError(serial) || (serial >= -693_593 && serial < 2_958_466) ? serial : errors.number
}, 0)
export const text: Parameter<string> = cellParameter(toText, '')
export const boolean: Parameter<boolean> = cellParameter<boolean>(toBoolean, false)
/** Any one value, not converted. */
export const cell: Parameter<CellValue> = cellParameter<CellValue>((value) => value, null)
/** The same for functions that look at errors: ISERROR, ISNA. */
export const anyCell: Parameter<CellValue> = cellParameter<CellValue>((value) => value, null, true)

/** A value or a range, unread. */
export const value: Parameter<Value> = {
  presence: 'required',
  takes: 'value',
  takesErrors: false,
  read: (given) => given,
  absent: null,
}
/** The same for functions that count errors or pass them on themselves. */
export const anyValue: Parameter<Value> = { ...value, takesErrors: true }

/** A range; one value counts as a range of one cell. */
export const matrix: Parameter<Matrix> = {
  presence: 'required',
  takes: 'value',
  takesErrors: false,
  read: (given) => (isMatrix(given) ? given : isError(given) ? given : grid([[given]])),
  absent: grid([]),
}

export const optional = <T, A extends T | undefined = undefined>(
  parameter: Parameter<T>,
  absent?: A,
): Parameter<A extends undefined ? T | undefined : T> =>
  ({ ...parameter, presence: 'optional', absent }) as Parameter<A extends undefined ? T | undefined : T>

/** All arguments from here on, none included. */
export const rest = <T>(parameter: Parameter<T>): Parameter<readonly T[]> =>
  ({ ...parameter, presence: 'rest', absent: [] }) as unknown as Parameter<readonly T[]>
