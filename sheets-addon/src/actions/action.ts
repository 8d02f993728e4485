import type { InstallationVerdict } from '../messages/installation.ts'
import type { ToldReturn, ToldSituation } from '../obligations/told.ts'
import type { Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'
import type { Arguments, ArgumentsSchema, Given } from './arguments.ts'
import type { ToldStatement } from './bank/import-statement.ts'
import type { ToldMatching } from './bank/told.ts'
import type { PairedBrowser } from './bridge/browsers.ts'
import type { PairingOffer } from './bridge/connect-extension.ts'
import type { KnownSettings } from './change-settings.ts'
import type { ClientCard } from './client-card.ts'
import type { Preview } from './issue-invoices/preview.ts'
import type { SiteOffer } from './orders/orders-key.ts'
import type { DrawnDocument, StyleSample } from './preview-document.ts'
import type { ToldQuotes } from './quotes/list-quotes.ts'
import type { ToldReminder } from './reminders/told.ts'

export interface IssuedSummary {
  readonly number: string
  readonly kind: string
  readonly client: string
  readonly payableCents: number
  /** Path of the file in the Drive. */
  readonly file: string
  /** Its address there. */
  readonly url?: string
  /** What its client has with us, that may pay it. */
  readonly creditCents?: number
}

export interface RecordedSummary {
  readonly payment: string
  readonly number: string
  readonly client: string
  readonly amountCents: number
  /** Numbers in *Livre des recettes*. */
  readonly receipts: readonly number[]
  readonly balanceDueCents: number
  readonly status: string
}

export interface TodoItem {
  readonly code: string
  readonly count: number
  readonly message: string
  readonly tab?: string
  readonly row?: number
}

/** What an action says when it is done: the sidebar, the menu's dialog and the door all show this. */
export interface Outcome {
  readonly message: string
  readonly findings: readonly Finding[]
  readonly issued?: readonly IssuedSummary[]
  readonly files?: readonly string[]
  readonly recorded?: readonly RecordedSummary[]
  /** How the columns of an imported file were understood. */
  readonly imported?: {
    readonly columns: readonly { readonly from: string; readonly to: string }[]
    readonly unread: readonly string[]
    readonly rows: number
    /** Names of clients, numbers of invoices. */
    readonly added: readonly string[]
  }
  /** Mails that left, by document. */
  readonly sent?: readonly { readonly number: string; readonly to: readonly string[] }[]
  readonly actions?: readonly TodoItem[]
  /** Of `prepare-turnover-return`. */
  readonly turnoverReturn?: ToldReturn
  /** Of `what-if`. */
  readonly whatIf?: { readonly asIs: ToldSituation; readonly imagined: ToldSituation }
  /** Of `calendar-feed`: the link that a calendar subscribes to. */
  readonly feed?: string
  /** Of `verify`. */
  readonly verdict?: { readonly ok: boolean; readonly issued: number; readonly events: number }
  readonly preview?: Preview
  readonly client?: ClientCard
  /** Several clients answer to what was looked up. */
  readonly clients?: readonly string[]
  readonly settings?: KnownSettings
  readonly drawn?: DrawnDocument
  readonly styles?: readonly StyleSample[]
  readonly statement?: ToldStatement
  readonly matching?: ToldMatching
  /** Of `check-installation`. */
  readonly installation?: readonly InstallationVerdict[]
  /** Of `prepare-reminders`: what waits for a yes, and what is held. */
  readonly reminders?: readonly ToldReminder[]
  /** Of `preview-reminder`. */
  readonly letter?: { readonly subject: string; readonly body: string }
  readonly quotes?: ToldQuotes
  /** To be read in full, line by line. */
  readonly lines?: readonly string[]
  /** Of `explain-amount`. */
  readonly claim?: {
    readonly principalCents: number
    readonly penaltiesCents: number
    readonly recoveryFeeCents: number
    readonly totalCents: number
    readonly daysLate: number
    readonly prescribedOn: string
  }
  readonly pairing?: PairingOffer
  /** Of `orders-key`: what the site is given, once; or since when it has a key. */
  readonly site?: SiteOffer
  readonly ordersSince?: string
  readonly browsers?: readonly PairedBrowser[]
  /** To be brought to the extension as it is. */
  readonly block?: string
  /** Documents still to be filed: the time of this run was up, the same action goes on. */
  readonly unfinished?: number
}

/** One menu item, one file. */
export interface Action {
  readonly name: string
  /** The label in the menu *Facturation*, with « … » when it asks something first; empty for what only a pane asks. */
  readonly menu: string
  /** One French sentence, for `run list` and the help page. */
  readonly what: string
  readonly args: ArgumentsSchema
  run(ports: Ports, args: Arguments): Outcome
}

/** An action whose `run` knows its arguments by their schema. */
export const action = <const Schema extends ArgumentsSchema>(
  made: Omit<Action, 'args' | 'run'> & { readonly args: Schema; run(ports: Ports, args: Given<Schema>): Outcome },
): Action => made

export const noArguments = { properties: {} } as const satisfies ArgumentsSchema
