/** Amounts in euro cents, exact rates, quantities and unit prices; French writing of numbers. */
export { type Cents, cents, minus, negate, plus, sum } from './cents.ts'
export {
  type Decimal,
  formatAmount,
  formatEuros,
  formatScaled,
  type NumberProblem,
  parseEuros,
  parseFrenchNumber,
  scaled,
} from './french.ts'
export { lineNet, type Quantity, quantity, type UnitPrice, unitPrice } from './quantity.ts'
export { applyRate, percent, percentText, type Rate, rate } from './rate.ts'
export { divideRounded } from './round.ts'
export { splitByWeight, splitEqually } from './split.ts'
