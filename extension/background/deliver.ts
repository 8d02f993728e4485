import type { Answer, Op } from '@tabellion/shared/exchange'
import type { Delivery, Message } from '../ledger/client.ts'
import type { OutboxRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'
import { claim } from './outbox.ts'
import { keepStanding, linkOf, outcomeOf, post } from './post.ts'
import { asked, recorded, refused, takenBack } from './settled.ts'

/** Sends what waits, oldest first, until nothing is left or the sheet does not answer; then the alarm goes on. */
export function deliver(desk: Desk): Promise<void> {
  return desk.alone('delivery', async () => {
    for (;;) {
      const sheet = await desk.store.sheet.get('sheet')
      if (sheet?.url === undefined) return
      const row = await claim(desk)
      if (!row) break
      const message: Message = { id: row.id, op: row.op, body: row.body }
      const delivery = await post(desk, linkOf(sheet, desk), message)
      await keepStanding(desk, outcomeOf(delivery))
      const goesOn = await settle(desk, row, delivery)
      desk.tellChanged()
      if (!goesOn) break
    }
    const next = await desk.store.outbox.orderBy('id').first()
    if (next) await desk.wakeAt(next.nextAt)
  })
}

/** Whether the next message may go. A message leaves the outbox when the sheet has answered it, never before. */
export async function settle(desk: Desk, row: OutboxRow, delivery: Delivery<Op>): Promise<boolean> {
  if (delivery.kind !== 'answered') return false
  const { answer } = delivery
  if (answer.status === 'refused' && answer.refusal.again) return false
  await desk.store.write(async () => {
    await desk.store.outbox.delete(row.id)
    await apply(desk, row, answer)
  })
  return true
}

async function apply(desk: Desk, row: OutboxRow, answer: Answer<Op>): Promise<void> {
  const { decision } = row
  if (row.op === 'hello' && answer.status === 'done' && 'file' in answer.result) {
    await desk.store.sheet.update('sheet', { file: answer.result.file })
    return
  }
  if (decision === undefined) return
  if (answer.status === 'asks') return asked(desk, decision, row.op, answer.questions)
  if (answer.status === 'refused') return refused(desk, decision, row.op, answer.refusal.message)
  const { result } = answer
  if (row.op === 'record' && 'clientCreditCents' in result) return recorded(desk, decision, result)
  if (row.op === 'undo' && 'documents' in result) return takenBack(desk, decision, result)
}
