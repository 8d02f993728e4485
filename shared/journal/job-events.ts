import type { Day } from '@tabellion/shared/calendar'
import type { QuoteDocument } from '@tabellion/shared/invoicing'
import type { Cents } from '@tabellion/shared/money'
import type { StoredCells } from './stored-cells.ts'

/** A version of a quote, with all it says. From here on it is given: its row and its file are finished from this event. */
export interface QuoteMade {
  readonly type: 'quoted'
  readonly v: 1
  readonly number: QuoteDocument['number']
  readonly version: number
  readonly document: QuoteDocument
  /** The row of *Devis*. */
  readonly register: StoredCells
  /** IDs of the ledger rows that it quotes: they stay the user's until they are billed. */
  readonly rows: readonly string[]
  readonly fileId: string
  readonly fileName: string
  readonly folder: string
  readonly send: boolean
  /** The order that it answers. */
  readonly order?: string
}
export interface QuoteFiled {
  readonly type: 'quoteFiled'
  readonly v: 1
  readonly number: QuoteDocument['number']
  readonly version: number
  readonly digest: string
  readonly bytes: number
}
/** What the client said of the version in force. */
export interface QuoteDecided {
  readonly type: 'quoteAccepted' | 'quoteDeclined'
  readonly v: 1
  readonly number: QuoteDocument['number']
  readonly version: number
  readonly on: Day
  /** Where the proof is: a signed PDF, a mail; the reason, when declined. */
  readonly proof: string
  readonly source: 'action' | 'typed'
}

/** What a client may pay in parts, and when. A later one of the same invoice replaces it. */
export interface PlanAgreed {
  readonly type: 'planned'
  readonly v: 1
  /** The invoice. */
  readonly number: string
  readonly on: Day
  /** What was due that day: the sum of the instalments. */
  readonly due: Cents
  readonly instalments: readonly { readonly id: string; readonly due: Day; readonly amount: Cents }[]
  /** Rows of *Échéanciers*, by ID. */
  readonly rows: readonly { readonly id: string; readonly cells: StoredCells }[]
}
/** The whole is due again on the invoice's own day. */
export interface PlanEnded {
  readonly type: 'planEnded'
  readonly v: 1
  readonly number: string
  readonly on: Day
}

/** Ledger rows that come back: each is made once from the row before, whatever becomes of it. */
export interface RowsRecurring {
  readonly type: 'recurring'
  readonly v: 1
  readonly on: Day
  readonly rows: readonly {
    readonly id: string
    readonly from: string
    /** The day that the series counts its months from. */
    readonly anchor: Day
    readonly date: Day
    readonly cells: StoredCells
  }[]
}
/** They are in *Ventes*: one deleted since stays deleted. */
export interface RowsRecurred {
  readonly type: 'recurred'
  readonly v: 1
  /** The ID of the first of them. */
  readonly first: string
}

/** Three ways to pay in parts, said to the client. Written before the mail leaves; without recipient, it certainly stayed. */
export interface PlansOffered {
  readonly type: 'plansOffered'
  readonly v: 1
  readonly number: string
  readonly on: Day
  readonly to: readonly string[]
  readonly text: string
}

export type JobEvent =
  | QuoteMade
  | QuoteFiled
  | QuoteDecided
  | PlanAgreed
  | PlanEnded
  | PlansOffered
  | RowsRecurring
  | RowsRecurred

/** A version is found by its number and rank; a decision, a plan by their document. */
export function jobEventKey(event: JobEvent): string {
  switch (event.type) {
    case 'quoted':
    case 'quoteFiled':
      return versionKey(event)
    case 'recurring':
      return event.rows[0]?.id ?? ''
    case 'recurred':
      return event.first
    default:
      return event.number
  }
}

export const versionKey = ({ number, version }: { readonly number: string; readonly version: number }): string =>
  `${number} v${version}`

/** The number and the rank in the key of a version. */
export function readVersionKey(key: string): { readonly number: string; readonly version: number } {
  const at = key.lastIndexOf(' v')
  return { number: key.slice(0, at), version: Number(key.slice(at + 2)) }
}
