import type { Say } from './evidence.ts'
import { type Hypothesis, isGathered } from './hypothesis.ts'
import { type IndexedInvoice, openOfClient } from './invoice-index.ts'
import type { Scene } from './scene.ts'

/** How the day fits the latest of the invoices. `told`: the line says in so many words which they are; that there are older ones then says nothing. */
export function dateEvidence(hypothesis: Hypothesis, scene: Scene, told: boolean, say: Say): void {
  const { reading, state } = scene
  const { parts, relation } = hypothesis
  let latest: IndexedInvoice | undefined
  for (const { item } of parts) if (!latest || item.issuedAt > latest.issuedAt) latest = item
  if (!latest) return
  const delay = reading.at - latest.dueAt
  if (reading.at < latest.issuedAt) say('date.early', 1 + (latest.issuedAt - reading.at) / 14)
  else if (delay < -5) say('date.before-due')
  else if (delay <= 14) say('date.on-time')
  else if (delay > 130) say('date.ancient')
  else if (delay > 50) say('date.very-late')
  if (isGathered(hypothesis)) return
  const habits = state.memory.habits.get(latest.clientId)
  if (habits && habits.delays >= 2 && reading.at >= latest.issuedAt) {
    const away = Math.abs(delay - habits.delaySum / habits.delays)
    if (away <= 6) say('date.habit')
    else if (away > 30) say('date.off-habit')
  }
  if (!told && parts.length === 1 && relation.code === 'exact') say('date.older-first', olderTwins(latest, scene))
}

/** Older open invoices of the same client with the same balance (2 at most): the oldest is paid first (Code civil, art. 1342-10). */
function olderTwins(item: IndexedInvoice, { state, balances }: Scene): number {
  let older = 0
  for (const other of openOfClient(state.invoices, item.clientId, item.open)) {
    if (other === item || older === 2) break
    if (balances.open(other) === item.open) older += 1
  }
  return older
}
