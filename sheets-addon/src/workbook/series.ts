import type { Day } from '@tabellion/shared/calendar'
import { highestRank, type NumberPattern, rankOf, type Series, takenOverRank } from '@tabellion/shared/invoicing'
import {
  type ReadProfile,
  type RegisterEntry,
  type SettingName,
  type Settings,
  wrongSetting,
} from '@tabellion/shared/ledger'
import type { Finding } from './finding.ts'
import type { Workbook } from './open.ts'
import { refuse } from './refusal.ts'

export interface SeriesState {
  /** Absent when the pattern in *Réglages* cannot be read: a finding says so. */
  readonly pattern?: NumberPattern
  /** Every number that register, journal and properties know, of whatever series. */
  readonly taken: readonly string[]
  /** The rank that another tool left off at, in the year of the issue date. */
  readonly startsAfter: number
  /** The latest document of the series by date. */
  readonly last?: { readonly number: string; readonly issueDate: Day }
  readonly findings: readonly Finding[]
}

const TAKEN_OVER = {
  invoices: 'Dernière facture hors de cet outil',
  credits: 'Dernier avoir hors de cet outil',
} as const satisfies Partial<Record<Series, SettingName>>

/** Outlives a version history that rolls sheet and journal back together (architecture §3). */
export const numberProperty = (series: Series): string => `number.${series}`

/** What the next number of a series has to follow. */
export function seriesState(
  series: 'invoices' | 'credits',
  workbook: Workbook,
  register: readonly RegisterEntry[],
  settings: Settings,
  profile: ReadProfile,
  issueDate: Day,
): SeriesState {
  const pattern = profile.patterns[series]
  const known = [
    ...register.map((entry) => entry.number),
    ...workbook.journal().keys('reserved'),
    ...workbook.journal().keys('takenOver'),
  ]
  const remembered = workbook.properties()[numberProperty(series)]
  const setting = TAKEN_OVER[series]
  const takenOver = settings.text(setting)
  const findings: Finding[] = []
  let startsAfter = 0
  if (pattern && takenOver !== '') {
    const rank = takenOverRank(pattern, takenOver, issueDate)
    if (rank === undefined) {
      findings.push(wrongSetting(settings, setting, 'un numéro comme F2026-0011'))
    } else startsAfter = rank
  }
  if (pattern && remembered !== undefined) {
    const rank = rankOf(pattern, remembered, issueDate)
    if (rank !== undefined && rank > highestRank(pattern, known, issueDate, startsAfter))
      refuse({ code: 'register-behind', number: remembered })
  }
  const dated = register.flatMap((entry) =>
    (entry.kind === 'credit') === (series === 'credits') && entry.issueDate
      ? [{ number: entry.number, issueDate: entry.issueDate }]
      : [],
  )
  const last = dated.reduce<(typeof dated)[number] | undefined>(
    (latest, entry) => (latest === undefined || entry.issueDate >= latest.issueDate ? entry : latest),
    undefined,
  )
  return {
    ...(pattern === undefined ? {} : { pattern }),
    taken: remembered === undefined ? known : [...known, remembered],
    startsAfter,
    ...(last === undefined ? {} : { last }),
    findings,
  }
}
