import { expect, test } from 'vitest'
import type { Run } from './index.ts'
import { bundleOf, emulate, resultOf } from './tiny-bundle.ts'

const handlers = `
  function seen(e) { const shown = { keys: Object.keys(e).sort() };
    for (const key of ['value', 'oldValue', 'changeType']) if (key in e) shown[key] = e[key];
    if (e.range) shown.range = e.range.getA1Notation(); shown.auth = String(e.authMode); shown.user = e.user ? e.user.getEmail() : null; return shown }
  function onEdit(e) { return seen(e) }
  function onOpen(e) { return seen(e) }
  function installed(e) { return seen(e) }`
const opened = () => emulate({ bundle: bundleOf('', handlers), owner: 'moi@exemple.test' })
const event = (runs: readonly Run[]) => runs[0]?.result
const keys = (...extra: string[]) => ['authMode', 'range', 'source', 'user', ...extra].sort()

test('a single typed edit has value and oldValue, as text; oldValue is missing when the cell was empty (G:events)', () => {
  const { user } = opened()
  expect(event(user.edit('Feuille 1', 'A1', '12'))).toEqual({
    keys: keys('value'),
    value: '12',
    range: 'A1',
    auth: 'LIMITED',
    user: 'moi@exemple.test',
  })
  expect(event(user.edit('Feuille 1', 'A1', '1,5'))).toMatchObject({ value: '1.5', oldValue: '12' })
  expect(event(user.edit('Feuille 1', 'A1', '05/11/2026'))).toMatchObject({ value: '46331', oldValue: '1.5' })
})

test('a checkbox gives TRUE and FALSE as text', () => {
  const { user } = opened()
  expect(event(user.tick('Feuille 1', 'A1', true))).toMatchObject({ value: 'TRUE' })
  expect(event(user.tick('Feuille 1', 'A1', false))).toMatchObject({ value: 'FALSE', oldValue: 'TRUE' })
})

test('deleting a cell has oldValue and no value key (GetEditType)', () => {
  const { user } = opened()
  user.edit('Feuille 1', 'A1', 'x')
  expect(event(user.clear('Feuille 1', 'A1'))).toMatchObject({ keys: keys('oldValue'), oldValue: 'x' })
})

test('plain text pasted in one cell is like typing; a copied cell, a fill, several cells carry neither (GetEditType, tanaikech 2017-10-11)', () => {
  const { user, book } = opened()
  expect(event(user.paste('Feuille 1', 'A1', { text: 'x' }))).toMatchObject({ value: 'x' })
  expect(event(user.paste('Feuille 1', 'A2', { text: 'a\tb\n"c\nd"\t1,5' }))).toEqual({
    keys: keys(),
    range: 'A2:B3',
    auth: 'LIMITED',
    user: 'moi@exemple.test',
  })
  expect(event(user.paste('Feuille 1', 'C1', { sheet: 'Feuille 1', area: 'A1' }))).toMatchObject({
    keys: keys(),
    range: 'C1',
  })
  expect(event(user.fill('Feuille 1', 'C1', 'C1:C3'))).toMatchObject({ keys: keys(), range: 'C1:C3' })
  expect(event(user.clear('Feuille 1', 'A1:B2'))).toMatchObject({ keys: keys(), range: 'A1:B2' })
  expect(book.values('Feuille 1')).toEqual([
    [null, null, 'x'],
    [null, null, 'x'],
    ['c\nd', 1.5, 'x'],
  ])
})

test('a typed formula has no reliable value (K)', () => {
  expect(event(opened().user.edit('Feuille 1', 'A1', '=1+1'))).toMatchObject({ keys: keys() })
})

test('undo takes the gesture back and fires an edit with neither value', () => {
  const { user, book } = opened()
  user.edit('Feuille 1', 'A1', 'x')
  user.edit('Feuille 1', 'A1', 'y')
  expect(event(user.undo())).toMatchObject({ keys: keys(), range: 'A1' })
  expect(book.values('Feuille 1')).toEqual([['x']])
})

test('sorting, inserting and deleting rows fire no onEdit; an installed onChange learns the kind and no range (G)', () => {
  const emulator = opened()
  emulator.push(bundleOf(`ScriptApp.newTrigger('installed').forSpreadsheet(ss).onChange().create()`, handlers))
  emulator.run('f', [], { context: 'menu' })
  emulator.user.edit('Feuille 1', 'A1', 'x')
  const runs = [
    ...emulator.user.insertRows('Feuille 1', 1),
    ...emulator.user.deleteRows('Feuille 1', 1),
    ...emulator.user.insertColumns('Feuille 1', 1),
    ...emulator.user.sort('Feuille 1', 'A1:B3', 1),
  ]
  expect(runs.map((run) => [run.function, run.context, Object(run.result).changeType])).toEqual(
    ['INSERT_ROW', 'REMOVE_ROW', 'INSERT_COLUMN', 'OTHER'].map((kind) => ['installed', 'inst', kind]),
  )
  expect(Object(runs[0]?.result).keys).toEqual(['authMode', 'changeType', 'source', 'triggerUid', 'user'])
})

test('a script’s write fires nothing (G)', () => {
  const emulator = opened()
  const more = `${handlers.replace('function onEdit(e) { return seen(e) }', 'function onEdit() { PropertiesService.getScriptProperties().setProperty("edited", "yes") }')}`
  emulator.push(bundleOf(`sheet.getRange('A1').setValue(1)`, more))
  emulator.run('f', [], { context: 'menu' })
  expect(emulator.properties('script')).toEqual({})
})

test('at most two events wait: fast ticks are lost, the cells are not (tanaikech 2020-05-27)', () => {
  const { user, book } = opened()
  const cells = ['A1', 'A2', 'A3', 'A4', 'A5']
  expect(user.editFast(cells.map((cell) => ({ sheet: 'Feuille 1', cell, text: 'VRAI' })))).toHaveLength(2)
  expect(book.values('Feuille 1').flat()).toEqual([true, true, true, true, true])
  expect(user.edit('Feuille 1', 'B1', 'x', { dropEvent: true })).toEqual([])
})

test('onOpen runs with little authority and anonymously unless for the owner (tanaikech 2024-01-12)', () => {
  const { user } = opened()
  expect(event(user.open())).toEqual({
    keys: ['authMode', 'source', 'user'],
    auth: 'LIMITED',
    user: 'moi@exemple.test',
  })
  expect(event(user.open({ user: 'autre@exemple.test' }))).toMatchObject({ user: '' })
})

test('an installed edit trigger runs after the simple one, as its creator, with full authority', () => {
  const emulator = opened()
  emulator.push(bundleOf(`ScriptApp.newTrigger('installed').forSpreadsheet(ss).onEdit().create()`, handlers))
  emulator.run('f', [], { context: 'menu' })
  const runs = emulator.user.edit('Feuille 1', 'A1', 'x', { user: 'autre@exemple.test' })
  expect(runs.map((run) => [run.function, Object(run.result).auth])).toEqual([
    ['onEdit', 'LIMITED'],
    ['installed', 'FULL'],
  ])
})

test('a reserved handler name must not be installed: it would run twice (tanaikech)', () => {
  const emulator = emulate()
  emulator.push(
    bundleOf(`return caught(() => ScriptApp.newTrigger('onEdit').forSpreadsheet(ss).onEdit().create())`, handlers),
  )
  expect(emulator.run('f', [], { context: 'menu' }).result).toMatch(/must not be installed/)
})

test('pasting cells carries formats and validation over the target’s; pasting values does not (K)', () => {
  const emulator = emulate()
  resultOf(
    emulator,
    `sheet.getRange('A1').setNumberFormat('@').setValue('007'); sheet.getRange('B1:B2').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build())`,
  )
  emulator.user.paste('Feuille 1', 'B1', { sheet: 'Feuille 1', area: 'A1' })
  emulator.user.paste('Feuille 1', 'B2', { sheet: 'Feuille 1', area: 'A1', valuesOnly: true })
  expect(
    resultOf(
      emulator,
      `return ['B1', 'B2'].map((at) => [sheet.getRange(at).getValue(), sheet.getRange(at).getNumberFormat(), !!sheet.getRange(at).getDataValidation()])`,
    ),
  ).toEqual([
    ['007', '@', false],
    ['007', '0.###############', true],
  ])
})

test('cut and paste moves; pasting below the last row adds rows', () => {
  const { user, book } = opened()
  user.edit('Feuille 1', 'A1', 'x')
  user.paste('Feuille 1', 'B2', { sheet: 'Feuille 1', area: 'A1', cut: true })
  user.paste('Feuille 1', 'A1000', { text: 'y\nz' })
  expect(book.values('Feuille 1')[0]).toEqual([null, null])
  expect(book.values('Feuille 1')[1]).toEqual([null, 'x'])
  expect(book.sheets()[0]?.maxRows).toBe(1001)
})

test('a person’s edit that a strict rule refuses changes nothing', () => {
  const emulator = emulate()
  resultOf(
    emulator,
    `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).setAllowInvalid(false).build())`,
  )
  expect(() => emulator.user.edit('Feuille 1', 'A1', 'abc')).toThrow(/violates/)
  expect(emulator.book.values('Feuille 1')).toEqual([])
})
