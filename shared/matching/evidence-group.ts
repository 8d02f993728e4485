import type { Say } from './evidence.ts'
import type { Hypothesis } from './hypothesis.ts'
import { debtsOf, habitOf, type Scene } from './scene.ts'
import { logChoose } from './subsets.ts'

/** What kind of operation it is, and how well several invoices go together. */
export function groupEvidence(hypothesis: Hypothesis, scene: Scene, say: Say): void {
  const { parts, pool, scope } = hypothesis
  const { reading, state } = scene
  const { kind } = reading
  if (kind === 'payout' && scope === 'payout') payoutEvidence(hypothesis, scene, say)
  else if (kind === 'cheque' || kind === 'terminal') depositEvidence(kind, hypothesis, scene, say)
  else if (kind === 'cash' || kind === 'card' || kind === 'own' || kind === 'interest') say(`kind.${kind}`)
  const habits = state.memory.habits.get(parts[0]?.item.invoice.clientId ?? '')
  if (habits && habits.lines >= 2 && !habits.kinds.has(kind)) say('kind.unlike-client')
  if (parts.length < 2) return
  const choice = logChoose(Math.max(pool, parts.length), parts.length)
  if (scope === 'payout' || scope === 'cheque' || scope === 'terminal') {
    say(`${scope}.more`, parts.length - 1)
    say(`${scope}.choice`, choice)
    return
  }
  say(parts.length === 2 ? 'group.two' : parts.length === 3 ? 'group.three' : parts.length === 4 ? 'group.four' : 'group.more')
  say('group.choice', choice)
  if (scope === 'sum') sumEvidence(hypothesis, scene, say)
}

function sumEvidence({ parts }: Hypothesis, scene: Scene, say: Say): void {
  const clientId = parts[0]?.item.invoice.clientId ?? ''
  if (parts.some((part) => part.item.invoice.clientId !== clientId)) {
    say('group.clients')
    return
  }
  const items = new Set(parts.map((part) => part.item))
  const { due } = debtsOf(scene, clientId)
  const places = due.flatMap((item, index) => (items.has(item) ? [index] : []))
  const skipped = (places.at(-1) ?? 0) - (places[0] ?? 0) + 1 - places.length
  if (skipped > 0) say('group.skipped', Math.min(4, skipped))
  else say('group.in-row')
  if (places.length === due.length) say('group.all')
  const credits = parts.filter((part) => part.item.invoice.total < 0)
  say('group.credit', credits.length)
  if (credits.length > 0 && credits.every((credit) => parts.some((part) => part.item.invoice.id === credit.item.invoice.creditOf))) say('group.own-credit')
  const issued = parts.map((part) => part.item.issuedAt)
  say('group.spread', (Math.max(...issued) - Math.min(...issued)) / 30)
}

function payoutEvidence({ parts }: Hypothesis, scene: Scene, say: Say): void {
  const { reading, state } = scene
  const share = 1 / parts.length
  for (const { item } of parts) {
    say(item.invoice.method === reading.processor?.id ? 'payout.method' : `payout.${habitOf(scene, item, 'payout')}`, share)
    if (state.clients.get(item.invoice.clientId)?.consumer) say('payout.consumer', share)
    say('payout.delay', (share * (reading.at - item.issuedAt)) / 7)
  }
}

function depositEvidence(kind: 'cheque' | 'terminal', { parts }: Hypothesis, scene: Scene, say: Say): void {
  const { reading, state } = scene
  const share = 1 / parts.length
  for (const { item } of parts) {
    say(`${kind}.${habitOf(scene, item, kind)}`, share)
    if (state.clients.get(item.invoice.clientId)?.consumer) say(`${kind}.consumer`, share)
    const delay = reading.at - item.dueAt
    if (kind === 'terminal') say('terminal.delay', share * Math.min(6, (reading.at - item.issuedAt) / 5))
    else if (delay < -10 || delay > 50) say('cheque.untimely', share)
  }
  if (kind !== 'cheque') return
  if (reading.cheques === undefined) {
    if (parts.length === 1) say('cheque.single')
  } else say(reading.cheques === parts.length ? 'cheque.count' : 'cheque.other-count')
}
