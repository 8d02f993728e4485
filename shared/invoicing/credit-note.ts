import type { Day } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type Cents, cents, negate, type Quantity } from '@tabellion/shared/money'
import { mentionsFor } from '@tabellion/shared/regulation'
import { creditAmount } from './credit-amount.ts'
import { creditLines } from './credit-lines.ts'
import type { CreditedParts, CreditRow } from './credit-parts.ts'
import type { CreditProblem } from './credit-problems.ts'
import { creditRest } from './credit-rest.ts'
import type { Buyer, DocumentContent, DraftDocument, IssuedDocument } from './document.ts'
import type { SellerProfile } from './input.ts'
import { soldLines, totalsOf } from './totals.ts'

/** What to credit: all that is left, some lines or parts of them, or an amount, VAT included. */
export type CreditPart =
  | { readonly kind: 'rest' }
  | { readonly kind: 'lines'; readonly lines: readonly { readonly id: string; readonly quantity?: Quantity }[] }
  | { readonly kind: 'amount'; readonly amount: Cents }

export interface CreditInput {
  readonly invoice: IssuedDocument
  /** Credit notes already on it. */
  readonly earlier: readonly IssuedDocument[]
  /** Of a balance: its deposits, and the credit notes that these had before it. */
  readonly deducted: readonly IssuedDocument[]
  readonly part: CreditPart
  /** One of F.2's reasons, or the user's own words. */
  readonly reason: string
  /** Who the seller is today; whether VAT is charged stays as on the invoice. */
  readonly profile: SellerProfile
  /** The invoice's, completed by what is known since. */
  readonly buyer: Buyer
  readonly issueDate: Day
  /** IDs for the rows that the ledger gains. */
  readonly newId: () => string
}

export interface DraftedCredit {
  readonly draft: DraftDocument
  readonly rows: readonly CreditRow[]
}

/**
 * A credit note: the mirror of the invoice, or of a part of it. Credit notes of one invoice sum to it exactly: the last one
 * takes the rounding. CGI art. 289, I-5; BOI-TVA-DECLA-30-20-20-20, §§ 210 to 260.
 */
export function draftCredit(input: CreditInput): Result<DraftedCredit, CreditProblem> {
  const { invoice, earlier, deducted, part } = input
  const { number } = invoice
  if (invoice.kind === 'credit') return fail({ code: 'credit-of-a-credit', number })
  if (input.reason.trim() === '') return fail({ code: 'missing-credit-reason', number })
  const rest = creditRest(invoice, earlier, deducted)
  if (rest.payable <= 0)
    return fail({ code: 'nothing-left-to-credit', number, credits: earlier.map((credit) => credit.number) })
  const whole = part.kind === 'rest' && rest.byAmount ? { kind: 'amount' as const, amount: rest.payable } : part
  const made =
    whole.kind === 'amount'
      ? creditAmount(invoice, rest, whole.amount, input.newId)
      : creditLines(invoice, rest, whole.kind === 'rest' ? 'rest' : whole.lines, earlier.length === 0, input.newId)
  if (!made.ok) return made
  const totals = totalsOf(
    made.value.lines,
    made.value.allowances,
    made.value.vatGroups,
    cents(made.value.deposits.reduce((sum, deposit) => sum + deposit.gross, 0)),
  )
  if (totals.gross >= 0) return fail({ code: 'credit-not-positive', number })
  if (negate(totals.payable) > rest.payable)
    return fail({ code: 'credit-above-rest', number, asked: negate(totals.payable), rest: rest.payable })
  return ok({ draft: { state: 'draft', ...contentOf(input, made.value, totals) }, rows: made.value.rows })
}

function contentOf(
  { invoice, buyer, issueDate, profile, reason }: CreditInput,
  { lines, allowances, vatGroups, deposits }: CreditedParts,
  totals: DocumentContent['totals'],
): DocumentContent {
  const days = soldLines(lines).map((line) => line.date)
  const [first] = [...days].sort()
  const last = [...days].sort().at(-1)
  const seller = {
    ...profile.seller,
    franchise: invoice.seller.franchise,
    ...(profile.seller.vatNumber === undefined && invoice.seller.vatNumber !== undefined
      ? { vatNumber: invoice.seller.vatNumber }
      : {}),
  }
  const { quoteNumber, groupKey, orderReference, buyerReference, vatPoint } = invoice
  const content: Omit<DocumentContent, 'mentions'> = {
    kind: 'credit',
    subject: invoice.subject,
    issueDate,
    ...(invoice.delivery && first && last ? { delivery: { from: first, to: last } } : {}),
    seller,
    buyer,
    lines,
    allowances,
    vatGroups,
    totals,
    deposits,
    preceding: [{ number: invoice.number, issueDate: invoice.issueDate, kind: invoice.kind }],
    creditReason: reason.trim(),
    ...(buyerReference === undefined ? {} : { buyerReference }),
    ...(orderReference === undefined ? {} : { orderReference }),
    ...(quoteNumber === undefined ? {} : { quoteNumber }),
    ...(groupKey === undefined ? {} : { groupKey }),
    ...(vatPoint === undefined ? {} : { vatPoint }),
    operation: invoice.operation,
    payment: { methods: [], terms: TERMS },
    style: { ...profile.style, preset: invoice.style.preset },
  }
  return { ...content, mentions: mentionsOf(content, profile) }
}

/** BT-20. Who has not paid owes less; who has paid is paid back, or pays less the next time. */
const TERMS = 'À déduire du montant dû, ou à rembourser'

function mentionsOf(content: Omit<DocumentContent, 'mentions'>, profile: SellerProfile): DocumentContent['mentions'] {
  const { seller, buyer, issueDate, preceding, lines, allowances } = content
  const [corrected] = preceding
  const treatments = [...soldLines(lines), ...allowances].map((item) => item.vat)
  return mentionsFor({
    document: 'credit',
    on: issueDate,
    seller: {
      name: seller.name,
      siret: seller.siret,
      franchise: seller.franchise,
      ...(seller.rcsTown === undefined ? {} : { rcsTown: seller.rcsTown }),
      vatOnDebits: !seller.franchise && content.vatPoint === 'debits',
      craftsman: profile.craftsman,
    },
    buyer: buyer.type,
    discount: '',
    natures: [...new Set(soldLines(lines).map((line) => line.nature))],
    exemptions: [...new Set(treatments.flatMap((vat) => vat.reason ?? []))],
    otherExemptionTexts: [
      ...new Set(treatments.flatMap((vat) => (vat.reason === 'other' && vat.reasonText ? [vat.reasonText] : []))),
    ],
    ...(corrected
      ? { corrects: { number: corrected.number, issued: corrected.issueDate, deposit: corrected.kind === 'deposit' } }
      : {}),
  })
}
