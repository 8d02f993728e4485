import type { Day } from '@tabellion/shared/calendar'
import type { Store } from '../store/store.ts'

/** What the worker's parts stand on: time, chance, the network and the browser, so that tests can be at another moment. */
export interface Desk {
  readonly store: Store
  /** UTC, ISO 8601 to the millisecond. */
  now(): string
  /** In France. */
  today(): Day
  /** A ULID: sortable by the moment it was made. */
  newId(): string
  readonly fetching: typeof fetch
  /** One at a time under this name, whatever wakes the worker. */
  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result>
  /** Wakes the worker then, at the latest, though it be stopped meanwhile. */
  wakeAt(instant: string): Promise<void>
  /** Pages and content scripts look again. */
  tellChanged(): void
  readonly version: string
  readonly browserName: string
}
