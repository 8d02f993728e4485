/** The formulas and the cells' text rules of the local emulator. README.md says what it knows and what it does not. */

export { type Calc, createCalc } from './calc.ts'
export type { CellError, CellValue, SheetLocale } from './cell-value.ts'
export { compareValues } from './compare.ts'
export { displayText } from './display.ts'
export { functionNames } from './functions/index.ts'
export { shiftFormula } from './shift.ts'
export { typedInput } from './typed-input.ts'
export { toEnglishXlsx } from './xlsx.ts'
