/** The formulas and the cells' text rules of the local emulator. README.md says what it knows and what it does not. */

export type { BookView, CellInput, NamedArea } from './book-view.ts'
export { type Calc, type CalcOptions, createCalc } from './calc.ts'
export type { CellError, CellValue, ErrorCode, SheetLocale } from './cell-value.ts'
export { isError } from './cell-value.ts'
export { compareValues } from './compare.ts'
export { displayText } from './display.ts'
export { functionNames } from './functions/index.ts'
export { isAutomatic } from './number-format.ts'
export { type FormulaMove, shiftFormula } from './shift.ts'
export { type TypedInput, type TypingOptions, typedInput } from './typed-input.ts'
export { formulaFunctions, toEnglishXlsx } from './xlsx.ts'
