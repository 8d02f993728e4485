/** The day and the time of a zone, and back to an instant. */

export function wallClock(instant: string, timeZone: string): { readonly today: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? ''
  return { today: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** A time that does not exist, on the night when clocks go forward, is read one hour later. */
export function instantOf(today: string, time: string, timeZone: string): string | undefined {
  const wanted = Date.parse(`${today}T${time}:00Z`)
  if (Number.isNaN(wanted)) return undefined
  let instant = wanted
  // The offset depends on the instant sought: two rounds settle it.
  for (let round = 0; round < 2; round++) {
    const shown = wallClock(new Date(instant).toISOString(), timeZone)
    instant += wanted - Date.parse(`${shown.today}T${shown.time}:00Z`)
  }
  return new Date(instant).toISOString()
}
