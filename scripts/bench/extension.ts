// npm run bench -- extension: bytes of each entry; from the click on the toolbar button to a popup that can be used, in a real Chromium.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ExtensionInChromium, launchWithExtension } from '../../extension/e2e/extension-in-chromium.ts'
import { openSheet, type Sheet } from '../../extension/e2e/sheet.ts'
import { connect, Hand, killWorker } from '../../extension/e2e/story.ts'
import { buildExtension } from '../build-extension.ts'

const ROUNDS = 20
const MANY = 10_000

export async function extensionTable(): Promise<string> {
  const folder = await buildExtension('chrome')
  const bytes = entriesOf(folder).map(([name, size]) => `| ${name} | ${size.toLocaleString('en')} |`)
  const sheet = await openSheet()
  const chromium = await launchWithExtension(folder)
  try {
    await connect(chromium, sheet)
    const few = await clicks(chromium, sheet)
    await fillLedger(chromium, MANY)
    const many = await clicks(chromium, sheet)
    return [
      '| entry | bytes |',
      '| --- | ---: |',
      ...bytes,
      '',
      `| click on the button → proposals of the page, usable | median of ${ROUNDS}, ms | slowest, ms |`,
      '| --- | ---: | ---: |',
      `| 4 open invoices | ${few.median} | ${few.slowest} |`,
      `| ${MANY.toLocaleString('en')} open invoices, worker just woken | ${many.median} | ${many.slowest} |`,
    ].join('\n')
  } finally {
    await chromium.close()
    await sheet.close()
  }
}

function entriesOf(folder: string): readonly (readonly [string, number])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name.replace(/\.[0-9a-f]{8}\.js$/, '.js'), statSync(join(folder, name)).size] as const)
    .sort(([, a], [, b]) => b - a)
}

async function clicks(chromium: ExtensionInChromium, sheet: Sheet) {
  const page = await chromium.context.newPage()
  await page.goto(sheet.bank)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await killWorker(chromium)
    const hand = new Hand(chromium)
    const started = performance.now()
    await hand.clickToolbar(sheet.bank)
    await hand.says('Rapprocher les 2 certains')
    times.push(performance.now() - started)
    await hand.closePopup()
  }
  await page.close()
  times.sort((a, b) => a - b)
  return { median: Math.round(times[times.length >> 1] ?? 0), slowest: Math.round(times.at(-1) ?? 0) }
}

/** As if the sheet had so many: the next pull says that nothing changed there. */
async function fillLedger(chromium: ExtensionInChromium, count: number): Promise<void> {
  const page = await chromium.context.newPage()
  await page.goto(`chrome-extension://${chromium.id}/options.html`)
  await page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('tabellion')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const table = opening.result.transaction('ledger', 'readwrite').objectStore('ledger')
      table.get('pulled').onsuccess = ({ target: { result: row } }) => {
        const [first] = row.pulled.invoices
        for (let at = 0; at < ${count}; at++) {
          const amount = 10_000 + at * 137
          row.pulled.invoices.push({ ...first, number: 'G2025-' + at, totalCents: amount, openCents: amount })
        }
        table.put(row).onsuccess = () => { opening.result.close(); resolve() }
      }
    }
  })`)
  await page.close()
}
