import type { Day } from '@tabellion/shared/calendar'
import type { Cents, Rate } from '@tabellion/shared/money'

/** What a bank shows of one operation, whatever it was read from. */
export interface BankLine {
  readonly id: string
  readonly bookedOn: Day
  /** Positive when money comes in. */
  readonly amount: Cents
  readonly label: string
  readonly counterparty?: string
  readonly reference?: string
  readonly iban?: string
  /** The bank's own word for the kind of operation (« VIR », « REM CHQ »), when it stands apart from the label. */
  readonly operation?: string
  readonly account?: string
  /** Where it was read: the same operation may be read from the page and, later, from a file. */
  readonly source?: string
}

/** An issued invoice or credit note, open or settled. A credit note has negative amounts. */
export interface MatchInvoice {
  readonly id: string
  readonly number: string
  readonly clientId: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly total: Cents
  readonly open: Cents
  readonly subject?: string
  readonly purchaseOrder?: string
  readonly quote?: string
  readonly discount?: { readonly rate: Rate; readonly withinDays: number }
  readonly instalments?: readonly { readonly dueOn: Day; readonly amount: Cents }[]
  /** The `id` of the payment processor the client was asked to use, or another method's word. */
  readonly method?: string
  /** Credit notes only: the invoice they correct. */
  readonly creditOf?: string
}

export interface MatchClient {
  readonly id: string
  readonly name: string
  readonly siren?: string
  /** A private person: more of them pay by cheque or card. */
  readonly consumer?: boolean
  /** True when a bank may keep fees on their transfers. */
  readonly foreign?: boolean
  /** « Noms en banque »: names the user has typed or accepted. */
  readonly bankNames?: readonly string[]
}

/** A payment processor pays out several invoices at once, less its fee on each: `rate` of the amount plus `fixed`. */
export interface Processor {
  readonly id: string
  readonly name: string
  readonly rate: Rate
  readonly fixed: Cents
}

export interface MatchSeller {
  /** Own name and trade name: money from oneself pays nothing. */
  readonly names: readonly string[]
  readonly ibans?: readonly string[]
  readonly processors?: readonly Processor[]
  readonly vatRates?: readonly Rate[]
  /** C. com. art. L441-10, II: the flat indemnity and the yearly rate this seller prints on invoices. */
  readonly latePenalty?: { readonly flat: Cents; readonly yearly: Rate }
}

/** By how much an invoice's open balance goes down; negative for a credit note that is used, and for money that goes back. */
export interface Allocation {
  readonly invoiceId: string
  readonly amount: Cents
}

/** What the user has said of a line. No allocation = it pays no invoice. */
export interface Confirmation {
  readonly line: BankLine
  readonly allocations: readonly Allocation[]
  /** The payer, for a payment of an invoice that the ledger no longer holds. */
  readonly clientId?: string
}

export interface MatchLedger {
  readonly seller: MatchSeller
  readonly clients: readonly MatchClient[]
  readonly invoices: readonly MatchInvoice[]
  /** Past confirmations, for their lesson only: balances in `invoices` already count them. */
  readonly confirmed?: readonly Confirmation[]
  /** Learnt names and IBANs the user has removed: ids of `Learnt`. */
  readonly forgotten?: readonly string[]
}

export type Decision = 'automatic' | 'suggest' | 'none'
