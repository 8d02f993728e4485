import { day } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import type { DatedTable } from '../dated-table.ts'
import { monetaire } from './sources.ts'

/** Most that a professional, or a person resident in France, may pay us in cash for one debt. */
export const cashCeiling: DatedTable<Cents> = [
  {
    from: day('2015-09-01'),
    value: cents(100_000),
    source: monetaire('L112-6 et D112-3', '2026-10-10'),
    confidence: 'reliable',
  },
]
