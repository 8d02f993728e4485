import type { WithCode } from '../../sheets-addon/src/messages/sentences.ts'

/** What someone did, and the facts that came with the problem. */
export type Example<Facts> = readonly [input: string, facts: Facts]

/** One for each code of a union: a new code without its example does not compile. */
export type Examples<Problem extends { readonly code: string }> = {
  readonly [Code in Problem['code']]: Example<Omit<WithCode<Problem, Code>, 'code'>>
}

/** A code, how it is provoked, what is then said. */
export interface Entry {
  readonly code: string
  readonly input: string
  readonly sentence: string
}

/** Every example with its sentence. */
export const entries = <Problem extends { readonly code: string }>(
  examples: Examples<Problem>,
  say: (problem: Problem) => string,
): readonly Entry[] =>
  // The table has each code once, with the facts of that code: put together they are the problem.
  Object.entries<Example<object>>(examples).map(([code, [input, facts]]) => ({
    code,
    input,
    sentence: say({ code, ...facts } as Problem & object),
  }))
