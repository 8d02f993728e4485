import {
  type Answer,
  type AnswerEnvelope,
  answerText,
  asciiJson,
  type BodyInput,
  type Op,
  PROTOCOL,
  type RequestEnvelope,
  readAnswer,
  readResponse,
  requestText,
  type UnsignedCode,
} from '@tabellion/shared/exchange'

/** What is decided once and sent as often as it takes: it can be stored as it is, and says the same each time. */
export interface Message<O extends Op = Op> {
  /** ULID, made when the user decides. */
  readonly id: string
  readonly op: O
  /** JSON of ASCII characters: signed letter for letter. */
  readonly body: string
}

export const messageOf = <O extends Op>(id: string, op: O, body: BodyInput<O>): Message<O> => ({
  id,
  op,
  body: asciiJson(body),
})

/** What became of one sending. */
export type Delivery<O extends Op> =
  /** The sheet said it, under its signature. */
  | { readonly kind: 'answered'; readonly answer: Answer<O>; readonly at: string }
  /** Someone says so, without a signature: to be shown, and nothing to be thrown away for. */
  | { readonly kind: 'refused'; readonly code: UnsignedCode }
  /**
   * No answer of the sheet's: not deployed for everyone, a quota, a crash, no network; a browser does not tell which. The message
   * may have been acted upon: it is sent again under the same id.
   */
  | { readonly kind: 'unreachable' }
  /** Another key signed, or the sheet speaks in a way that this version does not know. */
  | { readonly kind: 'not-understood' }

/** A key that signs and verifies, and cannot be read back. */
export type SigningKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

export const importKey = (secret: Uint8Array): Promise<SigningKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])

export interface Link {
  readonly url: string
  readonly kid: string
  readonly key: SigningKey
  /** UTC, ISO 8601 to the millisecond. */
  readonly now: () => string
}

/** Google takes its time: a cold start, a lock held by another run. */
const PATIENCE_MS = 90_000

/** Signs and sends. Never throws for what a network, Google or the sheet can do. */
export async function send<O extends Op>(
  link: Link,
  message: Message<O>,
  fetching: typeof fetch = fetch,
): Promise<Delivery<O>> {
  const wire = await sealed(link, message)
  let text: string
  try {
    // A string body is text/plain, which needs no preflight; cookies of several accounts would send it astray (ground truth §6).
    // A variable: Node's own types of fetch, in the tests, do not know `cache`.
    const request = {
      method: 'POST',
      body: wire,
      credentials: 'omit',
      redirect: 'follow',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    } as const
    const response = await fetching(link.url, request)
    text = await response.text()
  } catch {
    return { kind: 'unreachable' }
  }
  return read(link, message, text)
}

/** What is sent, to be carried by hand where there is no web app. */
export async function sealed({ kid, key, now }: Omit<Link, 'url'>, { id, op, body }: Message): Promise<string> {
  const unsigned: Omit<RequestEnvelope, 'mac'> = { v: PROTOCOL, kid, id, at: now(), op, body }
  const mac = await crypto.subtle.sign('HMAC', key, ascii(requestText(unsigned)))
  return asciiJson({ ...unsigned, mac: hex(new Uint8Array(mac)) } satisfies RequestEnvelope)
}

/** What came back for it, by whichever way. */
export async function read<O extends Op>(
  { kid, key }: Pick<Link, 'kid' | 'key'>,
  { id, op }: Message<O>,
  text: string,
): Promise<Delivery<O>> {
  const response = readResponse(text)
  if (response === undefined) return { kind: 'unreachable' }
  if ('refused' in response) return { kind: 'refused', code: response.refused }
  if (response.kid !== kid || response.id !== id || !(await isSealed(response, key))) return { kind: 'not-understood' }
  const answer = readAnswer(op, response.body)
  return answer ? { kind: 'answered', answer, at: response.at } : { kind: 'not-understood' }
}

const isSealed = (answer: AnswerEnvelope, key: SigningKey): Promise<boolean> =>
  crypto.subtle.verify('HMAC', key, bytesOf(answer.mac), ascii(answerText(answer)))

const ascii = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
