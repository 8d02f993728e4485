import type { FranchiseVerdict, GaugeId } from '@tabellion/shared/bookkeeping'
import type { Day, Period } from '@tabellion/shared/calendar'
import type { ContributionLine } from '@tabellion/shared/deadlines'

/** What *Préparer la déclaration Urssaf* answers, as JSON: the sidebar shows it, scripts read it. */
export interface ToldReturn {
  readonly period: Period
  readonly first: Day
  readonly last: Day
  readonly due: Day
  /** That day is behind. */
  readonly isPast?: true
  /** In the order of the form, whole euros. */
  readonly boxes: readonly { readonly label: string; readonly euros: number }[]
  readonly lines: readonly (Omit<ContributionLine, 'rate'> & { readonly ratePercent: number })[]
  readonly totalEuros: number
  readonly acre: boolean
  /** Excluding VAT and what was advanced for clients. */
  readonly turnoverCents: number
  /** As *Livre des recettes* shows them, VAT included. */
  readonly receiptsCents: number
  /** Received before this tool and not declared yet. */
  readonly earlierCents: number
  /** N° of the receipts of a closed period that this return takes over. */
  readonly lateReceipts: readonly number[]
}

export interface ToldGauge {
  readonly id: GaugeId
  readonly label: string
  readonly limitCents: number
  readonly reachedCents: number
  readonly prorated: boolean
  readonly toConfirm: boolean
  /** A limit of the user's own, from *Barèmes*. */
  readonly changed?: true
  readonly crossedOn?: Day
  /** At the present pace. */
  readonly expectedOn?: Day
  readonly message: string
}

/** Where a year stands, or would stand. */
export interface ToldSituation {
  readonly contributionEuros: number
  readonly gauges: readonly ToldGauge[]
  readonly franchise?: { readonly kind: FranchiseVerdict['kind']; readonly message: string }
}
