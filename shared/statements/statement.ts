import type { Day } from '@tabellion/shared/calendar'
import type { Branded } from '@tabellion/shared/kernel'
import type { Cents } from '@tabellion/shared/money'
import type { Assumption, RowProblem } from './problem.ts'

export type Format =
  | 'csv'
  | 'xlsx'
  | 'ofx'
  | 'ofc'
  | 'qif'
  | 'camt.052'
  | 'camt.053'
  | 'camt.054'
  | 'mt940'
  | 'cfonb120'
  | 'text'
  | 'page'

/** How the money moved. `other` when neither the label nor the format says. */
export type Kind =
  | 'transfer-in'
  | 'transfer-out'
  | 'direct-debit'
  | 'card'
  | 'card-refund'
  | 'card-takings'
  | 'cash-withdrawal'
  | 'cash-deposit'
  | 'cheque'
  | 'cheque-deposit'
  | 'fee'
  | 'interest'
  | 'loan'
  | 'returned'
  | 'other'

/** One row as its format gives it, before anything is deduced from its label. */
export interface StatementLine {
  /** Where it begins in the file: physical line, spreadsheet row, or rank among the entries of an XML file. */
  readonly line: number
  /** Booking date (ISO 20022 BookgDt); of a pending row, the day the bank shows. */
  readonly date: Day
  readonly valueDate?: Day
  /** When the card was used or the order given. */
  readonly operationDate?: Day
  /** The booked day, where `date` had to be taken from a column that pending rows fill too. Makes ids independent of them. */
  readonly bookedOn?: Day
  /** Positive when money comes in. */
  readonly amountCents: Cents
  /** ISO 4217. */
  readonly currency: string
  /** Every text of the row as the bank prints it; fields are parted by ` | `. */
  readonly rawLabel: string
  readonly counterparty?: string
  readonly counterpartyIban?: string
  readonly reference?: string
  /** ISO 20022 EndToEndId. */
  readonly endToEndId?: string
  /** What the bank calls this row (FITID, AcctSvcrRef, transaction id); often neither unique nor stable. */
  readonly bankId?: string
  /** The kind that the format states beside the label. */
  readonly statedKind?: Kind
  readonly pending: boolean
  readonly account?: string
  /** The collective entry that this row is a part of. */
  readonly batch?: string
}

/** The same text, date, amount and rank always give the same id, whatever file they are read from. */
export type TransactionId = Branded<string, 'TransactionId'>

export interface Transaction extends StatementLine {
  readonly id: TransactionId
  /** `rawLabel` without runs of blanks, control characters and HTML entities. */
  readonly label: string
  readonly kind: Kind
}

export interface Account {
  readonly id: string
  readonly currency: string
  readonly openingCents?: Cents
  readonly closingCents?: Cents
  readonly closingDate?: Day
}

/** What a reader makes of a file: rows as they stand. What their labels say, and their ids, are added by `transactionsOf`. */
export interface Reading {
  readonly format: Format
  /** The variant in a few words: delimiter, decimal mark and date order; version of the standard. */
  readonly dialect: string
  readonly accounts: readonly Account[]
  readonly lines: readonly StatementLine[]
  /** Each row that was not read, and each proof that failed. */
  readonly problems: readonly RowProblem[]
  readonly assumed: readonly Assumption[]
}

export interface Statement extends Reading {
  /** `utf-8`, `windows-1252`…; `binary` for spreadsheets. */
  readonly encoding: string
  /** The file's name inside the archive it came in. */
  readonly member?: string
}

export type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] }
