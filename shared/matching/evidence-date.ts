import type { Say } from './evidence.ts'
import type { Hypothesis } from './hypothesis.ts'
import { byAge, type IndexedInvoice } from './invoice-index.ts'
import { debtsOf, type Scene } from './scene.ts'

/** How the day fits the latest of the invoices. */
export function dateEvidence({ parts, relation, scope }: Hypothesis, scene: Scene, say: Say): void {
  const { reading } = scene
  const latest = parts.reduce<IndexedInvoice | undefined>((last, { item }) => (last === undefined || item.issuedAt > last.issuedAt ? item : last), undefined)
  if (!latest) return
  const delay = reading.at - latest.dueAt
  if (reading.at < latest.issuedAt) say('date.early', 1 + (latest.issuedAt - reading.at) / 14)
  else if (delay < -5) say('date.before-due')
  else if (delay <= 14) say('date.on-time')
  else if (delay <= 50) say('date.late')
  else if (delay <= 130) say('date.very-late')
  else say('date.ancient')
  const terms = latest.invoice.discount
  if (relation.code === 'discount' && terms && reading.at > latest.issuedAt + terms.withinDays + 4) say('date.discount-over')
  if (scope === 'single' || scope === 'sum') habitOf(latest, delay, scene, say)
  if (parts.length === 1 && relation.code === 'exact') say('date.older-first', Math.min(2, olderTwins(latest, scene)))
}

function habitOf(item: IndexedInvoice, delay: number, { reading, state }: Scene, say: Say): void {
  const habits = state.memory.habits.get(item.invoice.clientId)
  if (!habits || habits.delays < 2 || reading.at < item.issuedAt) return
  const away = Math.abs(delay - habits.delaySum / habits.delays)
  if (away <= 6) say('date.habit')
  else if (away > 30) say('date.off-habit')
}

/** Older open invoices of the same client with the same balance: the oldest is paid first (Code civil, art. 1342-10). */
function olderTwins(item: IndexedInvoice, scene: Scene): number {
  const open = scene.balances.open(item)
  let older = 0
  for (const other of debtsOf(scene, item.invoice.clientId).open) {
    if (byAge(other, item) >= 0) break
    if (scene.balances.open(other) === open) older += 1
  }
  return older
}
