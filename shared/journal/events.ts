import type { Day, Period } from '@tabellion/shared/calendar'
import type { ActivityNature, DocumentNumber, InvoiceKind, IssuedDocument } from '@tabellion/shared/invoicing'
import type { PaymentMethod } from '@tabellion/shared/ledger'
import type { Cents, Rate } from '@tabellion/shared/money'
import type { MessageAnswered } from './bridge-events.ts'
import type { JobEvent } from './job-events.ts'
import type { ObligationEvent } from './obligation-events.ts'
import type { OrderEvent } from './order-events.ts'
import type { ReminderEvent } from './reminder-events.ts'
import type { StoredCells } from './stored-cells.ts'

/** The workbook obeys this version of the declaration (architecture §3 « Schema »). */
export interface SchemaSet {
  readonly type: 'schema'
  readonly v: 1
  readonly schema: number
}

/**
 * A number taken, with all that the document says: whatever crashes next is finished from this event, under the same number.
 */
export interface NumberReserved {
  readonly type: 'reserved'
  readonly v: 1
  readonly number: DocumentNumber
  readonly document: IssuedDocument
  /** The row of *Factures*. */
  readonly register: StoredCells
  /** The frozen cells of each ledger row, by its ID. */
  readonly rows: readonly { readonly id: string; readonly cells: StoredCells }[]
  /** From Drive, before the file exists: it can be created once only. */
  readonly fileId: string
  readonly fileName: string
  readonly folder: string
  /** The file carries its CII XML: the pre-flight found it conformant before the number was taken. */
  readonly electronic: boolean
  /** The user asked to mail it; a re-run sends only what was asked. */
  readonly send: boolean
  /** What was asked, when asking again must not make another: the caller's key, or the request of a credit note. */
  readonly request?: string
}

/** The register, the ledger and the file are written: nothing is left to finish. */
export interface DocumentIssued {
  readonly type: 'issued'
  readonly v: 1
  readonly number: DocumentNumber
  /** SHA-256 of the file's bytes. */
  readonly digest: string
  readonly bytes: number
}

/** A mail about to leave. Without its `sent` or `not-sent` it is uncertain: no run sends it again by itself. */
export interface SendBegun {
  readonly type: 'send-begun'
  readonly v: 1
  readonly number: DocumentNumber
  readonly on: Day
  readonly to: readonly string[]
  /** It was sent before: the file says « Duplicata ». */
  readonly duplicate: boolean
}
/** Google took the mail: *Envoyée le* and *Envoyée à*. */
export interface DocumentSent {
  readonly type: 'sent'
  readonly v: 1
  readonly number: DocumentNumber
  readonly on: Day
  readonly to: readonly string[]
}
/** The mail certainly did not leave, and will not by itself: someone must look. */
export interface DocumentNotSent {
  readonly type: 'not-sent'
  readonly v: 1
  readonly number: DocumentNumber
  readonly on: Day
  readonly why: string
}

/** The logo now in `_Images`; earlier versions stay, for the documents issued with them. */
export interface LogoSet {
  readonly type: 'logo'
  readonly v: 1
  readonly version: number
  readonly digest: string
}

/** Cells put back from snapshots, so that a repair leaves its own trace. */
export interface CellsRestored {
  readonly type: 'restored'
  readonly v: 1
  readonly on: Day
  readonly cells: readonly { readonly tab: string; readonly key: string; readonly column: string }[]
}

/**
 * One line of the *livre des recettes* (CGI art. 50-0, 5 and 102 ter, 4; C. com. art. L123-28): never changed, never removed.
 * A correction is a reversing entry, then the right one.
 */
export interface ReceiptEntry {
  /** 1, 2, 3… in the order recorded, given once. The book prints by date. */
  readonly rank: number
  readonly date: Day
  readonly document: string
  readonly client: string
  readonly nature: string
  readonly category: ActivityNature
  readonly amount: Cents
  readonly vat: Cents
  readonly method: PaymentMethod
  readonly fee?: Cents
  /** The turnover return that declares it: that of its date, or the oldest one still open. */
  readonly period: Period
  /** Its own period was closed before it was recorded. */
  readonly late: boolean
  readonly payment: string
  /** The rank of the entry this one cancels. */
  readonly reverses?: number
  /** A client’s credit used for another document: no money moved. */
  readonly imputed?: true
}

/** What one document got of a payment; negative when given back. */
export interface PaidDocument {
  readonly number: string
  readonly client: string
  readonly amount: Cents
  /** Its split over what the document sells: the next payment goes on from there, so that the sums come out to the cent. */
  readonly shares: readonly {
    readonly category: ActivityNature
    readonly rate: Rate
    readonly amount: Cents
    readonly vat: Cents
  }[]
}

/** Money received or given back, with every row it makes: from here on it is recorded, and finished under the same receipt numbers. */
export interface PaymentRecorded {
  readonly type: 'paid'
  readonly v: 1
  /** The caller's key, or the ID of the row typed by hand: recorded once under that name. */
  readonly payment: string
  readonly on: Day
  readonly method: PaymentMethod
  readonly source: 'typed' | 'extension' | 'statement'
  readonly reference: string
  readonly fee?: Cents
  /** The bank's line it comes from. */
  readonly operation?: string
  /** The payment that this one takes back, whole: its rows and lines are those of the other, negated. */
  readonly reverses?: string
  readonly allocations: readonly PaidDocument[]
  /** Rows of *Paiements*, by ID. */
  readonly rows: readonly { readonly id: string; readonly cells: StoredCells }[]
  /** Rows of *Livre des recettes*. */
  readonly receipts: readonly { readonly entry: ReceiptEntry; readonly cells: StoredCells }[]
}

/** An invoice issued with another tool and still open when this one took over: its number is kept, there is no document. */
export interface InvoiceTakenOver {
  readonly type: 'takenOver'
  readonly v: 1
  readonly number: string
  readonly kind: InvoiceKind
  readonly issued: Day
  readonly client: string
  /** What was sold, for the receipts book. */
  readonly subject: string
  /** What is left to pay, by what was sold and rate. */
  readonly groups: readonly {
    readonly category: ActivityNature
    readonly rate: Rate
    readonly base: Cents
    readonly tax: Cents
  }[]
  readonly register: StoredCells
}

/** *Irrécouvrable*: the seller gave up; money that comes all the same is recorded as any other. */
export interface DebtWrittenOff {
  readonly type: 'writtenOff'
  readonly v: 1
  readonly number: string
  readonly on: Day
  readonly reason: string
}
/** It is claimed again. */
export interface WriteOffUndone {
  readonly type: 'writeOffUndone'
  readonly v: 1
  readonly number: string
  readonly on: Day
}

export type JournalEvent =
  | SchemaSet
  | NumberReserved
  | DocumentIssued
  | SendBegun
  | DocumentSent
  | DocumentNotSent
  | LogoSet
  | CellsRestored
  | PaymentRecorded
  | InvoiceTakenOver
  | DebtWrittenOff
  | WriteOffUndone
  | MessageAnswered
  | JobEvent
  | OrderEvent
  | ObligationEvent
  | ReminderEvent
export type JournalEventType = JournalEvent['type']
