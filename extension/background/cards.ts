import { type LineMatch, offerOf, spokenReasons } from '@tabellion/shared/matching'
import type { BankLineShown, Card, Offer, ToMatch } from '../answers.ts'
import type { View } from '../ledger/view.ts'
import type { DecisionRow, TransactionRow } from '../store/rows.ts'

/** Decided longer ago than this, a line is left to the sheet. */
const DONE_SHOWN_MS = 24 * 3_600_000
const MOST_DONE = 20
const MOST_OTHERS = 100

/** What the popup shows: questions first, then what can be matched, in order of money. */
export function toMatch(view: View, now: string): ToMatch {
  const cards: Card[] = []
  const others: BankLineShown[] = []
  for (const match of view.matches.values()) {
    const card = cardOf(view, match.lineId)
    if (card?.kind === 'to-match') cards.push(card)
    else if (card && card.line.amountCents > 0 && match.duplicateOf === undefined) others.push(card.line)
  }
  const money = (card: { readonly line: BankLineShown }): number => Math.abs(card.line.amountCents)
  cards.sort((a, b) => money(b) - money(a) || (a.line.id < b.line.id ? -1 : 1))
  others.sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : b.amountCents - a.amountCents))
  const standing = [...view.decided.values()].sort((a, b) => (a.id > b.id ? -1 : 1))
  const asked = standing.filter(({ state }) => state === 'asked').flatMap(({ line }) => cardOf(view, line) ?? [])
  const since = new Date(Date.parse(now) - DONE_SHOWN_MS).toISOString()
  const done = standing
    .filter(({ at }) => at >= since)
    .flatMap(({ line }) => {
      const card = cardOf(view, line)
      return card?.kind === 'done' ? [card] : []
    })
  return { cards: [...asked, ...cards], done: done.slice(0, MOST_DONE), others: others.slice(0, MOST_OTHERS) }
}

/** How one line stands, with all that the user may see of it; undefined when it is not known. */
export function cardOf(view: View, id: string): Card | undefined {
  const row = view.lines.get(id)
  if (!row) return undefined
  const line = shown(row)
  const decision = view.decided.get(id)
  if (decision) return decidedCard(line, decision)
  const match = view.matches.get(id)
  if (!match || match.decision === 'none') return { kind: 'nothing', line }
  const offers = offersOf(view, match)
  return offers.length === 0
    ? { kind: 'nothing', line }
    : { kind: 'to-match', line, certain: match.decision === 'automatic', offers }
}

function decidedCard(line: BankLineShown, { id, what, state, allocations, questions = [] }: DecisionRow): Card {
  const numbers = allocations.map(({ number }) => number)
  if (state === 'asked')
    return {
      kind: 'asked',
      line,
      decision: id,
      numbers,
      questions: questions.map(({ code, message, accept }) => ({ code, message, accept })),
    }
  return { kind: 'done', line, decision: id, what, numbers, sent: what === 'ignore' || state === 'recorded' }
}

function offersOf(view: View, match: LineMatch): readonly Offer[] {
  const row = view.lines.get(match.lineId)
  if (!row) return []
  const clients = new Map(view.kept.pulled.clients.map(({ id, name }) => [id, name]))
  return match.proposals.flatMap((proposal): Offer[] => {
    const offer = offerOf({ amount: row.amountCents }, proposal, view.invoices)
    if (!offer) return []
    const { pro, contra } = spokenReasons(proposal.reasons)
    return [
      {
        ...offer,
        allocations: offer.allocations.map((part) => {
          const invoice = view.invoices.get(part.number)
          return {
            ...part,
            client: clients.get(invoice?.clientId ?? '') ?? '',
            dueOn: invoice?.dueOn ?? row.date,
          }
        }),
        reasons: [...pro.map((text) => ({ text, against: false })), ...contra.map((text) => ({ text, against: true }))],
      },
    ]
  })
}

const shown = ({ id, date, amountCents, label, counterparty, account, source }: TransactionRow): BankLineShown => ({
  id,
  date,
  amountCents,
  title: counterparty ?? label,
  label,
  ...(source.startsWith('page:') && { bank: account }),
})
