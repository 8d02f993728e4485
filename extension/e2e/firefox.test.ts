import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { findFirefox } from '../../scripts/firefox.ts'
import { root } from '../../scripts/root.ts'
import { zipFolder } from '../../scripts/zip.ts'
import { frameWords } from '../words/frame.ts'
import { launchInFirefox } from './extension-in-firefox.ts'
import { openSheet } from './sheet.ts'
import { payments, until } from './story.ts'

test('the zip for Firefox’s store has no error in the store’s own eyes', async () => {
  const zip = join(root, 'extension/build/tabellion-firefox.zip')
  zipFolder(await buildExtension('firefox'), zip)
  // What `web-ext lint` runs. It ends with 1 when there is an error: its words are read all the same.
  const linter = join(root, 'node_modules/addons-linter/bin/addons-linter')
  const { stdout } = await promisify(execFile)(process.execPath, [linter, '--output', 'json', zip]).catch(
    (failure: { readonly stdout: string }) => failure,
  )
  const { errors, summary }: { errors: unknown; summary: { errors: number } } = JSON.parse(stdout)
  expect(errors).toEqual([])
  expect(summary.errors).toBe(0)
})

const firefox = findFirefox()
if (firefox === undefined) console.warn('Firefox not found: its smoke test did not run')

/** The marks of the page, that only the browser itself sees. */
const MARKS = `[...document.documentElement.children, ...document.body.querySelectorAll('*')]
  .flatMap((one) => [...(one.openOrClosedShadowRoot?.querySelectorAll('button, iframe') ?? [])])`

test.runIf(firefox !== undefined)(
  'in Firefox: connected, the bank’s page read by the toolbar button, matched by the popup; the frame only shows',
  async () => {
    const sheet = await openSheet()
    const browser = await launchInFirefox(firefox ?? '', await buildExtension('firefox'))
    const says = (text: string): Promise<unknown> =>
      until(async () => String(await browser.run('return document.body?.innerText ?? ""')).includes(text))
    try {
      const popup = await browser.open(browser.page('popup.html'))
      await browser.type('#code', sheet.code())
      await browser.press('button[type="submit"]')
      await says('Ouvertes')

      const bank = await browser.open(sheet.bank)
      await says('BRASSERIE DU PONANT')
      await browser.clickToolbarButton()
      await until(async () => Number(await browser.run(`return ${MARKS}.length`, 'system')) > 0)

      await browser.to(bank)
      await browser.clickAt(...(await placeOfFirst(browser.run)))
      await browser.enter(`return ${MARKS}.find((one) => one.localName === 'iframe')`)
      await says(frameWords.onlyShown)
      const shown = 'return [...document.querySelectorAll("button")].filter((one) => one.offsetParent).length'
      expect(await browser.run(shown)).toBe(1)

      await browser.to(popup)
      await says('Rapprocher les 2 certains')
      await browser.press('.is-certain > button.primary')
      await until(() => payments(sheet).length === 2)
      await says('À jour')
    } finally {
      await browser.close()
      await sheet.close()
    }
  },
)

async function placeOfFirst(run: (script: string, reach: 'system') => Promise<unknown>): Promise<[number, number]> {
  const place = await run(
    `const box = ${MARKS}.find((one) => one.localName === 'button').getBoundingClientRect()
    return [box.left + box.width / 2, box.top + box.height / 2]`,
    'system',
  )
  const [x, y]: readonly unknown[] = Array.isArray(place) ? place : []
  return [Number(x), Number(y)]
}
