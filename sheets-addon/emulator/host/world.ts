/** All that outlives an execution, in one mutable place: the committed workbook, properties, files, triggers, the clock. */
import type { LockName, MenuItem, SentMail, Switches } from '../types.ts'
import type { Box } from './book.ts'
import type { Chance } from './chance.ts'
import type { Evaluator } from './evaluator.ts'
import type { Execution } from './execution.ts'
import type { Program } from './program.ts'
import type { Quotas, Usages } from './quotas.ts'
import type { Store } from './workspace.ts'

export interface World {
  readonly switches: Switches
  readonly owner: string
  readonly chance: Chance
  readonly evaluator: Evaluator
  readonly quotas: Quotas
  readonly store: Store
  readonly kept: Kept
  /** Bytes of files, by id: never in the state. */
  readonly contents: Map<string, Uint8Array>
  readonly mails: SentMail[]
  readonly cache: Map<string, Map<string, { readonly value: string; readonly until: number }>>
  /** Who holds a lock; `'someone'` for an execution we do not simulate. */
  readonly locks: Map<string, Execution | 'someone'>
  /** Executions under way, the innermost last. */
  readonly running: Execution[]
  head: Program
  deployed: Program
  now(): number
  sleep(milliseconds: number): void
  /** Foreign bytes of earlier runs. */
  readonly earlierContent: (id: string) => Uint8Array | undefined
  menus: readonly { readonly title: string; readonly items: readonly MenuItem[] }[]
  shown: { readonly kind: string; readonly html: string; readonly title: string } | undefined
  selection: { readonly sheet: number; readonly box: Box } | undefined
}

/** What `save()` writes beside the workbook. Plain JSON. */
export interface Kept {
  readonly properties: { readonly script: Texts; readonly document: Texts; readonly user: Record<string, Texts> }
  readonly files: FileRecord[]
  /** Ids handed out by generateIds and not used yet. */
  readonly generatedIds: string[]
  readonly triggers: TriggerRecord[]
  readonly usages: Usages
  readonly consents: Record<string, Consent>
  mailCount: number
  nextNumber: number
}
export type Texts = Record<string, string>

/** Scopes that a user was asked for, and those they ticked. */
export interface Consent {
  readonly asked: readonly string[]
  readonly granted: readonly string[]
}

export interface FileRecord {
  readonly id: string
  readonly name: string
  readonly mimeType: string
  readonly parents: readonly string[]
  readonly description: string | null
  readonly appProperties: Texts
  readonly trashed: boolean
  readonly size: number
  readonly md5: string
  readonly created: number
  readonly modified: number
  readonly owner: string
  /** Made by someone else's client: invisible under drive.file. */
  readonly foreign: boolean
  /** The execution that made it: search lags behind inside it. */
  readonly madeBy: number
}

export interface TriggerRecord {
  readonly id: string
  readonly handler: string
  readonly user: string
  readonly kind: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT'
  readonly schedule: Schedule | null
  /** When it is due next; null once fired for good. */
  readonly next: number | null
  readonly disabled: boolean
}
export type Schedule =
  | { readonly every: 'minutes' | 'hours'; readonly count: number }
  | {
      readonly every: 'days' | 'weeks' | 'months'
      readonly count: number
      /** 0-6 for weeks (0 = Sunday), 1-31 for months. */
      readonly on: number | null
      readonly hour: number
      readonly minute: number
      readonly zone: string
    }
  | { readonly every: 'once'; readonly at: number }

export const scriptLockKey = (name: LockName, user: string): string => (name === 'user' ? `user:${user}` : name)
