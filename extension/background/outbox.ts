import type { BodyInput, Op } from '@tabellion/shared/exchange'
import { asciiJson } from '@tabellion/shared/exchange'
import type { OutboxRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'

/** A message is kept before it is sent, in the same stroke as the decision that it carries. */
export async function enqueue<O extends Op>(
  { store, now }: Desk,
  id: string,
  op: O,
  body: BodyInput<O>,
  decision?: string,
): Promise<void> {
  const at = now()
  const row: OutboxRow = { id, op, body: asciiJson(body), madeAt: at, tries: 0, nextAt: at }
  await store.outbox.add(decision === undefined ? row : { ...row, decision })
}

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 30 * 60_000

export const waitAfter = (tries: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1))

/**
 * The oldest message, if its time has come, marked as tried *before* it is sent: whoever takes a decision back then knows that
 * the sheet may have it. Messages go one after the other, in the order of the decisions.
 */
export function claim({ store, now }: Desk): Promise<OutboxRow | undefined> {
  return store.write(async () => {
    const row = await store.outbox.orderBy('id').first()
    const at = now()
    if (!row || row.nextAt > at) return undefined
    const tries = row.tries + 1
    const claimed = { ...row, tries, nextAt: new Date(Date.parse(at) + waitAfter(tries)).toISOString() }
    await store.outbox.put(claimed)
    return claimed
  })
}
