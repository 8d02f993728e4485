import { broadcast } from './broadcast.ts'
import { type CellError, type CellValue, errors, isError } from './cell-value.ts'
import { toNumber, toText } from './coerce.ts'
import { compareValues } from './compare.ts'
import type { Evaluation, Reading, Scope } from './evaluation.ts'
import { functionNamed } from './functions/index.ts'
import { type Area, grid, isMatrix, type Value } from './matrix.ts'
import type { BinaryOperator, Node } from './syntax.ts'

export function createEvaluation(reading: Reading): Evaluation {
  function evaluate(node: Node, scope: Scope): Value {
    switch (node.kind) {
      case 'literal':
        return node.value
      case 'missing':
        return null
      case 'reference':
        return node.single ? reading.cellAt(node, scope.place) : reading.area(node, scope.place)
      case 'name':
        return scope.names.get(node.name) ?? reading.namedArea(node.name) ?? errors.name
      case 'unary':
        return overCells([node.operand], scope, ([value = null]) => applyUnary(node.operator, value))
      case 'binary':
        return overCells([node.left, node.right], scope, ([left = null, right = null]) =>
          applyBinary(node.operator, left, right),
        )
      case 'array':
        return grid(node.rows.map((row) => row.map((cell) => single(evaluate(cell, scope), scope))))
      case 'call': {
        const rule = functionNamed(node.name)
        if (!rule) return errors.name
        const count = node.arguments.length
        if (count < rule.least || count > rule.most) return errors.notAvailable
        return rule.call(node.arguments, rule.arrays && !scope.arrays ? { ...scope, arrays: true } : scope, evaluation)
      }
    }
  }

  function argument(node: Node, scope: Scope): Value {
    return node.kind === 'reference' ? reading.area(node, scope.place) : evaluate(node, scope)
  }

  function overCells(nodes: readonly Node[], scope: Scope, apply: (cells: readonly CellValue[]) => CellValue): Value {
    const values = nodes.map((node) => evaluate(node, scope))
    if (scope.arrays && values.some(isMatrix)) return broadcast(values, reading, apply)
    return apply(values.map((value) => single(value, scope)))
  }

  function single(value: Value, scope: Scope): CellValue {
    if (!isMatrix(value)) return value
    if (value.kind === 'grid' || scope.arrays) return reading.cellOf(value, 0, 0)
    return intersect(value, scope)
  }

  /** `=A1:A9*2` on row 5 reads A5; where the range does not cross, Google gives #VALUE!. */
  function intersect(area: Area, { place }: Scope): CellValue {
    const row = area.wholeRows === 1 ? 0 : place.row - area.top
    const column = area.wholeColumns === 1 ? 0 : place.column - area.left
    if (area.wholeRows !== 1 && area.wholeColumns !== 1) return errors.value
    if (row < 0 || row >= area.wholeRows || column < 0 || column >= area.wholeColumns) return errors.value
    return reading.cellOf(area, row, column)
  }

  function applyUnary(operator: '-' | '+' | '%', value: CellValue): CellValue {
    if (operator === '+') return value
    const number = toNumber(value, reading)
    return isError(number) ? number : operator === '-' ? 0 - number : number / 100
  }

  function applyBinary(operator: BinaryOperator, left: CellValue, right: CellValue): CellValue {
    if (isError(left)) return left
    if (isError(right)) return right
    switch (operator) {
      case '&':
        return join(toText(left, reading), toText(right, reading))
      case '=':
        return compareValues(left, right) === 0
      case '<>':
        return compareValues(left, right) !== 0
      case '<':
        return compareValues(left, right) < 0
      case '>':
        return compareValues(left, right) > 0
      case '<=':
        return compareValues(left, right) <= 0
      case '>=':
        return compareValues(left, right) >= 0
      default:
        return calculate(operator, toNumber(left, reading), toNumber(right, reading))
    }
  }

  const evaluation: Evaluation = { ...reading, evaluate, argument, single }
  return evaluation
}

const join = (left: string | CellError, right: string | CellError): CellValue =>
  isError(left) ? left : isError(right) ? right : left + right

/** Plain double precision: 0,6-0,3-0,3 is not 0 in Google either (webapps.stackexchange.com/questions/80125). */
function calculate(operator: '+' | '-' | '*' | '/' | '^', a: number | CellError, b: number | CellError): CellValue {
  if (isError(a)) return a
  if (isError(b)) return b
  if (operator === '/' && b === 0) return errors.divisionByZero
  const result =
    operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : operator === '/' ? a / b : a ** b
  return Number.isFinite(result) ? result : errors.number
}
