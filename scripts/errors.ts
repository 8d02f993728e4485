import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { galleryText, sections } from './errors/gallery.ts'
import { isEntry, root } from './root.ts'

const page = join(root, 'docs/errors.md')

/** `npm run errors` writes the page; `--check` fails when it is no longer what the sentences say. */
if (isEntry('errors.ts')) {
  const text = galleryText(sections())
  if (process.argv.includes('--check')) {
    if (readFileSync(page, 'utf8') !== text) {
      console.error('docs/errors.md is not what the sentences say: run npm run errors.')
      process.exitCode = 1
    }
  } else writeFileSync(page, text)
}
