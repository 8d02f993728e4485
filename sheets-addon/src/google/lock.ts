import type { Lock } from '../ports.ts'
import { refuse } from '../workbook/refusal.ts'

const WAIT_MS = 20_000

/**
 * The script lock, everywhere: the document lock is null in a web app (ground truth 1), and a bound script has one project
 * per file. Never nested; no dialog is shown while it is held (ground truth 2).
 */
export const googleLock: Lock = {
  need: (work) => googleLock.hold(work) ?? refuse({ code: 'lock-held' }),
  hold: (work) => {
    const lock = LockService.getScriptLock()
    if (!lock.tryLock(WAIT_MS)) return undefined
    try {
      return work()
    } finally {
      lock.releaseLock()
    }
  },
}
