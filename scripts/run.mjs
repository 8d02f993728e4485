// node scripts/run.mjs scripts/x.ts args…: bundles the script with what it imports of ours, then runs it.
// Node 20 cannot run TypeScript. The bundle is kept and recognised by the contents of its inputs, so that a second
// start costs a few milliseconds and loads no compiler. TABELLION_TRACE=1 maps stack traces to the sources.
import './install-first.mjs'
import { relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isFresh, stamp, writeWhole } from './content-key.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = process.argv[2]
if (!entry) {
  console.error('usage: node scripts/run.mjs scripts/<name>.ts [arguments]')
  process.exit(1)
}
const name = relative(`${root}scripts`, resolve(root, entry)).replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-')
const bundle = `${root}build/scripts/${name}.mjs`
const inputs = `${root}build/scripts/${name}.inputs.json`

/** Our own code goes inside; npm packages stay outside and are loaded from node_modules. */
const oursInside = {
  name: 'ours-inside',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined
      const room = /^@tabellion\/shared\/(.+)$/.exec(path)?.[1]
      return room ? { path: `${root}shared/${room}/index.ts` } : { path, external: true }
    })
  },
}

if (!isFresh(inputs, root)) {
  const { build } = await import('esbuild')
  const { metafile, outputFiles } = await build({
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
    plugins: [oursInside],
  })
  writeWhole(bundle, outputFiles[0].contents)
  // The lockfile stands for the compiler.
  stamp(inputs, root, ['package-lock.json', 'scripts/run.mjs', ...Object.keys(metafile.inputs)])
}
if (process.env.TABELLION_TRACE) process.setSourceMapsEnabled(true)
process.argv.splice(1, 2, root + entry)
await import(pathToFileURL(bundle).href)
