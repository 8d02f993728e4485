import type { Day, Period } from '@tabellion/shared/calendar'
import type { Cents } from '@tabellion/shared/money'
import {
  type Authority,
  type Basis,
  type Confidence,
  type ObligationKind,
  type ObligationRuleId,
  obligationRule,
  type Source,
} from '@tabellion/shared/regulation'

/** Something due: a return, a payment, an option's last day, or the day a rule begins to bind. */
export interface Obligation {
  readonly day: Day
  readonly authority: Authority
  readonly obligation: ObligationKind
  readonly period: Period
  readonly basis: Basis
  readonly amount?: Cents
  readonly source: Source
  readonly confidence: Confidence
  readonly rule: ObligationRuleId
  /** A later day that the administration tolerates (weekends, at the Urssaf): never to be waited for. */
  readonly toleratedUntil?: Day
  readonly note?: string
}

interface Details {
  readonly basis?: Basis
  readonly amount?: Cents
  readonly toleratedUntil?: Day
  readonly note?: string
}

/** An obligation by its rule: authority, source and confidence are the law's, the day is the case's. */
export function due(id: ObligationRuleId, day: Day, period: Period, details: Details = {}): Obligation {
  const rule = obligationRule(id)
  const note = details.note ?? rule.note
  return {
    day,
    authority: rule.authority,
    obligation: rule.kind,
    period,
    basis: details.basis ?? rule.basis,
    ...(details.amount === undefined ? {} : { amount: details.amount }),
    source: rule.source,
    confidence: rule.confidence,
    rule: id,
    ...(details.toleratedUntil === undefined ? {} : { toleratedUntil: details.toleratedUntil }),
    ...(note === undefined ? {} : { note }),
  }
}

/**
 * What tells apart two obligations of one kind about one period. Other rules take each other's place: a date that was not
 * published becomes a published one, and stays the same duty.
 */
const SLOTS: Readonly<Partial<Record<ObligationRuleId, string>>> = {
  'urssaf-rhythm-advised': 'advised',
  'income-tax-closing': 'closing',
  'ereporting-first-decade': '1',
  'ereporting-second-decade': '2',
  'ereporting-third-decade': '3',
}

/** The same duty in every reading of the calendar, whatever becomes of its day: the identity of alerts and of calendar events. */
export const obligationKey = ({ obligation, period, rule }: Obligation): string =>
  [obligation, period, ...(SLOTS[rule] === undefined ? [] : [SLOTS[rule]])].join('/')

export const byDay = (a: Obligation, b: Obligation): number => compare(sortKey(a), sortKey(b))
const sortKey = (o: Obligation): string => [o.day, o.authority, o.obligation, o.period, o.rule].join(' ')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
