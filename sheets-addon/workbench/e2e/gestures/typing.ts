import { expect } from 'vitest'
import type { Gesture } from './gesture.ts'

/** Writing in cells, and taking back. */
export const typing: readonly Gesture[] = [
  {
    name: 'typing then Enter writes, and goes below',
    from: 'C5',
    hand: async ({ press, type }) => {
      await type('Croquis')
      await press('Enter')
    },
    leads: 'C6',
    cells: { C5: 'Croquis' },
    event: { range: 'C5', value: 'Croquis', oldValue: 'Prestation 2' },
  },
  {
    name: 'typing then Tab writes, and goes right; Enter comes back under the first',
    from: 'C24',
    hand: async ({ press, type }) => {
      await type('Croquis')
      await press('Tab')
      await type('2')
      await press('Tab')
      await type('80')
      await press('Enter')
    },
    leads: 'C25',
    cells: { C24: 'Croquis', D24: '2', E24: '80' },
    event: { range: 'E24', value: '80' },
  },
  {
    name: 'typing then an arrow writes, and follows the arrow',
    from: 'C5',
    hand: async ({ press, type }) => {
      await type('x')
      await press('ArrowRight')
    },
    leads: 'D5',
    cells: { C5: 'x' },
    event: { range: 'C5', value: 'x', oldValue: 'Prestation 2' },
  },
  {
    name: 'F2 opens the cell with its text, arrows move the caret',
    from: 'C5',
    hand: async ({ press, type }) => {
      await press('F2', 'ArrowLeft', 'ArrowLeft')
      await type('n° ')
      await press('Enter')
    },
    leads: 'C6',
    cells: { C5: 'Prestationn°  2' },
    event: { range: 'C5', value: 'Prestationn°  2', oldValue: 'Prestation 2' },
  },
  {
    name: 'Enter opens the cell too',
    from: 'C5',
    hand: async ({ press, type }) => {
      await press('Enter')
      await type(' bis')
      await press('Enter')
    },
    leads: 'C6',
    cells: { C5: 'Prestation 2 bis' },
    event: { range: 'C5', value: 'Prestation 2 bis', oldValue: 'Prestation 2' },
  },
  {
    name: 'a double click opens the cell',
    from: 'A4',
    hand: async ({ cell, press, type }) => {
      await cell('C5').dblclick()
      await type('!')
      await press('Enter')
    },
    leads: 'C6',
    cells: { C5: 'Prestation 2!' },
    event: { range: 'C5', value: 'Prestation 2!', oldValue: 'Prestation 2' },
  },
  {
    name: 'Escape gives up what was typed',
    from: 'C5',
    hand: async ({ press, type }) => {
      await type('zzz')
      await press('Escape')
    },
    leads: 'C5',
    cells: { C5: 'Prestation 2' },
    event: null,
  },
  {
    name: 'opening a cell and leaving it unchanged is no edit',
    from: 'C5',
    hand: ({ press }) => press('F2', 'Enter'),
    leads: 'C6',
    event: null,
  },
  {
    name: 'Alt+Enter breaks the line inside the cell',
    from: 'C5',
    hand: async ({ press, type }) => {
      await type('un')
      await press('Alt+Enter')
      await type('deux')
      await press('Enter')
    },
    leads: 'C6',
    cells: { C5: 'un\ndeux' },
    event: { range: 'C5', value: 'un\ndeux', oldValue: 'Prestation 2' },
  },
  {
    name: 'Delete empties the cell',
    from: 'C5',
    hand: ({ press }) => press('Delete'),
    leads: 'C5',
    cells: { C5: '' },
    event: { range: 'C5', oldValue: 'Prestation 2' },
  },
  {
    name: 'Delete empties the whole selection',
    from: 'C5',
    hand: ({ press }) => press('Shift+ArrowDown', 'Shift+ArrowRight', 'Delete'),
    leads: 'C5:D6',
    cells: { C5: '', D6: '' },
    event: { range: 'C5:D6' },
  },
  {
    name: 'Ctrl+Z takes back, Ctrl+Y does again',
    from: 'C5',
    hand: async ({ input, press }) => {
      await press('Delete', 'Control+z')
      expect(input('C5')).toBe('Prestation 2')
      await press('Control+y')
    },
    leads: 'C5',
    cells: { C5: '' },
    event: { range: 'C5' },
  },
  {
    name: 'a day typed as in France is a date',
    from: 'H5',
    hand: async ({ press, type }) => {
      await type('5/11/26')
      await press('Enter')
    },
    leads: 'H6',
    cells: { H5: '05/11/2026' },
    event: { range: 'H5', value: '46331', oldValue: '46055' },
  },
  {
    name: 'Ctrl+; writes the day of the workbook’s clock',
    from: 'H5',
    hand: ({ press }) => press('Control+;'),
    leads: 'H5',
    cells: { H5: '25/11/2026' },
    event: { range: 'H5', value: '46351', oldValue: '46055' },
  },
]
