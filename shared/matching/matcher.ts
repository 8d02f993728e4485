import { type Day, ordinal } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import { paidBefore } from './evidence-nothing.ts'
import { explain } from './explain.ts'
import { keyOfAllocations } from './hypothesis.ts'
import { addInvoices, removeInvoice } from './invoice-index.ts'
import { type Learnt, listLearnt } from './learnt.ts'
import { lessonOf } from './lesson.ts'
import { learn, refusalKey, unlearn } from './memory.ts'
import type { Allocation, BankLine, Confirmation, Decision, MatchClient, MatchInvoice, MatchLedger } from './model.ts'
import { matchPage, type Outcome, type Training } from './page.ts'
import { readLine } from './reading.ts'
import type { MatchReason } from './reason.ts'
import { createState, putClient } from './state.ts'

export interface Proposal {
  readonly allocations: readonly Allocation[]
  /** How probable it is that this is what the line pays. */
  readonly probability: number
  readonly reasons: readonly MatchReason[]
  /** What was received less what is settled: an overpayment or a penalty (positive), a fee or a discount (negative). */
  readonly difference: Cents
}

export interface LineMatch {
  readonly lineId: string
  /** *automatic*: may be ticked; *suggest*: shown, not ticked; *none*: nothing to show. */
  readonly decision: Decision
  /** Likeliest first, five at most; for *none* too, for someone who looks for the invoice by hand. */
  readonly proposals: readonly Proposal[]
  /** The same operation read elsewhere: this line is its copy. */
  readonly duplicateOf?: string
  /** This line is the original of a copy. */
  readonly repeatedBy?: string
  /** It looks like a second payment of this settled invoice. */
  readonly paidTwice?: string
}

/**
 * Which invoices do these lines pay? `match` reads and changes nothing; the other verbs each change the indexes for what they name, no more.
 */
export interface Matcher {
  /** All lines still to be decided, together: from one page, or the whole file. The answers come in the order of the lines. */
  match(lines: readonly BankLine[]): LineMatch[]
  /** A new invoice, or its new balance. */
  putInvoice(invoice: MatchInvoice): void
  removeInvoice(id: string): void
  putClient(client: MatchClient): void
  /** The user says what the line pays (no allocation: nothing). Balances go down, and the payer is learnt. */
  confirm(confirmation: Confirmation): void
  /** The user says that the line does not pay this. The same proposal is not made again; the payer's name fades for this client. */
  refuse(line: BankLine, allocations: readonly Allocation[], on: Day): void
  /** Takes back all that was said of the line. */
  undo(lineId: string): void
  learnt(): Learnt[]
  forget(id: string): void
}

const MOST_PROPOSALS = 5

export function createMatcher(ledger: MatchLedger, training?: Training): Matcher {
  const state = createState(ledger)
  const { invoices, memory } = state
  for (const confirmation of ledger.confirmed ?? []) learn(memory, lessonOf(state, confirmation))

  const putInvoice = (invoice: MatchInvoice): void => {
    removeInvoice(invoices, invoice.id)
    addInvoices(invoices, [invoice])
  }
  const settle = (allocations: readonly Allocation[], sign: 1 | -1): void => {
    for (const { invoiceId, amount } of allocations) {
      const item = invoices.byId.get(invoiceId)
      if (item) putInvoice({ ...item.source, open: cents(item.open - sign * amount) })
    }
  }
  const undo = (lineId: string): void => {
    const lesson = unlearn(memory, lineId)
    if (lesson) settle(lesson.allocations, -1)
    memory.refusals.delete(lineId)
  }

  return {
    match(lines) {
      const outcomes = new Map(matchPage(state, lines, training).map((outcome) => [outcome.line.id, outcome]))
      return lines.flatMap(({ id }) => {
        const outcome = outcomes.get(id)
        return outcome ? [lineMatch(outcome)] : []
      })
    },
    putInvoice,
    removeInvoice: (id) => removeInvoice(invoices, id),
    putClient: (client) => putClient(state, client),
    confirm(confirmation) {
      undo(confirmation.line.id)
      learn(memory, lessonOf(state, confirmation))
      settle(confirmation.allocations, 1)
    },
    refuse(line, allocations, on) {
      const clients = new Set(allocations.flatMap(({ invoiceId }) => invoices.byId.get(invoiceId)?.clientId ?? []))
      const { nameWords } = readLine(line, state)
      const refused = memory.refusals.get(line.id) ?? []
      memory.refusals.set(line.id, [
        ...refused,
        {
          invoices: keyOfAllocations(allocations),
          payers: [...clients].map((clientId) => refusalKey(nameWords, clientId)),
          at: ordinal(on),
        },
      ])
    },
    undo,
    learnt: () => listLearnt(memory),
    forget: (id) => void memory.forgotten.add(id),
  }
}

function lineMatch({ line, decision, weighing, duplicateOf, repeatedBy }: Outcome): LineMatch {
  const twice = weighing && decision !== 'automatic' && line.amount > 0 ? paidBefore(weighing.scene) : undefined
  const proposals = (weighing?.readings ?? []).slice(0, MOST_PROPOSALS).map((reading): Proposal => {
    const allocations = reading.hypothesis.parts.map(
      ({ item, settles }): Allocation => ({ invoiceId: item.id, amount: cents(settles) }),
    )
    const settled = allocations.reduce((sum, { amount }) => sum + amount, 0)
    return {
      allocations,
      probability: Math.min(1, reading.probability),
      difference: cents(line.amount - settled),
      // Most are never looked at.
      get reasons() {
        return weighing ? explain(reading, weighing.scene) : []
      },
    }
  })
  return {
    lineId: line.id,
    decision,
    proposals,
    ...(duplicateOf !== undefined && { duplicateOf }),
    ...(repeatedBy !== undefined && { repeatedBy }),
    ...(twice && { paidTwice: twice.id }),
  }
}
