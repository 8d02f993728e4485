import { addDays, type Day } from '@tabellion/shared/calendar'
import { utf8Bytes } from '@tabellion/shared/kernel'

/** One all-day event. RFC 5545, section 3.6.1. */
export interface CalendarEvent {
  /** Globally unique and the same for ever: `urssaf-return/2026-Q1@<workbook>`. */
  readonly uid: string
  readonly day: Day
  readonly summary: string
  readonly description: string
  /** Grows by one at each change, a cancellation included (3.8.7.4). */
  readonly sequence: number
  readonly cancelled: boolean
  /** Days before, at nine in the morning; 0 is the day itself. */
  readonly alarms: readonly number[]
}

/**
 * A calendar to publish or to import: CRLF, lines folded at 75 octets. Days are DATE values, so that they are the same day in any
 * time zone and need no VTIMEZONE; the zone of the readers that ask for one is Paris.
 */
export function iCalendar(name: string, events: readonly CalendarEvent[], stampedAt: string): string {
  const stamp = utcStamp(stampedAt)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tabellion//Echeances//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Europe/Paris',
    // RFC 7986, 5.7: how often a subscriber may ask again.
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${date(event.day)}`,
    // The end is excluded (3.6.1).
    `DTEND;VALUE=DATE:${date(addDays(event.day, 1))}`,
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.description === '' ? [] : [`DESCRIPTION:${escapeText(event.description)}`]),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A deadline does not make one busy.
    'TRANSP:TRANSPARENT',
    ...(event.cancelled ? [] : event.alarms.flatMap((days) => alarmLines(days, event.summary))),
    'END:VEVENT',
  ]
}

const alarmLines = (daysBefore: number, summary: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escapeText(summary)}`,
  `TRIGGER:${trigger(daysBefore)}`,
  'END:VALARM',
]

/** From midnight of the day: nine o'clock that day is `PT9H`, nine o'clock the day before `-PT15H`, a week before `-P6DT15H`. */
function trigger(daysBefore: number): string {
  if (daysBefore <= 0) return 'PT9H'
  return daysBefore === 1 ? '-PT15H' : `-P${daysBefore - 1}DT15H`
}

const date = (on: Day): string => on.replaceAll('-', '')

/** `2026-11-25T08:00:00.000Z` → `20261125T080000Z`. */
const utcStamp = (instant: string): string => instant.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')

/** 3.3.11: backslash, semicolon and comma are escaped, a line break is `\n`. */
const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n')

/** 3.1: at most 75 octets a line, the next ones after a space; a character is never cut. */
function folded(line: string): string {
  let text = ''
  let room = 75
  for (const character of line) {
    const size = utf8Bytes(character).length
    if (size > room) {
      text += '\r\n '
      room = 74
    }
    text += character
    room -= size
  }
  return text
}
