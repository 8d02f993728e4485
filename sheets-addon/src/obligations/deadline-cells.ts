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
  /** A rate is the user's own. */
  readonly changed: boolean
}

export const estimateOf = ({ lines, totalEuros }: PeriodContributions): Estimate => ({
  turnover: cents(lines.reduce((sum, { baseEuros, kind }) => (kind === 'social' ? sum + baseEuros : sum), 0) * 100),
  amount: cents(totalEuros * 100),
  toConfirm: lines.some((line) => line.toConfirm),
  changed: lines.some((line) => line.changed),
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

/** Where the day comes from, then the amount, then what is good to know. What nobody knows yet is said first. */
function basisOf(due: Obligation, estimate: Estimate | undefined, today: Day): string {
  const doubtful = due.basis === 'uncertain' || due.confidence === 'uncertain'
  const tolerated = due.toleratedUntil === undefined ? '' : `, toléré jusqu’au ${formatDay(due.toleratedUntil)}`
  const sentences = [
    `${doubtful ? BASES.uncertain : BASES[due.basis]}${tolerated}`,
    ...(estimate ? [amountText(estimate, today <= due.day)] : []),
    ...(due.note === undefined ? [] : [due.note.replace(/\.$/, '')]),
  ]
  return sentences.join('. ')
}

export const OWN_RATE = ', avec votre taux de Barèmes'

function amountText({ changed, toConfirm, turnover }: Estimate, open: boolean): string {
  if (turnover === 0) return 'Rien d’encaissé : à déclarer quand même'
  const rate = `${toConfirm ? ', au dernier taux connu, à confirmer' : ''}${changed ? OWN_RATE : ''}`
  return `Sur ${formatEuros(turnover)} encaissés${open ? ' à ce jour' : ''}${rate}`
}
