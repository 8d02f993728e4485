import type { Gesture } from './gesture.ts'

/** Going from cell to cell, and selecting. */
export const moving: readonly Gesture[] = [
  {
    name: 'an arrow goes to the next cell',
    from: 'B5',
    hand: ({ press }) => press('ArrowDown', 'ArrowRight'),
    leads: 'C6',
    event: null,
  },
  { name: 'a click makes a cell active', from: 'A4', hand: ({ cell }) => cell('C9').click(), leads: 'C9', event: null },
  {
    name: 'Shift+arrows stretch the selection',
    from: 'B5',
    hand: ({ press }) => press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight'),
    leads: 'B5:C7',
    event: null,
  },
  {
    name: 'Shift+click stretches it too',
    from: 'B5',
    hand: ({ cell }) => cell('D8').click({ modifiers: ['Shift'] }),
    leads: 'B5:D8',
    event: null,
  },
  {
    name: 'Ctrl+Down goes to the last filled cell',
    from: 'C5',
    hand: ({ press }) => press('Control+ArrowDown'),
    leads: 'C23',
    event: null,
  },
  {
    name: 'Ctrl+Down again goes to the bottom of the sheet',
    from: 'C23',
    hand: ({ press }) => press('Control+ArrowDown'),
    leads: 'C1000',
    event: null,
  },
  {
    name: 'Ctrl+Up comes back through the gap',
    from: 'C30',
    hand: ({ press }) => press('Control+ArrowUp'),
    leads: 'C23',
    event: null,
  },
  {
    name: 'Ctrl+Right jumps the folded columns',
    from: 'A6',
    hand: ({ press }) => press('Control+ArrowRight'),
    leads: 'H6',
    event: null,
  },
  {
    name: 'Ctrl+Shift+Down selects down to the edge',
    from: 'C20',
    hand: ({ press }) => press('Control+Shift+ArrowDown'),
    leads: 'C20:C23',
    event: null,
  },
  { name: 'Home goes to the first column', from: 'E7', hand: ({ press }) => press('Home'), leads: 'A7', event: null },
  { name: 'End goes to the last filled one', from: 'B5', hand: ({ press }) => press('End'), leads: 'L5', event: null },
  { name: 'Ctrl+Home goes to A1', from: 'E17', hand: ({ press }) => press('Control+Home'), leads: 'A1', event: null },
  {
    name: 'Ctrl+End goes to the last used cell',
    from: 'B5',
    hand: ({ press }) => press('Control+End'),
    leads: 'L23',
    event: null,
  },
  {
    name: 'Page down moves by a screen',
    from: 'B5',
    hand: ({ press }) => press('PageDown', 'PageUp'),
    leads: 'B5',
    event: null,
  },
  {
    name: 'an arrow skips the folded columns',
    from: 'H5',
    hand: ({ press }) => press('ArrowRight'),
    leads: 'L5',
    event: null,
  },
  {
    name: 'Shift+Space selects the row',
    from: 'C5',
    hand: ({ press }) => press('Shift+Space'),
    leads: 'A5:Z5',
    event: null,
  },
  {
    name: 'Ctrl+Space selects the column',
    from: 'C5',
    hand: ({ press }) => press('Control+Space'),
    leads: 'C1:C1000',
    event: null,
  },
  {
    name: 'Ctrl+A selects everything',
    from: 'C5',
    hand: ({ press }) => press('Control+a'),
    leads: 'A1:Z1000',
    event: null,
  },
  {
    name: 'a click on a row number selects the row',
    from: 'A4',
    hand: ({ page }) => page.locator('[data-row-header="6"]').click(),
    leads: 'A6:Z6',
    event: null,
  },
  {
    name: 'a click on a column letter selects the column',
    from: 'A4',
    hand: ({ page }) => page.locator('[data-column-header="4"]').click({ position: { x: 30, y: 10 } }),
    leads: 'D1:D1000',
    event: null,
  },
  {
    name: 'dragging over cells selects them',
    from: 'A4',
    hand: async ({ cell, page }) => {
      await cell('B5').hover()
      await page.mouse.down()
      await cell('D8').hover()
      await page.mouse.up()
    },
    leads: 'B5:D8',
    event: null,
  },
]
