import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildSplit } from './addon/annex.ts'
import { bundleOptions } from './addon/options.ts'
import { weightsOf } from './addon/weights.ts'
import { isBeingWritten, isFresh, stamp, writeWhole } from './content-key.mjs'
import { isEntry, root } from './root.ts'

const src = 'sheets-addon/src'
const dist = 'sheets-addon/dist'
const stampFile = join(root, 'build/addon.inputs.json')
/** What weighs how much in `Code.js` and in `annex.html`: see weigh.ts. */
export const weightsFile = 'build/addon.weights.json'
const under = (folder: string): string[] => {
  try {
    return readdirSync(join(root, folder))
      .filter((file) => !isBeingWritten(file))
      .sort()
  } catch {
    return []
  }
}

export interface BuiltAddon {
  /** The text of `Code.js`, as it is pushed. */
  readonly code: string
  /** Every HTML file, the annex included, by the name under which the script asks for it. */
  readonly html: Readonly<Record<string, string>>
  /** The text of `appsscript.json`. */
  readonly manifest: string
  /** Every file of `dist/`, by name. */
  readonly files: Readonly<Record<string, string>>
}

interface Part {
  readonly files: Record<string, string>
  readonly inputs: readonly string[]
}

/** The script: one closure, and one real top-level function per export of main.ts, since menus find functions statically. */
async function buildServer(): Promise<Part> {
  const { build } = await import('esbuild')
  const entry = `${src}/main.ts`
  const [script, outline] = await Promise.all([
    buildSplit(entry),
    build({ ...bundleOptions, bundle: false, minify: false, format: 'esm', entryPoints: [entry] }),
  ])
  const names = [...(Object.values(outline.metafile.outputs)[0]?.exports ?? [])].sort()
  const stubs = names.map((name) => `function ${name}(...a){return __t.${name}(...a)}`)
  const code = ['/* Tabellion. Generated from sheets-addon/src: do not edit here. */', script.code, ...stubs, ''].join(
    '\n',
  )
  const annexed = script.rooms.map(({ metafile }) => metafile)
  const weights = { 'Code.js': weightsOf([script.metafile]), 'annex.html': weightsOf(annexed) }
  writeWhole(join(root, weightsFile), JSON.stringify(weights))
  if (/[\w)\]]\??\.#[A-Za-z_$]/.test(code))
    throw new Error('Code.js: a private #member is left, Apps Script cannot parse it')
  return {
    files: { 'Code.js': code, 'annex.html': script.annex },
    inputs: [script.metafile, ...annexed].flatMap(({ inputs }) => Object.keys(inputs)),
  }
}

/** One page: its HTML with the style and script of the entry of the same name in place of its two markers. */
async function buildPage(file: string): Promise<Part> {
  const { build } = await import('esbuild')
  const page = basename(file, '.html')
  const { outputFiles, metafile } = await build({
    ...bundleOptions,
    entryPoints: [`${src}/sidebar/${page}.ts`],
    outdir: dist,
    platform: 'browser',
    jsx: 'automatic',
    // HtmlService strips // and /* inside template literals.
    supported: { 'template-literal': false },
  })
  const output = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? ''
  const script = output('.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  const source = `${src}/sidebar/${file}`
  const html = readFileSync(join(root, source), 'utf8')
  for (const marker of ['<!-- style -->', '<!-- script -->']) {
    if (!html.includes(marker)) throw new Error(`${source}: ${marker} is missing`)
  }
  const text = html
    .replace('<!-- style -->', () => `<style>${output('.css')}</style>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`)
  if (text.includes('`')) throw new Error(`${file}: a backtick is left, HtmlService would spoil it`)
  return { files: { [file]: text }, inputs: [source, ...Object.keys(metafile.inputs)] }
}

function read(): BuiltAddon {
  const files = Object.fromEntries(under(dist).map((file) => [file, readFileSync(join(root, dist, file), 'utf8')]))
  const html = Object.fromEntries(
    Object.entries(files).flatMap(([name, text]) => (name.endsWith('.html') ? [[basename(name, '.html'), text]] : [])),
  )
  return { code: files['Code.js'] ?? '', html, manifest: files['appsscript.json'] ?? '{}', files }
}

/** Builds what is pushed to Google into `sheets-addon/dist/`; does nothing when no input and no output has changed. */
export async function buildAddon(): Promise<BuiltAddon> {
  if (isFresh(stampFile, root)) return read()
  const pages = under(`${src}/sidebar`).filter((file) => file.endsWith('.html'))
  const parts = await Promise.all([buildServer(), ...pages.map(buildPage)])
  const manifest = 'sheets-addon/appsscript.json'
  const files: Record<string, string> = { 'appsscript.json': readFileSync(join(root, manifest), 'utf8') }
  for (const part of parts) Object.assign(files, part.files)
  for (const stale of under(dist)) if (!(stale in files)) rmSync(join(root, dist, stale), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeWhole(join(root, dist, name), text)
  stamp(stampFile, root, [
    manifest,
    `${src}/sidebar`,
    'package-lock.json',
    'scripts/build-addon.ts',
    'scripts/addon',
    ...under('scripts/addon').map((file) => `scripts/addon/${file}`),
    weightsFile,
    ...parts.flatMap(({ inputs }) => inputs),
    ...Object.keys(files).map((name) => `${dist}/${name}`),
  ])
  return read()
}

if (isEntry('build-addon.ts')) {
  const { files } = await buildAddon()
  for (const [name, text] of Object.entries(files)) {
    console.log(`${dist}/${name}  ${Buffer.byteLength(text).toLocaleString('en')} bytes`)
  }
}
