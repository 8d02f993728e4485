import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../root.ts'
import { syncManifests } from '../sync-manifest.ts'

const git = (...args: string[]): string[] =>
  spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 }).stdout.split('\0').filter(Boolean)
/** Tracked files; in an export without git, none: these tests belong to the repository. */
const tracked = git('ls-files', '-z').filter((file) => existsSync(join(root, file)))
const text = (file: string): string => readFileSync(join(root, file), 'utf8')
const isTable = (file: string): boolean => /golden|fixtures|\.generated\.|vocabulary/.test(file)
const code = tracked.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file))

/** Files that hold one table or one list and would be worse in two. Each with its reason. */
const longOnPurpose: Readonly<Record<string, string>> = {
  'shared/invoicing/document.ts': 'one model: every fact of a document, in the order of EN 16931',
  'sheets-addon/emulator/calc/formula-cases.ts': 'one table: formulas and what they are worth, by subject',
  'sheets-addon/emulator/types.ts': 'one contract: all that a driver of the emulator can say and read',
}

test('every room of shared/ has its door', () => {
  const rooms = readdirSync(join(root, 'shared'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => entry.name)
  expect(rooms.filter((room) => !existsSync(join(root, 'shared', room, 'index.ts')))).toEqual([])
})

test('no file has grown two subjects: 250 lines at most, tables and goldens apart', () => {
  const long = code
    .filter((file) => !isTable(file) && !(file in longOnPurpose))
    .map((file) => [file, text(file).split('\n').length] as const)
    .filter(([, lines]) => lines > 250)
  expect(long).toEqual([])
})

test('one file has the themes: pages take their colours from it', () => {
  const themed = tracked.filter((file) => /\.(css|html|tsx)$/.test(file) && text(file).includes('prefers-color-scheme'))
  expect(themed).toEqual(['assets/tokens.css'])
})

test('no tracked file names a machine, a registry or a session', () => {
  // Written in two halves so that this file does not accuse itself.
  const forbidden = [
    '/' + 'work/',
    '/' + 'root/',
    'registry.' + 'npmjs',
    'art' + 'ifactory',
    'code' + 'artifact',
    'pkg.' + 'dev/npm',
  ]
  const guilty = tracked
    .filter((file) => !/\.(png|ttf|icc|pdf|jpg)$/.test(file))
    .flatMap((file) => forbidden.filter((word) => text(file).includes(word)).map((word) => `${file}: ${word}`))
  expect(guilty).toEqual([])
})

test('the lockfile names no registry host, and covers other platforms', () => {
  const { packages }: { packages: Record<string, { resolved?: string; link?: boolean; integrity?: string }> } =
    JSON.parse(text('package-lock.json'))
  const entries = Object.entries(packages).filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link)
  expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  expect(entries.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
  for (const platform of ['darwin-arm64', 'darwin-x64', 'linux-x64', 'win32-x64']) {
    expect(entries.some(([path]) => path === `node_modules/@esbuild/${platform}`)).toBe(true)
  }
})

test('every dependency is pinned exactly', () => {
  const { dependencies, devDependencies }: Record<string, Record<string, string>> = JSON.parse(text('package.json'))
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name, version]) => !/^\d+\.\d+\.\d+$/.test(version) && name !== '@tabellion/shared',
  )
  expect(loose).toEqual([])
})

test('both manifests say what manifest.config.ts says', async () => {
  expect(await syncManifests('check')).toEqual([])
})

test('every npm script starts a file that is there', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(text('package.json'))
  const missing = Object.entries(scripts).filter(([, command]) => {
    const file = /scripts\/[\w/-]+\.ts/.exec(command)?.[0]
    return file === undefined || !existsSync(join(root, file))
  })
  expect(missing).toEqual([])
})

test('every link of the papers leads somewhere', () => {
  const papers = tracked.filter((file) => file.endsWith('.md'))
  const broken = papers.flatMap((paper) =>
    [...text(paper).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !existsSync(join(root, paper, '..', target)))
      .map((target) => `${paper}: ${target}`),
  )
  expect(broken).toEqual([])
})

test('no paper speaks of a file by a name that nothing has', () => {
  const named = [
    ...text('CONTRIBUTING.md').matchAll(/`((?:shared|extension|sheets-addon|scripts|assets|docs)\/[\w./-]+\.\w+)`/g),
  ]
  expect(named.map((match) => match[1] ?? '').filter((file) => !existsSync(join(root, file)))).toEqual([])
})
