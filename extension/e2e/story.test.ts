import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { rows } from '../../scripts/demo/workshop.ts'
import { type ExtensionInChromium, launchWithExtension } from './extension-in-chromium.ts'
import { linesFor, numbers, openSheet, type Sheet } from './sheet.ts'
import { badge, connect, Hand, payments, statusOf, until } from './story.ts'

let chromium: ExtensionInChromium
let sheet: Sheet

beforeAll(async () => {
  sheet = await openSheet()
  chromium = await launchWithExtension(await buildExtension('chrome'))
  await connect(chromium, sheet)
})
afterAll(async () => {
  await chromium?.close()
  await sheet?.close()
})

test('from the toolbar button to matched in two clicks: payment, book, status and badge follow, and undo', async () => {
  const [first = ''] = numbers(sheet.emulator)
  sheet.show(linesFor(sheet.emulator).filter(({ cents }) => cents === 45_000 || cents < 0))
  expect(statusOf(sheet, first)).toBe('En retard')
  // One late invoice.
  await expect.poll(() => badge(chromium)).toBe('1')
  const page = await chromium.context.newPage()
  await page.goto(sheet.bank)
  const hand = new Hand(chromium)
  await hand.clickToolbar(sheet.bank)
  const said = await hand.says(first)
  expect(said).toContain('BRASSERIE DU PONANT')
  expect(said).toContain('montant exact')
  await hand.click('Rapprocher')
  expect(hand.clicks).toBe(2)
  await until(() => payments(sheet).length === 1)
  expect(payments(sheet)).toEqual([[first, 450]])
  expect(rows(sheet.emulator, 'receiptsBook')).toMatchObject([{ document: first, amount: 450 }])
  await hand.says(`✓ ${first}`)
  await hand.says('À jour')
  await until(() => statusOf(sheet, first) === 'Payée')
  // Nothing is late any more, nothing to match.
  await until(async () => (await badge(chromium)) === '')
  await hand.click('Annuler')
  await until(() => payments(sheet).length === 2)
  expect(payments(sheet)).toEqual([
    [first, 450],
    [first, -450],
  ])
  await until(() => statusOf(sheet, first) === 'En retard')
  await until(async () => (await badge(chromium)) === '2')
  await hand.closePopup()
  await page.close()
})

test('three clicks when it must ask: the invoice is chosen by hand', async () => {
  const fourth = numbers(sheet.emulator)[3] ?? ''
  sheet.show(linesFor(sheet.emulator).filter(({ cents }) => cents === 72_000 || cents < 0))
  const page = await chromium.context.newPage()
  await page.goto(sheet.bank)
  const hand = new Hand(chromium)
  await hand.clickToolbar(sheet.bank)
  await hand.says('MME HURLOT')
  const third = numbers(sheet.emulator)[2] ?? ''
  // The first card is the larger sum: this one.
  await hand.click('Autre facture…')
  await hand.click(third)
  expect(hand.clicks).toBe(3)
  await until(() => payments(sheet).some(([number]) => number === third))
  expect(payments(sheet)).toContainEqual([third, 180])
  expect(payments(sheet).some(([number]) => number === fourth)).toBe(false)
  await hand.closePopup()
  await page.close()
})
