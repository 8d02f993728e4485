import { readVersionKey } from '@tabellion/shared/journal'
import type { Workbook } from '../workbook/open.ts'
import { logRows } from './log.ts'

/** Where the mails of a document stand, by types and keys alone. */
export interface SendState {
  /** Some mail of it left. */
  readonly sentBefore: boolean
  /** The last one was begun and never confirmed. */
  readonly unsure: boolean
  /** The last one certainly did not leave. */
  readonly failed: boolean
}

const NEVER: SendState = { sentBefore: false, unsure: false, failed: false }

export type SendStates = (number: string) => SendState

/** The journal, and what mails have left in the properties since it was written. */
export function sendStates(workbook: Pick<Workbook, 'journal' | 'properties'>): SendStates {
  const states = new Map<string, SendState>()
  for (const { type, key } of [...workbook.journal().rows, ...logRows(workbook.properties())]) {
    const before = states.get(key) ?? NEVER
    if (type === 'send-begun') states.set(key, { ...before, unsure: true, failed: false })
    else if (type === 'sent') states.set(key, { sentBefore: true, unsure: false, failed: false })
    else if (type === 'not-sent') states.set(key, { ...before, unsure: false, failed: true })
  }
  return (number) => states.get(number) ?? NEVER
}

/** Numbers whose last mail is uncertain, in the order they were issued. */
export function unsureNumbers(workbook: Pick<Workbook, 'journal' | 'properties'>): readonly string[] {
  const state = sendStates(workbook)
  const journal = workbook.journal()
  const quotes = new Set(journal.keys('quoted').map((key) => readVersionKey(key).number))
  return [...journal.keys('reserved'), ...quotes].filter((number) => state(number).unsure)
}
