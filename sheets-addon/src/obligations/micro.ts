import { microVerdict } from '@tabellion/shared/bookkeeping'
import type { Day } from '@tabellion/shared/calendar'
import type { Workbook } from '../workbook/open.ts'
import { readBook } from './book.ts'
import { openBusiness } from './business.ts'
import type { ObligationFinding } from './problems.ts'
import { readOverrides } from './rate-overrides.ts'
import { yearTurnover } from './year-turnover.ts'

/** What the money received has done to the micro regime, by the ceilings of *Barèmes* where people may have their own. */
export function microFindings(workbook: Workbook, today: Day): readonly ObligationFinding[] {
  const business = openBusiness(workbook)
  const book = workbook.tableIfAny('receiptsBook')
  if (!('profile' in business) || book === undefined) return []
  const { profile } = business
  const { received } = yearTurnover(readBook(book, profile, today), undefined, business)
  const { own } = readOverrides(workbook.tableIfAny('rates'))
  const verdict = microVerdict(received, profile.startDate, today, own)
  if (verdict.kind === 'kept' || verdict.kind === 'unknown') return []
  const { kind, ...exceeded } = verdict
  const at = { tab: 'receiptsBook' } as const
  return 'from' in verdict
    ? [{ code: 'micro-lost', severity: 'fix', at, from: verdict.from, ...exceeded }]
    : [{ code: 'micro-exceeded', severity: 'info', at, ...exceeded }]
}
