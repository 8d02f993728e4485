import { type Day, parseDay } from '@tabellion/shared/calendar'
import type { NumberReserved, WordedLetter } from '@tabellion/shared/journal'
import { numberKey } from '@tabellion/shared/ledger'
import { isReminderLevel, type SaidReminder } from '@tabellion/shared/reminders'
import { logRows } from '../mail/log.ts'
import type { Workbook } from '../workbook/open.ts'

/** Where one reminder stands: `unsure` was begun and never confirmed, `failed` certainly stayed, `made` waits for the post. */
export interface ReminderState {
  readonly kind: 'sent' | 'unsure' | 'made' | 'failed' | 'approved'
  readonly on: Day
  readonly why: string
}

/** All that was said, by the keys of the journal alone. */
export interface ReminderHistory {
  state(id: string): ReminderState | undefined
  /** What left, or may have, of one invoice. */
  said(number: string): readonly SaidReminder[]
  /** Letters that wait for the post. */
  readonly made: readonly string[]
  /** Ids that were begun and never confirmed. */
  readonly unsure: readonly string[]
}

const KINDS: Readonly<Record<string, ReminderState['kind']>> = {
  'reminder-approved': 'approved',
  'reminder-begun': 'unsure',
  'reminder-made': 'made',
  'reminder-sent': 'sent',
  'reminder-not-sent': 'failed',
}
const KEY = /^(\S+) (\S+)(?: (.*))?$/
const ID = /^(.+)\/(\d{4}-\d{2}-\d{2})\/(\d)$/

/** The parts of a reminder's id. */
export function readId(id: string): (Pick<SaidReminder, 'level' | 'anchor'> & { readonly number: string }) | undefined {
  const [, number, anchor, digit] = ID.exec(id) ?? []
  const [on, level] = [parseDay(anchor ?? ''), Number(digit)]
  return number === undefined || on === undefined || !isReminderLevel(level) ? undefined : { number, anchor: on, level }
}

export function reminderHistory(workbook: Pick<Workbook, 'journal' | 'properties'>): ReminderHistory {
  const states = new Map<string, ReminderState>()
  for (const { key, type } of [...workbook.journal().rows, ...logRows(workbook.properties())]) {
    const kind = KINDS[type]
    const [, id, date, why = ''] = kind === undefined ? [] : (KEY.exec(key) ?? [])
    const on = parseDay(date ?? '')
    if (kind !== undefined && id !== undefined && on !== undefined) states.set(id, { kind, on, why })
  }
  const said = new Map<string, SaidReminder[]>()
  for (const [id, { kind, on }] of states) {
    const read = kind === 'sent' || kind === 'unsure' ? readId(id) : undefined
    if (read === undefined) continue
    const key = numberKey(read.number)
    said.set(key, [...(said.get(key) ?? []), { level: read.level, anchor: read.anchor, on }])
  }
  const of = (wanted: ReminderState['kind']): readonly string[] =>
    [...states].flatMap(([id, { kind }]) => (kind === wanted ? [id] : []))
  return {
    state: (id) => states.get(id),
    said: (number) => said.get(numberKey(number)) ?? [],
    made: of('made'),
    unsure: of('unsure'),
  }
}

/** The documents of these numbers, as they were issued; nothing of one that another tool issued. */
export function documentsOf(workbook: Workbook, numbers: readonly string[]): ReadonlyMap<string, NumberReserved> {
  const wanted = new Set(numbers)
  if (wanted.size === 0) return new Map()
  const events = workbook.events(({ type, key }) => type === 'reserved' && wanted.has(key))
  return new Map(events.flatMap(({ event }) => (event.type === 'reserved' ? [[event.number, event] as const] : [])))
}

/** The letters as they were last worded, by the ids of their reminders. */
export function wordedLetters(workbook: Workbook): ReadonlyMap<string, WordedLetter> {
  const letters = new Map<string, WordedLetter>()
  for (const { event } of workbook.events(({ type }) => type === 'reminders-worded'))
    if (event.type === 'reminders-worded')
      for (const { id, letter } of event.reminders) if (letter) letters.set(id, letter)
  return letters
}
