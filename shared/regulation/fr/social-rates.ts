import { day } from '@tabellion/shared/calendar'
import { percent, type Rate } from '@tabellion/shared/money'
import type { Confidence, DatedEntry, DatedTable, Source } from '../dated-table.ts'
import { articleVersion, css } from './sources.ts'

/** The columns of CSS art. D613-4. Hint: furnished tourist lets (6 %) are left out: their rule before 2026 is unsure. */
export type SocialActivity = 'goods' | 'servicesBic' | 'bncSsi' | 'bncCipav'
export const SOCIAL_ACTIVITIES = [
  'goods',
  'servicesBic',
  'bncSsi',
  'bncCipav',
] as const satisfies readonly SocialActivity[]

const d613 = articleVersion('CSS art. D613-4', 'LEGIARTI000052218738', '2026-11-23')
const earlier = css('D613-4 (versions antérieures)', '2026-11-23')

/** The newest entry: sure until the end of 2026 (the finance and social security bills for 2027 are being debated). */
const newest = (
  from: string,
  value: string,
  source: Source = d613,
  confidence: Confidence = 'official',
): DatedEntry<Rate> => ({
  from: day(from),
  confirmedTo: day('2026-12-31'),
  reviewBy: day('2027-01-05'),
  value: percent(value),
  source,
  confidence,
})
const older = (
  from: string,
  value: string,
  source: Source = earlier,
  confidence: Confidence = 'official',
): DatedEntry<Rate> => ({
  from: day(from),
  value: percent(value),
  source,
  confidence,
})

/** Contributions on declared turnover. The 26.1 % that décret 2024-484 planned for 2026 never applied (décret 2025-943). */
export const socialRates: Readonly<Record<SocialActivity, DatedTable<Rate>>> = {
  goods: [newest('2022-10-01', '12.3')],
  servicesBic: [newest('2022-10-01', '21.2')],
  bncSsi: [
    newest('2026-01-01', '25.6'),
    older('2025-01-01', '24.6'),
    older('2024-07-01', '23.1'),
    older('2022-10-01', '21.1'),
  ],
  bncCipav: [newest('2024-07-01', '23.2'), older('2022-10-01', '21.2')],
}

const overseas = css('L756-1 et suivants (base de règles de l’Urssaf, « DROM », expérimentale)', '2026-11-23')
const drom = (entries: readonly (readonly [string, string])[]): DatedTable<Rate> => {
  const [[from, value], ...rest] = entries as readonly [readonly [string, string], ...(readonly [string, string])[]]
  return [newest(from, value, overseas, 'uncertain'), ...rest.map(([f, v]) => older(f, v, overseas, 'uncertain'))]
}

/** `start`: to the end of the seventh civil quarter after that of creation; `middle`: to the end of the third civil year; then `cruise`. */
export type OverseasPhase = 'start' | 'middle' | 'cruise'

/**
 * Reduced contributions in Guadeloupe, Martinique, Guyane and La Réunion, instead of ACRE.
 * Uncertain: Urssaf's own rule base calls them experimental and their rounding unclear.
 */
export const overseasRates: Readonly<Record<OverseasPhase, Readonly<Record<SocialActivity, DatedTable<Rate>>>>> = {
  start: {
    goods: drom([['2022-10-01', '2.1']]),
    servicesBic: drom([['2022-10-01', '3.6']]),
    bncSsi: drom([
      ['2026-01-01', '4.4'],
      ['2025-01-01', '4.1'],
      ['2024-07-01', '3.9'],
      ['2022-10-01', '3.6'],
    ]),
    bncCipav: drom([
      ['2024-07-01', '7.8'],
      ['2022-10-01', '7.1'],
    ]),
  },
  middle: {
    goods: drom([['2022-10-01', '6.2']]),
    servicesBic: drom([['2022-10-01', '10.6']]),
    bncSsi: drom([
      ['2026-01-01', '13.1'],
      ['2025-01-01', '12.3'],
      ['2024-07-01', '11.6'],
      ['2022-10-01', '10.6'],
    ]),
    bncCipav: drom([
      ['2024-07-01', '11.6'],
      ['2022-10-01', '10.6'],
    ]),
  },
  cruise: {
    goods: drom([['2022-10-01', '8.2']]),
    servicesBic: drom([['2022-10-01', '14.2']]),
    bncSsi: drom([
      ['2026-01-01', '17.4'],
      ['2025-01-01', '16.4'],
      ['2024-07-01', '15.4'],
      ['2022-10-01', '14.1'],
    ]),
    bncCipav: drom([
      ['2024-07-01', '15.5'],
      ['2022-10-01', '14.2'],
    ]),
  },
}
