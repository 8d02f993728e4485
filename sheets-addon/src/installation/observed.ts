/** What a check saw on the user's own account, each under its number in docs/live-checks.md; 0 for what is no doubt of ours. */
export type Observed =
  | { readonly check: 0; readonly about: 'locale'; readonly locale: string; readonly zone: string }
  | { readonly check: 0; readonly about: 'daily'; readonly planned: boolean }
  | { readonly check: 0; readonly about: 'mail'; readonly left: number }
  /** Texts that a text cell gave back as something else, and the space of a displayed number. */
  | { readonly check: 5; readonly changed: readonly string[]; readonly space: string }
  | {
      readonly check: 6
      /** What a second file of the same id was answered. */
      readonly again: 'refused' | 'made'
      readonly listed: boolean
      /** Whether what we made can be read back. */
      readonly read: boolean
    }
  | { readonly check: 7; readonly works: boolean; readonly stored: string }
  | { readonly check: 8; readonly lastRow: number; readonly appended: number }
  | { readonly check: 12; readonly strict: 'refused' | 'written'; readonly lax: 'refused' | 'written' }
  | { readonly check: 13; readonly value: string; readonly lastRow: number }
  | { readonly check: 14; readonly second: boolean }
  | { readonly check: 23; readonly rule: boolean }
  | { readonly check: 25; readonly missing: readonly string[] }
  | { readonly check: 26; readonly same: boolean }

/** A check that could not be made, with what Google said. */
export interface Failed {
  readonly check: Observed['check']
  readonly failed: string
}

export type Observation = Observed | Failed
