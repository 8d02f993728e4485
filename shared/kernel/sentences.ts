/** The member of a problem union that has this code, even where one member lists several codes. */
export type WithCode<Problem, Code> = Problem extends { readonly code: infer Known }
  ? Code extends Known
    ? Problem
    : never
  : never

/** One sentence for each code, from the facts that come with it: a new code without its sentence does not compile. */
export type Sentences<Problem extends { readonly code: string }> = {
  readonly [Code in Problem['code']]: (problem: WithCode<Problem, Code>) => string
}

/** The sentence of a problem, from a table of all of them. */
export function say<Problem extends { readonly code: string }>(
  sentences: Sentences<Problem>,
  problem: Problem,
): string {
  return (sentences[problem.code as Problem['code']] as (given: Problem) => string)(problem)
}

export const quote = (text: string): string => `« ${shorten(text)} »`

/** A cell may hold 50 000 characters; a message need not. */
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** « a, b et c ». */
export function enumerate(words: readonly string[], last = 'et'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `1 663`: U+202F between thousands (features F.3). */
export const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, '\u202f')

export const counted = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`
