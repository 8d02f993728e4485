/** When a clock trigger is due. Daily ones get one random minute, kept from day to day (ground truth §7). */

import type { Schedule } from './world.ts'
import { instantOf, wallClock } from './zone.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** The first time strictly after `after`; null when it will not come again. */
export function nextDue(schedule: Schedule, after: number): number | null {
  switch (schedule.every) {
    case 'once':
      return schedule.at > after ? schedule.at : null
    case 'minutes':
      return after + schedule.count * MINUTE
    case 'hours':
      return after + schedule.count * 60 * MINUTE
    default:
      return nextDay(schedule, after)
  }
}

function nextDay(schedule: Extract<Schedule, { readonly zone: string }>, after: number): number {
  const { zone, hour, minute, every, on, count } = schedule
  const start = wallClock(zone, after)
  const noon = Date.UTC(start.year, start.month - 1, start.day, 12)
  for (let ahead = 0; ; ahead++) {
    const day = new Date(noon + ahead * DAY)
    if (every === 'weeks' && day.getUTCDay() !== on) continue
    if (every === 'months' && day.getUTCDate() !== on) continue
    // The first one comes within a day (or week); the next ones every `count`.
    const due = instantOf(zone, day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), hour, minute)
    if (due > after + (count - 1) * (every === 'days' ? DAY : every === 'weeks' ? 7 * DAY : 0)) return due
  }
}
