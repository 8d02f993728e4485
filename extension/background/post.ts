import type { Op } from '@tabellion/shared/exchange'
import { type Delivery, type Link, type Message, send } from '../ledger/client.ts'
import type { SheetRow, StandingRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'
import { fieldsOf, log } from './log.ts'

export const linkOf = ({ url = '', kid, secret }: SheetRow, { now }: Desk): Link => ({ url, kid, key: secret, now })

/** Sends one message to the sheet, and keeps in the log that it went. */
export async function post<O extends Op>(desk: Desk, link: Link, message: Message<O>): Promise<Delivery<O>> {
  const to = new URL(link.url).host
  await log(desk, { kind: 'sent', to, op: message.op, fields: fieldsOf(message.op, message.body) })
  const delivery = await send(link, message, desk.fetching)
  if (delivery.kind === 'answered')
    await log(desk, { kind: 'received', from: to, op: message.op, status: delivery.answer.status })
  return delivery
}

/** How it went, for the first line of the popup. */
export async function keepStanding({ store, now }: Desk, outcome: StandingRow['outcome']): Promise<void> {
  await store.standing.put({ key: 'delivery', at: now(), outcome })
}

export function outcomeOf(delivery: Delivery<Op>): StandingRow['outcome'] {
  switch (delivery.kind) {
    case 'unreachable':
    case 'not-understood':
      return { kind: delivery.kind }
    case 'refused':
      return { kind: 'unsigned', code: delivery.code }
    case 'answered': {
      const { answer } = delivery
      if (answer.status !== 'refused') return answer.redeploy ? { kind: 'fine', redeploy: true } : { kind: 'fine' }
      return { kind: 'refused', code: answer.refusal.code, message: answer.refusal.message }
    }
  }
}
