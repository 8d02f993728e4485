import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launch } from './browser.ts'
import { root } from './root.ts'

/** Draws assets/icon.png (512 px; Plasmo makes the small ones) from assets/icon.svg. */
const svg = await readFile(join(root, 'assets/icon.svg'), 'utf8')
const browser = await launch()
try {
  const page = await browser.newPage({ viewport: { width: 512, height: 512 } })
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
  await page.screenshot({ path: join(root, 'assets/icon.png'), omitBackground: true })
} finally {
  await browser.close()
}
