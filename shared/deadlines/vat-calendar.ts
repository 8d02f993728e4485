import {
  addDays,
  type Day,
  day,
  earliest,
  firstDay,
  holidayZone,
  isWorkingDay,
  lastDay,
  monthPeriod,
  nextPeriod,
  nextWorkingDay,
  type Period,
  period,
  quarterPeriod,
  yearOf,
  yearPeriod,
} from '@tabellion/shared/calendar'
import { ca3Day, inForce, SIMPLIFIED_VAT_ENDS, simplifiedInstalments } from '@tabellion/shared/regulation'
import { due, type Obligation } from './obligation.ts'
import { isActive, type Profile, type VatRegime, vatRegimeOn } from './profile.ts'

/** The regime on that day; the *régime simplifié* becomes the quarterly one when it disappears. */
export function effectiveVatRegime(profile: Profile, on: Day): VatRegime {
  const regime = vatRegimeOn(profile, on)
  return regime === 'simplified' && on > SIMPLIFIED_VAT_ENDS ? 'ca3-quarterly' : regime
}

/** What VAT asks for in returns of periods that begin in `year`. */
export function vatObligations(profile: Profile, year: number): Obligation[] {
  return [
    ...ca3Returns(profile, year),
    ...simplifiedReturn(profile, year),
    ...instalments(profile, year),
    ...changes(profile, year),
  ]
}

/** The last day of `within` in activity, if any: its regime is that of the period. */
function lastActiveDay(profile: Profile, within: Period): Day | undefined {
  const on = profile.endDate === undefined ? lastDay(within) : earliest(profile.endDate, lastDay(within))
  return on >= firstDay(within) && isActive(profile, on) ? on : undefined
}

function ca3Returns(profile: Profile, year: number): Obligation[] {
  const obligations: Obligation[] = []
  for (const [regime, first] of [
    ['ca3-monthly', monthPeriod(day(`${year}-01-01`))],
    ['ca3-quarterly', quarterPeriod(day(`${year}-01-01`))],
  ] as const)
    for (let current = first; current.startsWith(String(year)); current = nextPeriod(current)) {
      const on = lastActiveDay(profile, current)
      if (on === undefined || effectiveVatRegime(profile, on) !== regime) continue
      obligations.push(
        on === profile.endDate ? due('vat-ca3-closing', addDays(on, 30), current) : ca3Return(profile, current),
      )
    }
  return obligations
}

function ca3Return(profile: Profile, of: Period): Obligation {
  const { on, shifted } = ca3On(profile, addDays(lastDay(of), 1))
  if (profile.ca3Day !== undefined) return due('vat-ca3', on, of, shifted ? {} : { basis: 'official' })
  return profile.departement === undefined
    ? due('vat-ca3', on, of, {
        basis: 'uncertain',
        note: 'Jour inconnu : le plus proche de tous. Votre espace professionnel indique le vôtre.',
      })
    : due('vat-ca3', on, of, {
        note: 'Jour le plus proche pour votre département. Votre espace professionnel indique le vôtre.',
      })
}

/** The day of the CA3 in the month that begins on `month`, shifted to the next working day (BOI-TVA-DECLA-20-20-10-10, § 220). */
function ca3On(profile: Profile, month: Day): { readonly on: Day; readonly shifted: boolean } {
  const legal = addDays(month, (profile.ca3Day ?? ca3Day(profile.departement)) - 1)
  const on = nextWorkingDay(legal, holidayZone(profile.departement ?? ''))
  return { on, shifted: on !== legal }
}

/** The yearly CA12, due on the second working day after 1 May of the next year. */
function simplifiedReturn(profile: Profile, year: number): Obligation[] {
  const civil = period(String(year))
  const on = lastActiveDay(profile, civil)
  if (on === undefined || on > SIMPLIFIED_VAT_ENDS || vatRegimeOn(profile, on) !== 'simplified') return []
  if (on === profile.endDate) return [due('vat-ca12-closing', addDays(on, 60), civil)]
  return [due('vat-ca12', secondWorkingDayOfMay(year + 1, profile), civil)]
}

function secondWorkingDayOfMay(year: number, { departement }: Profile): Day {
  const zone = holidayZone(departement ?? '')
  let on = day(`${year}-05-01`)
  for (let count = 0; count < 2; ) {
    on = addDays(on, 1)
    if (isWorkingDay(on, zone)) count += 1
  }
  return on
}

/** July and December, not in the first year: there is no VAT of the year before to share. */
function instalments(profile: Profile, year: number): Obligation[] {
  const since = day(`${year - 1}-12-31`)
  if (!isActive(profile, since) || vatRegimeOn(profile, since) !== 'simplified') return []
  return ['07', '12'].flatMap((month) => {
    const first = day(`${year}-${month}-01`)
    const { on } = ca3On(profile, first)
    const owed =
      inForce(simplifiedInstalments, on) && isActive(profile, on) && vatRegimeOn(profile, on) === 'simplified'
    return owed ? [due('vat-instalment', on, monthPeriod(first))] : []
  })
}

/** The regimes the profile says begin in `year`, and the end of the *régime simplifié*. */
function changes(profile: Profile, year: number): Obligation[] {
  const declared = profile.vat
    .slice(1)
    .filter(({ from }) => yearOf(from) === year && isActive(profile, from))
    .map(({ from }) => due('vat-regime', from, monthPeriod(from)))
  const after = addDays(SIMPLIFIED_VAT_ENDS, 1)
  const ends = yearOf(after) === year && isActive(profile, after) && vatRegimeOn(profile, after) === 'simplified'
  return ends ? [...declared, due('vat-simplified-end', after, yearPeriod(after))] : declared
}
