import type { GradedProblem } from '@tabellion/shared/documents/preflight'
import type { DraftProblem } from '@tabellion/shared/invoicing'
import type { Finding as FindingOf } from '@tabellion/shared/kernel'
import type { LedgerProblem } from '@tabellion/shared/ledger'
import type { ExpenseProblem } from '../expenses/problems.ts'
import type { ImportProblem } from '../imports/problems.ts'
import type { MailProblem } from '../mail/problems.ts'
import type { ObligationProblem } from '../obligations/problems.ts'
import type { PaymentProblem } from '../payments/problems.ts'
import type { QuoteProblem } from '../quotes/problems.ts'
import type { IntegrityProblem } from './altered.ts'
import type { TwinProblem } from './twins.ts'

/** Everything that may be wrong in the workbook: each has its sentence in messages/findings.ts. */
export type WorkbookProblem =
  | DraftProblem
  | LedgerProblem
  | IntegrityProblem
  | TwinProblem
  | PaymentProblem
  | ImportProblem
  | MailProblem
  | ObligationProblem
  | ExpenseProblem
  | QuoteProblem

/** What the pre-flight found: its problem travels whole, since its codes have facts of their own. */
export type EinvoiceFinding = FindingOf<{
  readonly code: GradedProblem['code']
  readonly einvoice: GradedProblem
  readonly client: string
}>

/** A problem of the workbook, how grave it is, and its cell. */
export type Finding = FindingOf<WorkbookProblem> | EinvoiceFinding
