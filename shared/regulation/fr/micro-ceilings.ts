import { type Day, day, daysBetween, yearOf } from '@tabellion/shared/calendar'
import { type Cents, cents, divideRounded, percent, type Rate } from '@tabellion/shared/money'
import type { DatedTable } from '../dated-table.ts'
import { cgi, css, servicePublic, travail } from './sources.ts'

/** Cash received in a year, excluding VAT, and the flat deduction of the income tax. */
export interface MicroCeiling {
  readonly goods: Cents
  /** Services of either kind, alone or within a mixed turnover (whose whole is limited by `goods`). */
  readonly services: Cents
  readonly deduction: Readonly<Record<'goods' | 'servicesBic' | 'servicesBnc', Rate>>
}

const deduction = { goods: percent('71'), servicesBic: percent('50'), servicesBnc: percent('34') }

/** The regime ends on 1 January after two consecutive years above. CGI art. 50-0 and 102 ter. */
export const microCeilings: DatedTable<MicroCeiling> = [
  {
    from: day('2026-01-01'),
    to: day('2028-12-31'),
    confirmedTo: day('2026-12-31'),
    reviewBy: day('2027-01-05'),
    value: { goods: cents(20_310_000), services: cents(8_360_000), deduction },
    source: servicePublic('F32353', '2026-11-23'),
    confidence: 'official',
    note: 'Publiés pour 2026 à 2028 ; la loi de finances pour 2027 n’est pas votée.',
  },
  {
    from: day('2023-01-01'),
    to: day('2025-12-31'),
    value: { goods: cents(18_870_000), services: cents(7_770_000), deduction },
    source: cgi('50-0 et 102 ter', '2026-11-23'),
    confidence: 'official',
  },
]

/** The year's limit for a business started on `start`: × days of activity / 365, the first day counted, in that year only. */
export function proratedLimit(limit: Cents, start: Day, year: number): Cents {
  if (yearOf(start) !== year) return limit
  const days = daysBetween(start, day(`${year}-12-31`)) + 1
  // A leap year counts 366 days of activity at most: it never raises the limit.
  return cents(Number(divideRounded(BigInt(limit) * BigInt(Math.min(days, 365)), 365n)))
}

/** Other amounts that change something when crossed. */
export const otherThresholds = {
  /** Two civil years running: a bank account for the business alone. */
  dedicatedAccount: [
    { from: day('2019-05-24'), value: cents(1_000_000), source: css('L613-10', '2026-11-23'), confidence: 'official' },
  ],
  /** Turnover of N − 2 up to which the minimum CFE is not due. */
  cfeMinimum: [
    {
      from: day('2019-01-01'),
      value: cents(500_000),
      source: servicePublic('F23999', '2026-11-23'),
      confidence: 'official',
    },
  ],
  /** Contract from which the client asks for the *attestation de vigilance* (excluding VAT). */
  vigilanceCertificate: [
    {
      from: day('2015-01-01'),
      value: cents(500_000),
      source: travail('R8222-1 et D8222-5', '2026-11-23'),
      confidence: 'official',
    },
  ],
} as const satisfies Record<string, DatedTable<Cents>>
