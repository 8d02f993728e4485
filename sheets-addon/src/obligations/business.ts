import { parseDay } from '@tabellion/shared/calendar'
import type { Profile } from '@tabellion/shared/deadlines'
import { readSettings, type Settings } from '@tabellion/shared/ledger'
import type { Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { type Earlier, readEarlier } from './earlier.ts'
import type { ObligationFinding } from './problems.ts'
import { readBusiness } from './profile.ts'

/** The business as *Réglages* tells it: who owes what, and what was received before this tool. */
export interface Business {
  readonly settings: Settings
  readonly profile: Profile
  readonly earlier: Earlier
  readonly findings: readonly ObligationFinding[]
}

/** Without the settings that decide everything, only what is missing. */
export function openBusiness(workbook: Workbook): Business | { readonly findings: readonly ObligationFinding[] } {
  const table = workbook.tableIfAny('settings')
  if (!table) return { findings: [] }
  const settings = readSettings(table)
  const { findings, profile } = readBusiness(settings)
  if (!profile) return { findings }
  const earlier = readEarlier(settings, profile, parseDay(workbook.journal().began.slice(0, 10)))
  return { settings, profile, earlier, findings: [...findings, ...earlier.findings] }
}

/** For actions that cannot do without: refused, naming the settings that are missing. */
export function requiredBusiness(workbook: Workbook): Business {
  workbook.table('settings')
  const business = openBusiness(workbook)
  if ('profile' in business) return business
  const missing = business.findings.flatMap((finding) => ('setting' in finding ? [finding] : []))
  return refuse({
    code: 'obligation-settings',
    settings: missing.map(({ setting }) => setting),
    ...(missing[0]?.at ? { at: missing[0].at } : {}),
  })
}
