import { addDays, type Day, daysBetween, formatDay, parseDay } from '@tabellion/shared/calendar'
import type { TodoItem } from '../actions/action.ts'
import type { Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'

/** The day of the last daily run. */
export const DAILY_PROPERTY = 'daily.last'
/** What the last whole walk found: the day, then how many alterations. */
export const INTEGRITY_PROPERTY = 'integrity.last'

type Properties = Readonly<Record<string, string>>

export const lastDaily = (properties: Properties): Day | undefined => parseDay(properties[DAILY_PROPERTY] ?? '')

/** Days without a daily run since the last one: what they owed is done with today's. A clock set back has missed none. */
export function missedDays(last: Day | undefined, today: Day): readonly Day[] {
  if (last === undefined) return []
  const missed = Math.max(0, daysBetween(last, today) - 1)
  return Array.from({ length: missed }, (_, index) => addDays(last, index + 1))
}

/** Plans the daily run where it is missing, and anew where it has been silent for two days. */
export function keepDaily({ triggers, clock }: Ports, properties: Properties): readonly TodoItem[] {
  const last = lastDaily(properties)
  const silent = missedDays(last, clock.today).length > 1
  const found = triggers.ensureDaily(silent)
  if (found === 'refused')
    return [
      {
        code: 'daily-refused',
        count: 1,
        message: 'Le passage quotidien n’est pas programmé : autorisez-le par Réglages › Vérifier mon installation.',
      },
    ]
  if (last === undefined || (found === 'there' && !silent)) return []
  return [
    {
      code: 'daily-restarted',
      count: 1,
      message: `Le passage quotidien s’était arrêté depuis le ${formatDay(last)} : il est reprogrammé pour demain matin.`,
    },
  ]
}

/** The result of the last whole walk, for who only wants to know. */
export interface LastIntegrity {
  readonly on: Day
  readonly alterations: number
}

export function lastIntegrity(properties: Properties): LastIntegrity | undefined {
  const [day = '', count = ''] = (properties[INTEGRITY_PROPERTY] ?? '').split(' ')
  const on = parseDay(day)
  return on === undefined ? undefined : { on, alterations: Number(count) || 0 }
}

export const integrityProperty = (on: Day, findings: readonly Finding[]): Properties => ({
  [INTEGRITY_PROPERTY]: `${on} ${findings.length}`,
})
