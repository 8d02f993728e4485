import type { AddressProblem, BlockProblem } from '@tabellion/shared/exchange'

/** What keeps the bridge, or a person at its end in the sheet, from going on. One sentence each in messages/bridge-refusals.ts. */
export type BridgeProblem =
  | AddressProblem
  | BlockProblem
  | { readonly code: 'no-spreadsheet' }
  | { readonly code: 'unknown-browser' }
