import { type Day, day } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import { type DatedEntry, type DatedTable, inForce } from '../dated-table.ts'
import { articleVersion, cgi, page } from './sources.ts'

/** Turnover excluding VAT. `base` is looked at on 1 January, `upper` (*majoré*) on the day it is crossed. */
export interface VatThreshold {
  readonly base: Cents
  readonly upper: Cents
  /** Crossing `upper` makes the VAT due from that day, or from the first of that month (before 2025). */
  readonly crossing: 'day' | 'month'
}

const euros = (amount: number): Cents => cents(amount * 100)
const since2025 = articleVersion('CGI art. 293 B', 'LEGIARTI000052488142', '2026-09-09')
const until2024 = page(
  'impots.gouv.fr, franchise en base de TVA (2023-2024)',
  'https://www.impots.gouv.fr/professionnel/questions/quels-sont-les-seuils-de-la-franchise-en-base-de-tva',
  '2026-11-23',
)

/**
 * Sales, lodging and food eaten on the spot; also the limit of the whole turnover when activities are mixed.
 * Hint: the higher limits of the overseas experiment are not found in the texts of 2025-2026 (regulation of the shelf, §1.3).
 */
const goods: DatedTable<VatThreshold> = [
  {
    from: day('2025-01-01'),
    confirmedTo: day('2026-12-31'),
    reviewBy: day('2027-01-05'),
    value: { base: euros(85_000), upper: euros(93_500), crossing: 'day' },
    source: since2025,
    confidence: 'reliable',
  },
  {
    from: day('2023-01-01'),
    to: day('2024-12-31'),
    value: { base: euros(91_900), upper: euros(101_000), crossing: 'month' },
    source: until2024,
    confidence: 'official',
  },
]
/** The services of any activity, alone or within a mixed turnover. */
const services: DatedTable<VatThreshold> = [
  {
    from: day('2025-01-01'),
    confirmedTo: day('2026-12-31'),
    reviewBy: day('2027-01-05'),
    value: { base: euros(37_500), upper: euros(41_250), crossing: 'day' },
    source: since2025,
    confidence: 'reliable',
    note: 'Le seuil unique de 25 000 € a été abrogé par la loi 2025-1044 du 3 novembre 2025.',
  },
  {
    from: day('2023-01-01'),
    to: day('2024-12-31'),
    value: { base: euros(36_800), upper: euros(39_100), crossing: 'month' },
    source: until2024,
    confidence: 'official',
  },
]
export const vatThresholds = { goods, services } as const

/**
 * CGI art. 293 E, II. The articles move to the CIBS on 2027-01-01, but the decree that will fix the new wording is not
 * published, and invoices may cite the CGI until 2028-06-30 (ordonnance 2026-671, art. 17).
 */
export const franchiseMention: DatedTable<string> = [
  {
    from: day('2009-01-01'),
    to: day('2028-06-30'),
    reviewBy: day('2026-12-01'),
    value: 'TVA non applicable, article 293 B du CGI',
    source: cgi('293 E, II', '2026-10-10'),
    confidence: 'reliable',
    note: 'La rédaction qui citera le CIBS n’est pas publiée ; celle du CGI est admise jusqu’au 30 juin 2028.',
  },
]

export const franchiseMentionOn = (on: Day): DatedEntry<string> | undefined => inForce(franchiseMention, on)
