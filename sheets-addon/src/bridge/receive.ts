import {
  type Answer,
  asciiJson,
  type BridgeRefusalCode,
  clockDifference,
  isOp,
  isRequestSealed,
  MOST_CHARACTERS,
  MOST_CLOCK_DIFFERENCE_MS,
  type Op,
  PROTOCOL,
  readRequest,
  sealAnswer,
  type UnsignedCode,
} from '@tabellion/shared/exchange'
import { bridgeSentence, unsignedSentence } from '../messages/bridge.ts'
import { refusalSentence } from '../messages/refusals.ts'
import type { Ports } from '../ports.ts'
import { Refusal } from '../workbook/refusal.ts'
import { isExpired, isOrderKey, keyNamed } from './keys.ts'
import { performOp } from './perform.ts'
import { refusedAs, refusedFor } from './refused.ts'
import type { Way } from './way.ts'

const MOST_AGE_MS: Readonly<Record<Way, number>> = {
  web: MOST_CLOCK_DIFFERENCE_MS,
  block: 31 * 24 * 3_600_000,
}

/**
 * The answer to one message, as text. The sheet is not touched before the size, the version, the key, the signature, the clock,
 * the op and every member of the body are found right. `heard`: told of what was done.
 */
export function receive(ports: Ports, wire: string, way: Way, heard?: (op: Op) => void): string {
  if (wire.length > MOST_CHARACTERS) return unsigned('too-large')
  const read = readRequest(wire)
  if (!read.ok) return unsigned(read.problem.code)
  const request = read.value
  const { secrets, clock } = ports
  const key = keyNamed(secrets.read(), request.kid)
  const secret = key?.secret
  if (key === undefined || secret === undefined) return unsigned('unknown-key')
  if (!isRequestSealed(request, secret)) return unsigned('wrong-mac')

  const sign = (answer: Answer<Op>): string => {
    const { kid, id } = request
    return asciiJson(sealAnswer({ v: PROTOCOL, kid, id, at: clock.instant, body: asciiJson(answer) }, secret))
  }
  const ahead = clockDifference(request.at, clock.instant)
  if (ahead > MOST_CLOCK_DIFFERENCE_MS || -ahead > MOST_AGE_MS[way])
    return sign(refusedFor({ code: 'clock-differs', way, minutes: Math.round(ahead / 60_000) }))
  const { op } = request
  if (!isOp(op)) return sign(refusedFor({ code: 'unknown-op', op }))
  if (!key.ops.includes(op)) return sign(refusedFor({ code: 'op-not-allowed', op }))
  if (!isOrderKey(key) && (isExpired(key, clock.instant) || (key.seenOn === undefined && op !== 'hello')))
    return sign(refusedFor({ code: 'pairing-expired' }))
  try {
    const answer = performOp(ports, key, op, request)
    if (answer.status === 'done') heard?.(op)
    return sign(answer)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { problem } = error
    // What is wrong with the file is its owner's matter: a site hears that it is to ask again.
    const words = isOrderKey(key) ? bridgeSentence({ code: 'orders-wait' }) : wordsOf(problem)
    return sign(refusedAs(REFUSALS[problem.code] ?? 'workbook', words))
  }
}

/** For whatever failed in a way that nobody foresaw: it proves nothing, and is asked again. */
export const crashed = (): string => unsigned('crashed')

const unsigned = (code: UnsignedCode): string =>
  asciiJson({ v: PROTOCOL, refused: code, message: unsignedSentence(code) })

const REFUSALS: Readonly<Partial<Record<string, BridgeRefusalCode>>> = {
  'lock-held': 'busy',
  'newer-schema': 'redeploy',
}

const wordsOf = (problem: Refusal['problem']): string =>
  problem.code === 'newer-schema' ? bridgeSentence({ code: 'redeploy' }) : refusalSentence(problem)
