/** Instants and the wall clock of a zone. A cell holds wall-clock days since 30 Dec 1899; a Date is an instant. */

const HOUR = 3_600_000
const DAY = 24 * HOUR
const EPOCH = Date.UTC(1899, 11, 30)
const formatters = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, Map<number, number>>()

function readOffset(zone: string, instant: number): number {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, formatter)
  }
  const part: Record<string, number> = {}
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/** Milliseconds to add to UTC; remembered by hour, since offsets change on the hour. */
export function zoneOffset(zone: string, instant: number): number {
  let known = offsets.get(zone)
  if (!known) {
    known = new Map()
    offsets.set(zone, known)
  }
  const hour = Math.floor(instant / HOUR)
  let offset = known.get(hour)
  if (offset === undefined) {
    offset = readOffset(zone, hour * HOUR)
    known.set(hour, offset)
  }
  return offset
}

/** The instant whose wall clock in `zone` reads `wall` (milliseconds as if UTC). */
function instantOfWall(zone: string, wall: number): number {
  const guess = wall - zoneOffset(zone, wall)
  return wall - zoneOffset(zone, guess)
}

export function serialOfInstant(zone: string, instant: number): number {
  return (instant + zoneOffset(zone, instant) - EPOCH) / DAY
}

export function instantOfSerial(zone: string, serial: number): number {
  return instantOfWall(zone, Math.round(serial * DAY) + EPOCH)
}

export interface WallClock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0 = Sunday. */
  readonly weekday: number
}

export function wallClock(zone: string, instant: number): WallClock {
  const wall = new Date(instant + zoneOffset(zone, instant))
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: wall.getUTCDay(),
  }
}

export function instantOf(zone: string, year: number, month: number, day: number, hour = 0, minute = 0): number {
  return instantOfWall(zone, Date.UTC(year, month - 1, day, hour, minute))
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
