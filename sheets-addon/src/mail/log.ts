import type {
  DocumentNotSent,
  DocumentSent,
  ReminderBegun,
  ReminderNotSent,
  ReminderSent,
  SendBegun,
} from '@tabellion/shared/journal'
import { eventKey } from '@tabellion/shared/journal'

/** What mails leave behind, in the order it happened. */
export type MailBegun = SendBegun | ReminderBegun
export type MailNotSent = DocumentNotSent | ReminderNotSent
export type MailEvent = MailBegun | DocumentSent | ReminderSent | MailNotSent

/**
 * The mails' events since the journal was last written, in a script property: it holds at once, for a tenth of what a durable
 * row costs, and outlives a stopped run as the sheet does. Whoever writes the journal next about mails takes them over.
 */
const LOG_PROPERTY = 'mail.log'
/** Under Google's 9 kB a value: beyond, they go to the journal before the next mail. */
const MOST_CHARACTERS = 6_000

type Properties = Readonly<Record<string, string>>

export interface MailLog {
  /** How long the journal was when it began: mails that the journal has beyond that are these. */
  readonly from: number
  readonly events: readonly MailEvent[]
}

export function readLog(properties: Properties): MailLog {
  const text = properties[LOG_PROPERTY] ?? ''
  // Written below and nowhere else: its shape is ours.
  return text === '' ? { from: 0, events: [] } : (JSON.parse(text) as MailLog)
}

export const logProperty = (log: MailLog): Properties => ({
  [LOG_PROPERTY]: log.events.length === 0 ? '' : JSON.stringify(log),
})
export const EMPTY_LOG: MailLog = { from: 0, events: [] }

/** Those that the journal does not have yet: a run may have been stopped between writing them there and emptying the log. */
export function unjournalled(
  { from, events }: MailLog,
  rows: readonly { readonly type: string; readonly key: string }[],
): readonly MailEvent[] {
  const there = rows.slice(from).map(({ type, key }) => `${type} ${key}`)
  return events.filter((event) => {
    const at = there.indexOf(`${event.type} ${eventKey(event)}`)
    if (at >= 0) there.splice(at, 1)
    return at < 0
  })
}

export const isFull = (events: readonly MailEvent[]): boolean => JSON.stringify(events).length > MOST_CHARACTERS

/** As the journal would show them. */
export const logRows = (properties: Properties): readonly { readonly type: string; readonly key: string }[] =>
  readLog(properties).events.map((event) => ({ type: event.type, key: eventKey(event) }))
