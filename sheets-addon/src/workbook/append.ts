import type { JournalEvent } from '@tabellion/shared/journal'
import type { Ports } from '../ports.ts'
import { headProperty, openWorkbook, pendingProperty } from './open.ts'
import { appendEvents } from './write.ts'

/**
 * Appends to the journal under the lock, durably: what comes next may rely on it. `also` writes elsewhere before the same
 * flush. False when another run holds the lock.
 */
export function journalNow(
  ports: Ports,
  events: readonly JournalEvent[],
  also: { readonly write?: () => void; readonly properties?: Readonly<Record<string, string>> } = {},
): boolean {
  return (
    ports.lock.hold(() => {
      const head = openWorkbook(ports).headOnly()
      ports.store.write(pendingProperty)
      const next = appendEvents(ports.sheets, events, head, ports.clock.instant)
      also.write?.()
      ports.sheets.flush()
      ports.store.write({ ...headProperty(next), ...also.properties })
      return true
    }) ?? false
  )
}
