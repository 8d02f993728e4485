import { broadcast } from '../broadcast.ts'
import { type CellValue, errors, isError } from '../cell-value.ts'
import { roundDown, roundHalfUp, roundUp, significant } from '../rounding.ts'
import { number, optional, rest, value } from './parameters.ts'
import { type FunctionRule, type FunctionTable, pure, reading } from './rule.ts'

const rounded = (round: (value: number, decimals: number) => number): FunctionRule =>
  pure([number, optional(number, 0)], round)

/** The multiple of `step` that `direction` chooses; the quotient is cleaned first: 1,21 / 0,05 is 24,2, not 24,1999…96. */
const multiple = (direction: (quotient: number) => number): FunctionRule =>
  pure([number, optional(number, 1)], (given, step) =>
    step === 0 ? 0 : significant(direction(significant(given / step)) * step),
  )

const one = (of: (value: number) => number): FunctionRule => pure([number], (given) => of(given))

export const mathFunctions: FunctionTable = {
  ROUND: rounded(roundHalfUp),
  ROUNDUP: rounded(roundUp),
  ROUNDDOWN: rounded(roundDown),
  TRUNC: rounded(roundDown),
  INT: one(Math.floor),
  ABS: one(Math.abs),
  SIGN: one(Math.sign),
  SQRT: one(Math.sqrt),
  EXP: one(Math.exp),
  LN: one(Math.log),
  LOG10: one(Math.log10),
  LOG: pure([number, optional(number, 10)], (given, base) => Math.log(given) / Math.log(base)),
  PI: pure([], () => Math.PI),
  POWER: pure([number, number], (base, exponent) => base ** exponent),
  MOD: pure([number, number], (dividend, divisor) =>
    divisor === 0 ? errors.divisionByZero : dividend - divisor * Math.floor(dividend / divisor),
  ),
  QUOTIENT: pure([number, number], (dividend, divisor) =>
    divisor === 0 ? errors.divisionByZero : Math.trunc(dividend / divisor),
  ),
  CEILING: multiple(Math.ceil),
  FLOOR: multiple(Math.floor),
  MROUND: multiple((quotient) => roundHalfUp(quotient, 0)),
  ISEVEN: pure([number], (given) => Math.trunc(given) % 2 === 0),
  ISODD: pure([number], (given) => Math.trunc(given) % 2 !== 0),
  SUMPRODUCT: reading(
    [value, rest(value)],
    (evaluation, first, others) => {
      const products = broadcast([first, ...others], evaluation, (cells) => product(cells))
      let total = 0
      for (const cell of evaluation.flat(products)) {
        if (isError(cell)) return cell
        total += Number(cell)
      }
      return total
    },
    { arrays: true },
  ),
  PMT: pure([number, number, number, optional(number, 0), optional(number, 0)], (rate, periods, present, future, due) =>
    payment(rate, periods, present, future, due),
  ),
  FV: pure([number, number, number, optional(number, 0), optional(number, 0)], (rate, periods, paid, present, due) => {
    if (rate === 0) return -(present + paid * periods)
    const growth = (1 + rate) ** periods
    return -(present * growth + (paid * (1 + rate * due) * (growth - 1)) / rate)
  }),
  PV: pure([number, number, number, optional(number, 0), optional(number, 0)], (rate, periods, paid, future, due) => {
    if (rate === 0) return -(future + paid * periods)
    const growth = (1 + rate) ** periods
    return -(future + (paid * (1 + rate * due) * (growth - 1)) / rate) / growth
  }),
}

/** Only numbers multiply: text and booleans in a range count as nothing, hence the `--(…)` and `(…)*(…)` that people write. */
function product(cells: readonly CellValue[]): CellValue {
  let result = 1
  for (const cell of cells) {
    if (isError(cell)) return cell
    result *= typeof cell === 'number' ? cell : 0
  }
  return result
}

function payment(rate: number, periods: number, present: number, future: number, due: number): number {
  if (rate === 0) return -(present + future) / periods
  const growth = (1 + rate) ** periods
  return (-rate * (present * growth + future)) / ((growth - 1) * (1 + rate * due))
}
