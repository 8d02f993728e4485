import { expect, test } from 'vitest'
import { bundleOf, emulate } from './tiny-bundle.ts'
import type { Emulator } from './types.ts'

const sheetOf = ({ screen }: Pick<Emulator, 'screen'>) => {
  const sheet = screen.book().sheets[0]
  if (!sheet) throw new Error('no sheet')
  return sheet
}
const typed = (emulator: Emulator): unknown => emulator.book.values('Feuille 1')

test('undo and redo go back and forth over cells and rows, each to the very workbook of then', () => {
  const { user, book, screen } = emulate()
  user.edit('Feuille 1', 'A1', 'un')
  const one = screen.book()
  user.insertRows('Feuille 1', 1)
  user.edit('Feuille 1', 'A1', 'deux')
  user.undo()
  user.undo()
  expect(screen.book()).toBe(one)
  expect(user.canRedo()).toBe(true)
  user.redo()
  user.redo()
  expect(book.values('Feuille 1')).toEqual([['deux'], ['un']])
  user.undo()
  user.edit('Feuille 1', 'B1', 'trois')
  expect(user.canRedo()).toBe(false)
})

test('undo takes back only its own cells when a script has written since', () => {
  const emulator = emulate({ bundle: bundleOf(`sheet.getRange('C1').setValue('script')`) })
  emulator.user.edit('Feuille 1', 'A1', 'moi')
  emulator.run('f', [], { context: 'menu' })
  emulator.user.undo()
  expect(typed(emulator)).toEqual([[null, null, 'script']])
  emulator.user.redo()
  expect(typed(emulator)).toEqual([['moi', null, 'script']])
})

test('a question nobody has answered takes the run back; with the answer it runs as if for the first time', () => {
  const body = `
    var id = Utilities.getUuid();
    sheet.appendRow(['avant']); SpreadsheetApp.flush();
    PropertiesService.getScriptProperties().setProperty('n', String(1 + Number(PropertiesService.getScriptProperties().getProperty('n'))));
    var ui = SpreadsheetApp.getUi(), answer = ui.alert('Titre', 'Continuer ?', ui.ButtonSet.YES_NO);
    sheet.appendRow([String(answer)]);
    ui.alert('Fini');
    return id`
  const emulator = emulate({ bundle: bundleOf(body) })
  const asked = emulator.run('f', [], { context: 'menu', unanswered: 'taken-back' })
  expect(asked.question).toMatchObject({ kind: 'alert', title: 'Titre', text: 'Continuer ?', buttons: 'YES_NO' })
  expect(asked.error).toBeUndefined()
  expect([typed(emulator), emulator.properties('script')]).toEqual([[], {}])
  const answered = emulator.run('f', [], { context: 'menu', unanswered: 'taken-back', answers: ['YES'] })
  expect(answered.question).toBeUndefined()
  expect([typed(emulator), emulator.properties('script')]).toEqual([[['avant'], ['YES']], { n: '1' }])
  expect(answered.dialogs.map(({ text }) => text)).toEqual(['Continuer ?', 'Fini'])
})

test('an alert with one button takes no answer away from the question after it', () => {
  const body = `var ui = SpreadsheetApp.getUi(); ui.alert('Bonjour'); return String(ui.alert('Vraiment ?', ui.ButtonSet.YES_NO))`
  const emulator = emulate({ bundle: bundleOf(body) })
  expect(emulator.run('f', [], { context: 'menu', unanswered: 'taken-back' }).question?.text).toBe('Vraiment ?')
  const run = emulator.run('f', [], { context: 'menu', unanswered: 'taken-back', answers: ['NO'] })
  expect(run.result).toBe('NO')
})

test('widths, hidden lanes, folded groups and the filter change no cell and can be undone', () => {
  const { user, screen } = emulate({
    bundle: bundleOf(`sheet.getRange('B:C').shiftColumnGroupDepth(1)`),
  })
  for (const [row, text] of ['Client', 'Dupont', 'Martin', 'Dupont'].entries())
    user.edit('Feuille 1', `A${row + 1}`, text)
  const { contents } = sheetOf({ screen })
  user.resize('Feuille 1', 'columns', 1, 1, 240)
  user.hide('Feuille 1', 'columns', 5, 2)
  user.filter('Feuille 1', 'A1:A4')
  user.choose('Feuille 1', { column: 1, hiddenValues: ['Dupont'] })
  const [sheet] = screen.book().sheets
  expect(sheet?.contents).toBe(contents)
  expect(sheet?.columns[0]?.size).toBe(240)
  expect(sheet?.columns.slice(4, 6).map((lane) => lane?.hidden)).toEqual([true, true])
  expect([2, 3, 4].map((row) => sheet?.rows[row - 1]?.filtered === true)).toEqual([true, false, true])
  user.undo()
  expect(screen.book().sheets[0]?.rows.some((lane) => lane?.filtered)).toBe(false)
})

test('a formula is computed as if it stood in a cell, which stays as it is', () => {
  const emulator = emulate()
  emulator.user.edit('Feuille 1', 'A2', 'Facturé')
  const sheet = sheetOf(emulator)
  expect(emulator.screen.evaluate(sheet, 2, 5, '=$A2="Facturé"')).toBe(true)
  expect(emulator.screen.evaluate(sheet, 3, 5, '=$A3="Facturé"')).toBe(false)
  expect(typed(emulator)).toEqual([[null], ['Facturé']])
})

test('the fill handle writes exactly its target, whatever the size of the source', () => {
  const { user, book } = emulate()
  user.paste('Feuille 1', 'A1', { text: 'un\ndeux\ntrois' })
  user.edit('Feuille 1', 'A6', 'reste')
  user.fill('Feuille 1', 'A1:A3', 'A4:A5')
  expect(book.values('Feuille 1').flat()).toEqual(['un', 'deux', 'trois', 'un', 'deux', 'reste'])
})
