import type { Day } from '@tabellion/shared/calendar'
import type { Cents } from '@tabellion/shared/money'
import type { BankId } from './bank.ts'
import type { Format } from './statement.ts'

/** What a file that is no statement turns out to be. */
export type ForeignFile =
  | 'pdf'
  | 'image'
  | 'web-page'
  | 'login-page'
  | 'old-spreadsheet'
  | 'open-document'
  | 'xml-spreadsheet'
  | 'word-processor'
  | 'archive'
  | 'mail'
  | 'json'
  | 'xml'
  | 'accounting-entries'
  | 'invoice'
  | 'invoice-list'
  | 'binary'
  | 'text'

export type DateOrder = 'dmy' | 'mdy'

/** Why a whole file is refused. `bank`: the bank its content names. */
export type StatementProblem =
  | { readonly code: 'empty-file' }
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'foreign-file'; readonly what: ForeignFile; readonly bank?: BankId }
  | { readonly code: 'truncated-file'; readonly format: Format; readonly line?: number; readonly bank?: BankId }
  | { readonly code: 'damaged-file'; readonly format: Format | 'zip'; readonly line?: number; readonly bank?: BankId }
  | { readonly code: 'protected-file'; readonly format: 'xlsx' | 'zip' }
  /** `12/03` and `03/12` are both possible for each row: the user has to say. */
  | { readonly code: 'date-order-unknown'; readonly format: Format; readonly example: string }
  | { readonly code: 'no-readable-row'; readonly format: Format; readonly rows: number; readonly first: RowProblem }

/** Why one row was left out, or what is doubtful about it. */
export type RowProblem =
  | { readonly code: 'missing-date'; readonly line: number; readonly label: string; readonly amountCents?: Cents }
  | { readonly code: 'unreadable-date'; readonly line: number; readonly text: string; readonly label: string }
  | { readonly code: 'missing-amount'; readonly line: number; readonly label: string }
  | { readonly code: 'unreadable-amount'; readonly line: number; readonly text: string; readonly label: string }
  /** Declined, cancelled or reverted: the money never moved. */
  | { readonly code: 'not-executed'; readonly line: number; readonly status: string; readonly label: string }
  /** A row of text inside the list, with neither date nor amount. */
  | { readonly code: 'no-transaction'; readonly line: number; readonly text: string }
  | { readonly code: 'unreadable-record'; readonly line: number; readonly text: string }
  /** The balance printed at this row does not follow from the rows before it. */
  | {
      readonly code: 'balance-mismatch'
      readonly line: number
      readonly expectedCents: Cents
      readonly foundCents: Cents
      readonly account?: string
    }
  /** Money comes in by the sign, but by its kind (card, cash machine, cheque, fee) it must go out. */
  | { readonly code: 'doubtful-sign'; readonly line: number; readonly amountCents: Cents; readonly label: string }
  /** Neither the page nor the label tells which way the money went. */
  | { readonly code: 'unknown-sign'; readonly line: number; readonly amountCents: Cents; readonly label: string }
  | { readonly code: 'member-refused'; readonly member: string; readonly problem: StatementProblem }

/** What was not written in the file and had to be supposed; shown to the user. */
export type Assumption =
  | {
      readonly code: 'headings'
      readonly line: number
      readonly headings: readonly { readonly heading: string; readonly role: ColumnRole }[]
    }
  | {
      readonly code: 'no-headings'
      readonly columns: readonly { readonly column: number; readonly role: ColumnRole }[]
    }
  | { readonly code: 'debit-then-credit'; readonly columns: readonly [number, number] }
  | {
      readonly code: 'date-order'
      readonly order: DateOrder
      readonly from: 'label' | 'sorting' | 'today' | 'language' | 'user'
    }
  /** Days were printed without their year. */
  | { readonly code: 'years'; readonly until: Day }
  | { readonly code: 'date-column'; readonly heading: string; readonly instead: string }
  | { readonly code: 'operation-date'; readonly line: number; readonly date: Day }
  | { readonly code: 'unsigned-amounts' }
  /** What has a plus came in, what has no sign went out. */
  | { readonly code: 'plus-only' }
  | { readonly code: 'currency'; readonly currency: string }
  | { readonly code: 'joined-decimals' }
  | { readonly code: 'repaired-encoding' }
  | { readonly code: 'plain-quotes' }
  | { readonly code: 'reversed-reversals'; readonly count: number }
  | { readonly code: 'kept-once'; readonly count: number }

export type ColumnRole =
  | 'date'
  | 'value-date'
  | 'operation-date'
  | 'label'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'sign'
  | 'balance'
  | 'currency'
  | 'counterparty'
  | 'counterparty-iban'
  | 'reference'
  | 'end-to-end-id'
  | 'bank-id'
  | 'kind'
  | 'status'
  | 'account'
  | 'ignored'
