import { addDays } from '@tabellion/shared/calendar'
import type { Pulled } from '@tabellion/shared/exchange'
import { messageOf } from '../ledger/client.ts'
import { deliver } from './deliver.ts'
import type { Desk } from './desk.ts'
import { keepStanding, linkOf, outcomeOf, post } from './post.ts'

/** Sends what waits, then asks the sheet what there is. `patience`: somebody asked, so nothing waits for its time. */
export async function synchronise(desk: Desk, patience: boolean): Promise<void> {
  if (patience) {
    const nextAt = desk.now()
    await desk.store.write(() => desk.store.outbox.toCollection().modify({ nextAt }))
  }
  await deliver(desk)
  await pull(desk)
}

async function pull(desk: Desk): Promise<void> {
  await desk.alone('delivery', async () => {
    const { store } = desk
    const sheet = await store.sheet.get('sheet')
    if (sheet?.url === undefined) return
    const before = await store.ledger.get('pulled')
    const known = before && !before.changed ? { known: before.pulled.revision } : {}
    const delivery = await post(desk, linkOf(sheet, desk), messageOf(desk.newId(), 'pull', known))
    // A message that waits says more of how things are than a pull that went well.
    if (delivery.kind !== 'answered' || delivery.answer.status === 'refused' || (await store.outbox.count()) === 0)
      await keepStanding(desk, outcomeOf(delivery))
    if (delivery.kind === 'answered' && delivery.answer.status === 'done') {
      const { result } = delivery.answer
      if (!result.unchanged) await takeIn(desk, result, desk.now())
      else if (before) {
        const pulled = { ...before.pulled, today: result.today }
        await store.write(() => store.ledger.put({ ...before, pulled, at: desk.now() }))
      }
    }
  })
  desk.tellChanged()
}

/** Operations older than this are no longer told, so that their absence says nothing. */
const TOLD_DAYS = 390

/** `at`: when the sheet stood so. */
export async function takeIn({ store }: Desk, pulled: Pulled, at: string): Promise<void> {
  await store.write(async () => {
    await store.ledger.put({ key: 'pulled', pulled, at })
    await store.sheet.update('sheet', { file: pulled.file })
    // What was recorded and is there no more was taken back in the sheet, or from another browser.
    const there = new Set(pulled.operations.flatMap(({ payments }) => payments))
    const since = addDays(pulled.today, -TOLD_DAYS)
    const recorded = await store.decisions.where({ state: 'recorded' }).toArray()
    for (const { id, line, what, payment } of recorded) {
      if (what !== 'confirm' || payment === undefined || there.has(payment)) continue
      const transaction = await store.transactions.get(line)
      if (transaction && transaction.date >= since) await store.decisions.update(id, { state: 'undone' })
    }
  })
}
