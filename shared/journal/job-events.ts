import type { Day } from '@tabellion/shared/calendar'
import type { Cents } from '@tabellion/shared/money'
import type { StoredCells } from './stored-cells.ts'

/** What a client may pay in parts, and when. A later one of the same invoice replaces it. */
export interface PlanAgreed {
  readonly type: 'planned'
  readonly v: 1
  /** The invoice. */
  readonly number: string
  readonly on: Day
  /** What was due that day: the sum of the instalments. */
  readonly due: Cents
  readonly instalments: readonly { readonly id: string; readonly due: Day; readonly amount: Cents }[]
  /** Rows of *Échéanciers*, by ID. */
  readonly rows: readonly { readonly id: string; readonly cells: StoredCells }[]
}
/** The whole is due again on the invoice's own day. */
export interface PlanEnded {
  readonly type: 'planEnded'
  readonly v: 1
  readonly number: string
  readonly on: Day
}

export type JobEvent = PlanAgreed | PlanEnded

export function jobEventKey(event: JobEvent): string {
  return event.number
}
