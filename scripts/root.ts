import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root: found by walking up, because a script runs from its bundle, a test from its source. */
export const root: string = (() => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'manifest.config.ts'))) return folder
    if (folder === dirname(folder)) throw new Error('manifest.config.ts not found above this file')
  }
})()

/** True when `script` is what was started, false when it is only imported. */
export const isEntry = (script: string): boolean => basename(process.argv[1] ?? '') === script
