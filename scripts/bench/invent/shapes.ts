/** What the benchmark's engine hands to a preset and asks of it: ../shared/matching/benchmark/core. */

/** The engine's seeded generator: the same seed gives the same presets and the same years. */
export interface Chance {
  int(low: number, high: number): number
  bool(probability?: number): boolean
  pick<Value>(from: readonly Value[]): Value
  weighted<Value>(pairs: readonly (readonly [Value, number])[]): Value
  sample<Value>(from: readonly Value[], count: number): Value[]
  normal(mean?: number, deviation?: number): number
  digits(count: number): string
  letters(count: number): string
}

export interface Person {
  readonly civ: string
  readonly first: string
  readonly last: string
}
export interface Client {
  readonly name: string
  readonly core: string
  readonly form: string
  readonly city: string
  readonly kind?: string
  readonly person?: Person
  readonly siren?: string
  readonly foreign?: boolean
}

/** A number's pieces, as the engine counts them. */
export interface Numbered {
  readonly y4: string
  readonly y2: string
  readonly mm: string
  readonly dd: string
  readonly seq: number
  readonly padded: string
  readonly pfx: string
}
export interface Invoice {
  readonly number: string
  readonly issueDate: string
  readonly totalCents: number
  readonly _p: Numbered
  readonly _sub?: boolean
}
export interface Payment {
  readonly date: string
  readonly refInvs?: readonly Invoice[]
}
export interface World {
  readonly clients: readonly { readonly name: string }[]
}

/** A way of writing, and how often it is used. */
export interface Way<Text> {
  readonly id: string
  readonly w: number
  readonly level?: string
  readonly phrase?: boolean
  readonly f: Text
}

export const plain = (text: string): string => text.normalize('NFD').replace(/[̀-ͯ]/g, '').replace(/’/g, "'")
export const capitals = (text: string): string => plain(text).toUpperCase()

/** A weight of its own for each preset: most stay near what is usual, some are three times rarer or more common. */
export const about = (chance: Chance, usual: number): number => usual * Math.exp(chance.normal(0, 0.55))

/** Some of the ways, each with a weight of its own. */
export const someOf = <Text>(chance: Chance, ways: readonly Way<Text>[], count: number): Way<Text>[] =>
  chance.sample(ways, count).map((way) => ({ ...way, w: about(chance, way.w) }))
