import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleOptions } from './addon/options.ts'
import { buildAddon } from './build-addon.ts'
import { writeWhole } from './content-key.mjs'
import { isEntry, root } from './root.ts'

const folder = 'sheets-addon/installer'
/** One file, opened from a disk or a mail: it holds the whole script and asks nobody for anything. */
export const installerFile = 'build/installer.html'

export async function buildInstaller(): Promise<string> {
  const { build } = await import('esbuild')
  const { files } = await buildAddon()
  const { outputFiles } = await build({
    ...bundleOptions,
    entryPoints: [`${folder}/installer.ts`, `${folder}/installer.css`],
    outdir: 'build/installer',
    platform: 'browser',
  })
  const output = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? ''
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  // A `<` in the files could end the element that holds them.
  const held = JSON.stringify(files).replaceAll('<', '\\u003c')
  const parts: Readonly<Record<string, string>> = {
    style: `<style>${output('.css')}</style>`,
    version,
    files: `<script type="application/json" id="files">${held}</script>`,
    script: `<script>${output('.js')}</script>`,
  }
  const html = Object.entries(parts).reduce(
    (page, [name, part]) => page.replace(`<!-- ${name} -->`, () => part),
    readFileSync(join(root, folder, 'installer.html'), 'utf8'),
  )
  writeWhole(join(root, installerFile), html)
  return html
}

if (isEntry('build-installer.ts')) {
  await buildInstaller()
  console.log(installerFile)
}
