import { nearest } from '@tabellion/shared/kernel'
import { refuse } from '../workbook/refusal.ts'

/** The part of JSON Schema that arguments need, less what all of them say: `run list` prints it with that. */
export interface ArgumentsSchema {
  readonly properties: Readonly<Record<string, ValueSchema>>
  readonly required?: readonly string[]
}
export type ValueSchema =
  | { readonly type: 'boolean'; readonly description: string }
  | {
      readonly type: 'string'
      readonly description: string
      readonly enum?: readonly string[]
      readonly format?: 'date'
    }
  | { readonly type: 'integer'; readonly description: string }
  | {
      readonly type: 'array'
      readonly description: string
      readonly items: { readonly type: 'string' } | { readonly type: 'object' }
    }
  | {
      readonly type: 'object'
      readonly description: string
      readonly additionalProperties: { readonly type: 'string' | 'integer' }
    }

/** Those of an action about one document: its number, and what else. */
export const about = <const More extends ArgumentsSchema['properties'], const Key extends string = never>(
  what: 'de la facture' | 'du devis',
  more: More,
  required: readonly Key[] = [],
) =>
  ({
    required: ['number', ...required],
    properties: { number: { type: 'string', description: `Le numéro ${what}.` }, ...more },
  }) as const

export type Arguments = Readonly<Record<string, unknown>>

/** What a value of that schema is, once checked. */
type ValueOf<Schema extends ValueSchema> = Schema extends { readonly enum: readonly (infer Word)[] }
  ? Word
  : Schema extends { readonly items: { readonly type: infer Kind } }
    ? readonly (Kind extends 'string' ? string : Arguments)[]
    : Schema extends { readonly additionalProperties: { readonly type: infer Kind } }
      ? Readonly<Record<string, Kind extends 'string' ? string : number>>
      : { readonly boolean: boolean; readonly string: string; readonly integer: number }[Exclude<
          Schema['type'],
          'array' | 'object'
        >]

type RequiredOf<Schema extends ArgumentsSchema> = Schema extends { readonly required: readonly (infer Key)[] }
  ? Key
  : never

/** The arguments of an action, as its schema says: an action reads no others. */
export type Given<Schema extends ArgumentsSchema> = {
  readonly [Key in keyof Schema['properties'] as Key extends RequiredOf<Schema> ? Key : never]: ValueOf<
    Schema['properties'][Key]
  >
} & {
  readonly [Key in keyof Schema['properties'] as Key extends RequiredOf<Schema> ? never : Key]?:
    | ValueOf<Schema['properties'][Key]>
    | undefined
}

/** Refuses unknown keys (naming the nearest known one), missing ones and values of another kind. */
export function checkArguments(given: unknown, schema: ArgumentsSchema): Arguments {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refuse({ code: 'wrong-argument', argument: '--args', expected: 'un objet JSON' })
  const known = Object.keys(schema.properties)
  for (const [key, value] of Object.entries(given)) {
    const expected = schema.properties[key]
    if (expected === undefined) {
      const near = nearest(key, known)
      return refuse({
        code: 'wrong-argument',
        argument: key,
        expected: known.join(', ') || 'aucun argument',
        ...(near === undefined ? {} : { nearest: near }),
      })
    }
    if (value !== undefined && !fits(value, expected))
      return refuse({ code: 'wrong-argument', argument: key, expected: expectation(expected) })
  }
  for (const key of schema.required ?? []) {
    if (!(key in given))
      return refuse({
        code: 'wrong-argument',
        argument: key,
        expected: expectation(schema.properties[key] as ValueSchema),
      })
  }
  return given as Arguments
}

function fits(value: unknown, schema: ValueSchema): boolean {
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return Number.isSafeInteger(value)
    case 'string':
      return (
        typeof value === 'string' &&
        (schema.enum?.includes(value) ?? true) &&
        (schema.format !== 'date' || /^\d{4}-\d{2}-\d{2}$/.test(value))
      )
    case 'array':
      return Array.isArray(value) && value.every((item) => typeof item === schema.items.type)
    case 'object':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((member) =>
          schema.additionalProperties.type === 'string' ? typeof member === 'string' : Number.isSafeInteger(member),
        )
      )
  }
}

function expectation(schema: ValueSchema): string {
  if (schema.type === 'string')
    return schema.enum ? schema.enum.join(' ou ') : schema.format === 'date' ? 'une date AAAA-MM-JJ' : 'un texte'
  return {
    boolean: 'true ou false',
    integer: 'un nombre entier',
    array: 'une liste',
    object: 'un objet de textes ou de nombres',
  }[schema.type]
}
