import type { JournalIndex } from '../workbook/open.ts'

/** Where the mails of a document stand, by the journal's types and keys alone. */
export interface SendState {
  /** Some mail of it left. */
  readonly sentBefore: boolean
  /** The last one was begun and never confirmed. */
  readonly unsure: boolean
  /** The last one certainly did not leave. */
  readonly failed: boolean
}

const NEVER: SendState = { sentBefore: false, unsure: false, failed: false }

export function sendStates(journal: JournalIndex): (number: string) => SendState {
  const states = new Map<string, SendState>()
  for (const { type, key } of journal.rows) {
    const before = states.get(key) ?? NEVER
    if (type === 'send-begun') states.set(key, { ...before, unsure: true, failed: false })
    else if (type === 'sent') states.set(key, { sentBefore: true, unsure: false, failed: false })
    else if (type === 'not-sent') states.set(key, { ...before, unsure: false, failed: true })
  }
  return (number) => states.get(number) ?? NEVER
}

/** Numbers whose last mail is uncertain, in the journal's order. */
export function unsureNumbers(journal: JournalIndex): readonly string[] {
  const state = sendStates(journal)
  return [...new Set(journal.keys('send-begun'))].filter((number) => state(number).unsure)
}
