import { broadcast } from '../broadcast.ts'
import { type CellError, type CellValue, errors, isError } from '../cell-value.ts'
import { toBoolean } from '../coerce.ts'
import { areEqual } from '../compare.ts'
import type { Evaluation, Scope } from '../evaluation.ts'
import { isMatrix, type Value } from '../matrix.ts'
import type { Node } from '../syntax.ts'
import { boolean, rest, value } from './parameters.ts'
import { type FunctionRule, type FunctionTable, lazy, pure, reading } from './rule.ts'

const missing: Node = { kind: 'missing' }

/** Only the branch that is needed is computed: `IF(F4="";"";1/0)` does not fail. */
const ifThenElse = lazy(2, 3, ([test = missing, whenTrue = missing, whenFalse], scope, evaluation) => {
  const otherwise = (): Value => (whenFalse ? evaluation.evaluate(whenFalse, scope) : false)
  const tested = evaluation.evaluate(test, scope)
  if (isMatrix(tested) && scope.arrays) {
    return broadcast(
      [tested, evaluation.evaluate(whenTrue, scope), otherwise()],
      evaluation,
      ([is = null, yes, no]) => {
        const decision = toBoolean(is)
        return isError(decision) ? decision : ((decision ? yes : no) ?? null)
      },
    )
  }
  const decision = toBoolean(evaluation.single(tested, scope))
  if (isError(decision)) return decision
  return decision ? evaluation.evaluate(whenTrue, scope) : otherwise()
})

const ifs = lazy(2, Number.POSITIVE_INFINITY, (given, scope, evaluation) => {
  for (let position = 0; position < given.length; position += 2) {
    const decision = toBoolean(singleOf(given[position], scope, evaluation))
    if (isError(decision)) return decision
    if (decision) return evaluation.evaluate(given[position + 1] ?? missing, scope)
  }
  return errors.notAvailable
})

/** SWITCH(value; case1; result1; …; otherwise?) */
const switchCase = lazy(3, Number.POSITIVE_INFINITY, ([subject, ...cases], scope, evaluation) => {
  const wanted = singleOf(subject, scope, evaluation)
  if (isError(wanted)) return wanted
  let position = 0
  for (; position + 1 < cases.length; position += 2) {
    const candidate = singleOf(cases[position], scope, evaluation)
    if (isError(candidate)) return candidate
    if (areEqual(wanted, candidate)) return evaluation.evaluate(cases[position + 1] ?? missing, scope)
  }
  const otherwise = cases[position]
  return otherwise ? evaluation.evaluate(otherwise, scope) : errors.notAvailable
})

const choose = lazy(2, Number.POSITIVE_INFINITY, ([index, ...choices], scope, evaluation) => {
  const position = singleOf(index, scope, evaluation)
  if (isError(position)) return position
  const choice = choices[Math.trunc(Number(position)) - 1]
  return choice ? evaluation.evaluate(choice, scope) : errors.number
})

function rescue(catches: (error: CellError) => boolean): FunctionRule {
  return lazy(1, 2, ([attempt = missing, fallback = missing], scope, evaluation) => {
    const tried = evaluation.evaluate(attempt, scope)
    if (isMatrix(tried) && (scope.arrays || tried.kind === 'grid')) {
      return broadcast([tried, evaluation.evaluate(fallback, scope)], evaluation, ([found = null, other = null]) =>
        isError(found) && catches(found) ? other : found,
      )
    }
    const found = evaluation.single(tried, scope)
    return isError(found) && catches(found) ? evaluation.evaluate(fallback, scope) : found
  })
}

/** LET(name; value; …; expression): names shadow, and later values may use earlier names. */
const letNames = lazy(3, Number.POSITIVE_INFINITY, (given, scope, evaluation) => {
  if (given.length % 2 === 0) return errors.notAvailable
  const names = new Map(scope.names)
  const inner: Scope = { ...scope, names }
  for (let position = 0; position + 1 < given.length; position += 2) {
    const name = given[position]
    if (name?.kind !== 'name') return errors.name
    names.set(name.name, evaluation.argument(given[position + 1] ?? missing, inner))
  }
  return evaluation.evaluate(given.at(-1) ?? missing, inner)
})

function singleOf(node: Node | undefined, scope: Scope, evaluation: Evaluation): CellValue {
  return node ? evaluation.single(evaluation.evaluate(node, scope), scope) : null
}

/** AND, OR, XOR look at every value; in ranges, empty cells and text are left out. */
function combining(of: (decisions: readonly boolean[]) => boolean): FunctionRule {
  return reading([value, rest(value)], (evaluation, first, others) => {
    const decisions: boolean[] = []
    for (const given of [first, ...others]) {
      const cells = isMatrix(given)
        ? evaluation.flat(given).filter((cell) => cell !== null && typeof cell !== 'string')
        : [given]
      for (const cell of cells) {
        const decision = toBoolean(cell)
        if (isError(decision)) return decision
        decisions.push(decision)
      }
    }
    return decisions.length ? of(decisions) : errors.value
  })
}

export const logicFunctions: FunctionTable = {
  IF: ifThenElse,
  IFS: ifs,
  SWITCH: switchCase,
  CHOOSE: choose,
  IFERROR: rescue(() => true),
  IFNA: rescue(({ error }) => error === '#N/A'),
  LET: letNames,
  AND: combining((decisions) => decisions.every(Boolean)),
  OR: combining((decisions) => decisions.some(Boolean)),
  XOR: combining((decisions) => decisions.filter(Boolean).length % 2 === 1),
  NOT: pure([boolean], (decision) => !decision),
  TRUE: pure([], () => true),
  FALSE: pure([], () => false),
  NA: pure([], () => errors.notAvailable),
}
