import type { Day } from '@tabellion/shared/calendar'
import type { ArithmeticProblem } from '@tabellion/shared/documents/reception'
import type { Cents } from '@tabellion/shared/money'

/** What to look at in a supplier's invoice. One French sentence each in messages/expenses.ts. */
export type ExpenseProblem =
  | ArithmeticProblem
  | { readonly code: 'received-again'; readonly number: string; readonly supplier: string; readonly on: Day }
  /** The same number of the same supplier, with another amount. */
  | { readonly code: 'received-differs'; readonly number: string; readonly before: Cents; readonly now: Cents }
  /** A row that was typed by hand says the same. */
  | { readonly code: 'received-typed'; readonly row: number; readonly supplier: string }
  | { readonly code: 'received-foreign'; readonly currency: string }
  | { readonly code: 'received-for-another'; readonly siren: string }

export type ExpenseRefusal =
  | { readonly code: 'received-unread'; readonly field: string }
  | { readonly code: 'received-no-file' }
  | { readonly code: 'received-too-large'; readonly bytes: number; readonly most: number }
