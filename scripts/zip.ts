import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { zipSync } from 'fflate'

/** A zip of the folder's files, the same bytes for the same contents: the format keeps local time, hence the local date. */
export function zipFolder(folder: string, zip: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const named = files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file)] as const)
  writeFileSync(zip, zipSync(Object.fromEntries(named), { level: 9, mtime: new Date(1980, 0, 1) }))
}
