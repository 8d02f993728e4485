import { expect, test } from 'vitest'
import { emulate, resultOf, run } from './tiny-bundle.ts'

const ledger = `
  sheet.getRange('A1:C4').setValues([['Quantité', 'Prix', 'Montant'], [2, 10, '=A2*B2'], [3, 5, '=A3*B3'], [1, 7, '=A4*B4']]);
  sheet.getRange('E1').setFormula('=SUM(C2:C4)');`

test('inserted rows take the neighbour’s format and validation, not its formulas (id:70151285550)', () => {
  const body = `${ledger}
    sheet.getRange('A2:C4').setNumberFormat('0.00');
    sheet.insertRowsAfter(3, 1);
    return [sheet.getRange('C4').getFormula(), sheet.getRange('A4').getNumberFormat(), sheet.getRange('C5').getFormula(), sheet.getRange('E1').getFormula(), sheet.getMaxRows()]`
  expect(resultOf(emulate(), body)).toEqual(['', '0.00', '=A5*B5', '=SUM(C2:C5)', 1001])
})

test('deleted rows shrink ranges, and what pointed at them is #REF!', () => {
  const body = `${ledger} sheet.getRange('F1').setFormula('=C3'); sheet.deleteRow(3);
    return [sheet.getRange('E1').getFormula(), sheet.getRange('F1').getValue(), sheet.getRange('C3').getFormula(), sheet.getMaxRows()]`
  expect(resultOf(emulate(), body)).toEqual(['=SUM(C2:C3)', '#REF!', '=A3*B3', 999])
})

test('rows out of bounds, and all unfrozen rows, cannot be deleted (gas-fakes; K)', () => {
  const body = `sheet.setFrozenRows(3); return [caught(() => sheet.deleteRow(1001)), caught(() => sheet.deleteRows(4, 997))]`
  expect(resultOf(emulate(), body)).toEqual([
    'Exception: Those rows are out of bounds.',
    "Exception: You can't delete all the rows that are not frozen.",
  ])
})

test('moved and inserted columns keep formulas, widths and named ranges right', () => {
  const body = `${ledger}
    ss.setNamedRange('Prix', sheet.getRange('B2:B4')); sheet.setColumnWidth(2, 77);
    sheet.moveColumns(sheet.getRange('B:B'), 1); sheet.insertColumnsBefore(1, 1);
    return [sheet.getRange('D2').getFormula(), sheet.getRange('B1').getValue(), ss.getRangeByName('Prix').getA1Notation(), sheet.getColumnWidth(2), sheet.getRange('D2').getValue()]`
  expect(resultOf(emulate(), body)).toEqual(['=C2*B2', 'Prix', 'B2:B4', 77, 20])
})

test('Range.sort takes sheet columns; formulas follow their row (gas-fakes)', () => {
  const body = `${ledger}
    sheet.getRange('A2:C4').sort({ column: 2, ascending: true });
    return [sheet.getRange('A2:C4').getValues(), sheet.getRange('C2:C4').getFormulas().flat(), caught(() => sheet.getRange('B2:C4').sort(1)).slice(0, 19)]`
  expect(resultOf(emulate(), body)).toEqual([
    [
      [3, 5, 15],
      [1, 7, 7],
      [2, 10, 20],
    ],
    ['=A2*B2', '=A3*B3', '=A4*B4'],
    'Exception: Column 1',
  ])
})

test('sorting moves formats and notes, puts blanks last either way, and leaves metadata where it was (K)', () => {
  const body = `
    sheet.getRange('A1:A3').setValues([['b'], [''], ['a']]); sheet.getRange('A1').setNote('of b').setNumberFormat('@');
    sheet.getRange('1:1').addDeveloperMetadata('row', 'first');
    sheet.getRange('A1:A3').sort({ column: 1, ascending: false }); const down = sheet.getRange('A1:A3').getValues().flat();
    sheet.getRange('A1:A3').sort(1);
    return [down, sheet.getRange('A1:A3').getValues().flat(), sheet.getRange('A2').getNote(), sheet.getRange('1:1').getDeveloperMetadata().length]`
  expect(resultOf(emulate(), body)).toEqual([['b', 'a', ''], ['a', 'b', ''], 'of b', 1])
})

test('a new tab becomes the active one; two of one name are refused; the last visible one stays (Google’s reference)', () => {
  const body = `
    const made = ss.insertSheet('Ventes');
    return [ss.getActiveSheet().getName(), made.getIndex(), caught(() => ss.insertSheet('ventes')), (sheet.hideSheet(), caught(() => made.hideSheet())), caught(() => ss.deleteSheet(made))]`
  expect(resultOf(emulate(), body)).toEqual([
    'Ventes',
    2,
    'Exception: A sheet with the name "ventes" already exists. Please enter another name.',
    "Exception: You can't hide all the sheets in a document.",
    "Exception: You can't remove all the visible sheets in a document.",
  ])
})

test('renaming a tab renames it in formulas; deleting it leaves #REF!', () => {
  const body = `
    const other = ss.insertSheet('Ventes'); other.getRange('A1').setValue(4);
    sheet.getRange('A1').setFormula('=Ventes!A1*2'); other.setName('Mes ventes');
    const renamed = [sheet.getRange('A1').getFormula(), sheet.getRange('A1').getValue()];
    ss.deleteSheet(other); return renamed.concat(sheet.getRange('A1').getValue())`
  expect(resultOf(emulate(), body)).toEqual(["='Mes ventes'!A1*2", 8, '#REF!'])
})

test('copies shift relative references; values only, formats only', () => {
  const body = `${ledger}
    sheet.getRange('C2').copyTo(sheet.getRange('C10')); sheet.getRange('C2').copyTo(sheet.getRange('C11'), { contentsOnly: true });
    sheet.getRange('C2').setNumberFormat('0.0').copyTo(sheet.getRange('C12'), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
    return [sheet.getRange('C10').getFormula(), sheet.getRange('C11').getValue(), sheet.getRange('C11').getFormula(), sheet.getRange('C12').getNumberFormat(), sheet.getRange('C12').getValue()]`
  expect(resultOf(emulate(), body)).toEqual(['=A10*B10', 20, '', '0.0', ''])
})

test('groups nest at each call, stop at 0, and a missing one throws (tanaikech 2022-12-14)', () => {
  const body = `
    const columns = sheet.getRange('O:Z'); columns.shiftColumnGroupDepth(-1);
    const none = [sheet.getColumnGroupDepth(15), caught(() => sheet.getColumnGroup(15, 1))];
    columns.shiftColumnGroupDepth(1); columns.shiftColumnGroupDepth(1); sheet.getColumnGroup(15, 1).collapse();
    const group = sheet.getColumnGroup(20, 1);
    return none.concat(sheet.getColumnGroupDepth(15), group.getRange().getA1Notation(), group.isCollapsed())`
  expect(resultOf(emulate(), body)).toEqual([
    0,
    'Exception: A group does not exist with the given index and depth.',
    2,
    'O1:Z1000',
    true,
  ])
})

test('developer metadata sits on whole rows and columns only, follows insertions, dies with its row (gas-fakes)', () => {
  const body = `
    sheet.getRange('C:C').addDeveloperMetadata('key', 'prix'); sheet.getRange('5:5').addDeveloperMetadata('row', '5');
    sheet.insertColumnBefore(1); sheet.insertRowBefore(1);
    const found = (key) => ss.createDeveloperMetadataFinder().withKey(key).find().map((m) => m.getLocation()).map((l) => (l.getRow() || l.getColumn()).getA1Notation());
    const before = [found('key'), found('row')]; sheet.deleteRow(6);
    return [...before, found('row'), caught(() => sheet.getRange('A1').addDeveloperMetadata('x')).slice(0, 51), sheet.getRange('D:D').getDeveloperMetadata()[0].getVisibility().toString()]`
  expect(resultOf(emulate(), body)).toEqual([
    ['D1:D1001'],
    ['A6:AA6'],
    [],
    'Exception: Adding developer metadata to arbitrary r',
    'DOCUMENT',
  ])
})

test('the file holds at most ten million cells (Google’s limits)', () => {
  expect(run(emulate(), `sheet.insertRowsAfter(1000, 400000)`).error?.message).toMatch(/10000000 cells/)
})

test('a merge keeps its first cell only', () => {
  const body = `sheet.getRange('A1:B1').setValues([[1, 2]]).merge(); return [sheet.getRange('A1:B1').getValues()[0], sheet.getRange('B1').isPartOfMerge()]`
  expect(resultOf(emulate(), body)).toEqual([[1, ''], true])
})

test('frozen rows, hidden columns, locale and zone are kept; a wrong zone is refused', () => {
  const body = `
    sheet.setFrozenRows(3); sheet.hideColumns(26); ss.setSpreadsheetLocale('en_US'); ss.setSpreadsheetTimeZone('UTC');
    return [sheet.getFrozenRows(), sheet.isColumnHiddenByUser(26), ss.getSpreadsheetLocale(), ss.getSpreadsheetTimeZone(), caught(() => ss.setSpreadsheetTimeZone('Paris')).slice(0, 25)]`
  expect(resultOf(emulate(), body)).toEqual([3, true, 'en_US', 'UTC', 'Exception: Invalid argume'])
})
