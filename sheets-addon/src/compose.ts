import { googleClock, googleIds } from './google/clock.ts'
import { googleFiles } from './google/files.ts'
import { googleLock } from './google/lock.ts'
import { googleScreen } from './google/screen.ts'
import { googleSheets } from './google/sheets.ts'
import { googleStore } from './google/store.ts'
import { googleStructure } from './google/structure.ts'
import type { Ports } from './ports.ts'

/** The real ports, wired once per run. */
export function googlePorts(): Ports {
  return {
    sheets: googleSheets(),
    structure: googleStructure(),
    lock: googleLock,
    store: googleStore,
    files: googleFiles(googleStore),
    clock: googleClock(),
    ids: googleIds,
    screen: googleScreen,
  }
}
