import type { Answer, BodyProblem, BridgeRefusalCode, Op } from '@tabellion/shared/exchange'
import { type BridgeRefusalProblem, bridgeSentence } from '../messages/bridge.ts'

/** Kept and sent again by the extension: the message is right, the moment is not. */
const AGAIN: ReadonlySet<BridgeRefusalCode> = new Set<BridgeRefusalCode>([
  'clock-differs',
  'busy',
  'redeploy',
  'workbook',
  'too-many-orders',
])

export type Refused = Answer<Op> & { readonly status: 'refused' }

export const refusedAs = (code: BridgeRefusalCode, message: string): Refused => ({
  status: 'refused',
  refusal: { code, message, again: AGAIN.has(code) },
})

export const refusedFor = (
  problem: Exclude<BridgeRefusalProblem, { readonly code: 'orders-wait' }> | BodyProblem,
): Refused => refusedAs(problem.code, bridgeSentence(problem))
