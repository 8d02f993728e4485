import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import vm from 'node:vm'
import { build, type Metafile } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { appsScript } from '../manifest.config.ts'
import { buildSplit } from './addon/annex.ts'
import { scriptOptions } from './addon/options.ts'
import { type BuiltAddon, buildAddon, weightsFile } from './build-addon.ts'
import { root } from './root.ts'

let built: BuiltAddon
beforeAll(async () => {
  built = await buildAddon()
}, 120_000)

/** What main.ts exports, read from its text: menus, triggers and the sidebar find functions by these names. */
const exportsOfMain = async (): Promise<string[]> => {
  const main = await readFile(join(root, 'sheets-addon/src/main.ts'), 'utf8')
  const made = [...main.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map((match) => match[1] ?? '')
  const lent = [...main.matchAll(/^export \{([^}]+)\}/gm)].flatMap((match) => match[1]?.match(/\w+/g) ?? [])
  return [...made, ...lent].sort()
}

/** What Apps Script has, and no more: the language itself. */
const emptyRuntime = (): vm.Context => vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })

/** The files of which something is left in the output. */
const keptIn = ({ outputs }: Pick<Metafile, 'outputs'>): readonly string[] =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  )

test('Code.js loads in a context that holds nothing, and adds the functions of main.ts and one closure', async () => {
  const context = emptyRuntime()
  const before = new Set(vm.runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[])
  vm.runInContext(built.code, context)
  const after = vm.runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[]
  const added = after.filter((name) => !before.has(name))
  expect(added.sort()).toEqual([...(await exportsOfMain()), '__t'].sort())
  for (const name of await exportsOfMain()) expect(vm.runInContext(`typeof ${name}`, context)).toBe('function')
})

test('Code.js holds no syntax that Apps Script cannot parse and names no remote code', () => {
  expect(built.code).not.toMatch(/[\w)\]]\??\.#[A-Za-z_$]/)
  expect(built.code).not.toMatch(/\bstatic\s*\{/)
  expect(built.code).not.toContain('cdnjs.cloudflare.com')
})

test('Code.js reads no file: statements and lists are read in the page and at the door', async () => {
  const { metafile } = await build({ ...scriptOptions, entryPoints: ['sheets-addon/src/main.ts'] })
  const kept = keptIn(metafile)
  expect(kept).toContain('shared/statements/diff.ts')
  const readers =
    /papaparse|ledger\/foreign\/csv|statements\/french|^shared\/statements\/(read|readers|table|archive|encoding|foreign)\b/
  expect(kept.filter((file) => readers.test(file))).toEqual([])
}, 60_000)

test('a room of the annex is pure, and needs nothing but the language', async () => {
  const { rooms } = await buildSplit('sheets-addon/src/main.ts')
  expect(rooms.map(({ name }) => name)).toEqual(['documents', 'matching', 'sentences', 'beginnings'])
  for (const { code, metafile, name } of rooms) {
    // A copy of an error class would no longer be the class that the shell catches; a copy of a port, no longer the port.
    expect(keptIn(metafile).filter((file) => /src\/(google|actions|workbook\/refusal)/.test(file))).toEqual([])
    const lent: object = vm.runInContext(`(()=>{${code}})()`, emptyRuntime())
    expect(Object.keys(lent).length, name).toBeGreaterThan(0)
    expect(code).not.toMatch(/[\n`]/)
  }
}, 60_000)

test('what is in the annex is not in Code.js too', () => {
  const ours = JSON.parse(readFileSync(join(root, weightsFile), 'utf8'))
  for (const owner of ['jspdf', 'uqr', 'shared/matching', 'shared/documents/pdf', 'shared/documents/cii'])
    expect(ours['annex.html'], owner).toHaveProperty([owner])
  for (const owner of ['jspdf', 'uqr', 'fflate']) expect(ours['Code.js']).not.toHaveProperty([owner])
  // What is left of an annexed room are the calls of its functions.
  for (const owner of ['shared/matching', 'shared/documents/pdf', 'shared/documents/cii'])
    expect(ours['Code.js'][owner] ?? 0, owner).toBeLessThan(1_500)
})

test('no page holds a template literal, or a script that ends early', () => {
  const pages = Object.entries(built.files).filter(([name]) => name.endsWith('.html') && name !== 'annex.html')
  for (const [name, text] of pages) {
    expect(text, name).not.toContain('`')
    expect(text.match(/<script>/g), name).toHaveLength(1)
    expect(text.match(/<\/script>/g), name).toHaveLength(1)
    expect(text, name).not.toMatch(/<!--(?! )/)
  }
})

test('the pushed manifest asks for exactly the five scopes', () => {
  const pushed: unknown = JSON.parse(built.files['appsscript.json'] ?? '')
  expect(pushed).toEqual(JSON.parse(JSON.stringify(appsScript)))
  expect(appsScript.oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', '')).sort()).toEqual([
    'drive.file',
    'script.container.ui',
    'script.scriptapp',
    'script.send_mail',
    'spreadsheets.currentonly',
  ])
})

test('a second build without changes reads the first', async () => {
  const writtenAt = () => statSync(join(root, weightsFile)).mtimeMs
  const before = writtenAt()
  expect(await buildAddon()).toEqual(built)
  expect(writtenAt()).toBe(before)
})

test('clasp would push exactly the built files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tabellion-clasp-'))
  try {
    await mkdir(join(folder, 'dist'))
    for (const [name, text] of Object.entries(built.files)) await writeFile(join(folder, 'dist', name), text)
    await writeFile(join(folder, 'dist/notes.txt'), 'never pushed')
    await writeFile(join(folder, '.clasp.json'), JSON.stringify({ scriptId: 'x'.repeat(57), rootDir: 'dist' }))
    await writeFile(join(folder, '.claspignore'), await readFile(join(root, 'sheets-addon/.claspignore')))
    const clasp = join(root, 'node_modules/@google/clasp/build/src/index.js')
    expect(existsSync(clasp)).toBe(true)
    const run = spawnSync(process.execPath, [clasp, 'show-file-status', '--json'], { cwd: folder, encoding: 'utf8' })
    expect(run.stderr).toBe('')
    const { filesToPush }: { filesToPush: string[] } = JSON.parse(run.stdout)
    expect(filesToPush.map((file) => file.replace(/^dist\//, '')).sort()).toEqual(Object.keys(built.files).sort())
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 60_000)
