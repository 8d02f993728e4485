import type { JournalEvent } from '@tabellion/shared/journal'
import type { Ports } from '../ports.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook } from './open.ts'
import { appendEvents } from './write.ts'

export interface Appending {
  readonly events: readonly JournalEvent[]
  /** Written elsewhere before the same flush. */
  readonly write?: () => void
  readonly properties?: Readonly<Record<string, string>>
}

/** Appends to the journal under the lock, durably: what comes next may rely on it. False when another run holds the lock. */
export const journalNow = (ports: Ports, what: (workbook: Workbook) => Appending): boolean =>
  ports.lock.hold(() => {
    const workbook = openWorkbook(ports)
    journalHeld(ports, workbook, what(workbook))
    return true
  }) ?? false

/** As `journalNow`, for who holds the lock already. */
export function journalHeld(ports: Ports, workbook: Workbook, { events, write, properties }: Appending): void {
  const head = workbook.headOnly()
  ports.store.write(pendingProperty)
  const next = appendEvents(ports.sheets, events, head, ports.clock.instant)
  write?.()
  ports.sheets.flush()
  ports.store.write({ ...headProperty(next), ...properties })
}
