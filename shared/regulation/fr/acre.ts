import { addMonths, type Day, day, lastDay, quarterPeriod } from '@tabellion/shared/calendar'
import { type Cents, cents, percent, type Rate } from '@tabellion/shared/money'
import type { Confidence, DatedEntry, DatedTable } from '../dated-table.ts'
import type { SocialActivity } from './social-rates.ts'
import { articleVersion, css, servicePublic } from './sources.ts'

/** The day of creation decides for the whole period of ACRE (décret 2026-69, art. 2 and 3). */
export type AcreCohort = 'half' | 'threeQuarters'
export const acreCohort = (creation: Day): AcreCohort => (creation < '2026-07-01' ? 'half' : 'threeQuarters')

const newer = articleVersion('CSS art. D131-6-3 (décret 2026-69)', 'LEGIARTI000053451326', '2026-11-23')
const former = css('D131-6-3 (version antérieure)', '2026-11-23')
const entry = (from: string, value: string, confidence: Confidence, last = false): DatedEntry<Rate> => ({
  from: day(from),
  ...(last ? { confirmedTo: day('2026-12-31'), reviewBy: day('2027-01-05') } : {}),
  value: percent(value),
  source: last ? newer : former,
  confidence,
})

/**
 * The rate really paid: half, or three quarters, of that of art. D613-4, rounded UP to the tenth of a point, and never below the
 * share of CSG-CRDS and supplementary pension (L613-7, I), which is what CIPAV pays in the first cohort.
 */
export const acreRates: Readonly<Record<AcreCohort, Readonly<Record<SocialActivity, DatedTable<Rate>>>>> = {
  half: {
    goods: [entry('2022-10-01', '6.2', 'computed', true)],
    servicesBic: [entry('2022-10-01', '10.6', 'computed', true)],
    bncSsi: [
      entry('2026-01-01', '12.8', 'reliable', true),
      entry('2025-01-01', '12.3', 'computed'),
      entry('2024-07-01', '11.6', 'computed'),
      entry('2022-10-01', '10.6', 'computed'),
    ],
    bncCipav: [
      entry('2026-01-01', '13.4', 'computed', true),
      entry('2024-07-01', '13.9', 'computed'),
      entry('2022-10-01', '12.1', 'computed'),
    ],
  },
  threeQuarters: {
    goods: [entry('2026-07-01', '9.3', 'reliable', true)],
    servicesBic: [entry('2026-07-01', '15.9', 'reliable', true)],
    bncSsi: [entry('2026-07-01', '19.2', 'reliable', true)],
    bncCipav: [entry('2026-07-01', '17.4', 'reliable', true)],
  },
}

/** Last day of ACRE: end of the third civil quarter after that of the start. Service-public only: the code says twelve months. */
export const acreEnd = (start: Day): Day => lastDay(quarterPeriod(addMonths(day(`${start.slice(0, 7)}-01`), 9)))
export const acrePeriodSource = servicePublic('F11677', '2026-11-23')

/** Days after the start to ask for it; before 2026 a micro-entrepreneur had other rules, which we do not know. */
export const acreRequestDays: DatedTable<number> = [
  { from: day('2026-01-01'), value: 60, source: css('D131-6-1, IV', '2026-11-23'), confidence: 'official' },
]

/** Yearly turnover beyond which the full rate applies to the excess (D131-6-3, II). Its pro-rata for a part year is unknown. */
export const acreTurnoverCap: DatedTable<Readonly<Record<'goods' | 'servicesBic' | 'servicesBnc', Cents>>> = [
  {
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    value: { goods: cents(16_572_400), servicesBic: cents(9_612_000), servicesBnc: cents(7_281_800) },
    source: css('D131-6-3, II (PASS 2026 : 48 060 €)', '2026-11-23'),
    confidence: 'computed',
  },
]
