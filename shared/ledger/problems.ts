import type { DraftProblem } from '@tabellion/shared/invoicing'
import type { Finding } from '@tabellion/shared/kernel'
import type { CellProblem } from './cell.ts'
import type { TabKey } from './columns.ts'

/** What a row, or the shape of a tab, can get wrong. */
export type LedgerProblem =
  | CellProblem
  | { readonly code: 'unknown-choice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly code: 'unknown-item'; readonly text: string }
  | { readonly code: 'doubled-id'; readonly id: string; readonly rows: readonly number[] }
  | { readonly code: 'missing-tab' | 'renamed-tab'; readonly tab: TabKey }
  | { readonly code: 'missing-column'; readonly tab: TabKey; readonly heading: string }

export type LedgerFinding = Finding<LedgerProblem>

/** Everything that can stand in the way of a document. */
export type WorkbookFinding = Finding<LedgerProblem | DraftProblem>
