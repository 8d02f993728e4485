import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appsScript, extension } from '../manifest.config.ts'
import { isEntry, root } from './root.ts'

/** Writes what manifest.config.ts says where Plasmo and clasp read it; returns the files that were out of date. */
export async function syncManifests(mode: 'write' | 'check'): Promise<string[]> {
  const packagePath = join(root, 'package.json')
  const described: unknown = JSON.parse(await readFile(packagePath, 'utf8'))
  const wanted = [
    [packagePath, { ...(described as object), ...extension }],
    [join(root, 'sheets-addon/appsscript.json'), appsScript],
  ] as const
  const stale: string[] = []
  for (const [file, value] of wanted) {
    const text = `${JSON.stringify(value, null, 2)}\n`
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue
    stale.push(file)
    if (mode === 'write') await writeFile(file, text)
  }
  return stale
}

if (isEntry('sync-manifest.ts')) {
  const check = process.argv.includes('--check')
  const stale = await syncManifests(check ? 'check' : 'write')
  for (const file of stale) console.log(check ? `out of date: ${file} (run npm run sync)` : `wrote ${file}`)
  if (stale.length === 0) console.log('Both manifests say what manifest.config.ts says.')
  if (check && stale.length > 0) process.exit(1)
}
