/** Days and times as the page writes them. */

const long = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const short = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const time = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })

/** `2026-11-25` → mercredi 25 novembre 2026. */
export const longDay = (day: string): string => (day === '' ? '' : long.format(new Date(`${day}T00:00:00Z`)))
export const shortDay = (instant: string): string => short.format(new Date(instant))
export const clockTime = (instant: string): string => time.format(new Date(instant))

/** `2026-01-31` and a month more → `2026-02-28`. */
export function later(day: string, by: { readonly days?: number; readonly months?: number }): string {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  if (by.months) {
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + by.months)
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    date.setUTCDate(Math.min(wanted, last))
  }
  date.setUTCDate(date.getUTCDate() + (by.days ?? 0))
  return date.toISOString().slice(0, 10)
}
