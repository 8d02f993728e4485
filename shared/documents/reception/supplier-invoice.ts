import type { Day } from '@tabellion/shared/calendar'
import type { Cents } from '@tabellion/shared/money'
import type { DecimalText } from './exact-decimal.ts'

/** Who sold or bought, as a received file says it. */
export interface InvoiceParty {
  /** BT-27, BT-44. */
  readonly name: string
  /** BT-30, BT-47; the first digits of the SIRET (BT-29, BT-46) when only that is given. */
  readonly siren?: string
  readonly siret?: string
  /** BT-31, BT-48. */
  readonly vatNumber?: string
  readonly address: {
    readonly lines: readonly string[]
    readonly postcode?: string
    readonly city?: string
    readonly country?: string
  }
}

/** BG-25. Absent facts are absent: the profiles below BASIC have no lines. */
export interface InvoiceLineFacts {
  readonly id: string
  /** BT-153. */
  readonly label: string
  /** BT-129 and its unit, BT-130. */
  readonly quantity?: DecimalText
  readonly unitCode?: string
  /** BT-146 for BT-149 units. */
  readonly price?: DecimalText
  readonly priceQuantity?: DecimalText
  /** BT-136 less BT-141: what the line's allowances take, its charges given back. */
  readonly allowance: Cents
  /** BT-131. */
  readonly net: Cents
  readonly category?: string
  readonly rate?: DecimalText
}

/** BG-23. */
export interface VatFacts {
  readonly category: string
  readonly rate?: DecimalText
  readonly base: Cents
  readonly tax: Cents
  /** BT-120. */
  readonly reason?: string
  /** BT-121. */
  readonly reasonCode?: string
}

/** BG-20, and BG-21 with a negative amount. */
export interface AllowanceFacts {
  readonly amount: Cents
  readonly reason?: string
  readonly category?: string
  readonly rate?: DecimalText
}

/** What a received e-invoice says, whatever its syntax. Amounts are those written: a credit note's are positive. */
export interface SupplierInvoice {
  readonly syntax: 'cii' | 'ubl'
  /** BT-24. */
  readonly profile: string
  /** BT-1. */
  readonly number: string
  /** BT-3. */
  readonly typeCode: string
  /** Whether BT-3 says that the amounts reduce what is owed. */
  readonly credit: boolean
  /** BT-2. */
  readonly issueDate: Day
  /** BT-9. */
  readonly dueDate?: Day
  /** BT-72, or BG-14. */
  readonly delivery?: { readonly from: Day; readonly to: Day }
  /** BT-5. The amounts are hundredths of it, euros or not. */
  readonly currency: string
  readonly seller: InvoiceParty
  readonly buyer: InvoiceParty
  /** BT-13. */
  readonly orderReference?: string
  /** BG-3. */
  readonly preceding: readonly { readonly number: string; readonly issueDate?: Day }[]
  /** BG-1: BT-21 and BT-22. */
  readonly notes: readonly { readonly subject?: string; readonly text: string }[]
  readonly lines: readonly InvoiceLineFacts[]
  readonly allowances: readonly AllowanceFacts[]
  readonly vat: readonly VatFacts[]
  /** BG-22. `net` to `payable` are always given; `lineTotal` from BASIC WL up. */
  readonly totals: {
    readonly lineTotal?: Cents
    readonly allowances?: Cents
    readonly charges?: Cents
    readonly net: Cents
    readonly vat: Cents
    readonly gross: Cents
    readonly prepaid?: Cents
    readonly rounding?: Cents
    readonly payable: Cents
  }
  readonly payment: {
    /** BT-81. */
    readonly meansCode?: string
    /** BT-84. */
    readonly iban?: string
    readonly bic?: string
    /** BT-83. */
    readonly reference?: string
    /** BT-20. */
    readonly terms?: string
  }
}

/**
 * The same for two files of the same invoice: the French rules make a number unique per seller and year. A PDF and its bare
 * XML have the same key, and so has a second download.
 */
export function supplierInvoiceKey({ issueDate, number, seller }: SupplierInvoice): string {
  const who =
    seller.siren ?? seller.vatNumber ?? seller.name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  return `${who}|${issueDate.slice(0, 4)}|${number}`
}
