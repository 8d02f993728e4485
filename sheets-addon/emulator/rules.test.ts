import { expect, test } from 'vitest'
import { emulate, resultOf, run } from './tiny-bundle.ts'

const strictList = `
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(['Oui', 'Non']).setAllowInvalid(false).setHelpText('Oui ou Non').build();
  sheet.getRange('A1:A3').setDataValidation(rule);`

test('a new validation rule lets invalid values in, with a warning (Google’s reference)', () => {
  const body = `
    const rule = SpreadsheetApp.newDataValidation().requireDate().build(); sheet.getRange('A1').setDataValidation(rule).setValue('hier');
    const read = sheet.getRange('A1').getDataValidation();
    return [rule.getAllowInvalid(), sheet.getRange('A1').getValue(), read.getCriteriaType().toString(), sheet.getRange('A2').getDataValidation()]`
  expect(resultOf(emulate(), body)).toEqual([true, 'hier', 'DATE_IS_VALID_DATE', null])
})

test('a strict rule refuses a script’s value, a formula’s result too (id:66463759559, 70151285550)', () => {
  const body = `${strictList}
    return [caught(() => sheet.getRange('A1:A2').setValues([['Oui'], ['Peut-être']])), caught(() => sheet.getRange('A3').setFormula('="x"')), sheet.getLastRow()]`
  expect(resultOf(emulate(), body)).toEqual([
    'Exception: The data you entered in cell A2 violates the data validation rules set on this cell.',
    'Exception: The data you entered in cell A3 violates the data validation rules set on this cell.',
    0,
  ])
})

test('late mode: the refusal surfaces at the next flush or read (id:70791887736)', () => {
  const late = { switches: { validationErrors: 'late' as const } }
  const body = `${strictList} const write = caught(() => sheet.getRange('A1').setValue('x')); return [write, caught(() => SpreadsheetApp.flush()).slice(0, 20)]`
  expect(resultOf(emulate(late), body)).toEqual(['no error', 'Exception: The data '])
  const read = `${strictList} sheet.getRange('A1').setValue('x'); return caught(() => sheet.getRange('B1').getValue()).slice(0, 20)`
  expect(resultOf(emulate(late), read)).toBe('Exception: The data ')
  expect(run(emulate(late), `${strictList} sheet.getRange('A1').setValue('x')`).error?.message).toMatch(/violates/)
})

test('relative-date criteria look set but make a broken rule: refused (gas-fakes)', () => {
  const body = `return caught(() => SpreadsheetApp.newConditionalFormatRule().whenDateBefore(SpreadsheetApp.RelativeDate.TODAY))`
  expect(resultOf(emulate(), body)).toMatch(/relative dates make a broken rule/)
})

test('a list may come from a range', () => {
  const body = `
    sheet.getRange('D1:D2').setValues([['a'], ['b']]);
    sheet.getRange('A1:A2').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('D:D')).setAllowInvalid(false).build());
    return [caught(() => sheet.getRange('A1').setValue('a')), caught(() => sheet.getRange('A2').setValue('c')).slice(0, 9)]`
  expect(resultOf(emulate(), body)).toEqual(['no error', 'Exception'])
})

test('insertCheckboxes writes FALSE everywhere; a checkbox rule leaves blanks blank (Google’s reference; K)', () => {
  const body = `
    sheet.getRange('A1:A2').insertCheckboxes();
    sheet.getRange('B1:B9').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
    return [sheet.getRange('A1:B2').getValues(), sheet.getLastRow(), sheet.getRange('B1').isChecked()]`
  expect(resultOf(emulate(), body)).toEqual([
    [
      [false, ''],
      [false, ''],
    ],
    2,
    false,
  ])
})

test('isChecked is null when mixed or when some cells have no box; check touches boxes only (gas-fakes)', () => {
  const body = `
    sheet.getRange('A1:A2').insertCheckboxes(); sheet.getRange('A1:B2').check(); const all = sheet.getRange('A1:A2').isChecked();
    sheet.getRange('A2').uncheck();
    return [all, sheet.getRange('A1:A2').isChecked(), sheet.getRange('A1:B1').isChecked(), sheet.getRange('B1').getValue()]`
  expect(resultOf(emulate(), body)).toEqual([true, null, null, ''])
})

test('Range.protect adds one more at each call, Sheet.protect gives the existing one (Google’s reference)', () => {
  const body = `
    sheet.getRange('A1:B2').protect().setDescription('a').setWarningOnly(true); sheet.getRange('A1:B2').protect().setDescription('b'); sheet.protect().setDescription('s'); sheet.protect();
    const ranges = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
    return [ranges.map((p) => p.getDescription() + p.isWarningOnly()), ss.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, ranges[0].getRange().getA1Notation()]`
  expect(resultOf(emulate(), body)).toEqual([['atrue', 'bfalse'], 1, 'A1:B2'])
})

test('a blocking protection stops a second editor’s script, a warning does not; the owner is never listed (tanaikech 2023-11-24)', () => {
  const emulator = emulate()
  const second = 'collegue@exemple.test'
  emulator.consent(undefined, second)
  resultOf(
    emulator,
    `
    const block = sheet.getRange('A1').protect(); block.removeEditors(block.getEditors()); sheet.getRange('B1').protect().setWarningOnly(true)`,
  )
  const body = `return [caught(() => sheet.getRange('A1').setValue(1)).slice(0, 40), caught(() => sheet.getRange('B1').setValue(1)), caught(() => sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getEditors())]`
  expect(resultOf(emulator, body, { user: second })).toEqual([
    'Exception: You are trying to edit a prot',
    'no error',
    'Exception: You do not have permission to perform that action.',
  ])
  expect(
    resultOf(emulator, `return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[1].getEditors().map(String)`),
  ).toEqual([second])
})

test('setDomainEdit throws on files of gmail.com (Google’s reference)', () => {
  const body = `return caught(() => sheet.getRange('A1').protect().setDomainEdit(false)).slice(0, 9)`
  expect(resultOf(emulate(), body)).toBe('Exception')
  expect(resultOf(emulate({ switches: { account: 'workspace' } }), body)).toBe('no error')
})

test('protections, named ranges and formats follow their rows', () => {
  const body = `
    sheet.getRange('A5:B6').protect(); ss.setNamedRange('Zone', sheet.getRange('A5:B6')); sheet.insertRowBefore(2); sheet.deleteRow(7);
    return [sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation(), ss.getRangeByName('Zone').getA1Notation(), ss.getRangeByName('Absente')]`
  expect(resultOf(emulate(), body)).toEqual(['A6:B6', 'A6:B6', null])
})

test('setConditionalFormatRules replaces the whole list of the tab, in order (Google’s reference)', () => {
  const body = `
    const rule = (formula) => SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula).setBackground('#eeeeee').setRanges([sheet.getRange('A4:Z')]).build();
    sheet.setConditionalFormatRules([rule('=$A4="x"')]); sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule('=$B4')]);
    sheet.insertRowAfter(3);
    return sheet.getConditionalFormatRules().map((r) => [r.getBooleanCondition().getCriteriaValues()[0], r.getRanges()[0].getA1Notation(), r.getBooleanCondition().getBackground()])`
  expect(resultOf(emulate(), body)).toEqual([
    ['=$A4="x"', 'A5:Z1001', '#eeeeee'],
    ['=$B4', 'A5:Z1001', '#eeeeee'],
  ])
  expect(
    resultOf(emulate(), `return caught(() => SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().build())`),
  ).toMatch(/must have ranges/)
})

test('a second banding over the first is refused (K)', () => {
  const body = `
    const made = sheet.getRange('A3:C9').applyRowBanding(SpreadsheetApp.BandingTheme.LIGHT_GREY, true, false).setFirstRowColor('#fafafa');
    return [caught(() => sheet.getRange('A3:C9').applyRowBanding()).slice(0, 9), sheet.getBandings()[0].getFirstRowColor(), made.getRange().getA1Notation()]`
  expect(resultOf(emulate(), body)).toEqual(['Exception', '#fafafa', 'A3:C9'])
})

test('one filter per tab; its sort leaves the heading; hidden rows are still read (gas-fakes)', () => {
  const body = `
    sheet.getRange('A3:A6').setValues([['Nom'], ['c'], ['a'], ['b']]);
    const filter = sheet.getRange('A3:A6').createFilter(); filter.sort(1, true);
    filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['b']).build());
    return [caught(() => sheet.getRange('A3:B6').createFilter()).slice(0, 9), sheet.getRange('A3:A6').getValues().flat(), [4, 5, 6].map((row) => sheet.isRowHiddenByFilter(row)), sheet.getFilter().getRange().getA1Notation()]`
  expect(resultOf(emulate(), body)).toEqual(['Exception', ['Nom', 'a', 'b', 'c'], [false, true, false], 'A3:A6'])
})

test('formulas see what a filter hides: SUBTOTAL(109) of the visible rows', () => {
  const body = `
    sheet.getRange('A1:A4').setValues([['n'], [1], [2], [4]]); sheet.getRange('B1').setFormula('=SUBTOTAL(109;A2:A4)');
    sheet.getRange('A1:A4').createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['2']).build());
    return sheet.getRange('B1').getValue()`
  expect(resultOf(emulate(), body)).toBe(5)
})

test('charts are descriptors; types are enumeration values; the plain builder has no setTitle (gas-fakes)', () => {
  const body = `
    const chart = sheet.newChart().asColumnChart().setTitle('CA').addRange(sheet.getRange('A1:B12')).setPosition(2, 3, 0, 0).build();
    sheet.insertChart(chart); sheet.insertRowBefore(1);
    const [kept] = sheet.getCharts();
    return [kept.getOptions().get('title'), kept.getRanges()[0].getA1Notation(), kept.getContainerInfo().getAnchorRow(),
      caught(() => sheet.newChart().setChartType('BAR')).slice(0, 9), caught(() => sheet.newChart().setTitle('x')), caught(() => sheet.newChart().setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)).slice(0, 23)]`
  expect(resultOf(emulate(), body)).toEqual([
    'CA',
    'A2:B13',
    3,
    'Exception',
    'Error: not faked: EmbeddedChartBuilder.setTitle',
    'Error: Unexpected error',
  ])
})
