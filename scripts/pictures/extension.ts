import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { launchWithExtension } from '../../extension/e2e/extension-in-chromium.ts'
import { openSheet } from '../../extension/e2e/sheet.ts'
import { connect, Hand } from '../../extension/e2e/story.ts'
import { buildExtension } from '../build-extension.ts'
import { isEntry, root } from '../root.ts'
import { palettePng } from './bitmap.ts'
import { bitmapOf, collage } from './collage.ts'

const MOST_BYTES = 150_000
const POPUP = { width: 360, height: 460 } as const

/** The popup as it is beside the demonstration's bank: before, after, in the dark; and the bank's page. */
export async function extensionSheet(): Promise<void> {
  const sheet = await openSheet()
  const chromium = await launchWithExtension(await buildExtension('chrome'))
  try {
    await connect(chromium, sheet)
    const bank = await chromium.context.newPage()
    await bank.setViewportSize({ width: 620, height: 460 })
    await bank.goto(sheet.bank)
    const hand = new Hand(chromium)
    await hand.clickToolbar(sheet.bank)
    await hand.says('Rapprocher les 2 certains')
    await hand.closePopup()
    await bank.waitForTimeout(1_500)
    const pictures = [await bank.screenshot()]
    const popup = await chromium.context.newPage()
    await popup.setViewportSize(POPUP)
    await popup.goto(`chrome-extension://${chromium.id}/popup.html`)
    await popup.getByRole('button', { name: 'Rapprocher les 2 certains' }).waitFor()
    pictures.push(await popup.screenshot())
    await popup.getByRole('button', { name: 'Rapprocher les 2 certains' }).click()
    await popup.getByText('✓').nth(1).waitFor()
    await popup.getByText('À jour').waitFor()
    await popup.emulateMedia({ colorScheme: 'dark' })
    pictures.push(await popup.screenshot())
    const png = palettePng(await bitmapOf(await collage(pictures)))
    const file = 'docs/pictures/extension.png'
    if (png.length > MOST_BYTES) throw new Error(`${file} would be ${png.length} bytes`)
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), png)
    console.log(`${file}  ${png.length.toLocaleString('en')} bytes`)
  } finally {
    await chromium.close()
    await sheet.close()
  }
}

if (isEntry('extension.ts')) await extensionSheet()
