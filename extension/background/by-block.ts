import { blockOf, readBlock, readResponse } from '@tabellion/shared/exchange'
import type { Answers } from '../answers.ts'
import { messageOf, read, sealed } from '../ledger/client.ts'
import type { SheetRow, StandingRow } from '../store/rows.ts'
import { noticeOf } from '../words/notices.ts'
import { settle } from './deliver.ts'
import type { Desk } from './desk.ts'
import { fieldsOf, log } from './log.ts'
import { keepStanding, linkOf, outcomeOf } from './post.ts'
import { takeIn } from './pull.ts'

/** The bridge where the web app cannot be reached: the person carries the very same messages, and their answers. */

/** As many as the sheet treats at once, with the question for the invoices. */
const MOST_MESSAGES = 199
const PLACE = 'bloc copié'

/** All that waits, and the question of how the sheet stands now: it comes last, so that its answer knows of the rest. */
export function prepareBlock(desk: Desk): Promise<Answers['prepare-block']> {
  return desk.alone('delivery', async () => {
    const { store } = desk
    const sheet = await store.sheet.get('sheet')
    if (!sheet) return {}
    const waiting = await store.write(async () => {
      const rows = await store.outbox.orderBy('id').limit(MOST_MESSAGES).toArray()
      // From now on the sheet may have them: whoever takes one back is to tell it so.
      await store.outbox.bulkPut(rows.map((row) => ({ ...row, tries: row.tries + 1 })))
      return rows
    })
    const messages = [...waiting, messageOf(desk.newId(), 'pull', {})]
    const link = linkOf(sheet, desk)
    const wires = await Promise.all(messages.map((message) => sealed(link, message)))
    for (const { op, body } of messages) await log(desk, { kind: 'sent', to: PLACE, op, fields: fieldsOf(op, body) })
    return { block: blockOf('requests', wires) }
  })
}

/** What the sheet answered, as pasted. An answer that is here already changes nothing, however often it comes. */
export async function takeBlock(desk: Desk, pasted: string): Promise<Answers['take-block']> {
  const block = readBlock('answers', pasted)
  if (!block.ok) return { problem: block.problem.code }
  return desk.alone('delivery', async () => {
    const sheet = await desk.store.sheet.get('sheet')
    if (!sheet) return { problem: 'not-connected' }
    let taken = 0
    let outcome: StandingRow['outcome'] = { kind: 'fine' }
    for (const wire of block.value) {
      const came = await takeOne(desk, sheet, wire)
      if (came === 'known') continue
      if (came.kind === 'fine') taken++
      else outcome = came
    }
    await keepStanding(desk, outcome)
    desk.tellChanged()
    const notice = noticeOf(outcome, undefined)
    return { taken, left: await desk.store.outbox.count(), ...(notice && { trouble: notice.text }) }
  })
}

async function takeOne(desk: Desk, sheet: SheetRow, wire: string): Promise<StandingRow['outcome'] | 'known'> {
  const response = readResponse(wire)
  if (response === undefined) return { kind: 'not-understood' }
  const id = 'id' in response ? response.id : ''
  const row = await desk.store.outbox.get(id)
  const link = linkOf(sheet, desk)
  if (row) {
    const delivery = await read(link, row, wire)
    await told(desk, row.op, delivery)
    await settle(desk, row, delivery)
    return outcomeOf(delivery)
  }
  // The question for the invoices waits nowhere: it is known by its answer.
  const delivery = await read(link, messageOf(id, 'pull', {}), wire)
  if (delivery.kind !== 'answered')
    return 'kid' in response && response.kid === sheet.kid ? 'known' : outcomeOf(delivery)
  if (delivery.answer.status !== 'done' || delivery.answer.result.unchanged) return outcomeOf(delivery)
  const before = await desk.store.ledger.get('pulled')
  // An older block, pasted late, would bring back what has changed since.
  if (before && before.at >= delivery.at) return 'known'
  await told(desk, 'pull', delivery)
  await takeIn(desk, delivery.answer.result, delivery.at)
  return outcomeOf(delivery)
}

async function told(
  desk: Desk,
  op: Parameters<typeof fieldsOf>[0],
  delivery: Awaited<ReturnType<typeof read>>,
): Promise<void> {
  if (delivery.kind === 'answered')
    await log(desk, { kind: 'received', from: 'bloc collé', op, status: delivery.answer.status })
}
