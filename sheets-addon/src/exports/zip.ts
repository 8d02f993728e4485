import type { Day } from '@tabellion/shared/calendar'
import { type Zippable, zipSync } from 'fflate'

/** The files at their paths, dated that day at noon: the same files give the same bytes. A PDF is deflated already and stays as it is. */
export function zip(files: Iterable<readonly [path: string, bytes: Uint8Array]>, day: Day): Uint8Array {
  const mtime = new Date(`${day}T12:00:00`)
  const packed: Zippable = {}
  for (const [path, bytes] of files) packed[path] = [bytes, { level: path.endsWith('.pdf') ? 0 : 6, mtime }]
  return zipSync(packed)
}
