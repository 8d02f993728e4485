import { day } from '@tabellion/shared/calendar'
import type { Clock, Ids } from '../ports.ts'
import { ulid } from '../workbook/ids.ts'

/** Google ends a run at six minutes; the journal's last lines need their share. */
const BUDGET_MS = 4.5 * 60_000

/** Read once per run, so that midnight never falls inside an action. */
export function googleClock(): Clock {
  const start = new Date()
  const paris = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return {
    today: day(paris.format(start)),
    instant: start.toISOString(),
    timeIsUp: (seconds) => Date.now() - start.getTime() > Math.min(BUDGET_MS, (seconds ?? 3600) * 1000),
  }
}

export const googleIds: Ids = {
  next: () =>
    ulid(
      Date.now(),
      Array.from({ length: 16 }, () => Math.floor(Math.random() * 32)),
    ),
}
