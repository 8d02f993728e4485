import { estimateContributions, type ReceiptEntry, returnOf } from '@tabellion/shared/bookkeeping'
import type { Day } from '@tabellion/shared/calendar'
import {
  type PeriodContributions,
  type Profile,
  type ProfileActivity,
  turnoverReturns,
} from '@tabellion/shared/deadlines'
import { natures } from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'
import type { OwnValues } from '@tabellion/shared/regulation'
import type { Business } from './business.ts'
import { type Estimate, estimateOf } from './deadline-cells.ts'
import type { ObligationFinding } from './problems.ts'

/** The book as returns declare it: what cannot be declared is left out and told. */
export interface Declared {
  readonly entries: readonly ReceiptEntry[]
  /** With the natures that the book holds and *Réglages* does not name: money received is declared all the same. */
  readonly profile: Profile
  readonly findings: readonly ObligationFinding[]
}

/** `rowOf` gives the row of *Livre des recettes* by its N°. Each kind of problem is told once, at its first line. */
export function declaredBook(
  entries: readonly ReceiptEntry[],
  { earlier, profile }: Pick<Business, 'earlier' | 'profile'>,
  rowOf: (rank: number) => number | undefined,
): Declared {
  const { activities, endDate, startDate } = profile
  const findings = new Map<string, ObligationFinding>()
  const say = (finding: ObligationFinding): void => {
    if (!findings.has(finding.code)) findings.set(finding.code, finding)
  }
  const known = new Set(activities.map(({ nature }) => nature))
  const more: ProfileActivity[] = []
  const kept = entries.filter(({ category, date, rank }) => {
    const row = rowOf(rank)
    const at = (column: string) => ({ tab: 'receiptsBook', column, ...(row === undefined ? {} : { row }) })
    if (date < startDate || (endDate !== undefined && date > endDate)) {
      const [code, limit] =
        date < startDate
          ? (['receipt-before-start', startDate] as const)
          : (['receipt-after-end', endDate ?? startDate] as const)
      say({ code, rank, on: date, limit, severity: 'fix', at: at('date') })
      return false
    }
    if (category !== 'disbursement' && !known.has(category)) {
      known.add(category)
      more.push({ nature: category, fund: 'ssi', craftsman: activities.some(({ craftsman }) => craftsman) })
      say({ code: 'nature-not-declared', rank, nature: natures.labels[category], severity: 'fix', at: at('category') })
    }
    return true
  })
  return {
    entries: [...kept, ...earlierEntries(earlier.undeclared, profile)],
    profile: more.length === 0 ? profile : { ...profile, activities: [activities[0], ...activities.slice(1), ...more] },
    findings: [...findings.values()],
  }
}

/** What was received before this tool and is still to be declared, as lines beside the book. */
function earlierEntries(undeclared: Business['earlier']['undeclared'], profile: Profile): readonly ReceiptEntry[] {
  return undeclared.map(({ amount, date, nature }) => ({
    rank: 0,
    date,
    document: '',
    client: '',
    nature: '',
    category: nature,
    amount,
    vat: cents(0),
    method: 'other',
    period: returnOf(profile, date),
    late: false,
    payment: '',
  }))
}

export interface Contributions {
  readonly periods: readonly PeriodContributions[]
  readonly findings: readonly ObligationFinding[]
}

export function contributionsOf({ entries, profile }: Declared, rates: OwnValues, today: Day): Contributions {
  const read = estimateContributions(entries, profile, today, rates)
  if (read.ok) return { periods: read.value, findings: [] }
  const { problem } = read
  return {
    periods: [],
    findings:
      problem.code === 'rate-unknown'
        ? [{ code: 'rate-unknown', kind: problem.kind, on: problem.on, severity: 'fix', at: { tab: 'rates' } }]
        : [],
  }
}

/** By the identity of the turnover return; one that has begun and got nothing yet declares nothing. */
export function returnEstimates(
  { periods }: Contributions,
  profile: Profile,
  today: Day,
): ReadonlyMap<string, Estimate> {
  const known = new Map(periods.map((period) => [period.period, estimateOf(period)]))
  const nothing: Estimate = { turnover: cents(0), amount: cents(0), toConfirm: false, changed: false }
  return new Map(
    turnoverReturns(profile, today).map(({ period }) => [`urssaf-return/${period}`, known.get(period) ?? nothing]),
  )
}
