import type { Day, PaymentTerm } from '@tabellion/shared/calendar'
import type { Cents, Quantity, Rate, UnitPrice } from '@tabellion/shared/money'
import type { ExemptionReasonId } from '@tabellion/shared/regulation'
import type { ActivityNature, Address, ClientType, DocumentStyle, Seller, TradePreset } from './document.ts'

/** *Type de ligne*. */
export type LineType = 'sale' | 'deposit' | 'balance' | 'credit' | 'allowance' | 'disbursement' | 'text'

/** A ledger row once read: cells that could not be read are absent here and reported by the reader. */
export interface LedgerLine {
  /** The sheet row, for messages. */
  readonly row: number
  readonly id: string
  readonly client: string
  readonly group: string
  readonly date?: Day
  readonly item: string
  readonly label: string
  readonly detail: string
  readonly quantity?: Quantity
  readonly unit: string
  readonly unitPrice?: UnitPrice
  readonly discount?: Rate
  readonly vatRate?: Rate
  /** The *Article*'s, meant for sales in France: nobody typed it in the row. */
  readonly isItemRate?: true
  readonly nature: ActivityNature
  readonly type: LineType
  readonly quote: string
  readonly clientReference: string
  /** *Facture d'origine*: the credited invoice that this row bills again. */
  readonly originInvoice?: string
  readonly exemption?: ExemptionReasonId
}

/** A row of *Clients* once read. */
export interface Client {
  readonly row: number
  readonly name: string
  readonly type?: ClientType
  readonly contact: string
  readonly email: string
  readonly accountingEmail: string
  readonly phone: string
  readonly address: Address
  readonly deliveryAddress: string
  readonly siren: string
  readonly siret: string
  readonly vatNumber: string
  readonly term?: PaymentTerm
  readonly preset?: TradePreset
  readonly message: string
  readonly oneInvoicePerLine: boolean
  readonly penaltyRate?: Rate
  readonly preferredMethod: string
}

/** *Réglages* once read: the seller as printed, and how they invoice. */
export interface SellerProfile {
  readonly seller: Seller
  readonly vatPoint: 'receipts' | 'debits'
  readonly craftsman: boolean
  readonly insurance: string
  readonly mediator: string
  readonly term: PaymentTerm
  readonly methods: readonly string[]
  readonly iban?: string
  readonly bic?: string
  readonly accountHolder: string
  /** An agreed rate; absent = the ECB's rate + 10 points (C. com. art. L441-10, II). */
  readonly penaltyRate?: Rate
  /** *Escompte*; empty = none. */
  readonly discount: string
  readonly textBefore: string
  readonly textAfter: string
  /** The general terms, or a link to them. */
  readonly terms?: string
  readonly termsVersion: string
  readonly style: DocumentStyle
}

/** *Réglages › Devis*: what quotes say beside their lines. */
export interface QuoteProfile {
  readonly validDays: number
  /** From this total on, a deposit is proposed (features F-050). */
  readonly depositFrom: Cents
  readonly depositRate: Rate
  /** Empty: the quote is free. */
  readonly price: string
  readonly travel: string
  /** Of building works: quantities, handling, collection points, cost. */
  readonly waste: string
  /** Signed at the client's, or at a distance: consumers may withdraw. */
  readonly offPremises: boolean
}

/** A deposit invoice of the same key that no balance has deducted yet. */
export interface OpenDeposit {
  readonly number: string
  readonly issueDate: Day
  readonly gross: Cents
  readonly vat: Cents
  /** The deposit before balances took a part of it: what they round adds up to its VAT. */
  readonly whole?: { readonly gross: Cents; readonly vat: Cents }
}
