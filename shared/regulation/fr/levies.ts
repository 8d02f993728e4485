import { day } from '@tabellion/shared/calendar'
import { type Cents, cents, percent, type Rate } from '@tabellion/shared/money'
import type { DatedTable } from '../dated-table.ts'
import { cgi, servicePublic, travail } from './sources.ts'

/** Who pays which training levy (*contribution à la formation professionnelle*), on top of the contributions. */
export type TrainingCategory = 'trader' | 'craftsman' | 'servicesBic' | 'bnc'

const since = day('2022-10-01')
const L6331 = travail('L6331-48', '2026-11-23')

export const trainingLevy: Readonly<Record<TrainingCategory, DatedTable<Rate>>> = {
  trader: [{ from: since, value: percent('0.1'), source: L6331, confidence: 'official' }],
  craftsman: [{ from: since, value: percent('0.3'), source: L6331, confidence: 'official' }],
  servicesBic: [
    {
      from: since,
      reviewBy: day('2027-01-05'),
      value: percent('0.1'),
      source: L6331,
      confidence: 'uncertain',
      note: '0,1 % selon l’Urssaf, 0,2 % selon la loi : voyez votre avis.',
    },
  ],
  bnc: [{ from: since, value: percent('0.2'), source: L6331, confidence: 'official' }],
}

/** Chamber and activity: CCI for traders, CMA for craftsmen, higher in Alsace (67, 68) and Moselle (57). BNC pays none. */
export type ChamberCategory =
  | 'cci-services'
  | 'cci-goods'
  | 'cma-services'
  | 'cma-goods'
  | 'cma-services-alsace'
  | 'cma-goods-alsace'
  | 'cma-services-moselle'
  | 'cma-goods-moselle'

const chamber = (value: string): DatedTable<Rate> => [
  { from: since, value: percent(value), source: servicePublic('F32847', '2026-11-23'), confidence: 'official' },
]

/** *Taxe pour frais de chambre*. Hint: the 0.007 % of a craftsman also registered with the CCI is not asked for in a profile. */
export const chamberTax: Readonly<Record<ChamberCategory, DatedTable<Rate>>> = {
  'cci-services': chamber('0.044'),
  'cci-goods': chamber('0.015'),
  'cma-services': chamber('0.48'),
  'cma-goods': chamber('0.22'),
  'cma-services-alsace': chamber('0.65'),
  'cma-goods-alsace': chamber('0.29'),
  'cma-services-moselle': chamber('0.83'),
  'cma-goods-moselle': chamber('0.37'),
}

/** Yearly turnover up to which no chamber tax is due; none either in the first year (secondary source). */
export const chamberTaxExemption: DatedTable<Cents> = [
  { from: since, value: cents(500_000), source: servicePublic('F37483', '2026-11-23'), confidence: 'official' },
]

const cgi151 = cgi('151-0', '2026-11-23')

/** *Versement libératoire*: income tax paid with the contributions. */
export const flatIncomeTax: Readonly<Record<'goods' | 'servicesBic' | 'servicesBnc', DatedTable<Rate>>> = {
  goods: [{ from: since, value: percent('1'), source: cgi151, confidence: 'official' }],
  servicesBic: [{ from: since, value: percent('1.7'), source: cgi151, confidence: 'official' }],
  servicesBnc: [{ from: since, value: percent('2.2'), source: cgi151, confidence: 'official' }],
}

/** Reference income of the year N − 2, by share (half shares add 50 %, quarter shares 25 %), not to be exceeded for the year N. */
export const flatIncomeTaxIncomeCap: DatedTable<Cents> = [
  { from: day('2027-01-01'), to: day('2027-12-31'), value: cents(2_957_900), source: cgi151, confidence: 'reliable' },
  { from: day('2026-01-01'), to: day('2026-12-31'), value: cents(2_931_500), source: cgi151, confidence: 'official' },
  { from: day('2025-01-01'), to: day('2025-12-31'), value: cents(2_879_700), source: cgi151, confidence: 'official' },
  { from: day('2024-01-01'), to: day('2024-12-31'), value: cents(2_747_800), source: cgi151, confidence: 'official' },
  { from: day('2023-01-01'), to: day('2023-12-31'), value: cents(2_607_000), source: cgi151, confidence: 'official' },
]
