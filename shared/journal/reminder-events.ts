import type { Day } from '@tabellion/shared/calendar'
import type { Cell } from '@tabellion/shared/ledger'
import type { Cents, Rate } from '@tabellion/shared/money'

/** How something is said to a client. */
export type ReminderChannel = 'mail' | 'post' | 'registered' | 'phone'

/** The user said yes: it leaves on the next day that is open, as long as it is still due. */
export interface ReminderApproved {
  readonly type: 'reminder-approved'
  readonly v: 1
  readonly id: string
  readonly on: Day
}
/** A reminder about to leave. Without its `reminder-sent` or `reminder-not-sent` it is uncertain: no run says it again by itself. */
export interface ReminderBegun {
  readonly type: 'reminder-begun'
  readonly v: 1
  /** `F2026-0001/2026-10-01/1`: the invoice, the day it was due, the level. */
  readonly id: string
  readonly on: Day
  readonly channel: ReminderChannel
  readonly to: readonly string[]
  readonly claimed: Cents
  /** The letter, by the id that Drive will take: it is made once, whatever stops. */
  readonly file?: { readonly id: string; readonly name: string; readonly folder: string }
}
/** A letter that is ready and not posted: nothing was said yet. */
export interface ReminderMade {
  readonly type: 'reminder-made'
  readonly v: 1
  readonly id: string
  readonly on: Day
}
/** It left, or the user took it to the post, or the telephone. */
export interface ReminderSent {
  readonly type: 'reminder-sent'
  readonly v: 1
  readonly id: string
  readonly on: Day
  /** What the post calls a registered letter. */
  readonly registered?: string
}
/** It certainly did not leave. */
export interface ReminderNotSent {
  readonly type: 'reminder-not-sent'
  readonly v: 1
  readonly id: string
  readonly on: Day
  readonly why: string
}

/** What reminders say, word by word, before any of them leaves: their rows of *Relances*, and their letters. */
export interface RemindersWorded {
  readonly type: 'reminders-worded'
  readonly v: 1
  readonly on: Day
  readonly reminders: readonly {
    readonly id: string
    readonly cells: Readonly<Record<string, Cell>>
    readonly letter?: WordedLetter
  }[]
}
/** A letter as it is set on the page. */
export interface WordedLetter {
  readonly day: Day
  readonly sender: readonly string[]
  readonly recipient: readonly string[]
  readonly place: string
  readonly subject: string
  /** « Lettre recommandée avec avis de réception », and its number once the post gave it. */
  readonly posting?: string
  readonly before: string
  /** What is claimed, line by line; the last one is the sum. */
  readonly amounts: readonly (readonly [label: string, amount: string])[]
  readonly after: string
  readonly signature: string
  readonly foot: string
  readonly accent: string
  readonly enclosed: string
}

/** *Confiée au recouvrement*: somebody else claims it now, for a share. */
export interface DebtHandedOver {
  readonly type: 'handedOver'
  readonly v: 1
  readonly number: string
  readonly on: Day
  readonly collector: string
  readonly commission: Rate
}
export interface HandOverUndone {
  readonly type: 'handOverUndone'
  readonly v: 1
  readonly number: string
  readonly on: Day
}

export type ReminderEvent =
  | ReminderApproved
  | ReminderBegun
  | ReminderMade
  | ReminderSent
  | ReminderNotSent
  | RemindersWorded
  | DebtHandedOver
  | HandOverUndone

/** What the ladder needs of a reminder is in its key, so that planning reads no data. */
export function reminderEventKey(event: ReminderEvent): string {
  switch (event.type) {
    case 'reminder-approved':
    case 'reminder-begun':
    case 'reminder-made':
    case 'reminder-sent':
      return `${event.id} ${event.on}`
    case 'reminder-not-sent':
      return `${event.id} ${event.on} ${event.why}`
    case 'reminders-worded':
      return event.on
    case 'handedOver':
    case 'handOverUndone':
      return event.number
  }
}
