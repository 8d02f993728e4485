import { readAnnex } from './google/annex.ts'
import { googleClock, googleIds } from './google/clock.ts'
import { googleFiles } from './google/files.ts'
import { googleLock } from './google/lock.ts'
import { googleMailer } from './google/mailer.ts'
import { googleProbes } from './google/probes.ts'
import { googleScreen } from './google/screen.ts'
import { googleSecrets } from './google/secrets.ts'
import { googleSheets } from './google/sheets.ts'
import { googleStore } from './google/store.ts'
import { googleStructure } from './google/structure.ts'
import { googleTriggers } from './google/triggers.ts'
import type { Ports, Sheets, Store } from './ports.ts'
import { VERSION, VERSION_PROPERTY } from './version.ts'

/** What is pushed says so wherever it writes, at no round trip of its own: the deployed web app compares (ground truth 8). */
const stampedStore: Store = {
  read: googleStore.read,
  write: (values) => googleStore.write({ ...values, [VERSION_PROPERTY]: VERSION }),
}

/** The web app’s ports: those of a menu, but for the stamp. */
export const webPorts = (): Ports => ({ ...googlePorts(), store: googleStore })

/**
 * The words of what is told at the end are in the annex: it is read before the first write. No call of Google's comes after
 * the last write then, and a run that is stopped at any call is finished by asking again, never done twice.
 */
const toldAfterwards = (sheets: Sheets): Sheets => ({
  ...sheets,
  write: (...block) => {
    readAnnex()
    sheets.write(...block)
  },
  writeEach: (...cells) => {
    readAnnex()
    sheets.writeEach(...cells)
  },
})

/** The real ports, wired once per run. */
export const googlePorts = (): Ports => ({ ...keystrokePorts(), sheets: toldAfterwards(googleSheets()) })

/** For a keystroke, which tells nothing afterwards. */
export function keystrokePorts(): Ports {
  return {
    sheets: googleSheets(),
    structure: googleStructure(),
    lock: googleLock,
    store: stampedStore,
    secrets: googleSecrets,
    files: googleFiles(googleStore),
    mailer: googleMailer,
    triggers: googleTriggers,
    clock: googleClock(),
    ids: googleIds,
    screen: googleScreen,
    probes: googleProbes,
  }
}
