import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildContent } from './build-content.ts'
import { isFresh, stamp, writeWhole } from './content-key.mjs'
import { manifestProblems } from './extension-manifest.ts'
import { isEntry, root } from './root.ts'
import { syncManifests } from './sync-manifest.ts'

export const browsers = ['chrome', 'firefox'] as const
export type BrowserName = (typeof browsers)[number]

export const builtFolder = (browser: BrowserName): string => join(root, `extension/build/${browser}-mv3-prod`)

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))

function inputs(browser: BrowserName): string[] {
  const sources = ['extension', 'shared', 'assets']
    .flatMap(filesUnder)
    .filter((file) => !/^extension\/(build|e2e)\/|\/(node_modules|golden|fixtures)\/|\.test\.tsx?$/.test(file))
  const settings = [
    'package.json',
    'package-lock.json',
    'scripts/build-extension.ts',
    'scripts/build-content.ts',
    'scripts/extension-manifest.ts',
  ]
  return [...sources, ...settings, ...filesUnder(relative(root, builtFolder(browser)))]
}

/** Plasmo prints a page of trace when it cannot ask the registry for a newer self: its words are shown only when it fails. */
function runPlasmo(browser: BrowserName): Promise<void> {
  const args = [
    join(root, 'node_modules/plasmo/bin/index.mjs'),
    'build',
    `--target=${browser}-mv3`,
    '--src-path=extension',
    '--build-path=extension/build',
    '--hoist',
  ]
  const env = { ...process.env, npm_config_user_agent: process.env['npm_config_user_agent'] ?? 'npm' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`plasmo build failed (${code})\n${said}`))))
  })
}

/** jsPDF names a script on a CDN; the stores refuse remotely hosted code (parallax/jsPDF#3761). */
function removeCdn(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue
    const file = join(folder, name)
    const text = readFileSync(file, 'utf8')
    const without = text.replaceAll(/https:\/\/cdnjs\.cloudflare\.com\/[\w./-]+/g, 'about:blank')
    if (without !== text) writeWhole(file, without)
  }
}

/** Two Plasmo runs in one checkout spoil each other's `.plasmo/`: the second waits. */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(root, 'build/plasmo.lock')
  mkdirSync(join(root, 'build'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      // Left by a run that was killed: none lasts ten minutes.
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 600_000) rmdirSync(lock)
      await wait(250)
    }
  }
  try {
    return await work()
  } finally {
    rmdirSync(lock)
  }
}

/** Builds the extension for one browser and returns its folder; does nothing when no input and no output has changed. */
export async function buildExtension(browser: BrowserName): Promise<string> {
  const folder = builtFolder(browser)
  const remembered = join(root, `build/extension-${browser}.inputs.json`)
  await oneAtATime(async () => {
    if (isFresh(remembered, root)) return
    await syncManifests('write')
    await runPlasmo(browser)
    removeCdn(folder)
    await buildContent(folder)
    const problems = manifestProblems(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
    if (problems.length > 0) throw new Error(`The built manifest is not what was asked for:\n${problems.join('\n')}`)
    stamp(remembered, root, inputs(browser))
  })
  return folder
}

if (isEntry('build-extension.ts')) {
  const wanted = browsers.filter((browser) => process.argv.length <= 2 || process.argv.includes(browser))
  for (const browser of wanted) {
    const started = performance.now()
    const folder = await buildExtension(browser)
    console.log(`${relative(root, folder)}  ${Math.round(performance.now() - started)} ms`)
  }
}
