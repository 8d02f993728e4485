// node scripts/run.mjs scripts/x.ts args…: bundles the script with what it imports of ours, then runs it.
// Node 20 cannot run TypeScript. The bundle is kept and recognised by the contents of its inputs, so that a second
// start costs a few milliseconds and loads no compiler.
import './install-first.mjs'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = process.argv[2]
if (!entry) {
  console.error('usage: node scripts/run.mjs scripts/<name>.ts [arguments]')
  process.exit(1)
}
const name = basename(entry).replace(/\.ts$/, '')
const bundle = `${root}build/scripts/${name}.mjs`
const stamp = `${root}build/scripts/${name}.inputs.json`

const digest = (file) => {
  try {
    return createHash('sha1').update(readFileSync(file)).digest('base64')
  } catch {
    return undefined
  }
}

/** The lockfile stands for the compiler and every outside package. */
const always = ['package-lock.json', 'scripts/run.mjs']

function fresh() {
  try {
    const inputs = Object.entries(JSON.parse(readFileSync(stamp, 'utf8')))
    return inputs.every(([file, was]) => digest(root + file) === was)
  } catch {
    return false
  }
}

async function build() {
  const { build } = await import('esbuild')
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    jsx: 'automatic',
    plugins: [
      {
        name: 'ours-inside-the-rest-outside',
        setup(esbuild) {
          esbuild.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
            if (kind === 'entry-point') return undefined
            const room = /^@tabellion\/shared\/(.+)$/.exec(path)?.[1]
            return room ? { path: `${root}shared/${room}/index.ts` } : { path, external: true }
          })
        },
      },
    ],
  })
  const inputs = [...always, ...Object.keys(result.metafile.inputs)].sort()
  mkdirSync(`${root}build/scripts`, { recursive: true })
  // Two starts at once both build: each file appears whole, the stamp last.
  for (const [file, contents] of [
    [bundle, result.outputFiles[0].contents],
    [stamp, JSON.stringify(Object.fromEntries(inputs.map((file) => [file, digest(root + file)])))],
  ]) {
    writeFileSync(`${file}.${process.pid}`, contents)
    renameSync(`${file}.${process.pid}`, file)
  }
}

if (!fresh()) await build()
process.argv.splice(1, 2, root + entry)
if (process.env.TABELLION_TRACE) process.setSourceMapsEnabled(true)
await import(pathToFileURL(bundle).href)
