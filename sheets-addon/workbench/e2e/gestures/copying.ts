import { expect } from 'vitest'
import type { Gesture } from './gesture.ts'

/** Copying, pasting, filling. */
export const copying: readonly Gesture[] = [
  {
    name: 'a paste of cells with tabs, quotes and line breaks',
    from: 'C5',
    hand: async ({ page, press }) => {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), 'a1\t1\t"c\n1"\na2\t2\t"c""2"')
      await press('Control+v')
    },
    leads: 'C5:E6',
    cells: { C5: 'a1', D5: '1', E5: 'c\n1', C6: 'a2', D6: '2', E6: 'c"2' },
    event: { range: 'C5:E6' },
  },
  {
    name: 'one value pasted over a selection fills it',
    from: 'C5',
    hand: async ({ page, press }) => {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), 'pareil\n')
      await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v')
    },
    leads: 'C5:C7',
    cells: { C5: 'pareil', C6: 'pareil', C7: 'pareil' },
    event: { range: 'C5:C7' },
  },
  {
    name: 'Ctrl+C puts what is shown on the clipboard, Ctrl+V copies the formula and its references follow',
    from: 'F5',
    hand: async ({ goTo, page, press }) => {
      await press('Control+c')
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('202,00')
      await goTo('F26')
      await press('Control+v')
    },
    leads: 'F26',
    cells: { F26: '=D26*E26' },
    event: { range: 'F26' },
  },
  {
    name: 'Ctrl+X then Ctrl+V moves the cells',
    from: 'C5',
    hand: async ({ goTo, press }) => {
      await press('Shift+ArrowDown', 'Control+x')
      await goTo('C26')
      await press('Control+v')
    },
    leads: 'C26:C27',
    cells: { C5: '', C6: '', C26: 'Prestation 2', C27: 'Prestation 3' },
    event: { range: 'C26:C27' },
  },
  {
    name: 'Ctrl+Shift+V pastes values only',
    from: 'F5',
    hand: async ({ goTo, press }) => {
      await press('Control+c')
      await goTo('F26')
      await press('Control+Shift+v')
    },
    leads: 'F26',
    cells: { F26: '202' },
    event: { range: 'F26' },
  },
  {
    name: 'Ctrl+D fills down',
    from: 'E5',
    hand: ({ press }) => press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d'),
    leads: 'E5:E7',
    cells: { E6: '101', E7: '101' },
    event: { range: 'E6:E7' },
  },
  {
    name: 'the fill handle carries a formula down',
    from: 'F23',
    hand: async ({ cell, page }) => {
      const handle = (await page.locator('.body .handle').boundingBox()) ?? { x: 0, y: 0 }
      const to = (await cell('F26').boundingBox()) ?? { x: 0, y: 0 }
      await page.mouse.move(handle.x + 5, handle.y + 5)
      await page.mouse.down()
      await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 })
      await page.mouse.up()
    },
    leads: 'F23:F26',
    cells: { F24: '=D24*E24', F26: '=D26*E26' },
    event: { range: 'F24:F26' },
  },
]
