import { addDays, type Day, formatDay } from '@tabellion/shared/calendar'
import { type CalendarEvent, iCalendar, nextFeed, type PublishedEvent } from '@tabellion/shared/deadlines'
import { formatEuros } from '@tabellion/shared/money'
import { typeset } from '../messages/typography.ts'
import { type DeadlineRow, PASSED, settledOf } from './deadline-row.ts'

/** Of this file for ever: two files of one person do not share their events. Kept in the script properties. */
export const SCOPE_PROPERTY = 'calendar.scope'

/** A year of history: what was due, and done. */
const KEPT_DAYS = 366

type Dated = DeadlineRow & { readonly day: Day }

/** The events of the tab's rows, each with its next sequence: what `Publication` last held, or one more when it says something else. */
export function calendarOf(
  rows: readonly DeadlineRow[],
  scope: string,
  today: Day,
): { readonly events: readonly CalendarEvent[]; readonly published: ReadonlyMap<number, string> } {
  const shown = new Map<string, Dated>()
  for (const row of rows) {
    const { day, id } = row
    if (id !== '' && day !== undefined && day >= addDays(today, -KEPT_DAYS) && !shown.has(id))
      shown.set(id, { ...row, day })
  }
  const uid = (id: string): string => `${id}@${scope}`
  const before = [...shown.values()].flatMap((row) => publishedBefore(row, uid(row.id)) ?? [])
  const feed = nextFeed(
    before,
    [...shown.values()].map((row) => eventOf(row, uid(row.id))),
    today,
  )
  const made = new Map(feed.published.map((event) => [event.uid, `${event.sequence} ${event.digest}`]))
  return {
    events: feed.events,
    published: new Map([...shown.values()].map(({ id, row }) => [row, made.get(uid(id)) ?? ''])),
  }
}

/** The calendar as a file or a feed. */
export const calendarText = (rows: readonly DeadlineRow[], scope: string, today: Day, instant: string): string =>
  iCalendar('Échéances Tabellion', calendarOf(rows, scope, today).events, instant)

function publishedBefore(row: Dated, uid: string): PublishedEvent | undefined {
  const [sequence, digest] = row.published.split(' ')
  if (digest === undefined || !/^\d+$/.test(sequence ?? '')) return undefined
  return { uid, day: row.day, summary: '', sequence: Number(sequence), digest, cancelled: false }
}

/** Done, it stays without alarm; without object, it is cancelled; a choice whose last day is past stays as it was. */
function eventOf(row: Dated, uid: string): CalendarEvent {
  const settled = settledOf(row)
  const title = `${row.title}, ${row.period}`
  const silent = settled !== 'open' || row.closedByUs
  return {
    uid,
    day: row.day,
    summary: typeset(settled === 'done' ? `✓ ${title}` : title),
    description: typeset(describe(row)),
    sequence: 0,
    cancelled: settled === 'not-applicable' || (row.closedByUs && row.basis !== PASSED),
    alarms: silent ? [] : row.steps,
  }
}

function describe(row: Dated): string {
  const lines = [
    `Organisme : ${row.authority}`,
    ...(row.estimate === undefined || row.estimate === 0 ? [] : [`Montant estimé : ${formatEuros(row.estimate)}`]),
    ...(row.basis === '' ? [] : [`${row.basis}.`]),
    ...(row.doneOn === undefined
      ? []
      : [`Fait le ${formatDay(row.doneOn)}${row.reference === '' ? '' : `, référence ${row.reference}`}.`]),
    ...(row.lateCost === '' ? [] : [`En cas de retard : ${row.lateCost}`]),
    ...(row.source === '' ? [] : [`Source : ${row.source}`]),
    ...(row.link === '' ? [] : [row.link]),
  ]
  return lines.join('\n')
}
