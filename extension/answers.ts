import type { Day } from '@tabellion/shared/calendar'
import type { BlockProblem, PairingProblem, Question, UnsignedCode } from '@tabellion/shared/exchange'
import type { Cents } from '@tabellion/shared/money'
import type { Ask } from './messages.ts'
import type { Guide } from './reader/guide.ts'
import type { Bank, LogEntry } from './store/rows.ts'

/** What the worker answers to each ask. Texts are French and ready to show. */
export interface Answers {
  'page-read': PageAnswer
  'page-marks': PageAnswer
  'mark-clicked': { readonly token: string } | Refused
  'page-learnt': { readonly kept: boolean }
  'page-open': PageOpened
  'page-follow': { readonly followed: boolean }
  'frame-open': Card | Refused
  decide: Decided | Refused
  undo: { readonly undone: true } | Refused
  settle: { readonly settled: true } | Refused
  'open-invoices': readonly OpenInvoice[]
  overview: Overview
  'to-match': ToMatch
  connect: { readonly connected: true; readonly file: string } | { readonly problem: ConnectProblem }
  disconnect: { readonly disconnected: true }
  'prepare-block': { readonly block?: string }
  'take-block':
    | { readonly problem: BlockProblem['code'] | 'not-connected' }
    /** `left` still waits; `trouble`: what the sheet would not do, in words. */
    | { readonly taken: number; readonly left: number; readonly trouble?: string }
  sync: Overview
  'read-tab': TabReading
  'learn-tab': { readonly started: boolean }
  'copy-tab': { readonly html?: string }
  selection: { readonly text: string }
  'import-lines': Imported
  banks: readonly Bank[]
  'always-on': { readonly registered: boolean }
  'always-off': { readonly registered: false }
  'learnt-pages': readonly { readonly place: string; readonly file: string }[]
  'take-page': { readonly place?: string }
  'forget-page': { readonly kept: false }
  learnt: readonly LearntName[]
  forget: { readonly forgotten: boolean }
  'keep-name': { readonly kept: boolean }
  'privacy-log': readonly LogEntry[]
  export: { readonly json: string }
  erase: { readonly erased: true }
}
export type AnswerTo<Name extends Ask['ask']> = Answers[Name]

/** Not done, and why; `text` says what to do. */
export interface Refused {
  readonly refused: 'token' | 'unknown-line' | 'unknown-decision' | 'changed' | 'quota' | 'not-connected'
  readonly text: string
}

// ── The bank's page: no name, no number, no amount ──

export interface PageOpened {
  readonly today: Day
  readonly guide?: Guide
}

/**
 * *certain*: may be ticked; *to-match*: proposed; *matched*; *ignored*: set aside by the user; *noise*: nothing to do (money out,
 * pending, pays no invoice, not connected).
 */
export type MarkState = 'certain' | 'to-match' | 'matched' | 'ignored' | 'noise'
export interface Mark {
  /** Absent for a row that could not be read as a line. */
  readonly line?: string
  readonly state: MarkState
}
/** In the order of the rows, or of the lines, that were given. */
export interface PageAnswer {
  readonly marks: readonly Mark[]
}

// ── Cards ──

export interface BankLineShown {
  readonly id: string
  readonly date: Day
  readonly amountCents: Cents
  /** The payer when the label names one, else the label. */
  readonly title: string
  readonly label: string
  readonly bank?: string
}
/** What may be confirmed with one click; given back as it is in `decide`. */
export interface Offer {
  readonly allocations: readonly {
    readonly number: string
    readonly amountCents: Cents
    readonly openCents: Cents
    readonly client: string
    readonly dueOn: Day
  }[]
  readonly feeCents?: Cents
  /** Received beyond what it settles: it is kept for the client. */
  readonly overCents?: Cents
  /** « montant exact », « n° dans le libellé »: for it first, then against it. */
  readonly reasons: readonly { readonly text: string; readonly against: boolean }[]
}
export type Card =
  | {
      readonly kind: 'to-match'
      readonly line: BankLineShown
      readonly certain: boolean
      /** Likeliest first. */
      readonly offers: readonly Offer[]
    }
  /** Decided: on its way, or in the sheet. */
  | {
      readonly kind: 'done'
      readonly line: BankLineShown
      readonly decision: string
      readonly what: 'confirm' | 'ignore'
      readonly numbers: readonly string[]
      readonly sent: boolean
    }
  /** The sheet asked back. */
  | {
      readonly kind: 'asked'
      readonly line: BankLineShown
      readonly decision: string
      readonly numbers: readonly string[]
      readonly questions: readonly Pick<Question, 'code' | 'message' | 'accept'>[]
    }
  /** The line pays nothing that is known. */
  | { readonly kind: 'nothing'; readonly line: BankLineShown }

export interface ToMatch {
  /** Questions first, then what can be matched, in order of money. */
  readonly cards: readonly Card[]
  /** Decided a moment ago, latest first, with *Annuler*. */
  readonly done: readonly Extract<Card, { readonly kind: 'done' }>[]
  /** Money in that pays no known invoice. */
  readonly others: readonly BankLineShown[]
}

export interface OpenInvoice {
  readonly number: string
  readonly client: string
  readonly subject?: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly totalCents: Cents
  readonly openCents: Cents
  readonly status: string
  /** Days since it was due; negative before. */
  readonly lateDays: number
}
export interface Decided {
  readonly decided: readonly { readonly line: string; readonly decision: string }[]
}

// ── Standing ──

export type ConnectProblem =
  | PairingProblem['code']
  | 'unreachable'
  | 'not-understood'
  | UnsignedCode
  | 'sheet-refused'
  | 'quota'

export interface Overview {
  readonly connection:
    | { readonly state: 'not-connected' }
    | {
        readonly state: 'connected'
        readonly file: string
        /** Answered by this machine, or carried by hand. */
        readonly kind: 'sheet' | 'demonstration' | 'by-hand'
        readonly url?: string
        /** Absent before the first pull. */
        readonly pulledAt?: string
      }
  /** What stands in the way, with what to do; one at a time, the most pressing. */
  readonly notice?: { readonly tone: 'warn' | 'bad'; readonly text: string; readonly link?: string }
  readonly offline: boolean
  /** Decisions that the sheet does not have yet. */
  readonly waiting: number
  readonly counts: { readonly toMatch: number; readonly certain: number; readonly asked: number; readonly late: number }
  /** IBANs to copy; none before the first pull. */
  readonly ibans: readonly string[]
  readonly deadlines: readonly {
    readonly day: Day
    readonly obligation: string
    readonly authority: string
    readonly period: string
    readonly estimateCents?: Cents
  }[]
  readonly today: Day
}

/** What one click on the toolbar button made of the tab. */
export type TabReading =
  | {
      readonly state: 'rows' | 'empty' | 'unreadable' | 'none'
      readonly origin: string
      readonly rows: number
      /** Frames that hold the list and may not be read yet, and whether the page is kept matched. */
      readonly frames: readonly string[]
      readonly always: boolean
    }
  /** A page of the browser's own, a store: nothing may be read there. */
  | { readonly state: 'closed' }

export interface Imported {
  readonly read: number
  /** Not known before. */
  readonly added: number
  /** After the last part. */
  readonly toMatch?: number
  readonly refused?: Refused
}

export interface LearntName {
  readonly id: string
  readonly kind: 'name' | 'iban'
  readonly text: string
  readonly clients: readonly { readonly name: string; readonly times: number }[]
  /** Written in *Noms en banque* already, or on its way there. */
  readonly inSheet: boolean
}
