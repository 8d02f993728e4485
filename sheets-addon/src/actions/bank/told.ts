import type { Day } from '@tabellion/shared/calendar'
import type { BankRow, BankStatus } from '@tabellion/shared/ledger'
import { whyText } from '@tabellion/shared/matching'
import type { Desk, Matched } from '../../bank/desk.ts'
import type { MatchedRow, OfferedMatch } from '../../bank/matching.ts'
import { offerText } from '../../bank/proposals.ts'

/** A line as the pane *Rapprocher* shows it. */
export interface ToldLine {
  readonly line: string
  readonly row: number
  readonly date: string
  readonly amountCents: number
  readonly label: string
  /** Ticked by itself: two independent kinds of evidence agree. */
  readonly certain: boolean
  readonly offers: readonly ToldOffer[]
}
export interface ToldOffer extends Omit<OfferedMatch, 'line'> {
  /** « F2026-0001 », or each with its amount. */
  readonly text: string
  readonly why: string
}

/** What was decided of a line, to be taken back from the pane. */
export interface ToldDecision {
  readonly line: string
  readonly row: number
  readonly date: string
  readonly amountCents: number
  readonly label: string
  /** The numbers it pays, or why it looks like another line. */
  readonly text: string
}

/** How many lines there are to match, and the first of them. */
export interface ToldMatching {
  readonly open: number
  readonly certain: number
  readonly lines: readonly ToldLine[]
  /** Of the file’s own calendar, for whoever reads a statement in a browser. */
  readonly today: string
  /** Rows of *Banque*, whatever they say: none means that nothing was ever brought. */
  readonly rows: number
  readonly doubtful: readonly ToldDecision[]
  /** The last ones first. */
  readonly done: readonly ToldDecision[]
  readonly ignored: readonly ToldDecision[]
  /** What a line may be said to pay, for *Autre facture…*: the latest first. */
  readonly documents: readonly { readonly number: string; readonly client: string; readonly openCents: number }[]
}

/** More would be a list nobody goes through. */
const MOST_LINES = 100
const MOST_DECISIONS = 10
const MOST_DOCUMENTS = 500

export function toldMatching(
  { rows, operations }: Pick<Desk, 'rows' | 'operations'>,
  { facts, matched }: Matched,
  today: Day,
): ToldMatching {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const shown = matched.filter(
    ({ offers, row }) =>
      (offers.length > 0 || row.amount > 0) && byId.get(row.id)?.status !== ('possibleDuplicate' satisfies BankStatus),
  )
  const lines = [...shown].sort((a, b) => rank(a) - rank(b) || (a.row.date < b.row.date ? -1 : 1))
  const matchedRows = [...operations.keys()].flatMap((id) => byId.get(id) ?? []).reverse()
  const standing = (status: BankStatus): readonly BankRow[] =>
    rows.filter((row) => row.status === status && !operations.has(row.id)).reverse()
  return {
    open: shown.length,
    certain: shown.filter(isCertain).length,
    lines: lines.slice(0, MOST_LINES).map(toldLine),
    today,
    rows: rows.length,
    doubtful: standing('possibleDuplicate').slice(0, MOST_LINES).map(decisionOf('why')),
    done: matchedRows.slice(0, MOST_DECISIONS).map(decisionOf('invoices')),
    ignored: standing('ignored').slice(0, MOST_DECISIONS).map(decisionOf('note')),
    documents: facts.invoices
      .filter(({ open }) => open !== 0)
      .sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1))
      .slice(0, MOST_DOCUMENTS)
      .map(({ number, open, status }) => ({ number, client: status.settlement.entry.client, openCents: open })),
  }
}

const decisionOf =
  (text: 'why' | 'invoices' | 'note') =>
  (row: BankRow): ToldDecision => ({
    line: row.id,
    row: row.row,
    date: row.date,
    amountCents: row.amount,
    label: row.label,
    text: row[text],
  })

const isCertain = ({ match, offers }: MatchedRow): boolean => match.decision === 'automatic' && offers.length > 0
/** The certain first, then those with a proposal. */
const rank = (matched: MatchedRow): number => (isCertain(matched) ? 0 : matched.offers.length > 0 ? 1 : 2)

const toldLine = (matched: MatchedRow): ToldLine => ({
  line: matched.row.id,
  row: matched.row.row,
  date: matched.row.date,
  amountCents: matched.row.amount,
  label: matched.row.label,
  certain: isCertain(matched),
  offers: matched.offers.map(({ proposal, line: _line, ...offer }) => ({
    text: offerText({ line: '', ...offer }),
    why: whyText(proposal.reasons),
    ...offer,
  })),
})
