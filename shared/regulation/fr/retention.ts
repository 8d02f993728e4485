import { day } from '@tabellion/shared/calendar'
import type { DatedTable } from '../dated-table.ts'
import { articleVersion } from './sources.ts'

/** How many years the tax law wants invoices and vouchers kept. */
export const taxRetentionYears: DatedTable<number> = [
  {
    from: day('2027-01-01'),
    value: 10,
    source: articleVersion(
      'LPF art. L102 B (loi 2026-534 du 25 juin 2026, art. 36)',
      'LEGIARTI000054566874',
      '2026-10-10',
    ),
    confidence: 'reliable',
    note: 'Pour les documents dont les six ans finissent après le 1er janvier 2027.',
  },
  {
    from: day('2009-01-01'),
    to: day('2026-12-31'),
    value: 6,
    source: articleVersion('LPF art. L102 B', 'LEGIARTI000046869194', '2026-10-10'),
    confidence: 'reliable',
  },
]

/** What we apply to everything: the longer of the two rules, that of accounts (C. com. art. L123-22). */
export const RETENTION_YEARS = 10
