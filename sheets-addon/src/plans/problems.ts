import type { Day } from '@tabellion/shared/calendar'
import type { Cents } from '@tabellion/shared/money'

/** Why a payment plan was not made. One sentence each in messages/plans.ts. */
export type PlanRefusal =
  | { readonly code: 'plan-sum'; readonly number: string; readonly sum: Cents; readonly due: Cents }
  | { readonly code: 'plan-date'; readonly number: string; readonly on: Day; readonly after: Day }
  | { readonly code: 'plan-part'; readonly number: string; readonly rank: number }
  | { readonly code: 'plan-count'; readonly number: string; readonly most: number }
  | { readonly code: 'plan-nothing-due' | 'plan-disputed' | 'no-plan' | 'plan-without-email'; readonly number: string }
  | { readonly code: 'plans-offered-already'; readonly number: string; readonly on: Day }
