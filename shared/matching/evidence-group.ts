import type { Say } from './evidence.ts'
import { type Hypothesis, isGathered } from './hypothesis.ts'
import { debtsOf, habitOf, type Scene } from './scene.ts'
import { logChoose } from './subsets.ts'

/**
 * How well the means of payment fits those who would have used it, and several invoices go together. `told`: the line says in so many words which they
 * are; out of how many they were chosen then says nothing.
 */
export function groupEvidence(hypothesis: Hypothesis, scene: Scene, told: boolean, say: Say): void {
  const { parts, pool } = hypothesis
  const { kind } = scene.reading
  if (kind === 'cheque' || kind === 'terminal' || (kind === 'payout' && isGathered(hypothesis)))
    gatheredEvidence(hypothesis, scene, kind, say)
  else if (parts.length > 1) sumEvidence(hypothesis, scene, told, say)
  const habits = scene.state.memory.habits.get(parts[0]?.item.clientId ?? '')
  if (habits && habits.lines >= 2 && !habits.kinds.has(kind)) say('payer.other-means')
  if (parts.length > 1 && !told)
    say(
      isGathered(hypothesis) ? 'gathered.choice' : 'group.choice',
      logChoose(Math.max(pool, parts.length), parts.length),
    )
}

function sumEvidence({ parts }: Hypothesis, scene: Scene, told: boolean, say: Say): void {
  if (!told) say('group.extra', parts.length - 2)
  const clientId = parts[0]?.item.clientId ?? ''
  if (parts.some((part) => part.item.clientId !== clientId)) {
    say('group.clients')
    return
  }
  const items = new Set(parts.map((part) => part.item))
  const { due } = debtsOf(scene, clientId)
  const places = due.flatMap((item, index) => (items.has(item) ? [index] : []))
  if ((places.at(-1) ?? 0) - (places[0] ?? 0) + 1 === places.length) say('group.in-row')
  if (places.length === due.length) say('group.all')
  const credits = parts.filter((part) => part.item.total < 0)
  say('group.credit', credits.length)
  if (credits.length > 0 && credits.every((credit) => parts.some((part) => part.item.id === credit.item.creditOf)))
    say('group.own-credit')
  if (told) return
  const issued = parts.map((part) => part.item.issuedAt)
  say('group.spread', (Math.max(...issued) - Math.min(...issued)) / 30)
}

function gatheredEvidence({ parts }: Hypothesis, scene: Scene, kind: 'cheque' | 'terminal' | 'payout', say: Say): void {
  const { reading, state } = scene
  const share = 1 / parts.length
  for (const { item } of parts) {
    say(
      kind === 'payout' && item.method === reading.processor?.id
        ? 'gathered.asked'
        : `gathered.${habitOf(scene, item, kind)}`,
      share,
    )
    if (state.clients.get(item.clientId)?.consumer) say('gathered.consumer', share)
    const delay = reading.at - item.dueAt
    if (kind === 'cheque') say('cheque.untimely', delay < -10 || delay > 50 ? share : 0)
    else say(`${kind}.delay`, (share * Math.min(42, reading.at - item.issuedAt)) / 7)
  }
  say('gathered.more', parts.length - 1)
  if (reading.cheques !== undefined) say(reading.cheques === parts.length ? 'cheque.count' : 'cheque.other-count')
}
