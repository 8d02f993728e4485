import type { Op } from '@tabellion/shared/exchange'
import type { LogEntry } from '../store/rows.ts'
import type { Desk } from './desk.ts'

/** A year of daily use, roughly; then the oldest go. */
const MOST_ENTRIES = 3_000

/** Nothing is read or sent without a word here: this is what the privacy page shows. */
export async function log({ store, now }: Desk, event: LogEntry['event']): Promise<void> {
  await store.log.add({ at: now(), event })
  const over = (await store.log.count()) - MOST_ENTRIES
  if (over > 0) await store.log.orderBy('id').limit(over).delete()
}

/** Which facts a message carries, by the names of its members. */
export const fieldsOf = (op: Op, body: string): string[] => {
  const said: unknown = JSON.parse(body)
  const names = (value: unknown): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
  if (typeof said !== 'object' || said === null) return []
  const line = 'line' in said ? names(said.line).map((name) => `line.${name}`) : []
  return [...names(said).filter((name) => !(op === 'record' && name === 'line')), ...line]
}
