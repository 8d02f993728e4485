import type { Day } from '@tabellion/shared/calendar'
import type { Acceptable, BridgeRefusalCode, Op, Pulled, Question, UnsignedCode } from '@tabellion/shared/exchange'
import type { Cents } from '@tabellion/shared/money'
import type { SigningKey } from '../ledger/client.ts'

/** What is kept in this browser, table by table. Instants are UTC, ISO 8601. */

/** One at most, under the key `sheet`. */
export interface SheetRow {
  readonly key: 'sheet'
  /** Absent where messages go by hand. */
  readonly url?: string
  readonly kid: string
  /** Not extractable: it signs, and cannot be read back. */
  readonly secret: SigningKey
  readonly file: string
  readonly pairedAt: string
}

/** What the sheet last said of itself, under the key `pulled`. */
export interface LedgerRow {
  readonly key: 'pulled'
  readonly pulled: Pulled
  readonly at: string
  /** Brought up to date by the answers to what was sent: no longer what its revision says. */
  readonly changed?: true
}

/** Where lines come from: a bank's page, or the account that a file names. */
export interface AccountRow {
  /** An origin, or the account that a file names. */
  readonly id: string
  readonly name: string
  readonly firstSeen: string
  readonly lastSeen: string
}

export interface TransactionRow {
  readonly id: string
  readonly account: string
  readonly date: Day
  readonly valueDate?: Day
  readonly amountCents: Cents
  readonly label: string
  readonly counterparty?: string
  readonly reference?: string
  /** Country, key and last four: `FR76…7873`. */
  readonly maskedIban?: string
  /** `page:` and the origin, or `file:` and the format. */
  readonly source: string
  readonly firstSeen: string
}

/** Where a decision stands. */
export type DecisionState =
  /** Kept here, not in the sheet yet. */
  | 'waiting'
  | 'recorded'
  /** The sheet asked back: nothing was written. */
  | 'asked'
  /** To be taken back, not in the sheet yet. */
  | 'undoing'
  | 'undone'
  /** The sheet will not have it. */
  | 'refused'

export interface DecisionRow {
  /** ULID: also the id of the message that records it. */
  readonly id: string
  readonly line: string
  readonly what: 'confirm' | 'ignore'
  readonly state: DecisionState
  readonly at: string
  readonly allocations: readonly { readonly number: string; readonly amountCents: Cents; readonly openCents: Cents }[]
  readonly feeCents?: Cents
  /** Questions of the sheet's that the person has answered with yes. */
  readonly accepted?: readonly Acceptable[]
  /** The reasons in words, as the sheet keeps them. */
  readonly why: string
  /** The name under which the sheet recorded it. */
  readonly payment?: string
  readonly questions?: readonly Question[]
  readonly refusal?: string
}

/** Messages still to be delivered, oldest first: `id` and `body` never change. */
export interface OutboxRow {
  /** ULID. */
  readonly id: string
  readonly op: Op
  readonly body: string
  readonly decision?: string
  readonly madeAt: string
  readonly tries: number
  /** Not before this instant. */
  readonly nextAt: string
}

/** A name or an account in the bank that the user has taken back (`forgotten`), as the matcher calls it. */
export interface AliasRow {
  /** `name:…` or `iban:…`. */
  readonly id: string
  readonly verdict: 'forgotten'
  readonly at: string
}

/** How the last exchange with the sheet went, under the key `delivery`. */
export interface StandingRow {
  readonly key: 'delivery'
  readonly at: string
  readonly outcome:
    | { readonly kind: 'fine'; readonly redeploy?: true }
    | { readonly kind: 'unreachable' | 'not-understood' }
    | { readonly kind: 'unsigned'; readonly code: UnsignedCode }
    | { readonly kind: 'refused'; readonly code: BridgeRefusalCode; readonly message: string }
    | { readonly kind: 'quota' }
}

/** What *Apprendre cette page* taught: see reader/. */
export interface PageProfileRow {
  /** Origin and path. */
  readonly place: string
  readonly profile: string
  readonly at: string
}

/** A bank whose pages are kept matched. */
export interface Bank {
  readonly origin: string
  readonly frames: readonly string[]
  readonly since: string
}

/** What was read, and where it went: shown as it is in the privacy page. */
export interface LogEntry {
  readonly id?: number
  readonly at: string
  readonly event:
    | { readonly kind: 'page-read'; readonly origin: string; readonly rows: number; readonly added: number }
    | { readonly kind: 'file-read'; readonly file: string; readonly rows: number; readonly added: number }
    | { readonly kind: 'sent'; readonly to: string; readonly op: Op; readonly fields: readonly string[] }
    | {
        readonly kind: 'received'
        readonly from: string
        readonly op: Op
        readonly status: 'done' | 'asks' | 'refused'
      }
    | { readonly kind: 'permission'; readonly origin: string; readonly granted: boolean }
    | { readonly kind: 'connected' | 'disconnected'; readonly file: string }
    | { readonly kind: 'exported' | 'erased' }
}
