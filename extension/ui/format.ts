import { type Day, formatDay } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'

export { formatDay, formatEuros }

/** « à l’instant », « il y a 5 min », « à 14:02 », « le 25/11 à 14:02 ». */
export function ago(instant: string, now: Date): string {
  const then = new Date(instant)
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000)
  if (minutes < 1) return 'à l’instant'
  if (minutes < 60) return `il y a ${minutes} min`
  const time = then.toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' })
  if (then.toDateString() === now.toDateString()) return `à ${time}`
  return `le ${then.toLocaleDateString('fr-FR', { day: '2-digit', month: '2-digit' })} à ${time}`
}

/** « en retard de 12 jours », « échéance aujourd’hui », « dans 5 jours ». */
export function dueText(lateDays: number): string {
  if (lateDays === 0) return 'échéance aujourd’hui'
  const days = Math.abs(lateDays) === 1 ? '1 jour' : `${Math.abs(lateDays)} jours`
  return lateDays > 0 ? `en retard de ${days}` : `échéance dans ${days}`
}

export const dayText = (day: Day): string => formatDay(day)
