import type { CreditProblem } from '@tabellion/shared/invoicing'
import type { JournalProblem } from '@tabellion/shared/journal'
import type { CellProblem, TabKey, TableProblem } from '@tabellion/shared/ledger'
import type { BankRefusal } from '../bank/problems.ts'
import type { BridgeProblem } from '../bridge/problems.ts'
import type { ExpenseRefusal } from '../expenses/problems.ts'
import type { ImportRefusal } from '../imports/problems.ts'
import type { ObligationRefusal } from '../obligations/problems.ts'
import type { OrderRefusal } from '../orders/problems.ts'
import type { PaymentProblem } from '../payments/problems.ts'
import type { PlanRefusal } from '../plans/problems.ts'
import type { QuoteRefusal } from '../quotes/problems.ts'
import type { ReminderRefusal } from '../reminders/problems.ts'
import type { Finding } from './finding.ts'

/** The part of the script that is read when it is needed (google/annex.ts). */
export type AnnexProblem = { readonly code: 'annex-differs' | 'annex-unreadable' }

/** Why an action did not start or stopped before it wrote anything. One French sentence each in messages/refusals.ts. */
export type RefusalProblem =
  | AnnexProblem
  | TableProblem
  | JournalProblem
  | PaymentProblem
  | ImportRefusal
  | ObligationRefusal
  | BridgeProblem
  | BankRefusal
  | ReminderRefusal
  | CreditProblem
  | ExpenseRefusal
  | QuoteRefusal
  | OrderRefusal
  | PlanRefusal
  | { readonly code: 'payment-key-used'; readonly key: string }
  | { readonly code: 'missing-write-off-reason' | 'nothing-due'; readonly number: string }
  | { readonly code: 'lock-held' }
  | { readonly code: 'missing-identity'; readonly settings: readonly string[] }
  | { readonly code: 'unknown-row'; readonly id: string }
  | { readonly code: 'unknown-number'; readonly number: string }
  /** Issued with another tool: there is no document of ours to send, credit or copy. */
  | { readonly code: 'taken-over-number'; readonly number: string }
  | { readonly code: 'credit-not-copied'; readonly number: string }
  | { readonly code: 'not-wholly-credited'; readonly number: string }
  | { readonly code: 'issue-date-in-future'; readonly issueDate: string; readonly today: string }
  | {
      readonly code: 'issue-date-too-early'
      readonly issueDate: string
      readonly last: string
      readonly number: string
    }
  | { readonly code: 'findings-block'; readonly count: number; readonly first: Finding }
  | { readonly code: 'preview-stale' }
  | { readonly code: 'wrong-cell'; readonly tab: TabKey; readonly column: string; readonly problem?: CellProblem }
  | { readonly code: 'journal-cut'; readonly expected: number; readonly found: number }
  | { readonly code: 'journal-altered'; readonly row: number }
  | { readonly code: 'register-behind'; readonly number: string }
  | { readonly code: 'newer-schema'; readonly found: number; readonly known: number }
  | { readonly code: 'unknown-action'; readonly action: string; readonly nearest?: string }
  | { readonly code: 'wrong-argument'; readonly argument: string; readonly expected: string; readonly nearest?: string }
  | { readonly code: 'unknown-setting'; readonly setting: string; readonly nearest?: string }
  | { readonly code: 'workbook-not-empty'; readonly tab: string }
  | { readonly code: 'image-unreadable' }
  | { readonly code: 'image-too-large'; readonly bytes: number; readonly most: number }
  | { readonly code: 'image-cmyk' }
  | { readonly code: 'image-too-small'; readonly width: number; readonly least: number }
  | { readonly code: 'drive-refused'; readonly reason: string }

/**
 * Leaves an action from anywhere before its first write. The one exception of the add-on: caught once, at the shell's edge,
 * so that plans read tabs lazily without a Result at every step.
 */
export class Refusal extends Error {
  readonly problem: RefusalProblem

  constructor(problem: RefusalProblem) {
    super(problem.code)
    this.name = 'Refusal'
    this.problem = problem
  }
}

export function refuse(problem: RefusalProblem): never {
  throw new Refusal(problem)
}
