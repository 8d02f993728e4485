import { expect, test } from 'vitest'
import { bundleOf, emulate, resultOf } from './tiny-bundle.ts'

const build = `
  sheet.setName('Ventes').getRange('A4:C4').setValues([['05/11/2026', "'007", '=B4&"!"']]);
  sheet.getRange('A4:A').setNumberFormat('dd/mm/yyyy'); sheet.getRange('D4:D').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
  sheet.getRange('B4').setNote('note').setBackground('#fff2cc'); sheet.getRange('A1').protect().setDescription('garde').setWarningOnly(true);
  sheet.setFrozenRows(3); ss.setNamedRange('Zone', sheet.getRange('A4:C9')); PropertiesService.getScriptProperties().setProperty('k', 'v');
  ScriptApp.newTrigger('daily').timeBased().everyDays(1).atHour(7).create(); Drive.Files.create({ name: 'a' }); MailApp.sendEmail('a@b.fr', 's', 'b');`
const look = `
  const s = ss.getSheetByName('Ventes'), range = s.getRange('A4:D4');
  return JSON.stringify([range.getValues(), range.getFormulas(), range.getNumberFormats(), range.getBackgrounds(), range.getNotes(), s.getRange('D900').isChecked(), s.getFrozenRows(), s.getSheetId(), ss.getId(),
    s.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((p) => p.getDescription() + p.isWarningOnly()), ss.getRangeByName('Zone').getA1Notation(), PropertiesService.getScriptProperties().getProperties(),
    ScriptApp.getProjectTriggers().map((t) => t.getUniqueId()), Drive.Files.list().files.map((f) => f.id), MailApp.getRemainingDailyQuota()])`
const more = 'function daily() {}'

function built() {
  const emulator = emulate({ bundle: bundleOf(build, more) })
  const { error } = emulator.run('f', [], { context: 'menu' })
  if (error) throw new Error(error.message)
  return emulator
}

test('saving and loading changes nothing that a script can see', () => {
  const emulator = built()
  const before = resultOf(emulator, look)
  const state = JSON.parse(JSON.stringify(emulator.save()))
  const again = emulate({ state, bundle: bundleOf('', more) })
  expect(resultOf(again, look)).toEqual(before)
  expect(again.save()).toMatchObject({ version: 1 })
})

test('the state is a copy: what runs later does not change it, and ids go on where they stopped', () => {
  const emulator = built()
  const state = emulator.save()
  const text = JSON.stringify(state)
  const next = `return Utilities.getUuid()`
  const first = resultOf(emulator, next)
  expect(JSON.stringify(state)).toBe(text)
  expect(resultOf(emulate({ state }), next)).toBe(first)
  expect(resultOf(emulate(), next)).not.toBe(first)
})

test('without content, formats, rules and the rest stay: cells come from elsewhere (door.md §1)', () => {
  const state = built().save({ content: false })
  const again = emulate({ state })
  expect(again.book.values('Ventes')).toEqual([])
  again.book.type('Ventes', 4, 1, [['06/11/2026', '008', '', 'VRAI']])
  expect(
    resultOf(
      again,
      `const s = ss.getSheetByName('Ventes'); return [s.getRange('A4').getDisplayValue(), s.getRange('D4').isChecked(), s.getRange('B4').getNote()]`,
    ),
  ).toEqual(['06/11/2026', true, 'note'])
})

test('a state of an unknown version is refused', () => {
  expect(() => emulate({ state: { ...built().save(), version: 2 as 1 } })).toThrow(/version 2/)
})

test('mails are numbered over the life of the state', () => {
  const again = emulate({ state: built().save() })
  resultOf(again, `MailApp.sendEmail('a@b.fr', 's', 'b')`)
  expect(again.mails().map(({ number }) => number)).toEqual([2])
})

test('a copy of the file is a new script: same tabs, no property, trigger or file (ground truth 7)', () => {
  const emulator = built()
  const copy = emulate({ state: emulator.copy(), bundle: bundleOf('', more), owner: 'copieur@exemple.test' })
  const read = `return [ss.getId(), ss.getSheetByName('Ventes').getRange('B4').getValue(), PropertiesService.getScriptProperties().getKeys(),
    ScriptApp.getProjectTriggers().length, Drive.Files.list().files.length, ss.getProtections(SpreadsheetApp.ProtectionType.RANGE).length]`
  expect(resultOf(copy, read)).toEqual([expect.any(String), '007', [], 0, 0, 1])
  expect(resultOf(copy, `return ss.getId()`)).not.toBe(resultOf(emulator, `return ss.getId()`))
})

test('an older version of the file meets the properties of today: version history (architecture §3)', () => {
  const emulator = built()
  const before = emulator.save()
  resultOf(
    emulator,
    `ss.getSheetByName('Ventes').getRange('A9').setValue('later'); PropertiesService.getScriptProperties().setProperty('highest', '12')`,
  )
  const rolledBack = emulate({ state: { ...emulator.save(), book: before.book } })
  expect(rolledBack.book.values('Ventes').length).toBe(4)
  expect(rolledBack.properties('script')).toMatchObject({ highest: '12' })
})
