import type { Ports } from '../ports.ts'
import { type BrowserKey, storedKey } from './keys.ts'

/** Once a day at most: each write of a property counts. */
export function see({ secrets }: Ports, before: BrowserKey, now: BrowserKey): void {
  const [was, is] = [storedKey(before), storedKey(now)]
  if (Object.entries(is).some(([name, value]) => was[name] !== value)) secrets.write(is)
}
