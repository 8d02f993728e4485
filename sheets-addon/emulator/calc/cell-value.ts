export type ErrorCode = '#REF!' | '#N/A' | '#NAME?' | '#VALUE!' | '#DIV/0!' | '#NUM!' | '#ERROR!' | '#NULL!'
export type CellError = { readonly error: ErrorCode }

/** What a cell holds. `null` is an empty cell; a date is a serial number (1 = 1899-12-31) that its format makes a date. */
export type CellValue = number | string | boolean | CellError | null

export type SheetLocale = 'fr_FR' | 'en_US'

export const errors = {
  reference: { error: '#REF!' },
  notAvailable: { error: '#N/A' },
  name: { error: '#NAME?' },
  value: { error: '#VALUE!' },
  divisionByZero: { error: '#DIV/0!' },
  number: { error: '#NUM!' },
  syntax: { error: '#ERROR!' },
  none: { error: '#NULL!' },
} as const satisfies Record<string, CellError>

const byCode: ReadonlyMap<string, CellError> = new Map(Object.values(errors).map((error) => [error.error, error]))

/** The error of this code, or undefined: `#REF!` as a formula may contain it after a deletion. */
export const errorOf = (code: string): CellError | undefined => byCode.get(code.toUpperCase())

export const isError = (value: unknown): value is CellError =>
  typeof value === 'object' && value !== null && 'error' in value
