import type { Day } from '@tabellion/shared/calendar'

/** What a line of another tool’s file leaves out or stands in the way of. */
export type ImportProblem =
  | { readonly code: 'import-nameless'; readonly line: number }
  | { readonly code: 'import-known-client'; readonly line: number; readonly name: string }
  | {
      readonly code: 'import-same-siret' | 'import-same-email'
      readonly line: number
      readonly name: string
      readonly other: string
    }
  | { readonly code: 'import-known-number'; readonly line: number; readonly number: string }
  | { readonly code: 'import-settled'; readonly line: number; readonly number: string }
  | { readonly code: 'import-unreadable'; readonly line: number; readonly column: string; readonly text: string }
  | { readonly code: 'import-no-vat'; readonly line: number; readonly number: string }
  | { readonly code: 'import-in-future'; readonly line: number; readonly number: string; readonly on: Day }
  | { readonly code: 'import-credit-note'; readonly line: number; readonly number: string }
  | { readonly code: 'import-client-missing'; readonly clients: readonly string[] }

export type ImportRefusal =
  | { readonly code: 'import-empty' }
  | { readonly code: 'import-no-column'; readonly needed: readonly string[]; readonly found: readonly string[] }
