import { type Day, day, yearOf } from '@tabellion/shared/calendar'
import {
  type ContributionKind,
  type ContributionLine,
  contributions,
  type PeriodContributions,
  type Profile,
  parseProfile,
  type Receipt,
} from '@tabellion/shared/deadlines'
import { cents } from '@tabellion/shared/money'
import { acreEnd } from '@tabellion/shared/regulation'
import fc from 'fast-check'
import { oracleAmounts } from './urssaf-rules.ts'

/** One levy of one activity in one period, computed by us and by the rule base of Urssaf. */
export interface Comparison {
  readonly profile: Profile
  readonly on: Day
  readonly kind: ContributionKind
  readonly line: ContributionLine | undefined
  readonly nature: Receipt['nature']
  readonly euros: number
  readonly ours: number
  readonly oracle: number
}

/** What the rule base gets wrong or leaves out, with the article that says so. Nothing else is excused. */
export const knownOracleErrors: readonly {
  readonly id: string
  readonly article: string
  readonly applies: (given: Comparison) => boolean
}[] = [
  {
    id: 'acre-goods-rounded-down',
    article:
      'CSS art. D131-6-3: 75 % of 12.3 is rounded UP to the tenth, 9.3 %; the rule base rounds to the nearest and gives 9.2 %',
    applies: ({ kind, nature, on, profile }) =>
      kind === 'social' && nature === 'goods' && reducedAfterJuly2026(profile, on),
  },
  {
    id: 'acre-cipav-old-rate',
    article: 'CSS art. D131-6-3: 75 % of 23.2 is 17.4 %; the rule base keeps the 13.4 % of the former cohort',
    applies: ({ kind, nature, on, profile }) =>
      kind === 'social' &&
      nature === 'servicesBnc' &&
      bncFund(profile) === 'cipav' &&
      reducedAfterJuly2026(profile, on),
  },
  {
    id: 'chamber-tax-exemption-missing',
    article:
      'service-public F37483 and F32847: none up to 5 000 € a year, none in the first year; the rule base has no exemption',
    applies: ({ euros, kind, line, on, profile }) =>
      kind === 'chamber' && line === undefined && (yearOf(on) === yearOf(profile.startDate) || euros <= 5000),
  },
]

const OVERSEAS = ['971', '972', '973', '974']
const bncFund = ({ activities }: Profile) => activities.find(({ nature }) => nature === 'servicesBnc')?.fund
const reducedAfterJuly2026 = ({ acre, departement, startDate }: Profile, on: Day): boolean =>
  acre && !OVERSEAS.includes(departement ?? '') && startDate >= '2026-07-01' && on <= acreEnd(startDate)

const NATURES = ['goods', 'servicesBic', 'servicesBnc'] as const

/** A profile, and the whole euros it received in one month of one of its returns. */
const situation = fc
  .record({
    natures: fc.uniqueArray(fc.constantFrom(...NATURES), { minLength: 1, maxLength: 3 }),
    fund: fc.constantFrom('ssi' as const, 'cipav' as const),
    craftsman: fc.boolean(),
    start: fc.oneof(
      fc.integer({ min: 2018 * 12, max: 2026 * 12 + 11 }),
      fc.integer({ min: 2025 * 12, max: 2026 * 12 + 11 }),
    ),
    startDate: fc.integer({ min: 1, max: 28 }),
    monthsLater: fc.oneof(fc.nat(11), fc.nat(60)),
    urssafRhythm: fc.constantFrom('monthly' as const, 'quarterly' as const),
    acre: fc.boolean(),
    departement: fc.constantFrom(undefined, '69', '67', '68', '57', '971', '974'),
    euros: fc.array(fc.oneof(fc.integer({ min: 1, max: 6000 }), fc.integer({ min: 1, max: 60_000 })), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .filter(({ monthsLater, start }) => start + monthsLater >= 2022 * 12 + 9 && start + monthsLater <= 2027 * 12 + 2)

type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never

const monthDay = (index: number, date: number): Day =>
  day(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`)

function compare(given: Situation): Comparison[] {
  const startDate = monthDay(given.start, given.startDate)
  const on = monthDay(given.start + given.monthsLater, 28)
  const read = parseProfile({
    activities: given.natures.map((nature) => ({
      nature,
      fund: nature === 'servicesBnc' ? given.fund : 'ssi',
      craftsman: given.craftsman && nature !== 'servicesBnc',
    })),
    startDate,
    urssafRhythm: given.urssafRhythm,
    acre: given.acre,
    flatIncomeTax: true,
    departement: given.departement,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  const profile = read.value
  const receipts = profile.activities.map(
    ({ nature }, index): Receipt => ({ date: on, amount: cents((given.euros[index] ?? 0) * 100), nature }),
  )
  const computed = contributions(profile, receipts)
  const period = computed.ok ? computed.value[0] : undefined
  if (!period) throw new Error(`No contributions for ${JSON.stringify(given)}: ${JSON.stringify(computed)}`)
  return profile.activities.flatMap((activity, index) => {
    const euros = given.euros[index] ?? 0
    const acre = profile.acre && on <= acreEnd(startDate)
    const oracle = oracleAmounts({ activity, on, startDate, acre, departement: profile.departement, euros })
    const yearly = receipts.reduce((sum, { amount }) => sum + amount, 0) / 100
    return (['social', 'training', 'chamber', 'flat-income-tax'] as const).map((kind) =>
      comparison(kind, activity.nature, period, oracle[kind], yearly),
    )
  })

  function comparison(
    kind: ContributionKind,
    nature: Receipt['nature'],
    of: PeriodContributions,
    oracle: number,
    yearly: number,
  ): Comparison {
    const line = of.lines.find((candidate) => candidate.kind === kind && candidate.nature === nature)
    return { profile, on, kind, line, nature, euros: yearly, ours: line?.amountEuros ?? 0, oracle: rounded(oracle) }
  }
}

/** To the euro, half up, after binary noise is taken off: the rule base computes in floating point. */
const rounded = (amount: number): number => Math.floor(Number(amount.toFixed(6)) + 0.5)

export interface Agreement {
  readonly lines: number
  /** How often each known error was met and showed. */
  readonly excused: Readonly<Record<string, number>>
  readonly disagreements: readonly Comparison[]
}

/** Compares `count` random situations, the same ones for the same seed. */
export function agreement(count: number, seed: number): Agreement {
  const excused: Record<string, number> = Object.fromEntries(knownOracleErrors.map(({ id }) => [id, 0]))
  const disagreements: Comparison[] = []
  let lines = 0
  for (const given of fc.sample(situation, { numRuns: count, seed }))
    for (const found of compare(given)) {
      lines += 1
      if (found.ours === found.oracle) continue
      const known = knownOracleErrors.find(({ applies }) => applies(found))
      if (known) excused[known.id] = (excused[known.id] ?? 0) + 1
      else disagreements.push(found)
    }
  return { lines, excused, disagreements }
}
