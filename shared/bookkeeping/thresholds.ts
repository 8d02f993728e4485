import { addDays, type Day, day, daysBetween, latest, yearOf } from '@tabellion/shared/calendar'
import type { ActivityNature } from '@tabellion/shared/deadlines'
import { type Cents, cents } from '@tabellion/shared/money'
import { type OwnValues, proratedLimit, type Source, type ValueInForce } from '@tabellion/shared/regulation'
import { microCeilingOn, vatThresholdOn } from './limits.ts'

/** Turnover excluding VAT on its day: money received for the micro ceilings, operations carried out for the VAT. */
export interface DatedTurnover {
  readonly date: Day
  readonly amount: Cents
  readonly nature: ActivityNature
}

export type GaugeId = 'micro' | 'micro-services' | 'vat' | 'vat-services' | 'vat-upper' | 'vat-upper-services'

/** How far the year has gone towards one limit. */
export interface Gauge {
  readonly id: GaugeId
  readonly limit: Cents
  readonly reached: Cents
  /** The first year counts its days only. */
  readonly prorated: boolean
  readonly crossedOn?: Day
  /** At the present pace, when it is before the end of the year. */
  readonly expectedOn?: Day
  /** None for a limit of the user's own. */
  readonly source?: Source
  /** The limit is the last one known, not that of the year. */
  readonly toConfirm: boolean
  /** The user's own limit, in place of the law's. */
  readonly changed?: true
}

/**
 * The gauges of the year of `today`. Who sells goods too has the limits of sales for the whole and those of services for that
 * part; who sells services only has the latter alone. CGI art. 50-0, 102 ter and 293 B.
 */
export function gauges(
  turnover: { readonly received: readonly DatedTurnover[]; readonly performed: readonly DatedTurnover[] },
  activity: { readonly startDate: Day; readonly natures: readonly ActivityNature[] },
  today: Day,
  own?: OwnValues,
): Gauge[] {
  const year = yearOf(today)
  const on = day(`${year}-01-01`)
  const sells = activity.natures.includes('goods')
  const services = activity.natures.some((nature) => nature !== 'goods')
  const made: Gauge[] = []
  const add = (id: GaugeId, limit: Cents | undefined, counted: readonly DatedTurnover[], entry: Origin): void => {
    if (limit !== undefined) made.push(gauge(id, limit, counted, { startDate: activity.startDate, today }, entry))
  }
  const micro = microCeilingOn(on, own)
  if (micro) {
    const entry = originOf(micro)
    if (sells) add('micro', micro.value.goods, turnover.received, entry)
    if (services) add('micro-services', micro.value.services, servicesOf(turnover.received), entry)
  }
  for (const [kind, counted] of [
    ['goods', turnover.performed],
    ['services', servicesOf(turnover.performed)],
  ] as const) {
    const vat = vatThresholdOn(kind, on, own)
    if (!vat || !(kind === 'goods' ? sells : services)) continue
    const entry = originOf(vat)
    const suffix = kind === 'goods' ? '' : '-services'
    add(`vat${suffix}`, vat.value.base, counted, entry)
    add(`vat-upper${suffix}`, vat.value.upper, counted, entry)
  }
  return made
}

type Origin = Pick<Gauge, 'source' | 'toConfirm' | 'changed'>
const originOf = ({ changed, source, toConfirm }: ValueInForce<unknown>): Origin => ({
  toConfirm,
  ...(source === undefined ? {} : { source }),
  ...(changed ? { changed } : {}),
})

export const servicesOf = (turnover: readonly DatedTurnover[]): DatedTurnover[] =>
  turnover.filter(({ nature }) => nature !== 'goods')

function gauge(
  id: GaugeId,
  yearly: Cents,
  turnover: readonly DatedTurnover[],
  when: { readonly startDate: Day; readonly today: Day },
  entry: Origin,
): Gauge {
  const year = yearOf(when.today)
  const limit = proratedLimit(yearly, when.startDate, year)
  const counted = turnover.filter(({ date }) => yearOf(date) === year && date <= when.today)
  const reached = cents(counted.reduce((total, { amount }) => total + amount, 0))
  const crossedOn = crossingDay(counted, limit)
  const expectedOn = crossedOn === undefined ? expectedCrossing(reached, limit, when) : undefined
  return {
    id,
    limit,
    reached,
    prorated: yearOf(when.startDate) === year,
    ...(crossedOn === undefined ? {} : { crossedOn }),
    ...(expectedOn === undefined ? {} : { expectedOn }),
    ...entry,
  }
}

/** The day on which the running total first exceeds the limit: reaching it respects it. */
export function crossingDay(turnover: readonly DatedTurnover[], limit: Cents): Day | undefined {
  let total = 0
  for (const { amount, date } of [...turnover].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    total += amount
    if (total > limit) return date
  }
  return undefined
}

/** The day of crossing if every day to come brings what the days of the year have brought on average. */
function expectedCrossing(
  reached: Cents,
  limit: Cents,
  { startDate, today }: { readonly startDate: Day; readonly today: Day },
): Day | undefined {
  const since = latest(day(`${yearOf(today)}-01-01`), startDate)
  const days = daysBetween(since, today) + 1
  if (reached <= 0 || days <= 0) return undefined
  const left = Math.floor(((limit - reached) * days) / reached) + 1
  const on = addDays(today, left)
  return yearOf(on) === yearOf(today) ? on : undefined
}
