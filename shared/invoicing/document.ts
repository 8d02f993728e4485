import type { Day } from '@tabellion/shared/calendar'
import type { Branded } from '@tabellion/shared/kernel'
import type { Cents, Quantity, Rate, UnitPrice } from '@tabellion/shared/money'
import type { ExemptionReasonId, Mention } from '@tabellion/shared/regulation'

/** BT-1. At most 35 characters of `A-Z a-z 0-9 - _ / +` (BR-FR-01, BR-FR-02). */
export type DocumentNumber = Branded<string, 'DocumentNumber'>

/** features F.2: Facture, Acompte, Solde, Avoir. BT-3 follows: 380, 386, 380, 381 (503 for a credit of a deposit). */
export type InvoiceKind = 'standard' | 'deposit' | 'balance' | 'credit'

/** features F.2. `eu` is a business with a VAT number elsewhere in the EU; a consumer abroad is a `consumer`. */
export type ClientType = 'business' | 'consumer' | 'public' | 'eu' | 'nonEu'

/** What the line sells: it decides the turnover's category and the VAT of cross-border sales. */
export type ActivityNature = 'goods' | 'servicesBic' | 'servicesBnc' | 'disbursement'

/** UNCL 5305: standard, exempt, reverse charge, intra-community, export, outside the scope. */
export type VatCategory = 'S' | 'E' | 'AE' | 'K' | 'G' | 'O'

/** BG-5, BG-8, BG-15. */
export interface Address {
  readonly line1: string
  readonly line2?: string
  readonly postcode: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

/** BG-4: the micro-entrepreneur, as printed and as written in the XML. */
export interface Seller {
  /** BT-27, with « EI » once, before or after the person's name (C. com. art. R526-27). */
  readonly name: string
  /** BT-28. */
  readonly tradingName?: string
  readonly address: Address
  readonly siren: string
  /** BT-29, scheme 0009. */
  readonly siret: string
  /** BT-31. A franchise seller may have one too (EU services, CGI 286 ter). */
  readonly vatNumber?: string
  /** Under the franchise en base (CGI 293 B) on the issue date. */
  readonly franchise: boolean
  readonly email?: string
  readonly phone?: string
  readonly website?: string
  /** Registry town, only when registered in the RCS (C. com. art. R123-237). */
  readonly rcsTown?: string
  readonly apeCode?: string
}

/** BG-7. */
export interface Buyer {
  readonly type: ClientType
  readonly name: string
  readonly contact?: string
  readonly address: Address
  /** BG-13 to BG-15, when goods go elsewhere. */
  readonly deliveryAddress?: Address
  readonly siren?: string
  readonly siret?: string
  readonly vatNumber?: string
  readonly email?: string
  readonly phone?: string
}

/** The VAT treatment of a line or a document allowance: BT-151 and BT-152, BT-95 and BT-96. */
export interface VatTreatment {
  readonly category: VatCategory
  /** Zero unless the category is `S`. */
  readonly rate: Rate
  /** Why there is no VAT: BT-120 and BT-121 follow from it. Present exactly when the category is not `S`. */
  readonly reason?: ExemptionReasonId
  /** The reason in words, as on the day of issue; the user's own with the reason `other`. BT-120. */
  readonly reasonText?: string
}

/** BG-25. `text` lines have no amount and do not reach the XML's lines. */
export type DocumentLine = SoldLine | TextLine
export interface SoldLine {
  readonly kind: 'sale' | 'deposit'
  /** The ledger row's ID (and of a credit note: of the invoice's row). */
  readonly rowId: string
  /** BT-153. */
  readonly label: string
  /** BT-154, several lines possible. */
  readonly detail?: string
  /** BT-155. */
  readonly itemCode?: string
  /** BT-129. Negative only in a credit note's own copy of an invoice line, where BT-131 is positive in the XML. */
  readonly quantity: Quantity
  /** The unit as typed: `h`, `jour`, `forfait`. */
  readonly unit: string
  /** BT-130: UN/ECE Rec. 20 code of `unit` (HUR, DAY, C62 when unknown). */
  readonly unitCode: string
  /** BT-148: the price before the discount, excluding VAT (the price itself under the franchise). */
  readonly unitPrice: UnitPrice
  /** BT-138. Absent when there is none. */
  readonly discountRate?: Rate
  /** BT-136: gross line amount − net, so that the XML's line adds up to the cent. */
  readonly discount: Cents
  /** BT-131. */
  readonly net: Cents
  readonly vat: VatTreatment
  readonly nature: ActivityNature
  /** The day of the work or delivery (BT-134 = BT-135). */
  readonly date: Day
}
export interface TextLine {
  readonly kind: 'text'
  readonly rowId: string
  readonly label: string
  readonly detail?: string
}

/** BG-20, from a ledger row of type *Remise*. */
export interface DocumentAllowance {
  readonly rowId: string
  /** BT-97. */
  readonly label: string
  /** BT-92, positive. */
  readonly amount: Cents
  readonly vat: VatTreatment
  readonly nature: ActivityNature
}

/** BG-23: one per category and rate (and reason). */
export interface VatGroup {
  readonly vat: VatTreatment
  /** BT-116. */
  readonly base: Cents
  /** BT-117 = base × rate, rounded once per group. */
  readonly tax: Cents
}

/** BG-22. All in cents; a credit note's are negative here and positive in the XML (BT-3 = 381). */
export interface Totals {
  /** BT-106. */
  readonly lineTotal: Cents
  /** BT-107. */
  readonly allowanceTotal: Cents
  /** BT-109. */
  readonly net: Cents
  /** BT-110. */
  readonly vat: Cents
  /** BT-112. */
  readonly gross: Cents
  /** BT-113: deposits deducted. */
  readonly prepaid: Cents
  /** BT-115 = BT-112 − BT-113. */
  readonly payable: Cents
}

/** BG-3 and the printed block of a balance: each deposit invoice it deducts. */
export interface DeductedDeposit {
  readonly number: DocumentNumber
  readonly issueDate: Day
  readonly gross: Cents
  readonly vat: Cents
}

/** BG-3 of a credit note, or of an invoice that replaces a credited one. */
export interface PrecedingDocument {
  readonly number: DocumentNumber
  readonly issueDate: Day
  readonly kind: InvoiceKind
}

/** BG-16 and what is printed beside it. */
export interface PaymentInstructions {
  /** French labels of the methods offered, in the seller's order (features F-013). */
  readonly methods: readonly string[]
  /** BT-84 without spaces, with BT-85 and BT-86. */
  readonly transfer?: { readonly iban: string; readonly bic?: string; readonly holder: string }
  /** BT-20: the term in words (« 30 jours fin de mois »). */
  readonly terms: string
  /** What to quote: the document's number. BT-83. */
  readonly alreadyPaid?: { readonly on: Day; readonly method: string }
  /** BT-89 mandate, BT-90 creditor identifier, BT-91 the buyer's account: the seller takes the money themself. */
  readonly directDebit?: { readonly mandate: string; readonly creditorId: string; readonly debtorIban?: string }
}

/** What the page looks like; none of it can hide a mention. */
export interface DocumentStyle {
  /** Registry number of the layout (architecture §3 « Layouts are versions »). */
  readonly layout: number
  readonly preset: TradePreset
  /** `#rrggbb`, as the user chose it; the layout darkens it for contrast. */
  readonly accent: string
  /** The logo kept in `_Images`, by version. */
  readonly logo?: { readonly version: number; readonly digest: string; readonly width: number; readonly height: number }
}
export type TradePreset =
  | 'consultant'
  | 'creative'
  | 'craftsman'
  | 'shop'
  | 'trainer'
  | 'personalServices'
  | 'photographer'

/**
 * Everything a document says, frozen at issue: the page, the XML, the register, the mails are pure functions of it.
 * Plain JSON. Absent facts are absent, never empty text.
 */
export interface DocumentContent {
  readonly kind: InvoiceKind
  /** *Objet*: what the register shows (the group, else the first line's label). */
  readonly subject: string
  /** BT-2. */
  readonly issueDate: Day
  /** BT-9. Absent on a credit note. */
  readonly dueDate?: Day
  /** BT-73 and BT-74; the same day twice is BT-72. Absent on a deposit, whose work is to come. */
  readonly delivery?: { readonly from: Day; readonly to: Day }
  readonly seller: Seller
  readonly buyer: Buyer
  readonly lines: readonly DocumentLine[]
  readonly allowances: readonly DocumentAllowance[]
  readonly vatGroups: readonly VatGroup[]
  readonly totals: Totals
  readonly deposits: readonly DeductedDeposit[]
  readonly preceding: readonly PrecedingDocument[]
  /**
   * BT-3 384: this invoice itself cancels and replaces the single preceding one. An invoice made again after a credit note is
   * not corrective (the credit has cancelled already): it stays 380 and only names it in BG-3.
   */
  readonly corrective?: true
  /** Why a credit note is made. */
  readonly creditReason?: string
  /** BT-10: what the buyer asked to see for routing, Chorus Pro's *code service* above all. */
  readonly buyerReference?: string
  /** BT-13. */
  readonly orderReference?: string
  readonly quoteNumber?: string
  /** The ledger's *Regroupement*, which ties deposits and balance. */
  readonly groupKey?: string
  /** BT-8: VAT is due on receipts (72) or, by option, on debits (5). Absent under the franchise. */
  readonly vatPoint?: 'receipts' | 'debits'
  /** BT-23's letter: goods, services, mixed. CGI ann. II art. 242 nonies A, I-8° bis. */
  readonly operation: 'goods' | 'services' | 'mixed'
  readonly payment: PaymentInstructions
  /** Every legal sentence printed, already worded (regulation/fr). */
  readonly mentions: readonly Mention[]
  /** The seller's free texts. */
  readonly textBefore?: string
  readonly textAfter?: string
  readonly personalMessage?: string
  readonly termsVersion?: string
  /** A link to the terms; on a quote, else their whole text. */
  readonly terms?: string
  readonly style: DocumentStyle
}

/** Not numbered; what the sidebar previews with the watermark « Projet ». */
export interface DraftDocument extends DocumentContent {
  readonly state: 'draft'
}
/** Numbered and frozen. A correction is a credit note. */
export interface IssuedDocument extends DocumentContent {
  readonly state: 'issued'
  readonly number: DocumentNumber
}

/** What only a quote says (regulation §1.4). */
export interface QuoteTerms {
  /** A later version replaces the earlier ones. */
  readonly version: number
  readonly validUntil: Day
  /** To be paid when the quote is accepted. */
  readonly deposit?: { readonly rate: Rate; readonly amount: Cents }
  /** When the work begins, how long it takes, where: as the seller says it. */
  readonly start?: string
  readonly duration?: string
  readonly place?: string
}

/** What a page shows. A quote is no invoice: register, XML and books never see one. */
export interface PrintedContent extends Omit<DocumentContent, 'kind'> {
  readonly kind: InvoiceKind | 'quote'
  readonly quote?: QuoteTerms
}
export type PrintedDocument =
  | (PrintedContent & { readonly state: 'draft' })
  | (PrintedContent & { readonly state: 'issued'; readonly number: DocumentNumber })

/** A quote as it was given to the client. */
export interface QuoteDocument extends Omit<DocumentContent, 'kind'> {
  readonly kind: 'quote'
  readonly state: 'issued'
  readonly number: DocumentNumber
  readonly quote: QuoteTerms
}
