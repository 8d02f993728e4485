import { addDays, type Day } from '@tabellion/shared/calendar'
import { canonicalJson } from '@tabellion/shared/kernel'
import { applyRate, type Rate, rate } from '@tabellion/shared/money'
import { mentionsFor } from '@tabellion/shared/regulation'
import type { QuoteDocument, QuoteTerms } from './document.ts'
import { draftDocument } from './draft.ts'
import type { Group } from './group.ts'
import type { Client, QuoteProfile, SellerProfile } from './input.ts'
import { mentionContext } from './mention-context.ts'
import type { DraftFinding } from './problems.ts'
import { soldLines } from './totals.ts'

export interface QuoteInput {
  readonly group: Group
  readonly client: Client
  readonly profile: SellerProfile
  readonly usual: QuoteProfile
  readonly issueDate: Day
  readonly version: number
  /** As asked; absent: *Réglages › Devis*. */
  readonly validUntil?: Day
  /** Zero: none. Absent: proposed above the threshold (features F-050). */
  readonly depositRate?: Rate
  readonly words: Pick<QuoteTerms, 'start' | 'duration' | 'place'>
}

export interface QuoteDraft {
  /** As complete as the cells allow; it may be given only when no finding is blocking. */
  readonly quote: Omit<QuoteDocument, 'number'>
  readonly findings: readonly DraftFinding[]
}

/** From ledger rows to a quote without number: what an invoice of these rows would say, less what only an invoice does. */
export function draftQuote(input: QuoteInput): QuoteDraft {
  const { client, issueDate, profile, version, words } = input
  // The work is to come: a row without a day is no fault here.
  const group = { ...input.group, lines: input.group.lines.map((line) => ({ ...line, date: line.date ?? issueDate })) }
  const { draft, findings } = draftDocument({ group, client, profile, issueDate, openDeposits: [] })
  const { depositFrom, depositRate: usualRate, offPremises, price, travel, validDays, waste } = input.usual
  const validUntil = input.validUntil ?? addDays(issueDate, validDays)
  const { seller } = profile
  const depositRate = input.depositRate ?? (draft.totals.gross >= depositFrom ? usualRate : rate(0))
  const quote: Omit<QuoteDocument, 'number'> = {
    ...withoutInvoice(draft),
    kind: 'quote',
    state: 'issued',
    quote: {
      version,
      validUntil,
      ...(depositRate === 0
        ? {}
        : { deposit: { rate: depositRate, amount: applyRate(draft.totals.gross, depositRate) } }),
      ...words,
    },
    // Whoever signs has read them: a link is on the page already, a text follows the quote.
    ...(profile.terms ? { terms: profile.terms } : {}),
    payment: { methods: draft.payment.methods, terms: draft.payment.terms },
    mentions: mentionsFor({
      ...mentionContext('quote', issueDate, draft.buyer, client, profile, soldLines(draft.lines), draft.allowances, []),
      quote: {
        validUntil,
        price,
        travel,
        waste,
        offPremises,
        seller: `${seller.name}, ${seller.address.line1}, ${seller.address.postcode} ${seller.address.city}${seller.email === undefined ? '' : `, ${seller.email}`}`,
      },
    }),
  }
  const typed = group.lines.find(({ type }) => type === 'deposit' || type === 'balance')
  return {
    quote,
    findings: [
      ...findings.filter(({ code }) => code !== 'balance-without-deposit' && code !== 'mixed-line-types'),
      ...(typed === undefined
        ? []
        : [
            {
              code: 'quote-line-type',
              severity: 'blocking',
              at: { tab: 'sales', row: typed.row, column: 'lineType' },
            } satisfies DraftFinding,
          ]),
    ],
  }
}

/** What is not known, or not asked, before the work is done. */
function withoutInvoice({
  state: _state,
  dueDate: _due,
  delivery: _delivery,
  vatPoint: _point,
  quoteNumber: _quote,
  ...content
}: ReturnType<typeof draftDocument>['draft']) {
  return content
}

/** Whether two versions say the same, whatever their number and version. */
export const sameQuote = (one: Omit<QuoteDocument, 'number'>, other: Omit<QuoteDocument, 'number'>): boolean =>
  said(one) === said(other)

const said = (quote: Omit<QuoteDocument, 'number'>): string =>
  canonicalJson({ ...quote, number: '', quote: { ...quote.quote, version: 0 } })
