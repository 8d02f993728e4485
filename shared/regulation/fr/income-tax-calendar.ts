import { type Day, day } from '@tabellion/shared/calendar'
import type { DatedEntry, DatedTable } from '../dated-table.ts'
import { page } from './sources.ts'

export type IncomeTaxZone = 1 | 2 | 3

/** One campaign: the spring in which the income of the year before is declared. */
export interface IncomeTaxCampaign {
  readonly opens: Day
  readonly paper: Day
  readonly online: Readonly<Record<IncomeTaxZone, Day>>
}

const campaign = (
  [opens, paper, first, second, third]: readonly [string, string, string, string, string],
  confidence: DatedEntry<unknown>['confidence'],
): DatedEntry<IncomeTaxCampaign> => ({
  from: day(`${opens.slice(0, 4)}-01-01`),
  to: day(`${opens.slice(0, 4)}-12-31`),
  value: { opens: day(opens), paper: day(paper), online: { 1: day(first), 2: day(second), 3: day(third) } },
  source: page(
    `impots.gouv.fr, calendrier ${opens.slice(0, 4)} de la déclaration des revenus`,
    'https://www.impots.gouv.fr/actualite',
    '2026-11-23',
  ),
  confidence,
})

/** Published each March or April; a year that is not here is not published (2027 on the day this was checked). */
export const incomeTaxCampaigns: DatedTable<IncomeTaxCampaign> = [
  campaign(['2026-04-09', '2026-05-19', '2026-05-21', '2026-05-28', '2026-06-04'], 'reliable'),
  campaign(['2025-04-10', '2025-05-20', '2025-05-22', '2025-05-28', '2025-06-05'], 'official'),
  campaign(['2024-04-11', '2024-05-21', '2024-05-23', '2024-05-30', '2024-06-06'], 'secondary'),
]

/** Zone 1: départements 01 to 19; zone 2: 20 (2A, 2B) to 54; zone 3: 55 to 976. Non-residents are in zone 1. */
export function incomeTaxZone(departement: string): IncomeTaxZone {
  if (departement === '2A' || departement === '2B') return 2
  const number = Number(departement)
  return number <= 19 ? 1 : number <= 54 ? 2 : 3
}
