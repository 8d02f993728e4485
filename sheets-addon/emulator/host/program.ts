/** A pushed bundle, compiled once; and the fakes, bundled from fakes/ when their sources have changed. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import type { Bundle, Manifest } from '../types.ts'

export interface Program {
  readonly code: string
  readonly html: Readonly<Record<string, string>>
  readonly manifest: Manifest
  readonly script: Script
  /** Menus, triggers and google.script.run find functions statically: a real top-level declaration. */
  declares(name: string): boolean
}

const compiled = new Map<string, Script>()

export function compileProgram(bundle: Bundle): Program {
  const manifest: Manifest = typeof bundle.manifest === 'string' ? JSON.parse(bundle.manifest) : bundle.manifest
  if (manifest.runtimeVersion !== undefined && manifest.runtimeVersion !== 'V8') {
    throw new Error(`runtimeVersion ${manifest.runtimeVersion}: only V8 runs since 31 Jan 2026`)
  }
  let script = compiled.get(bundle.code)
  if (!script) {
    script = new Script(bundle.code, { filename: 'Code.gs' })
    compiled.clear()
    compiled.set(bundle.code, script)
  }
  const { code } = bundle
  return {
    code,
    html: bundle.html ?? {},
    manifest,
    script,
    declares: (name) =>
      /^[\w$]+$/.test(name) && new RegExp(`\\bfunction\\s+${name.replaceAll('$', '\\$')}\\s*\\(`).test(code),
  }
}

/** The emulator's folder: found by walking up, because the door runs from its own bundle, a test from the sources. */
function emulatorFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'sheets-addon/emulator')
    if (existsSync(join(candidate, 'fakes/main.ts'))) return candidate
    if (folder === dirname(folder)) throw new Error('sheets-addon/emulator/fakes not found above this file')
  }
}

let fakes: Script | undefined

/** Evaluates to `install(host, facts)`; see fakes/main.ts. */
export function fakesScript(): Script {
  fakes ??= new Script(`(() => {${fakesText()}\nreturn fakes.install})()`, { filename: 'google-fakes.js' })
  return fakes
}

function fakesText(): string {
  const emulator = emulatorFolder()
  const hash = createHash('sha1')
  for (const name of readdirSync(join(emulator, 'fakes')).sort())
    hash.update(readFileSync(join(emulator, 'fakes', name)))
  const stamp = `// ${hash.digest('hex')}\n`
  const kept = join(emulator, '../../build/emulator/fakes.js')
  const text = existsSync(kept) ? readFileSync(kept, 'utf8') : ''
  if (text.startsWith(stamp)) return text
  // Loaded only when the sources changed: the door starts without any compiler.
  const esbuild: typeof import('esbuild') = createRequire(import.meta.url)('esbuild')
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [join(emulator, 'fakes/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'fakes',
    target: 'es2022',
    charset: 'utf8',
  })
  const fresh = stamp + (outputFiles[0]?.text ?? '')
  mkdirSync(dirname(kept), { recursive: true })
  writeFileSync(`${kept}.${process.pid}`, fresh)
  renameSync(`${kept}.${process.pid}`, kept)
  return fresh
}
