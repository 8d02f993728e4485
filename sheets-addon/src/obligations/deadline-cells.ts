import { type Day, formatDay, formatPeriod } from '@tabellion/shared/calendar'
import { type Obligation, obligationKey, type PeriodContributions } from '@tabellion/shared/deadlines'
import type { Cell, ColumnKey } from '@tabellion/shared/ledger'
import { type Cents, cents, formatEuros } from '@tabellion/shared/money'
import { authorityNames, delayCost, obligationNames, obligationRule } from '@tabellion/shared/regulation'
import { typeset } from '../messages/typography.ts'

/** Our columns of *Échéances*. */
export type DeadlineCells = Readonly<
  Record<
    Extract<
      ColumnKey<'deadlines'>,
      | 'day'
      | 'authority'
      | 'obligation'
      | 'period'
      | 'basis'
      | 'estimate'
      | 'lateCost'
      | 'source'
      | 'checkedOn'
      | 'link'
      | 'id'
    >,
    Cell
  >
>

/** What the books know of a return: turnover to declare, what it costs, and whether a rate is only the last one known. */
export interface Estimate {
  readonly turnover: Cents
  readonly amount: Cents
  readonly toConfirm: boolean
}

export const estimateOf = ({ lines, totalEuros }: PeriodContributions): Estimate => ({
  turnover: cents(lines.reduce((sum, { baseEuros, kind }) => (kind === 'social' ? sum + baseEuros : sum), 0) * 100),
  amount: cents(totalEuros * 100),
  toConfirm: lines.some((line) => line.toConfirm),
})

export function deadlineCells(due: Obligation, estimate: Estimate | undefined, today: Day): DeadlineCells {
  const rule = obligationRule(due.rule)
  const cost = rule.delay === undefined ? undefined : delayCost(rule.delay, due.day)
  const amount = estimate?.amount ?? due.amount
  return {
    day: due.day,
    authority: authorityNames[due.authority],
    obligation: obligationNames[due.obligation],
    period: formatPeriod(due.period),
    basis: typeset(basisOf(due, estimate, today)),
    estimate: amount === undefined ? '' : amount / 100,
    lateCost:
      cost === undefined ? '' : typeset(cost.confidence === 'uncertain' ? `${cost.text} (à confirmer)` : cost.text),
    source: due.source.text,
    checkedOn: due.source.checkedOn,
    link: due.source.url,
    id: obligationKey(due),
  }
}

const BASES = {
  official: 'Date officielle',
  computed: 'Date calculée selon la règle',
  uncertain: 'Date à confirmer',
} as const

/** Where the day comes from, and the amount; what nobody knows yet is said first. */
function basisOf(due: Obligation, estimate: Estimate | undefined, today: Day): string {
  const doubtful = due.basis === 'uncertain' || due.confidence === 'uncertain'
  const parts: string[] = [doubtful ? 'Date à confirmer' : BASES[due.basis]]
  if (due.toleratedUntil !== undefined) parts.push(`toléré jusqu’au ${formatDay(due.toleratedUntil)}`)
  if (estimate) {
    const sofar = today <= due.day && estimate.turnover !== 0 ? ' encaissés à ce jour' : ' encaissés'
    parts.push(`sur ${formatEuros(estimate.turnover)}${sofar}`)
    if (estimate.toConfirm) parts.push('taux à confirmer : dernier connu')
  }
  if (due.note !== undefined) parts.push(due.note)
  return parts.join(' ; ')
}
