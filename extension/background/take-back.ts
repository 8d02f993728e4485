import { acceptableCodes } from '@tabellion/shared/exchange'
import type { Answers, Refused } from '../answers.ts'
import type { DecisionRow } from '../store/rows.ts'
import { refusals } from '../words/refusals.ts'
import { recordBody } from './decide.ts'
import type { Desk } from './desk.ts'
import { enqueue } from './outbox.ts'

const unknown: Refused = { refused: 'unknown-decision', text: refusals.unknownDecision }

/** *Annuler*. What never left is simply dropped; what the sheet may have is taken back there, after whatever waits before it. */
export async function undo(desk: Desk, id: string): Promise<Answers['undo']> {
  const { store } = desk
  const at = desk.now()
  await desk.wakeAt(at)
  const found = await store.write(async () => {
    const decision = await store.decisions.get(id)
    if (!decision || decision.state === 'undone' || decision.state === 'refused') return false
    if (decision.what === 'ignore' || decision.state === 'asked') {
      await store.decisions.update(id, { state: 'undone' })
    } else if (decision.state !== 'undoing') {
      const waits = await store.outbox.get(id)
      if (waits?.tries === 0) {
        await store.outbox.delete(id)
        await store.decisions.update(id, { state: 'undone' })
      } else {
        await store.decisions.update(id, { state: 'undoing' })
        await enqueue(desk, desk.newId(), 'undo', { payment: decision.payment ?? id, decidedAt: at }, id)
      }
    }
    return true
  })
  desk.tellChanged()
  return found ? { undone: true } : unknown
}

/** The sheet's question, answered: a new message says the same, with what the person accepted. */
export async function settleQuestion(desk: Desk, id: string, verdict: 'accept' | 'drop'): Promise<Answers['settle']> {
  const { store } = desk
  const at = desk.now()
  await desk.wakeAt(at)
  const found = await store.write(async () => {
    const decision = await store.decisions.get(id)
    const line = decision && (await store.transactions.get(decision.line))
    if (decision?.state !== 'asked' || !line) return false
    await store.decisions.update(id, { state: 'undone' })
    if (verdict === 'accept') await again(desk, decision, line)
    return true
  })
  desk.tellChanged()
  return found ? { settled: true } : unknown
}

async function again(desk: Desk, before: DecisionRow, line: Parameters<typeof recordBody>[1]): Promise<void> {
  const { questions = [], accepted = [], ...decision } = before
  const codes = questions.filter(({ accept }) => accept).map(({ code }) => code)
  const row: DecisionRow = {
    ...decision,
    id: desk.newId(),
    state: 'waiting',
    at: desk.now(),
    accepted: [...new Set([...accepted, ...acceptableCodes(codes)])],
  }
  await desk.store.decisions.add(row)
  await enqueue(desk, row.id, 'record', recordBody(row, line), row.id)
}
