import type { BodyInput } from '@tabellion/shared/exchange'
import { whyText } from '@tabellion/shared/matching'
import { cents } from '@tabellion/shared/money'
import type { Decided, Refused } from '../answers.ts'
import type { View } from '../ledger/view.ts'
import type { Choice } from '../messages.ts'
import type { DecisionRow, TransactionRow } from '../store/rows.ts'
import { isQuota } from '../store/store.ts'
import { refusals } from '../words/refusals.ts'
import type { Desk } from './desk.ts'
import { methodOf } from './method.ts'
import { enqueue } from './outbox.ts'
import { viewNow } from './seen.ts'

type Confirm = Extract<Choice, { readonly do: 'confirm' }>

/**
 * Kept here first, all or none: the decision and the message that carries it, in one stroke. The alarm is set before, so that
 * whatever stops the worker afterwards, what was kept is sent.
 */
export async function decide(desk: Desk, choices: readonly Choice[]): Promise<Decided | Refused> {
  const view = await viewNow(desk)
  if (!view) return { refused: 'not-connected', text: refusals.notConnected }
  const refusal = choices.map((choice) => refusalOf(view, choice)).find((found) => found !== undefined)
  if (refusal) return refusal
  const at = desk.now()
  await desk.wakeAt(at)
  const decided = choices.map((choice) => ({ line: choice.line, decision: desk.newId() }))
  try {
    await desk.store.write(async () => {
      const taken = new Map<string, number>()
      for (const [index, choice] of choices.entries()) {
        const id = decided[index]?.decision ?? ''
        const line = view.lines.get(choice.line)
        if (line) await keep(desk, view, { id, at, line, choice, taken })
      }
    })
  } catch (error) {
    if (isQuota(error)) return { refused: 'quota', text: refusals.quota }
    throw error
  }
  desk.tellChanged()
  return { decided }
}

/** Someone else was faster, or what was shown has changed since: nothing is kept, and the page looks again. */
function refusalOf(view: View, choice: Choice): Refused | undefined {
  const line = view.lines.get(choice.line)
  if (!line) return { refused: 'unknown-line', text: refusals.unknownLine }
  if (view.decided.has(line.id) || view.recorded.has(line.id)) return { refused: 'changed', text: refusals.changed }
  if (choice.do === 'ignore') return undefined
  const same = choice.allocations.every(({ number, openCents }) => view.invoices.get(number)?.open === openCents)
  return same ? undefined : { refused: 'changed', text: refusals.changed }
}

interface Chosen {
  readonly id: string
  readonly at: string
  readonly line: TransactionRow
  readonly choice: Choice
  /** What this very stroke has settled of each invoice: the sheet will see the next one after it. */
  readonly taken: Map<string, number>
}

async function keep(desk: Desk, view: View, { id, at, line, choice, taken }: Chosen): Promise<void> {
  if (choice.do === 'ignore') {
    const row: DecisionRow = { id, line: line.id, what: 'ignore', state: 'recorded', at, allocations: [], why: '' }
    await desk.store.decisions.add(row)
    return
  }
  const { feeCents } = choice
  const allocations = choice.allocations.map((part) => {
    const before = taken.get(part.number) ?? 0
    taken.set(part.number, before + part.amountCents)
    return { ...part, openCents: cents(part.openCents - before) }
  })
  const row: DecisionRow = {
    id,
    line: line.id,
    what: 'confirm',
    state: 'waiting',
    at,
    allocations,
    ...(feeCents !== undefined && feeCents > 0 && { feeCents }),
    why: whyOf(view, choice),
  }
  await desk.store.decisions.add(row)
  await enqueue(desk, id, 'record', recordBody(row, line), id)
}

/** The reasons of the proposal that was taken; someone who chose otherwise had their own. */
function whyOf(view: View, { line, allocations }: Confirm): string {
  const key = (parts: readonly { readonly id: string }[]): string =>
    parts
      .map((part) => part.id)
      .sort()
      .join('|')
  const chosen = key(allocations.map(({ number }) => ({ id: number })))
  const proposal = view.matches
    .get(line)
    ?.proposals.find((one) => key(one.allocations.map(({ invoiceId }) => ({ id: invoiceId }))) === chosen)
  return proposal ? whyText(proposal.reasons).slice(0, 500) : refusals.chosenByHand
}

export const recordBody = (decision: DecisionRow, line: TransactionRow): BodyInput<'record'> => ({
  line: {
    id: line.id,
    date: line.date,
    amountCents: line.amountCents,
    label: line.label.slice(0, 500),
    ...(line.valueDate !== undefined && { valueDate: line.valueDate }),
    ...(line.counterparty !== undefined && { counterparty: line.counterparty }),
    ...(line.reference !== undefined && { reference: line.reference }),
    ...(line.maskedIban !== undefined && { maskedIban: line.maskedIban }),
    ...(!line.source.startsWith('page:') && { account: line.account.slice(0, 60) }),
  },
  allocations: decision.allocations,
  ...(decision.feeCents !== undefined && { feeCents: decision.feeCents }),
  method: methodOf(line),
  why: decision.why,
  decidedAt: decision.at,
  ...(decision.accepted && { accepted: [...decision.accepted] }),
})
