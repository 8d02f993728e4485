import { type Day, day } from '@tabellion/shared/calendar'
import { percent, type Rate } from '@tabellion/shared/money'
import type { Territory } from '@tabellion/shared/party'
import { type DatedEntry, type DatedTable, inForce } from '../dated-table.ts'
import { cgi } from './sources.ts'

/** Highest first. */
export type VatRates = readonly Rate[]

/** Hint: the rates of Corsica (0.9, 2.1, 10, 13 %) and of the press overseas (1.05, 1.75 %) are not here. */
const metropolitan: DatedTable<VatRates> = [
  {
    from: day('2014-01-01'),
    value: ['20', '10', '5.5', '2.1'].map(percent),
    source: cgi('278 à 281 nonies', '2026-10-10'),
    confidence: 'reliable',
  },
  {
    from: day('2012-01-01'),
    value: ['19.6', '7', '5.5', '2.1'].map(percent),
    source: cgi('278 et 279 (versions antérieures à 2014)', '2026-10-10'),
    confidence: 'reliable',
  },
  {
    from: day('2000-04-01'),
    value: ['19.6', '5.5', '2.1'].map(percent),
    source: cgi('278 et 279 (versions antérieures à 2012)', '2026-10-10'),
    confidence: 'reliable',
  },
]
const overseas: DatedTable<VatRates> = [
  {
    from: day('2000-04-01'),
    value: ['8.5', '2.1'].map(percent),
    source: cgi('296', '2026-10-10'),
    confidence: 'reliable',
  },
]
const none: DatedTable<VatRates> = [
  {
    from: day('2014-01-01'),
    value: [],
    source: cgi('294, 1', '2026-10-10'),
    confidence: 'reliable',
    note: 'TVA provisoirement non applicable en Guyane et à Mayotte.',
  },
]

export const vatRates = {
  metropolitan,
  '971': overseas,
  '972': overseas,
  '973': none,
  '974': overseas,
  '976': none,
} as const satisfies Record<Exclude<Territory, 'other'>, DatedTable<VatRates>>

/** The VAT rates of a territory on a day; undefined where we know none (collectivities with their own tax, old days). */
export function vatRatesOf(territory: Territory, on: Day): DatedEntry<VatRates> | undefined {
  return territory === 'other' ? undefined : inForce(vatRates[territory], on)
}
