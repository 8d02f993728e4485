import { broadcast } from '../broadcast.ts'
import { type CellError, type CellValue, errors, isError } from '../cell-value.ts'
import type { Evaluation, Scope } from '../evaluation.ts'
import { isMatrix, type Value } from '../matrix.ts'
import type { Node } from '../syntax.ts'
import type { Parameter } from './parameters.ts'

/** A function of the table. Fewer or more arguments than it takes is `#N/A`, as in Google. */
export interface FunctionRule {
  readonly least: number
  readonly most: number
  /** Its arguments are computed as in ARRAYFORMULA. */
  readonly arrays: boolean
  readonly call: (given: readonly Node[], scope: Scope, evaluation: Evaluation) => Value
}

export type FunctionTable = Readonly<Record<string, FunctionRule>>

type Parameters = readonly Parameter<unknown>[]
type Arguments<P> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never }

/** A function of its arguments alone: `pure([text, optional(number, 1)], (text, count) => …)`. */
export function pure<const P extends Parameters>(parameters: P, of: (...given: Arguments<P>) => Value): FunctionRule {
  return reading(parameters, (_, ...given) => of(...given))
}

/** A function that also reads cells, the clock or the locale. */
export function reading<const P extends Parameters>(
  parameters: P,
  of: (evaluation: Evaluation, ...given: Arguments<P>) => Value,
  options: { readonly arrays?: true } = {},
): FunctionRule {
  const list: Parameters = parameters
  const run = of as (evaluation: Evaluation, ...given: readonly unknown[]) => Value
  const last = list.at(-1)

  function call(nodes: readonly Node[], scope: Scope, evaluation: Evaluation): Value {
    const values = nodes.map((node, position) =>
      parameterAt(list, position)?.takes === 'value'
        ? evaluation.argument(node, scope)
        : evaluation.evaluate(node, scope),
    )
    const spread = values.map((value, position) => isMatrix(value) && parameterAt(list, position)?.takes === 'cell')
    if (scope.arrays && spread.includes(true)) return broadcastOver(values, spread, evaluation, apply)
    return apply(
      values.map((value, position) => (spread[position] ? evaluation.single(value, scope) : value)),
      evaluation,
    )
  }

  function apply(values: readonly Value[], evaluation: Evaluation): Value {
    const given = readArguments(list, values, evaluation)
    if (!Array.isArray(given)) return given as CellError
    const result = run(evaluation, ...given)
    return typeof result === 'number' ? orNotFinite(result) : result
  }

  return {
    least: list.filter(({ presence }) => presence === 'required').length,
    most: last?.presence === 'rest' ? Number.POSITIVE_INFINITY : list.length,
    arrays: options.arrays ?? false,
    call,
  }
}

/** A function that decides which of its arguments to compute, and how. */
export const lazy = (least: number, most: number, call: FunctionRule['call']): FunctionRule => ({
  least,
  most,
  arrays: false,
  call,
})

function parameterAt(list: Parameters, position: number): Parameter<unknown> | undefined {
  return position < list.length ? list[position] : list.at(-1)
}

function readArguments(list: Parameters, values: readonly Value[], evaluation: Evaluation): unknown[] | CellError {
  const given: unknown[] = []
  for (const [position, parameter] of list.entries()) {
    const own = parameter.presence === 'rest' ? values.slice(position) : values.slice(position, position + 1)
    const read: unknown[] = []
    for (const value of own) {
      const converted = parameter.read(value, evaluation)
      if (!parameter.takesErrors && isError(converted)) return converted
      read.push(converted)
    }
    given.push(parameter.presence === 'rest' ? read : read.length === 0 ? parameter.absent : read[0])
  }
  return given
}

/** ARRAYFORMULA(VLOOKUP(A4:A; …)): once per cell of the arguments that want one cell, the ranges staying whole. */
function broadcastOver(
  values: readonly Value[],
  spread: readonly boolean[],
  evaluation: Evaluation,
  apply: (values: readonly Value[], evaluation: Evaluation) => Value,
): Value {
  const moving = values.filter((_, position) => spread[position])
  return broadcast(moving, evaluation, (cells) => {
    const next = cells[Symbol.iterator]()
    const result = apply(
      values.map((value, position) => (spread[position] ? (next.next().value ?? null) : value)),
      evaluation,
    )
    return isMatrix(result) ? evaluation.cellOf(result, 0, 0) : result
  })
}

/** All values of the arguments, ranges row by row. */
export const allValues = (evaluation: Evaluation, given: readonly Value[]): readonly CellValue[] =>
  given.length === 1 && given[0] !== undefined && isMatrix(given[0])
    ? evaluation.flat(given[0])
    : given.flatMap((value) => (isMatrix(value) ? evaluation.flat(value) : [value]))

/** No cell holds NaN or an infinity. */
const orNotFinite = (value: number): CellValue => (Number.isFinite(value) ? value : errors.number)
