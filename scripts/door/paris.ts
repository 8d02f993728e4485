import { type Day, day, parseDay } from '@tabellion/shared/calendar'
import { DoorRefusal } from './cli.ts'

/** Nine in the morning in Paris on that day, as a UTC instant: the clock of every action run by the door. */
export function parisMorning(day: string): string {
  const guess = new Date(`${day}T08:00:00Z`)
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' }).format(guess),
  )
  return new Date(guess.getTime() + (9 - hour) * 3_600_000).toISOString()
}

/** The civil day in Paris now: the default of verbs that need one and were given none. */
export const parisToday = (): Day =>
  day(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(new Date()))

/** The day typed after `--today`, else the one it is in Paris. */
export function todayOf(flags: Readonly<Record<string, string>>): Day {
  const typed = flags['today']
  const today = typed === undefined ? parisToday() : parseDay(typed)
  if (today === undefined)
    throw new DoorRefusal('wrong-day', `« ${typed} » n’est pas un jour. Écrivez par exemple 2026-01-31.`)
  return today
}
