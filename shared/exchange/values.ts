import { type Day, day, parseDay } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import * as v from 'valibot'

/** What schemas give, with nothing that can be changed. */
export type Frozen<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof Value]: Frozen<Value[Key]> }

/** No longer than a cell, a message and a log can bear. */
export const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
export const said = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))

export const civilDay = v.pipe(
  v.string(),
  v.check((value) => parseDay(value) !== undefined),
  v.transform((value): Day => day(value)),
)
export const centsAmount = v.pipe(
  v.number(),
  v.safeInteger(),
  v.transform((value): Cents => cents(value)),
)
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** UTC, ISO 8601 to the millisecond. */
export const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/))
/** ULID. */
export const messageId = v.pipe(v.string(), v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/))
export const keyId = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))
export const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
/** Of a bank's line; it becomes a cell and a part of row IDs. */
export const operationId = v.pipe(v.string(), v.regex(/^[\w.:-]{1,80}$/))
/** Of money recorded: the message's id, or what another way of recording it was given. */
export const paymentName = v.pipe(operationId)
export const documentNumber = said(40)
