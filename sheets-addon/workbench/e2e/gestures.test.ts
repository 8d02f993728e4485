import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledgerScript } from './ledger-script.ts'
import { preparedState } from './prepared-state.ts'
import { type Tried, tryWorkbench } from './workbench-in-chromium.ts'

let tried: Tried
beforeAll(async () => {
  tried = await tryWorkbench(ledgerScript, preparedState(ledgerScript, 20))
})
afterAll(() => tried?.close())

const type = async (text: string): Promise<void> => {
  await tried.page.keyboard.type(text)
}
const cell = (name: string) => {
  const [, letters = '', row = ''] = /^([A-Z])(\d+)$/.exec(name) ?? []
  return tried.page.locator(`#cell-${row}-${letters.charCodeAt(0) - 64}`)
}
const menuItem = (name: string | RegExp) => tried.page.getByRole('menuitem', { name })
const clipboard = (): Promise<string> => tried.page.evaluate(() => navigator.clipboard.readText())
const putOnClipboard = (text: string): Promise<void> =>
  tried.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)

interface Gesture {
  readonly name: string
  readonly from: string
  readonly hand: (press: Tried['press']) => Promise<unknown>
  /** The active cell, or the selection, afterwards. */
  readonly leads: string
  /** What the formula bar shows of these cells. */
  readonly cells?: Readonly<Record<string, string>>
  /** What the script is told; `null`: nothing. */
  readonly event: unknown
}

const gestures: readonly Gesture[] = [
  {
    name: 'an arrow goes to the next cell',
    from: 'B5',
    hand: (press) => press('ArrowDown', 'ArrowRight'),
    leads: 'C6',
    event: null,
  },
  { name: 'a click makes a cell active', from: 'A4', hand: () => cell('C9').click(), leads: 'C9', event: null },
  {
    name: 'typing then Enter writes, and goes below',
    from: 'C5',
    hand: async (press) => {
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
    hand: async (press) => {
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
    hand: async (press) => {
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
    hand: async (press) => {
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
    hand: async (press) => {
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
    hand: async (press) => {
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
    hand: async (press) => {
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
    hand: (press) => press('F2', 'Enter'),
    leads: 'C6',
    event: null,
  },
  {
    name: 'Alt+Enter breaks the line inside the cell',
    from: 'C5',
    hand: async (press) => {
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
    hand: (press) => press('Delete'),
    leads: 'C5',
    cells: { C5: '' },
    event: { range: 'C5', oldValue: 'Prestation 2' },
  },
  {
    name: 'Delete empties the whole selection',
    from: 'C5',
    hand: (press) => press('Shift+ArrowDown', 'Shift+ArrowRight', 'Delete'),
    leads: 'C5:D6',
    cells: { C5: '', D6: '' },
    event: { range: 'C5:D6' },
  },
  {
    name: 'Ctrl+Z takes back, Ctrl+Y does again',
    from: 'C5',
    hand: async (press) => {
      await press('Delete', 'Control+z')
      expect(tried.input('C5')).toBe('Prestation 2')
      await press('Control+y')
    },
    leads: 'C5',
    cells: { C5: '' },
    event: { range: 'C5' },
  },
  {
    name: 'Shift+arrows stretch the selection',
    from: 'B5',
    hand: (press) => press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight'),
    leads: 'B5:C7',
    event: null,
  },
  {
    name: 'Shift+click stretches it too',
    from: 'B5',
    hand: () => cell('D8').click({ modifiers: ['Shift'] }),
    leads: 'B5:D8',
    event: null,
  },
  {
    name: 'Ctrl+Down goes to the last filled cell',
    from: 'C5',
    hand: (press) => press('Control+ArrowDown'),
    leads: 'C23',
    event: null,
  },
  {
    name: 'Ctrl+Down again goes to the bottom of the sheet',
    from: 'C23',
    hand: (press) => press('Control+ArrowDown'),
    leads: 'C1000',
    event: null,
  },
  {
    name: 'Ctrl+Up comes back through the gap',
    from: 'C30',
    hand: (press) => press('Control+ArrowUp'),
    leads: 'C23',
    event: null,
  },
  {
    name: 'Ctrl+Right jumps the folded columns',
    from: 'A6',
    hand: (press) => press('Control+ArrowRight'),
    leads: 'H6',
    event: null,
  },
  {
    name: 'Ctrl+Shift+Down selects down to the edge',
    from: 'C20',
    hand: (press) => press('Control+Shift+ArrowDown'),
    leads: 'C20:C23',
    event: null,
  },
  { name: 'Home goes to the first column', from: 'E7', hand: (press) => press('Home'), leads: 'A7', event: null },
  { name: 'End goes to the last filled one', from: 'B5', hand: (press) => press('End'), leads: 'L5', event: null },
  { name: 'Ctrl+Home goes to A1', from: 'E17', hand: (press) => press('Control+Home'), leads: 'A1', event: null },
  {
    name: 'Ctrl+End goes to the last used cell',
    from: 'B5',
    hand: (press) => press('Control+End'),
    leads: 'L23',
    event: null,
  },
  {
    name: 'Page down moves by a screen',
    from: 'B5',
    hand: (press) => press('PageDown', 'PageUp'),
    leads: 'B5',
    event: null,
  },
  {
    name: 'an arrow skips the folded columns',
    from: 'H5',
    hand: (press) => press('ArrowRight'),
    leads: 'L5',
    event: null,
  },
  {
    name: 'Shift+Space selects the row',
    from: 'C5',
    hand: (press) => press('Shift+Space'),
    leads: 'A5:Z5',
    event: null,
  },
  {
    name: 'Ctrl+Space selects the column',
    from: 'C5',
    hand: (press) => press('Control+Space'),
    leads: 'C1:C1000',
    event: null,
  },
  {
    name: 'Ctrl+A selects everything',
    from: 'C5',
    hand: (press) => press('Control+a'),
    leads: 'A1:Z1000',
    event: null,
  },
  {
    name: 'a click on a row number selects the row',
    from: 'A4',
    hand: () => tried.page.locator('[data-row-header="6"]').click(),
    leads: 'A6:Z6',
    event: null,
  },
  {
    name: 'a click on a column letter selects the column',
    from: 'A4',
    hand: () => tried.page.locator('[data-column-header="4"]').click({ position: { x: 30, y: 10 } }),
    leads: 'D1:D1000',
    event: null,
  },
  {
    name: 'Space ticks a box',
    from: 'A5',
    hand: (press) => press('Space'),
    leads: 'A5',
    cells: { A5: 'VRAI' },
    event: { range: 'A5', value: 'TRUE', oldValue: 'FALSE' },
  },
  {
    name: 'a click on a box ticks it',
    from: 'C9',
    hand: () => cell('A5').getByRole('checkbox').click(),
    leads: 'A5',
    cells: { A5: 'VRAI' },
    event: { range: 'A5', value: 'TRUE', oldValue: 'FALSE' },
  },
  {
    name: 'an empty box can be ticked',
    from: 'A30',
    hand: (press) => press('Space'),
    leads: 'A30',
    cells: { A30: 'VRAI' },
    event: { range: 'A30', value: 'TRUE' },
  },
  {
    name: 'in a list, the first letters choose: accents and case do not matter',
    from: 'B5',
    hand: async (press) => {
      await type('emi')
      await press('Enter')
    },
    leads: 'B6',
    cells: { B5: 'Émile Zola' },
    event: { range: 'B5', value: 'Émile Zola', oldValue: 'Martin' },
  },
  {
    name: 'in a list, Enter shows all values and arrows choose',
    from: 'G4',
    hand: async (press) => {
      await press('Enter')
      expect(await tried.page.getByRole('option').allTextContents()).toEqual(['Saisie', 'Facturé', 'Payé'])
      await press('ArrowDown', 'ArrowDown', 'Enter')
    },
    leads: 'G5',
    cells: { G4: 'Payé' },
    event: { range: 'G4', value: 'Payé', oldValue: 'Saisie' },
  },
  {
    name: 'in a list, a click on the arrow then on a value chooses',
    from: 'A4',
    hand: async () => {
      await cell('G4').locator('[data-list]').click()
      await tried.page.getByRole('option', { name: 'Facturé' }).click()
    },
    leads: 'G4',
    cells: { G4: 'Facturé' },
    event: { range: 'G4', value: 'Facturé', oldValue: 'Saisie' },
  },
  {
    name: 'a name that the list does not have stays as typed, with a warning',
    from: 'B5',
    hand: async (press) => {
      await type('Nouveau client')
      await press('Enter')
      expect(await cell('B5').getAttribute('aria-invalid')).toBe('true')
    },
    leads: 'B6',
    cells: { B5: 'Nouveau client' },
    event: { range: 'B5', value: 'Nouveau client', oldValue: 'Martin' },
  },
  {
    name: 'what a strict list refuses is said where it was typed, and nothing changes',
    from: 'G5',
    hand: async (press) => {
      await type('Perdu')
      await press('Enter')
      expect(await tried.page.getByRole('alert').textContent()).toBe(
        'La cellule G5 n’accepte pas « Perdu ». Choisissez une valeur de la liste.',
      )
    },
    leads: 'G6',
    cells: { G5: 'Facturé' },
    event: null,
  },
  {
    name: 'a day typed as in France is a date',
    from: 'H5',
    hand: async (press) => {
      await type('5/11/26')
      await press('Enter')
    },
    leads: 'H6',
    cells: { H5: '05/11/2026' },
    event: { range: 'H5', value: '46331', oldValue: '46055' },
  },
  {
    name: 'a formula typed in the formula bar is computed',
    from: 'D5',
    hand: async (press) => {
      await tried.page.getByLabel('Contenu de la cellule').fill('=1,5*2')
      await press('Enter')
      expect(await cell('D5').textContent()).toBe('3')
    },
    leads: 'D6',
    cells: { D5: '=1,5*2' },
    event: { range: 'D5', oldValue: '2' },
  },
  {
    name: 'while a formula is typed, a click points at a cell',
    from: 'D26',
    hand: async (press) => {
      await type('=')
      await cell('D5').click()
      await type('+')
      await cell('D6').click()
      await press('Enter')
    },
    leads: 'D27',
    cells: { D26: '=D5+D6' },
    event: { range: 'D26' },
  },
  {
    name: 'a paste of cells with tabs, quotes and line breaks',
    from: 'C5',
    hand: async (press) => {
      await putOnClipboard('a1\t1\t"c\n1"\na2\t2\t"c""2"')
      await press('Control+v')
    },
    leads: 'C5:E6',
    cells: { C5: 'a1', D5: '1', E5: 'c\n1', C6: 'a2', D6: '2', E6: 'c"2' },
    event: { range: 'C5:E6' },
  },
  {
    name: 'one value pasted over a selection fills it',
    from: 'C5',
    hand: async (press) => {
      await putOnClipboard('pareil\n')
      await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v')
    },
    leads: 'C5:C7',
    cells: { C5: 'pareil', C6: 'pareil', C7: 'pareil' },
    event: { range: 'C5:C7' },
  },
  {
    name: 'Ctrl+C puts what is shown on the clipboard, Ctrl+V copies the formula and its references follow',
    from: 'F5',
    hand: async (press) => {
      await press('Control+c')
      expect(await clipboard()).toBe('202,00')
      await tried.goTo('F26')
      await press('Control+v')
    },
    leads: 'F26',
    cells: { F26: '=D26*E26' },
    event: { range: 'F26' },
  },
  {
    name: 'Ctrl+X then Ctrl+V moves the cells',
    from: 'C5',
    hand: async (press) => {
      await press('Shift+ArrowDown', 'Control+x')
      await tried.goTo('C26')
      await press('Control+v')
    },
    leads: 'C26:C27',
    cells: { C5: '', C6: '', C26: 'Prestation 2', C27: 'Prestation 3' },
    event: { range: 'C26:C27' },
  },
  {
    name: 'Ctrl+Shift+V pastes values only',
    from: 'F5',
    hand: async (press) => {
      await press('Control+c')
      await tried.goTo('F26')
      await press('Control+Shift+v')
    },
    leads: 'F26',
    cells: { F26: '202' },
    event: { range: 'F26' },
  },
  {
    name: 'Ctrl+D fills down',
    from: 'E5',
    hand: (press) => press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d'),
    leads: 'E5:E7',
    cells: { E6: '101', E7: '101' },
    event: { range: 'E6:E7' },
  },
  {
    name: 'the fill handle carries a formula down',
    from: 'F23',
    hand: async () => {
      const handle = (await tried.page.locator('.body .handle').boundingBox()) ?? { x: 0, y: 0 }
      const to = (await cell('F26').boundingBox()) ?? { x: 0, y: 0 }
      await tried.page.mouse.move(handle.x + 5, handle.y + 5)
      await tried.page.mouse.down()
      await tried.page.mouse.move(to.x + 20, to.y + 10, { steps: 4 })
      await tried.page.mouse.up()
    },
    leads: 'F23:F26',
    cells: { F24: '=D24*E24', F26: '=D26*E26' },
    event: { range: 'F24:F26' },
  },
  {
    name: 'dragging over cells selects them',
    from: 'A4',
    hand: async () => {
      await cell('B5').hover()
      await tried.page.mouse.down()
      await cell('D8').hover()
      await tried.page.mouse.up()
    },
    leads: 'B5:D8',
    event: null,
  },
  {
    name: 'dragging the edge of a letter widens the column',
    from: 'A4',
    hand: async () => {
      const edge = (await tried.page.locator('[data-size="2"]').boundingBox()) ?? { x: 0, y: 0 }
      await tried.page.mouse.move(edge.x + 4, edge.y + 8)
      await tried.page.mouse.down()
      await tried.page.mouse.move(edge.x + 44, edge.y + 8, { steps: 3 })
      await tried.page.mouse.up()
      await tried.settled()
      expect((await cell('B5').boundingBox())?.width).toBe(140)
    },
    leads: 'A4',
    event: { change: 'OTHER' },
  },
  {
    name: 'a right click inserts a row above',
    from: 'A4',
    hand: async () => {
      await tried.page.locator('[data-row-header="6"]').click({ button: 'right' })
      await menuItem('Insérer une ligne au-dessus').click()
    },
    leads: 'A6',
    cells: { C5: 'Prestation 2', C6: '', C7: 'Prestation 3' },
    event: { change: 'INSERT_ROW' },
  },
  {
    name: 'the keyboard’s menu deletes the row',
    from: 'C6',
    hand: async (press) => {
      await press('Shift+F10')
      await menuItem('Supprimer la ligne 6').click()
    },
    leads: 'C6',
    cells: { C6: 'Prestation 4' },
    event: { change: 'REMOVE_ROW' },
  },
  {
    name: 'the data menu sorts by the active column',
    from: 'C5',
    hand: async () => {
      await menuItem('Données').click()
      await menuItem('Trier la feuille Z → A').click()
    },
    leads: 'C5',
    cells: { C4: 'Prestation 9', C23: 'Prestation 1' },
    event: { change: 'OTHER' },
  },
  {
    name: 'the sign above the letters unfolds the columns',
    from: 'H5',
    hand: async (press) => {
      await tried.page.getByRole('button', { name: 'Déplier les colonnes' }).click()
      await tried.settled()
      await tried.goTo('H5')
      await press('ArrowRight')
    },
    leads: 'I5',
    event: { change: 'OTHER' },
  },
  {
    name: 'Ctrl+; writes the day of the workbook’s clock',
    from: 'H5',
    hand: (press) => press('Control+;'),
    leads: 'H5',
    cells: { H5: '25/11/2026' },
    event: { range: 'H5', value: '46351', oldValue: '46055' },
  },
]

describe('each gesture does what it does in Google Sheets', () => {
  test.each(gestures)('$name', async ({ from, hand, leads, cells = {}, event }) => {
    await tried.begin(from)
    tried.forgetEvent()
    await hand(tried.press)
    await tried.settled()
    expect(await tried.selected()).toBe(leads)
    expect(await tried.active()).toBe(leads.split(':')[0])
    expect(Object.fromEntries(Object.keys(cells).map((name) => [name, tried.input(name)]))).toEqual(cells)
    expect(tried.event()).toEqual(event)
  })
})
