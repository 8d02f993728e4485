import { franchiseVerdict } from '@tabellion/shared/bookkeeping'
import type { Day } from '@tabellion/shared/calendar'
import { vatRegimeOn } from '@tabellion/shared/deadlines'
import type { Workbook } from '../workbook/open.ts'
import { openBusiness } from './business.ts'
import type { ObligationFinding } from './problems.ts'
import { readOverrides } from './rate-overrides.ts'
import { yearTurnover } from './year-turnover.ts'

/**
 * What the turnover has done to the franchise of who says to be in it: an invoice without VAT is wrong from the day it is lost.
 * `also` are rows about to be invoiced. *Barèmes*, where people may have their own limits, is read only when one of the law's is
 * exceeded.
 */
export function franchiseFindings(
  workbook: Workbook,
  today: Day,
  also?: ReadonlySet<number>,
): readonly ObligationFinding[] {
  const business = openBusiness(workbook)
  if (!('profile' in business) || vatRegimeOn(business.profile, today) !== 'franchise') return []
  const { performed } = yearTurnover([], workbook.tableIfAny('sales'), business, also)
  const { startDate } = business.profile
  if (franchiseVerdict(performed, startDate, today).kind === 'kept') return []
  const { own } = readOverrides(workbook.tableIfAny('rates'))
  const verdict = franchiseVerdict(performed, startDate, today, own)
  const at = { tab: 'settings', column: 'value' } as const
  if (verdict.kind === 'lost') {
    const { because, from, limit } = verdict
    return [{ code: 'franchise-lost', because, from, limit, severity: 'fix', at }]
  }
  return verdict.kind === 'ends'
    ? [{ code: 'franchise-ends', from: verdict.from, limit: verdict.base, severity: 'info', at }]
    : []
}
