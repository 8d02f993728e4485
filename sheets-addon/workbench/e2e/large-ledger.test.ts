import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerScript } from './ledger-script.ts'
import { preparedState } from './prepared-state.ts'
import { type Tried, tryWorkbench } from './workbench-in-chromium.ts'

// 5 000 rows of 26 columns, a total over all of them. Times are printed, never judged: docs/performance.md has those of a
// quiet machine.
let tried: Tried
beforeAll(async () => {
  tried = await tryWorkbench(ledgerScript, preparedState(ledgerScript, 5000))
  await tried.begin('C5')
})
afterAll(() => tried?.close())

const middleOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

test('it opens, its first cells readable', async () => {
  const started = performance.now()
  await tried.page.goto(tried.workbench.url)
  await tried.page.locator('#cell-5-3').getByText('Prestation 2').waitFor()
  const taken = performance.now() - started
  const first = await tried.page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  )
  console.info(`opened in ${Math.round(taken)} ms, first paint ${Math.round(first)} ms`)
  await tried.settled()
})

test('each edit shows its total over 5 000 rows', async () => {
  const taken: number[] = []
  for (let row = 10; row < 17; row++) {
    await tried.goTo(`D${row}`)
    const total = tried.page.locator('#cell-2-6')
    const before = await total.textContent()
    await tried.page.keyboard.type(String(20 + row))
    const started = performance.now()
    await tried.page.keyboard.press('Enter')
    await tried.page.waitForFunction((was) => document.getElementById('cell-2-6')?.textContent !== was, before)
    taken.push(performance.now() - started)
  }
  console.info(`edit to painted total: median ${Math.round(middleOf(taken))} ms`)
  expect(taken).toHaveLength(7)
})

test('scrolling draws few elements', async () => {
  const frames = await tried.page.evaluate(async () => {
    const scroller = document.querySelector('.scroller')
    const taken: number[] = []
    for (let step = 0, last = performance.now(); step < 90; step++) {
      if (scroller) scroller.scrollTop += 120
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      taken.push(now - last)
      last = now
    }
    return taken
  })
  console.info(
    `frame while scrolling: median ${Math.round(middleOf(frames))} ms, worst ${Math.round(Math.max(...frames))} ms`,
  )
  expect(await tried.page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(4000)
})

test('the last row is one key away and its cells are read at once', async () => {
  await tried.goTo('C5')
  await tried.press('Control+ArrowDown')
  expect(await tried.active()).toBe('C5003')
  await tried.page.locator('#cell-5003-3').getByText('Prestation 5000').waitFor()
})

test('ten thousand cells are pasted and taken back', async () => {
  const block = Array.from({ length: 1000 }, (_, row) =>
    Array.from({ length: 10 }, (__, column) => `${row}-${column}`).join('\t'),
  )
  await tried.page.evaluate((text) => navigator.clipboard.writeText(text), block.join('\n'))
  await tried.goTo('N100')
  const started = performance.now()
  await tried.page.keyboard.press('Control+v')
  await tried.page.locator('#cell-100-14').getByText('0-0').waitFor()
  await tried.page.keyboard.press('Control+z')
  await tried.page.locator('#cell-100-14').getByText('v96-1').waitFor()
  const taken = performance.now() - started
  console.info(`10 000 cells pasted and taken back: ${Math.round(taken)} ms`)
})

test('a whole sheet can be copied, also what was never on the screen', async () => {
  await tried.goTo('C4')
  await tried.press('Control+Shift+ArrowDown', 'Control+c')
  await expect
    .poll(async () => (await tried.page.evaluate(() => navigator.clipboard.readText())).split('\n').length)
    .toBe(5000)
})
