import { type Day, formatDay } from '@tabellion/shared/calendar'
import { sha256Hex } from '@tabellion/shared/kernel'
import { formatEuros } from '@tabellion/shared/money'
import { authorityNames, delayCost, obligationRule, obligationTitle } from '@tabellion/shared/regulation'
import type { CalendarEvent } from './ical.ts'
import { type Obligation, obligationKey } from './obligation.ts'

/** What was last published of an event: enough to know whether it changed, and to cancel it. */
export interface PublishedEvent {
  readonly uid: string
  readonly day: Day
  readonly summary: string
  readonly sequence: number
  readonly digest: string
  readonly cancelled: boolean
}

/** What the user said of an obligation. */
export type Settled = { readonly status: 'done' | 'not-applicable' }

/** The event of an obligation: one that is done stays without alarms, one that does not apply is cancelled. */
export function obligationEvent(
  due: Obligation,
  options: { readonly scope: string; readonly alarms: readonly number[]; readonly settled?: Settled },
): CalendarEvent {
  const title = obligationTitle(due.obligation, due.period)
  const done = options.settled?.status === 'done'
  return {
    uid: `${obligationKey(due)}@${options.scope}`,
    day: due.day,
    summary: done ? `✓ ${title}` : title,
    description: describe(due),
    sequence: 0,
    cancelled: options.settled?.status === 'not-applicable',
    alarms: done ? [] : options.alarms,
  }
}

function describe(due: Obligation): string {
  const rule = obligationRule(due.rule)
  const lines = [
    `Organisme\u00a0: ${authorityNames[due.authority]}`,
    ...(due.amount === undefined ? [] : [`Montant\u00a0: ${formatEuros(due.amount)}`]),
    ...(due.basis === 'uncertain' ? ['Date à confirmer.'] : []),
    ...(due.toleratedUntil === undefined ? [] : [`Toléré jusqu’au ${formatDay(due.toleratedUntil)}.`]),
    ...(due.note === undefined ? [] : [due.note]),
    ...(rule.delay === undefined ? [] : [`En cas de retard\u00a0: ${delayCost(rule.delay, due.day).text}`]),
    `Source\u00a0: ${due.source.text}, vérifiée le ${formatDay(due.source.checkedOn)}`,
    due.source.url,
  ]
  return lines.join('\n')
}

/**
 * The next publication: unchanged events keep their sequence, changed ones take the next, and those no longer due since `today`
 * are cancelled once, then kept cancelled so that late subscribers learn of it. Past events that left the window are let go.
 */
export function nextFeed(
  previous: readonly PublishedEvent[],
  events: readonly CalendarEvent[],
  today: Day,
): { readonly events: CalendarEvent[]; readonly published: PublishedEvent[] } {
  const before = new Map(previous.map((published) => [published.uid, published]))
  const current = events.map((event) => sequenced(event, before.get(event.uid)))
  const present = new Set(events.map(({ uid }) => uid))
  const gone = previous
    .filter(({ day, uid }) => !present.has(uid) && day >= today)
    .map(({ cancelled, day, sequence, summary, uid }): CalendarEvent => {
      return {
        uid,
        day,
        summary,
        description: '',
        sequence: cancelled ? sequence : sequence + 1,
        cancelled: true,
        alarms: [],
      }
    })
  const all = [...current, ...gone]
  return { events: all, published: all.map(published) }
}

function sequenced(event: CalendarEvent, before: PublishedEvent | undefined): CalendarEvent {
  if (!before) return event
  const changed = before.digest !== digestOf(event)
  return { ...event, sequence: changed ? before.sequence + 1 : before.sequence }
}

const published = (event: CalendarEvent): PublishedEvent => ({
  uid: event.uid,
  day: event.day,
  summary: event.summary,
  sequence: event.sequence,
  digest: digestOf(event),
  cancelled: event.cancelled,
})

/** Of what a reader sees; a cancellation without its texts counts as the same one. */
const digestOf = ({ alarms, cancelled, day, description, summary }: CalendarEvent): string =>
  sha256Hex(JSON.stringify(cancelled ? [day, 'cancelled'] : [day, summary, description, alarms])).slice(0, 16)
