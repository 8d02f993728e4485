import { day } from '@tabellion/shared/calendar'
import { type Cents, cents, percent, type Rate } from '@tabellion/shared/money'
import type { DatedTable } from '../dated-table.ts'
import { cgi, cgiAnnex4 } from './sources.ts'

/** Day of the following month on which an individual files a CA3, by place of taxation and first letter of the surname. */
export const ca3Grid = {
  paris: { departements: ['75', '92', '93', '94'], fromAToH: 15, fromIToZ: 17 },
  elsewhere: { fromAToH: 16, fromIToZ: 19 },
  source: cgiAnnex4('39, 1 (CIBS art. D161-11 à partir de 2027)', '2026-10-04'),
} as const

/** The day of the grid, or the earliest it can be for what is known. */
export function ca3Day(departement: string | undefined, surnameInitial?: string): number {
  if (departement === undefined) return ca3Grid.paris.fromAToH
  const paris: readonly string[] = ca3Grid.paris.departements
  const row = paris.includes(departement) ? ca3Grid.paris : ca3Grid.elsewhere
  return surnameInitial !== undefined && /^[i-z]/i.test(surnameInitial) ? row.fromIToZ : row.fromAToH
}

/** The *régime simplifié* ends: quarterly CA3 by default from then on. Its last CA12, of 2026, is due on 2027-05-04. */
export const SIMPLIFIED_VAT_ENDS = day('2026-12-31')
export const simplifiedEndSource = cgi('287 (loi de finances pour 2025, art. 38)', '2026-10-04')

/** Shares of the previous year's VAT paid in July and December under the *régime simplifié*, none below `least`. */
export const simplifiedInstalments: DatedTable<{
  readonly july: Rate
  readonly december: Rate
  readonly least: Cents
}> = [
  {
    from: day('2015-01-01'),
    to: day('2026-12-31'),
    value: { july: percent('55'), december: percent('40'), least: cents(100_000) },
    source: cgi('287, 3', '2026-10-04'),
    confidence: 'reliable',
  },
]
