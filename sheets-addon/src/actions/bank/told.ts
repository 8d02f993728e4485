import { whyText } from '@tabellion/shared/matching'
import type { MatchedRow } from '../../bank/matching.ts'
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
export interface ToldOffer {
  /** « F2026-0001 », or each with its amount. */
  readonly text: string
  readonly why: string
  readonly allocations: readonly {
    readonly number: string
    readonly amountCents: number
    readonly openCents?: number
  }[]
  readonly feeCents?: number
  readonly overCents?: number
}

/** How many lines there are to match, and the first of them. */
export interface ToldMatching {
  readonly open: number
  readonly certain: number
  readonly lines: readonly ToldLine[]
}

/** More would be a list nobody goes through. */
const MOST_LINES = 100

export function toldMatching(matched: readonly MatchedRow[]): ToldMatching {
  const shown = matched.filter(({ offers, row }) => offers.length > 0 || row.amount > 0)
  const lines = [...shown].sort((a, b) => rank(a) - rank(b) || (a.row.date < b.row.date ? -1 : 1))
  return {
    open: shown.length,
    certain: matched.filter(isCertain).length,
    lines: lines.slice(0, MOST_LINES).map(toldLine),
  }
}

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
