import type { Emulator } from '../../sheets-addon/emulator/index.ts'
import { serveWebApp, type WebAppOptions, type WebAppServer } from '../../sheets-addon/emulator/index.ts'

/** The emulator's clock stands still; the extension's does not: before each exchange the sheet's comes up to now. */
export function keepUp(emulator: Emulator): Emulator {
  const now = new Date().toISOString()
  if (emulator.clock.instant() < now) emulator.clock.set(now)
  return emulator
}

/** The web app of whichever workbook is open at that moment. */
export const serveLiving = (emulator: () => Emulator, options?: WebAppOptions): Promise<WebAppServer> =>
  serveWebApp({ web: (...request) => keepUp(emulator()).web(...request) }, options)
