import { type CellValue, isError } from './cell-value.ts'
import { numberFromText, type Surroundings } from './coerce.ts'
import { areEqual, compareValues, type Key, keyOf } from './compare.ts'

/** A condition of COUNTIFS, SUMIFS… */
export interface Criterion {
  readonly test: (value: CellValue) => boolean
  /** The only values that can pass, when they are known: their positions need no search. */
  readonly keys: readonly Key[] | undefined
}

const isEmpty = (value: CellValue): boolean => value === null || value === ''

/** `100`, `">=100"`, `"Payée"`, `"F2026-*"`, `"<>"`, `""`. Text is compared without case, numbers and dates as typed. */
export function readCriterion(given: CellValue, around: Surroundings): Criterion {
  // An empty cell given as condition looks for zeros (OpenFormula 4.11.8; believed of Google).
  if (given === null) return equalTo([0])
  if (typeof given !== 'string') return equalTo([given])
  const [, operator = '', operand = ''] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(given) ?? []
  if (operand === '') return aboutEmptiness(operator)
  const typed = typedOperand(operand, around)
  if (operator === '' || operator === '=' || operator === '<>') {
    const same = typeof typed === 'string' && /[*?~]/.test(typed) ? matching(typed) : equalTo([typed, operand])
    return operator === '<>' ? { test: (value) => !same.test(value), keys: undefined } : same
  }
  return { test: (value) => isOfKind(value, typed) && holds(operator, compareValues(value, typed)), keys: undefined }
}

/**
 * `""` finds empty cells and formulas that show nothing, `"="` empty cells only, `"<>"` all but empty cells: formulas that show
 * nothing too, as Excel and LibreOffice have it (believed of Google: a live check is asked).
 */
function aboutEmptiness(operator: string): Criterion {
  if (operator === '') return { test: isEmpty, keys: undefined }
  if (operator === '=') return { test: (value) => value === null, keys: undefined }
  return { test: operator === '<>' ? (value) => value !== null : () => false, keys: undefined }
}

/** A number or boolean is also found as the same text: `"0042"` finds the text 0042 and the number 42. */
function equalTo(candidates: readonly CellValue[]): Criterion {
  const keys = [...new Set(candidates.map(keyOf))].filter((key) => key !== undefined)
  return {
    keys,
    test: (value) => candidates.some((candidate) => isOfKind(value, candidate) && areEqual(value, candidate)),
  }
}

function typedOperand(operand: string, around: Surroundings): CellValue {
  if (/^(true|vrai)$/i.test(operand)) return true
  if (/^(false|faux)$/i.test(operand)) return false
  const number = numberFromText(operand, around)
  return isError(number) ? operand : number
}

const isOfKind = (value: CellValue, model: CellValue): boolean =>
  value !== null && !isError(value) && typeof value === typeof model

function matching(pattern: string): Criterion {
  const expression = wildcards(pattern)
  return { test: (value) => typeof value === 'string' && expression.test(value), keys: undefined }
}

/** `?` is one character, `*` any number, `~` takes the next one as it is. */
export const hasWildcards = (text: string): boolean => /[*?]/.test(text)

export function wildcards(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|([*?])|[.+^${}()|[\]\\]/g, (all, escaped: string, joker: string) =>
    escaped ? `\\${escaped}` : joker ? (joker === '*' ? '.*' : '.') : `\\${all}`,
  )
  return new RegExp(`^${source}$`, 'is')
}

function holds(operator: string, difference: number): boolean {
  if (operator === '<') return difference < 0
  if (operator === '>') return difference > 0
  return operator === '<=' ? difference <= 0 : difference >= 0
}
