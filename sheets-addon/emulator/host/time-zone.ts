/** `getHours()` inside a script follows the manifest's zone: the zone of this process while it runs. */
import { zoneOffset } from './zone.ts'

const summer = Date.UTC(2026, 6, 1)
const winter = Date.UTC(2026, 0, 1)

export function withTimeZone(zone: string, work: () => void): void {
  const before = process.env['TZ']
  if (before === zone) {
    work()
    return
  }
  process.env['TZ'] = zone
  try {
    for (const instant of [summer, winter]) {
      // A worker thread has a copy of the environment which V8 does not follow.
      if (-new Date(instant).getTimezoneOffset() * 60_000 !== zoneOffset(zone, instant)) {
        throw new Error(`the time zone of this process cannot be set to ${zone}`)
      }
    }
    work()
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
}
