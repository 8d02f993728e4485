import { expect, test } from 'vitest'
import { emulate, resultOf, run } from './tiny-bundle.ts'

/** What getValues and getDisplayValues give after setValue of each text in an automatic cell. */
function typed(texts: readonly string[], format = ''): { values: unknown; shown: unknown } {
  const body = `
    const range = sheet.getRange(1, 1, a.length, 1);
    if (b) range.setNumberFormat(b);
    range.setValues(a.map((text) => [text]));
    return { values: range.getValues().flat(), shown: range.getDisplayValues().flat() }`
  return resultOf(emulate(), body, { args: [texts, format] }) as { values: unknown; shown: unknown }
}

test('digits lose zeros and spaces: « 01234 » is 1234, « 22 34 » is 2234 (vlucas/sheetquery#20)', () => {
  expect(typed(['01234', '22 34', '06300', '12E4']).values).toEqual([1234, 2234, 6300, 120_000])
})

test('a format of text keeps them, and keeps formulas as text', () => {
  expect(typed(['01234', '22 34', '=1+1', 'VRAI'], '@').values).toEqual(['01234', '22 34', '=1+1', 'VRAI'])
})

test('text is parsed in the locale of the spreadsheet: 1,5 is a number in French, 1.5 is not (crypto-sheets#42)', () => {
  expect(typed(['1,5', '1.5', 'VRAI', 'faux']).values).toEqual([1.5, '1.5', true, false])
})

test('20 % and 12,50 € are numbers, and the cell takes their format (G: USER_ENTERED)', () => {
  expect(typed(['20%', '12,50 €']).values).toEqual([0.2, 12.5])
  expect(typed(['20%']).shown).toEqual(['20%'])
})

test('only a first-character = makes a formula; a leading space keeps text (gas-fakes)', () => {
  expect(typed(['=1+1', '   =1+1']).values).toEqual([2, '   =1+1'])
})

test('an apostrophe keeps text, is invisible, and is lost when written back (tanaikech 2022-09-06, 2023-03-11)', () => {
  const body = `
    const cell = sheet.getRange('A1'); cell.setValue("'001");
    const before = cell.getValue(); cell.setValues(cell.getValues());
    return [before, cell.getValue()]`
  expect(resultOf(emulate(), body)).toEqual(['001', 1])
})

test('empty cells read as empty text, dates as Dates, errors as their text (rule 1)', () => {
  const body = `
    sheet.getRange('A1:C1').setValues([['05/11/2026', '=1/0', '']]);
    const [date, error, empty] = sheet.getRange('A1:C1').getValues()[0];
    return [date instanceof Date && date.toISOString(), error, empty]`
  expect(resultOf(emulate(), body)).toEqual(['2026-11-04T23:00:00.000Z', '#DIV/0!', ''])
})

test('getDataRange of an empty tab is A1, getLastRow is 0 (rule 1)', () => {
  expect(
    resultOf(emulate(), `return [sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn()]`),
  ).toEqual(['A1', 0, 0])
})

test('a formula that shows nothing counts as content for getLastRow and appendRow (ground truth 14)', () => {
  const body = `
    sheet.getRange('B1:B5').setFormula('=IF(A1="";"";1)');
    sheet.appendRow(['x']);
    return [sheet.getLastRow(), sheet.getRange('A6').getValue(), sheet.getRange('B3').getValue()]`
  expect(resultOf(emulate(), body)).toEqual([6, 'x', ''])
})

test('a Date is an instant whose wall clock is the spreadsheet’s zone, not the script’s (tanaikech 2023-09-03)', () => {
  const emulator = emulate({ spreadsheet: { timeZone: 'America/New_York' } })
  const body = `
    sheet.getRange('A1').setValue(new Date('2026-11-05T02:00:00Z'));
    const date = sheet.getRange('A1').getValue();
    return [sheet.getRange('A1').getDisplayValue().slice(0, 10), date.toISOString(), date.getDate(), Utilities.formatDate(date, ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd')]`
  expect(resultOf(emulator, body)).toEqual(['04/11/2026', '2026-11-05T02:00:00.000Z', 5, '2026-11-04'])
})

test('dates survive the change of hour', () => {
  const body = `
    const days = ['29/03/2026', '25/10/2026', '01/01/2026', '01/07/2026'];
    sheet.getRange('A1:A4').setValues(days.map((day) => [day]));
    return sheet.getRange('A1:A4').getValues().flat().map((date) => Utilities.formatDate(date, 'Europe/Paris', 'dd/MM/yyyy HH:mm'))`
  expect(resultOf(emulate(), body)).toEqual([
    '29/03/2026 00:00',
    '25/10/2026 00:00',
    '01/01/2026 00:00',
    '01/07/2026 00:00',
  ])
})

test('what would be written as rubbish is refused: undefined, NaN, objects; null clears', () => {
  const body = `
    sheet.getRange('A1').setValue('x'); sheet.getRange('A1').setValue(null);
    return [undefined, NaN, {}, new Date('x')].map((value) => caught(() => sheet.getRange('A1').setValue(value))).concat(sheet.getRange('A1').getValue())`
  expect(resultOf(emulate(), body)).toEqual([
    'StrictError: strict: Range.setValue: undefined written to a cell',
    'StrictError: strict: Range.setValue: NaN would show as #NUM!',
    'StrictError: strict: Range.setValue: object written to a cell',
    'Exception: Invalid date',
    '',
  ])
})

test('data of the wrong size throws and writes nothing (rule 3)', () => {
  const body = `
    return [
      caught(() => sheet.getRange('A1:B2').setValues([[1, 2]])), caught(() => sheet.getRange('A1:B1').setValues([[1]])),
      caught(() => sheet.getRange('A1:B2').setValues([1, 2])), caught(() => sheet.getRange(1, 1, 0, 1)),
      caught(() => sheet.getRange(1001, 1)), sheet.getLastRow()]`
  expect(resultOf(emulate(), body)).toEqual([
    'Exception: The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    'Exception: The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    "Exception: The parameters (Array) don't match the method signature for Range.setValues.",
    'Exception: The number of rows in the range must be at least 1.',
    'Exception: The coordinates of the range are outside the dimensions of the sheet.',
    0,
  ])
})

test('a cell holds at most 50,000 characters (Google’s limits)', () => {
  const body = `sheet.getRange('A1').setValue('x'.repeat(50000)); return caught(() => sheet.getRange('A2').setValue('x'.repeat(50001)))`
  expect(resultOf(emulate(), body)).toMatch(/50000 characters/)
})

test('ranges are found in every notation (gas-fakes)', () => {
  const body = `return ['C5:B2', '5:7', 'D:F', '$C$3', "'Feuille 1'!A1", 'R2C3', 'A4:A'].map((text) => ss.getRange(text).getA1Notation())`
  expect(resultOf(emulate(), body)).toEqual(['B2:C5', 'A5:Z7', 'D1:F1000', 'C3', 'A1', 'C2', 'A4:A1000'])
})

test('a formula takes ; in every locale, and , breaks where the decimal is a comma (ingress-fieldplan#5)', () => {
  const body = `
    sheet.getRange('A1:A2').setValues([[1], [2]]);
    sheet.getRange('B1').setFormula('=SUM(A1;A2)'); sheet.getRange('B2').setFormula('=SUM(A1,A2)'); sheet.getRange('B3').setFormula('=A1*0,5');
    return [sheet.getRange('B1:B3').getValues().flat(), sheet.getRange('B1:B4').getFormulas().flat()]`
  expect(resultOf(emulate(), body)).toEqual([
    [3, '#ERROR!', 0.5],
    ['=SUM(A1;A2)', '=SUM(A1,A2)', '=A1*0,5', ''],
  ])
})

test('reading then writing a whole range destroys its formulas (ground truth 12)', () => {
  const body = `
    sheet.getRange('A1:B1').setValues([[2, '=A1*2']]);
    const range = sheet.getRange('A1:B1'); range.setValues(range.getValues());
    return range.getFormulas()[0]`
  expect(resultOf(emulate(), body)).toEqual(['', ''])
})

test('number formats are US patterns; automatic reads back 0.###############; null is refused (gas-fakes)', () => {
  const body = `
    const cell = sheet.getRange('A1'); const automatic = cell.getNumberFormat();
    cell.setValue(1234.5).setNumberFormat('#,##0.00 "€"');
    const shown = cell.getDisplayValue(); cell.setNumberFormat('general');
    return [automatic, shown, cell.getNumberFormat(), caught(() => cell.setNumberFormat(null)).slice(0, 27)]`
  expect(resultOf(emulate(), body)).toEqual([
    '0.###############',
    '1\u202f234,50\u00a0€',
    '0.###############',
    'Exception: Invalid argument',
  ])
})

test('@ on a number turns it into the text shown (tanaikech 2023-01-31), and a number into @ stays one', () => {
  const body = `
    sheet.getRange('A1').setValue(0.2).setNumberFormat('0%'); sheet.getRange('A1').setNumberFormat('@');
    sheet.getRange('A2').setNumberFormat('@').setValue(5);
    return sheet.getRange('A1:A2').getValues().flat()`
  expect(resultOf(emulate(), body)).toEqual(['20%', 5])
})

test('rich text: none for numbers, links are read back, a HYPERLINK formula’s too (gas-fakes, tanaikech 2020-05-15)', () => {
  const body = `
    const value = SpreadsheetApp.newRichTextValue().setText('F2026-0001').setLinkUrl('https://x.fr').build();
    sheet.getRange('A1').setRichTextValue(value); sheet.getRange('A2').setValue(12); sheet.getRange('A3').setFormula('=HYPERLINK("https://y.fr";"y")');
    const rich = sheet.getRange('A1:A3').getRichTextValues().flat();
    return [rich[0].getText(), rich[0].getLinkUrl(), sheet.getRange('A1').getValue(), rich[1], rich[2].getLinkUrl(), rich[2].getText()]`
  expect(resultOf(emulate(), body)).toEqual(['F2026-0001', 'https://x.fr', 'F2026-0001', null, 'https://y.fr', 'y'])
})

test('looks and notes are kept by cell; a value outside Google’s list is refused', () => {
  const body = `
    sheet.getRange('A1:B1').setBackground('#fde7e9').setFontWeight('bold').setNote('n');
    sheet.getRange('B1').setBackground(null);
    return [sheet.getRange('A1:B1').getBackgrounds()[0], sheet.getRange('B1').getFontWeight(), sheet.getRange('A1').getNote(), caught(() => sheet.getRange('A1').setFontWeight('heavy')).slice(0, 30)]`
  expect(resultOf(emulate(), body)).toEqual([['#fde7e9', '#ffffff'], 'bold', 'n', 'Exception: Invalid argument: h'])
})

test('a RangeList writes several cells in one round trip', () => {
  const emulator = emulate()
  const { calls } = run(emulator, `sheet.getRangeList(['A1', 'C3', 'B2']).setValue(false)`)
  expect(calls.spreadsheet).toBe(1)
  expect(emulator.book.values('Feuille 1')).toEqual([
    [false, null, null],
    [null, false, null],
    [null, null, false],
  ])
})

test('clearContent keeps formats and rules; clear takes formats away', () => {
  const body = `
    const cell = sheet.getRange('A1'); cell.setNumberFormat('@').setValue('x').setNote('n'); cell.clearContent();
    const kept = [cell.getNumberFormat(), cell.getNote()]; cell.clear();
    return kept.concat(cell.getNumberFormat(), cell.getNote())`
  expect(resultOf(emulate(), body)).toEqual(['@', 'n', '0.###############', ''])
})
