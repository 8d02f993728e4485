import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { closeBrowser, menu, showPage } from '../../sheets-addon/e2e/page-in-chromium.ts'
import { bundle, done, workshop } from '../../sheets-addon/test/workshop.ts'
import { startWorkbench } from '../../sheets-addon/workbench/server.ts'
import { launch } from '../browser.ts'
import { isEntry, root } from '../root.ts'
import { palettePng } from './bitmap.ts'
import { bitmapOf, collage } from './collage.ts'
import { scenes } from './pane-scenes.ts'

// The sidebar, the dialogs and the dashboard as they are: docs/pictures/ has the sheets that are committed. To look at each in
// both themes, in build/pictures/panes/: node scripts/run.mjs scripts/pictures/panes.ts [names] [--light].

type Theme = 'light' | 'dark'

/** What the papers show: name, theme. */
const SHEETS: Readonly<Record<string, readonly (readonly [name: string, theme: Theme])[]>> = {
  sidebar: [
    ['today', 'light'],
    ['issue', 'light'],
    ['issue-done', 'light'],
    ['client', 'dark'],
  ],
  bank: [
    ['import', 'light'],
    ['match', 'light'],
    ['match-other', 'light'],
    ['match-done', 'light'],
  ],
  connect: [
    ['connect', 'light'],
    ['connect-code', 'light'],
    ['connect-by-hand', 'light'],
  ],
  'quotes-pane': [
    ['quotes', 'light'],
    ['quotes-deposit', 'light'],
  ],
  reminders: [
    ['reminders', 'light'],
    ['reminders-read', 'light'],
  ],
  plan: [['reminders-plan', 'light']],
  takeover: [
    ['takeover', 'light'],
    ['takeover-columns', 'light'],
    ['takeover-done', 'light'],
  ],
  orders: [
    ['orders', 'light'],
    ['orders-key', 'light'],
  ],
  assistant: [
    ['assistant-1', 'light'],
    ['assistant-4', 'light'],
  ],
  templates: [['templates-logo', 'light']],
}
const MOST_BYTES = 200_000

export async function paneSheets(wanted: (file: string) => boolean = () => true): Promise<void> {
  for (const [file, shown] of Object.entries(SHEETS)) {
    if (!wanted(file)) continue
    const pictures: Buffer[] = []
    for (const [name, theme] of shown) pictures.push(await take(name, theme, 1.5))
    await writeSheet(file, await collage(pictures))
  }
  await closeBrowser()
  if (wanted('dashboard')) await writeSheet('dashboard', await dashboard())
}

async function writeSheet(name: string, picture: Buffer): Promise<void> {
  const png = palettePng(await bitmapOf(picture))
  if (png.length > MOST_BYTES) throw new Error(`docs/pictures/${name}.png would be ${png.length} bytes`)
  write(`docs/pictures/${name}.png`, png)
}

async function take(name: string, colorScheme: Theme, scale: number): Promise<Buffer> {
  const scene = scenes[name]
  if (!scene) throw new Error(`no scene ${name}`)
  const { fails, go, height, menu: item, width, workbook } = scene
  const emulator = workbook()
  menu(emulator, item)
  const shown = await showPage(emulator, {
    colorScheme,
    scale,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(fails === undefined ? {} : { fails }),
  })
  await shown.frame.locator('main > :visible').first().waitFor()
  await go?.(shown)
  // Transitions, and the count beside « Aujourd’hui ».
  await shown.page.waitForTimeout(300)
  const png = await shown.page.screenshot()
  await shown.close()
  return png
}

/** The whole dashboard of a business at the end of its year, in the workbench; the active cell is an empty one. */
async function dashboard(): Promise<Buffer> {
  const emulator = workshop()
  done(emulator, 'sample-data', { business: 'graphiste' })
  const { issued = [] } = done(emulator, 'issue-invoices')
  for (const [index, { number, payableCents }] of issued.entries()) {
    const date = `2026-${String(1 + (index % 11)).padStart(2, '0')}-15`
    if (index % 4 !== 0 && payableCents > 0)
      done(emulator, 'record-payment', { number, date, amountCents: payableCents, method: 'transfer' })
  }
  emulator.clock.set('2026-12-29T08:00:00Z')
  done(emulator, 'check-file')
  const instant = emulator.clock.instant()
  const workbench = await startWorkbench({ bundle, state: emulator.save(), folder: null, instant })
  const browser = await launch()
  try {
    const page = await browser.newPage({ viewport: { width: 1180, height: 1500 } })
    await page.goto(workbench.url)
    await page.getByRole('tab', { name: 'Tableau de bord', exact: true }).click()
    const box = page.getByLabel('Zone de nom')
    await box.fill('A2')
    await box.press('Enter')
    await page.waitForTimeout(800)
    return await page.screenshot()
  } finally {
    await browser.close()
    await workbench.close()
  }
}

function write(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), bytes)
  console.log(`${file}  ${bytes.length.toLocaleString('en')} bytes`)
}

if (isEntry('panes.ts')) {
  const wanted = process.argv.slice(2)
  const names = wanted.filter((name) => !name.startsWith('--'))
  const themes: readonly Theme[] = wanted.includes('--light') ? ['light'] : ['light', 'dark']
  if (names[0] === 'dashboard') write('build/pictures/panes/dashboard-light.png', await dashboard())
  else if (wanted.includes('--sheets')) await paneSheets()
  else
    for (const name of names.length > 0 ? names : Object.keys(scenes))
      for (const theme of themes) write(`build/pictures/panes/${name}-${theme}.png`, await take(name, theme, 2))
  await closeBrowser()
}
