import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface BrowserPlaces {
  /** The variable that names the one to use, and nothing else then. */
  readonly variable: string
  /** As they are called on the PATH. */
  readonly names: readonly string[]
  readonly usualPlaces: readonly string[]
}

const runnable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A browser that is there: the variable first, then the PATH, then the usual places. */
export function findBrowser({ variable, names, usualPlaces }: BrowserPlaces): string | undefined {
  const chosen = process.env[variable]
  if (chosen) return runnable(chosen) ? chosen : undefined
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...usualPlaces].find(runnable)
}
