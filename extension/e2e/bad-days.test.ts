import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { rows } from '../../scripts/demo/workshop.ts'
import { type ExtensionInChromium, launchWithExtension } from './extension-in-chromium.ts'
import { csvOf, linesFor, numbers, openSheet, type Sheet } from './sheet.ts'
import { connect, killWorker, payments, until } from './story.ts'

let chromium: ExtensionInChromium
let sheet: Sheet
beforeEach(async () => {
  sheet = await openSheet()
  chromium = await launchWithExtension(await buildExtension('chrome'))
  await connect(chromium, sheet)
})
afterEach(async () => {
  await chromium?.close()
  await sheet?.close()
})

/** The lines of the bank, by file, and the page where they are matched. */
async function withLines(browser: ExtensionInChromium) {
  const page = await browser.context.newPage()
  await page.goto(`chrome-extension://${browser.id}/tabs/import.html`)
  const buffer = Buffer.from(csvOf(linesFor(sheet.emulator)))
  await page.getByLabel('Choisir un fichier…').setInputFiles({ name: 'releve.csv', mimeType: 'text/csv', buffer })
  await page.getByText('6 lignes lues').waitFor()
  await page.goto(`chrome-extension://${browser.id}/popup.html`)
  await page.getByRole('tab', { name: /^À rapprocher/ }).waitFor()
  return page
}
const matchAll = 'Rapprocher les 2 certains'

test('offline, what is decided is shown and kept; back online it goes out, once', async () => {
  const page = await withLines(chromium)
  sheet.server.mode = 'not-found'
  await page.getByRole('button', { name: matchAll }).click()
  await page.getByText('Hors ligne').waitFor()
  await page.getByText('2 envois en attente').waitFor()
  await page.getByText('(à envoyer)').first().waitFor()
  expect(payments(sheet)).toEqual([])
  sheet.server.mode = 'normal'
  await page.getByRole('button', { name: 'Actualiser' }).click()
  await page.getByText('À jour').waitFor()
  expect(payments(sheet).length).toBe(2)
  expect(await page.getByText('(à envoyer)').count()).toBe(0)
})

test('an answer lost after the sheet had written: asked again, nothing is written twice', async () => {
  const page = await withLines(chromium)
  sheet.server.mode = 'lost-answer'
  await page.getByRole('button', { name: matchAll }).click()
  await until(() => payments(sheet).length === 1)
  await page.getByText('Hors ligne').waitFor()
  sheet.server.mode = 'normal'
  await page.getByRole('button', { name: 'Actualiser' }).click()
  await page.getByText('À jour').waitFor()
  expect(payments(sheet).map(([, amount]) => amount)).toEqual(expect.arrayContaining([450, 1000]))
  expect(payments(sheet).length).toBe(2)
  expect(rows(sheet.emulator, 'receiptsBook').length).toBe(2)
})

test('the worker killed between record and send: the next one that wakes sends it, once', async () => {
  const page = await withLines(chromium)
  sheet.server.mode = 'not-found'
  await page.getByRole('button', { name: matchAll }).click()
  await page.getByText('2 envois en attente').waitFor()
  const alarms = await chromium.worker.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name))
  expect(alarms).toContain('deliver')
  await killWorker(chromium)
  sheet.server.mode = 'normal'
  expect(payments(sheet)).toEqual([])
  // What an alarm, a click or a page does: it wakes another worker, which finds what waits.
  await page.reload()
  await page.getByRole('button', { name: 'Actualiser' }).click()
  await page.getByText('À jour').waitFor()
  expect(payments(sheet).length).toBe(2)
})

test('the worker killed after the record was kept and before anything was sent: the alarm wakes another, which sends it, once', async () => {
  const page = await withLines(chromium)
  const other = await chromium.context.newPage()
  await other.goto(`chrome-extension://${chromium.id}/options.html`)
  // A page of ours holds the turn of whoever delivers: nothing can leave.
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        void navigator.locks.request('delivery', () => {
          resolve()
          return new Promise(() => undefined)
        })
      }),
  )
  await page.getByRole('button', { name: matchAll }).click()
  await page.getByText('2 envois en attente').waitFor()
  const waits = await page.evaluate(async () => ((await chrome.alarms.get('deliver'))?.scheduledTime ?? 0) - Date.now())
  expect(waits).toBeGreaterThan(0)
  expect(waits).toBeLessThanOrEqual(30_000)
  await killWorker(chromium)
  await other.close()
  expect(payments(sheet)).toEqual([])
  // The very alarm that was set, half a minute earlier than it would come.
  await page.evaluate(() => chrome.alarms.create('deliver', { when: Date.now() }))
  await page.getByText('À jour').waitFor()
  expect(payments(sheet).length).toBe(2)
  await page.getByRole('button', { name: 'Actualiser' }).click()
  await page.getByText('À jour').waitFor()
  expect(payments(sheet).length).toBe(2)
})

test('two browsers: what one has matched, the other sees as done; what both match is asked, never doubled', async () => {
  const other = await launchWithExtension(await buildExtension('chrome'))
  try {
    await connect(other, sheet)
    const [here, there] = [await withLines(chromium), await withLines(other)]
    const [first = ''] = numbers(sheet.emulator)
    await here.getByRole('button', { name: matchAll }).click()
    await until(() => payments(sheet).length === 2)
    // The other has not heard of it: the sheet knows that it is the very same, and nothing is written again.
    await there.getByRole('button', { name: matchAll }).click()
    await there.getByText(`✓ ${first}`).waitFor()
    await there.getByRole('button', { name: 'Actualiser' }).click()
    await there.getByText('À jour').waitFor()
    expect(payments(sheet).length).toBe(2)
    // Taken back in one, it is to be matched again in the other.
    await here.getByRole('button', { name: `Annuler ${first}` }).click()
    await until(() => payments(sheet).length === 3)
    await there.getByRole('button', { name: 'Actualiser' }).click()
    await there.getByRole('tab', { name: 'À rapprocher, 2' }).waitFor()
  } finally {
    await other.close()
  }
})
