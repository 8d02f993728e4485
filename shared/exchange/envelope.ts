import { fail, hmacSha256Hex, ok, type Result, sha256Hex } from '@tabellion/shared/kernel'
import * as v from 'valibot'
import { digest, instant, keyId, messageId } from './values.ts'

/** The version of messages that this code speaks. */
export const PROTOCOL = 1
/** What a request may weigh, in characters; everything is ASCII. */
export const MOST_CHARACTERS = 100_000
/** Beyond this the clocks differ too much: the message may be an old one. */
export const MOST_CLOCK_DIFFERENCE_MS = 5 * 60_000

const requestSchema = v.strictObject({
  v: v.literal(PROTOCOL),
  kid: keyId,
  id: messageId,
  at: instant,
  op: v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/)),
  body: v.string(),
  mac: digest,
})
const answerSchema = v.strictObject({
  v: v.literal(PROTOCOL),
  kid: keyId,
  id: messageId,
  at: instant,
  body: v.string(),
  mac: digest,
})
const unsignedSchema = v.object({
  v: v.literal(PROTOCOL),
  refused: v.picklist(['unreadable', 'too-large', 'wrong-version', 'unknown-key', 'wrong-mac', 'crashed']),
})

/** What is sent: `id` and `body` are fixed when the user decides, `at` and `mac` are made again each time it is sent. */
export type RequestEnvelope = Readonly<v.InferOutput<typeof requestSchema>>
/** The answer to it; `at` is the sheet's clock. */
export type AnswerEnvelope = Readonly<v.InferOutput<typeof answerSchema>>
/** Said without a signature: whoever asked proved nothing, so that it proves nothing either. */
export type UnsignedRefusal = Readonly<v.InferOutput<typeof unsignedSchema>>
export type UnsignedCode = UnsignedRefusal['refused']

/** No part can hold a line break: two different messages never have one text. */
export const requestText = ({ v, kid, id, at, op, body }: Omit<RequestEnvelope, 'mac'>): string =>
  [v, kid, id, at, op, sha256Hex(body)].join('\n')
/** `answer` stands where a request has its op, and is none: an answer is never taken for a request. */
export const answerText = ({ v, kid, id, at, body }: Omit<AnswerEnvelope, 'mac'>): string =>
  [v, kid, id, at, 'answer', sha256Hex(body)].join('\n')

export const sealRequest = (request: Omit<RequestEnvelope, 'mac'>, secret: Uint8Array): RequestEnvelope => ({
  ...request,
  mac: hmacSha256Hex(secret, requestText(request)),
})
export const sealAnswer = (answer: Omit<AnswerEnvelope, 'mac'>, secret: Uint8Array): AnswerEnvelope => ({
  ...answer,
  mac: hmacSha256Hex(secret, answerText(answer)),
})
export const isRequestSealed = (request: RequestEnvelope, secret: Uint8Array): boolean =>
  isSame(request.mac, hmacSha256Hex(secret, requestText(request)))

/** Takes as long wherever they differ. */
function isSame(mac: string, expected: string): boolean {
  let difference = mac.length ^ expected.length
  for (let at = 0; at < expected.length; at++) difference |= mac.charCodeAt(at) ^ expected.charCodeAt(at)
  return difference === 0
}

export type EnvelopeProblem = { readonly code: 'unreadable' } | { readonly code: 'wrong-version' }

export function readRequest(text: string): Result<RequestEnvelope, EnvelopeProblem> {
  const value = parseJson(text)
  if (isOfAnotherVersion(value)) return fail({ code: 'wrong-version' })
  const read = v.safeParse(requestSchema, value)
  return read.success ? ok(read.output) : fail({ code: 'unreadable' })
}

/** The signed answer or the unsigned refusal; undefined for anything else, such as a page of Google's own. */
export function readResponse(text: string): AnswerEnvelope | UnsignedRefusal | undefined {
  const read = v.safeParse(v.union([answerSchema, unsignedSchema]), parseJson(text))
  return read.success ? read.output : undefined
}

const isOfAnotherVersion = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'v' in value && typeof value.v === 'number' && value.v !== PROTOCOL

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** By how much the first clock is ahead of the second, in milliseconds. */
export const clockDifference = (one: string, other: string): number => Date.parse(one) - Date.parse(other)
