import { type BankRow, numberKey } from '@tabellion/shared/ledger'
import {
  type BankLine,
  type Confirmation,
  createMatcher,
  forgetNames,
  type LineMatch,
  type Matcher,
  offerOf,
  type Proposal,
} from '@tabellion/shared/matching'
import type { LedgerFacts } from './ledger-facts.ts'
import type { Operation } from './operations.ts'

/** What the pane shows of one proposal, and brings back when the person takes it. */
export interface OfferedMatch {
  readonly line: string
  readonly allocations: readonly {
    readonly number: string
    readonly amountCents: number
    /** What was left to pay when it was shown: anything else now is asked. */
    readonly openCents?: number
  }[]
  readonly feeCents?: number
  /** Received beyond what it settles: the person says what it is. */
  readonly overCents?: number
}

export interface MatchedRow {
  readonly row: BankRow
  readonly match: LineMatch
  /** Likeliest first; none when nothing is shown. */
  readonly offers: readonly (OfferedMatch & { readonly proposal: Proposal })[]
}

/** The matcher of this file: its ledger, and what rows already decided teach. */
export function matcherOf(
  { seller, clients, invoices }: LedgerFacts,
  rows: readonly BankRow[],
  operations: ReadonlyMap<string, Operation>,
): Matcher {
  const confirmed = rows.flatMap((row): Confirmation[] => {
    const operation = operations.get(row.id)
    if (operation) {
      const allocations = [...operation.shares].map(([number, amount]) => ({ invoiceId: numberKey(number), amount }))
      return [{ line: lineOf(row), allocations }]
    }
    // Money that the person set aside pays no invoice.
    return row.status === 'ignored' && row.amount > 0 ? [{ line: lineOf(row), allocations: [] }] : []
  })
  const matcher = createMatcher({ seller, clients, invoices, confirmed })
  forgetNames(
    matcher,
    clients.flatMap(({ refusedNames }) => refusedNames),
  )
  return matcher
}

/** Still to be matched; money out is looked at too, since it may give an invoice back. */
export const isOpen = (row: BankRow, operations: ReadonlyMap<string, Operation>): boolean =>
  !operations.has(row.id) && (row.status === 'unmatched' || (row.amount < 0 && row.statusText === ''))

export function matchRows(matcher: Matcher, facts: LedgerFacts, rows: readonly BankRow[]): readonly MatchedRow[] {
  const open = new Map(facts.invoices.map((invoice) => [invoice.id, invoice]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return matcher.match(rows.map(lineOf)).flatMap((match): MatchedRow[] => {
    const row = byId.get(match.lineId)
    if (row === undefined) return []
    const shown = match.decision === 'none' ? [] : match.proposals
    return [{ row, match, offers: shown.flatMap((proposal) => offerFor(row, proposal, open) ?? []) }]
  })
}

export const lineOf = ({
  id,
  date,
  amount,
  label,
  counterparty,
  reference,
  maskedIban,
  account,
  source,
}: BankRow): BankLine => ({
  id,
  bookedOn: date,
  amount,
  label,
  ...(counterparty === '' ? {} : { counterparty }),
  ...(reference === '' ? {} : { reference }),
  ...(maskedIban === '' ? {} : { iban: maskedIban }),
  ...(account === '' ? {} : { account }),
  ...(source === '' ? {} : { source }),
})

function offerFor(
  row: BankRow,
  proposal: Proposal,
  invoices: ReadonlyMap<string, LedgerFacts['invoices'][number]>,
): MatchedRow['offers'][number] | undefined {
  const offer = offerOf(row, proposal, invoices)
  return offer && { line: row.id, ...offer, proposal }
}
