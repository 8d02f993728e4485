/** Bundles the page of the workbench into `build/workbench-page/`, when its sources have changed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFresh, stamp, writeWhole } from '../../scripts/content-key.mjs'
import { root } from '../../scripts/root.ts'

const folder = 'build/workbench-page'
const stampFile = join(root, 'build/workbench-page.inputs.json')
const page = 'sheets-addon/workbench/page'
const built = ['page.js', 'page.css', 'google-script.js'] as const

export interface BuiltWorkbench {
  readonly script: string
  readonly style: string
  /** Goes into each page of HtmlService, in its frame. */
  readonly googleScript: string
}

const read = (): BuiltWorkbench => {
  const [script, style, googleScript] = built.map((name) => readFileSync(join(root, folder, name), 'utf8'))
  return { script: script ?? '', style: style ?? '', googleScript: googleScript ?? '' }
}

export async function buildWorkbench(): Promise<BuiltWorkbench> {
  if (isFresh(stampFile, root)) return read()
  const { build } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { page: `${page}/main.tsx`, 'google-script': `${page}/frame/google-script.ts` },
    outdir: folder,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    target: 'es2022',
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    logLevel: 'warning',
    // Served beside the page, under the same token.
    external: ['*.ttf'],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  for (const { path, contents } of outputFiles) writeWhole(path, contents)
  stamp(stampFile, root, [
    'package-lock.json',
    'sheets-addon/workbench/build.ts',
    ...Object.keys(metafile.inputs),
    ...built.map((name) => `${folder}/${name}`),
  ])
  return read()
}
