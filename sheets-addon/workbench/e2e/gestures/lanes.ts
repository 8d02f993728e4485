import { expect } from 'vitest'
import type { Gesture } from './gesture.ts'

/** Rows, columns and their menus. */
export const lanes: readonly Gesture[] = [
  {
    name: 'dragging the edge of a letter widens the column',
    from: 'A4',
    hand: async ({ cell, page, settled }) => {
      const edge = (await page.locator('[data-size="2"]').boundingBox()) ?? { x: 0, y: 0 }
      await page.mouse.move(edge.x + 4, edge.y + 8)
      await page.mouse.down()
      await page.mouse.move(edge.x + 44, edge.y + 8, { steps: 3 })
      await page.mouse.up()
      await settled()
      expect((await cell('B5').boundingBox())?.width).toBe(140)
    },
    leads: 'A4',
    event: { change: 'OTHER' },
  },
  {
    name: 'a right click inserts a row above',
    from: 'A4',
    hand: async ({ page }) => {
      await page.locator('[data-row-header="6"]').click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Insérer une ligne au-dessus' }).click()
    },
    leads: 'A6',
    cells: { C5: 'Prestation 2', C6: '', C7: 'Prestation 3' },
    event: { change: 'INSERT_ROW' },
  },
  {
    name: 'the keyboard’s menu deletes the row',
    from: 'C6',
    hand: async ({ page, press }) => {
      await press('Shift+F10')
      await page.getByRole('menuitem', { name: 'Supprimer la ligne 6' }).click()
    },
    leads: 'C6',
    cells: { C6: 'Prestation 4' },
    event: { change: 'REMOVE_ROW' },
  },
  {
    name: 'the data menu sorts by the active column',
    from: 'C5',
    hand: async ({ page }) => {
      await page.getByRole('menuitem', { name: 'Données' }).click()
      await page.getByRole('menuitem', { name: 'Trier la feuille Z → A' }).click()
    },
    leads: 'C5',
    cells: { C4: 'Prestation 9', C23: 'Prestation 1' },
    event: { change: 'OTHER' },
  },
  {
    name: 'the sign above the letters unfolds the columns',
    from: 'H5',
    hand: async ({ goTo, page, press, settled }) => {
      await page.getByRole('button', { name: 'Déplier les colonnes' }).click()
      await settled()
      await goTo('H5')
      await press('ArrowRight')
    },
    leads: 'I5',
    event: { change: 'OTHER' },
  },
]
