import { addDays, type Day } from '@tabellion/shared/calendar'
import type { Pulled } from '@tabellion/shared/exchange'
import {
  type BankLine,
  type Confirmation,
  createMatcher,
  forgetNames,
  type LineMatch,
  type Matcher,
  type MatchInvoice,
} from '@tabellion/shared/matching'
import { cents } from '@tabellion/shared/money'
import type { AliasRow, DecisionRow, TransactionRow } from '../store/rows.ts'
import { matchLedger, openBalances, stands } from './effective.ts'

/** All that matching looks at, as it is kept. */
export interface Kept {
  readonly pulled: Pulled
  readonly transactions: readonly TransactionRow[]
  readonly decisions: readonly DecisionRow[]
  readonly aliases: readonly AliasRow[]
}

/** How every line stands: worked out of what is kept, and kept nowhere. */
export interface View {
  readonly kept: Kept
  readonly lines: ReadonlyMap<string, TransactionRow>
  /** The decision that holds for a line. */
  readonly decided: ReadonlyMap<string, DecisionRow>
  /** Lines that the sheet has as paid, whoever confirmed them. */
  readonly recorded: ReadonlySet<string>
  readonly invoices: ReadonlyMap<string, MatchInvoice>
  /** Of the lines still to be decided. */
  readonly matches: ReadonlyMap<string, LineMatch>
  readonly matcher: Matcher
}

/** Older lines are no longer proposed: the sheet tells no operation from before. */
const LOOKED_AT_DAYS = 400

export function viewOf(kept: Kept, today: Day): View {
  const { pulled, transactions, decisions, aliases } = kept
  const lines = new Map(transactions.map((line) => [line.id, line]))
  const decided = new Map(decisions.filter(stands).map((decision) => [decision.line, decision]))
  const open = openBalances(pulled, decisions)
  const ledger = matchLedger(pulled, open)
  const { confirmed, recorded } = confirmations(kept, lines, decided)
  const matcher = createMatcher({ ...ledger, confirmed, forgotten: aliases.map(({ id }) => id) })
  forgetNames(
    matcher,
    pulled.clients.flatMap(({ refusedNames = [] }) => refusedNames),
  )
  const since = addDays(today, -LOOKED_AT_DAYS)
  const free = transactions.filter(({ id, date }) => !decided.has(id) && !recorded.has(id) && date >= since)
  const matches = new Map(matcher.match(free.map(bankLine)).map((match) => [match.lineId, match]))
  const invoices = new Map(ledger.invoices.map((invoice) => [invoice.id, invoice]))
  return { kept, lines, decided, recorded, invoices, matches, matcher }
}

/** What the matcher learns from: what the sheet has recorded, whoever confirmed it, and what was decided here. */
function confirmations(
  { pulled, decisions }: Kept,
  lines: ReadonlyMap<string, TransactionRow>,
  decided: ReadonlyMap<string, DecisionRow>,
): { readonly confirmed: readonly Confirmation[]; readonly recorded: ReadonlySet<string> } {
  const ofPayment = new Map(decisions.flatMap(({ payment, line }) => (payment === undefined ? [] : [[payment, line]])))
  const undoing = new Set(decisions.filter(({ state }) => state === 'undoing').map(({ line }) => line))
  const recorded = new Set<string>()
  const confirmed: Confirmation[] = []
  for (const { id, date, amountCents, label, payments, numbers } of pulled.operations) {
    const own = payments.map((name) => ofPayment.get(name)).find((line) => line !== undefined) ?? id
    if (numbers.length === 0 || undoing.has(own)) continue
    recorded.add(own)
    const line = lines.get(own)
    confirmed.push({
      line: line
        ? bankLine(line)
        : { id: own, bookedOn: date, amount: amountCents, label: label ?? '', source: 'sheet' },
      allocations: numbers.map((number) => ({
        invoiceId: number,
        amount: numbers.length === 1 ? amountCents : cents(0),
      })),
    })
  }
  for (const [id, { what, allocations }] of decided) {
    const line = lines.get(id)
    if (!line || recorded.has(id)) continue
    if (what === 'confirm')
      confirmed.push({
        line: bankLine(line),
        allocations: allocations.map(({ number, amountCents }) => ({ invoiceId: number, amount: amountCents })),
      })
    else if (line.amountCents > 0) confirmed.push({ line: bankLine(line), allocations: [] })
  }
  return { confirmed, recorded }
}

export const bankLine = (line: TransactionRow): BankLine => ({
  id: line.id,
  bookedOn: line.date,
  amount: line.amountCents,
  label: line.label,
  ...(line.counterparty !== undefined && { counterparty: line.counterparty }),
  ...(line.reference !== undefined && { reference: line.reference }),
  ...(line.maskedIban !== undefined && { iban: line.maskedIban }),
  // A page seldom says which account it shows: one that is not said may be any.
  ...(!line.source.startsWith('page:') && { account: line.account }),
  source: line.source,
})
