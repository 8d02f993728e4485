import type { HeadingWords } from './heading.ts'
import type { Profile } from './profile.ts'
import type { Rows } from './sections.ts'

/** What is known of a list before its columns have roles: the words of the headings, and what the cells look like. */
export interface Sketch {
  readonly words: readonly HeadingWords[]
  readonly profiles: readonly Profile[]
  /** Rows with a date and an amount. */
  readonly sample: Rows
  readonly hasHeadings: boolean
}
