import type { Observation, Observed } from '../installation/observed.ts'
import type { Probes } from '../ports.ts'
import { probeDrive } from './probe-drive.ts'
import { activeSpreadsheet } from './sheets.ts'
import { googleTriggers } from './triggers.ts'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** A tab of our own, made and taken away again: nothing of the user's is touched. */
const TAB = 'Vérification (provisoire)'

/** The checks of docs/live-checks.md that a script can make by itself. */
export const googleProbes: Probes = {
  observe: () => {
    const spreadsheet = activeSpreadsheet()
    const leftover = spreadsheet.getSheetByName(TAB)
    if (leftover) spreadsheet.deleteSheet(leftover)
    const sheet = spreadsheet.insertSheet(TAB, spreadsheet.getNumSheets())
    try {
      return [
        attempt(0, () => ({
          check: 0,
          about: 'locale',
          locale: spreadsheet.getSpreadsheetLocale(),
          zone: spreadsheet.getSpreadsheetTimeZone(),
        })),
        attempt(0, () => ({ check: 0, about: 'daily', planned: googleTriggers.ensureDaily(false) !== 'refused' })),
        attempt(0, () => ({ check: 0, about: 'mail', left: MailApp.getRemainingDailyQuota() })),
        attempt(5, () => texts(sheet)),
        attempt(6, probeDrive),
        attempt(7, () => separators(sheet)),
        attempt(8, () => lastRow(sheet)),
        attempt(12, () => validation(sheet)),
        attempt(13, () => checkbox(sheet)),
        attempt(14, secondLock),
        attempt(23, () => rule(sheet)),
        attempt(25, () => ({ check: 25, missing: missingBuiltins() })),
        attempt(26, () => wholeTab(sheet)),
      ]
    } finally {
      spreadsheet.deleteSheet(sheet)
    }
  },
}

function attempt(check: Observed['check'], look: () => Observed): Observation {
  try {
    return look()
  } catch (error) {
    return { check, failed: error instanceof Error ? error.message : String(error) }
  }
}

/** What people type that a sheet likes to take for something else. */
const TEXTS = [
  '1.2',
  '1-2',
  '12E4',
  '06 12 34 56 78',
  '+33612345678',
  '-VIR DUPONT',
  '@x',
  'VRAI',
  'TRUE',
  '20 %',
  '=1+1',
  '0042',
]

function texts(sheet: Sheet): Observed {
  const range = sheet.getRange(1, 1, TEXTS.length, 1).setNumberFormat('@')
  // As google/sheets.ts writes them.
  range.setValues(TEXTS.map((text) => [`'${text}`]))
  const read = range.getValues()
  const number = sheet.getRange(1, 2).setNumberFormat('#,##0.00').setValue(1234.5)
  return {
    check: 5,
    changed: TEXTS.filter((text, row) => read[row]?.[0] !== text),
    space: number.getDisplayValue().replace(/[\d,.]/g, ''),
  }
}

function separators(sheet: Sheet): Observed {
  sheet.getRange(1, 3, 2, 1).setValues([[1], [2]])
  const cell = sheet.getRange(3, 3).setFormula('=SUM(C1;C2)')
  return { check: 7, works: cell.getValue() === 3, stored: cell.getFormula() }
}

function lastRow(sheet: Sheet): Observed {
  sheet.getRange(1, 4, 60, 1).setFormula('=IF(A1="";"";"")')
  const last = sheet.getLastRow()
  sheet.appendRow(['fin'])
  return { check: 8, lastRow: last, appended: sheet.getLastRow() }
}

function validation(sheet: Sheet): Observed {
  const tried = (column: number, lax: boolean): 'refused' | 'written' => {
    const cell = sheet.getRange(1, column)
    cell.setDataValidation(
      SpreadsheetApp.newDataValidation().requireValueInList(['Oui'], true).setAllowInvalid(lax).build(),
    )
    try {
      cell.setValues([['Peut-être']])
      SpreadsheetApp.flush()
      return 'written'
    } catch {
      return 'refused'
    }
  }
  const [lax, strict] = [tried(5, true), tried(6, false)]
  return { check: 12, strict, lax }
}

function checkbox(sheet: Sheet): Observed {
  const cell = sheet.getRange(70, 7)
  cell.setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build())
  return { check: 13, value: String(cell.getValue()), lastRow: sheet.getLastRow() }
}

function secondLock(): Observed {
  const [first, second] = [LockService.getScriptLock(), LockService.getScriptLock()]
  if (!first.tryLock(1000)) throw new Error('busy')
  try {
    return { check: 14, second: second.tryLock(100) }
  } finally {
    first.releaseLock()
  }
}

function rule(sheet: Sheet): Observed {
  const range = sheet.getRange(1, 8, 3, 1)
  const built = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied('=IF(A1="x";TRUE;FALSE)')
    .setBackground('#ffffff')
    .setRanges([range])
    .build()
  sheet.setConditionalFormatRules([built])
  return { check: 23, rule: sheet.getConditionalFormatRules().length === 1 }
}

const BUILTINS: Readonly<Record<string, () => boolean>> = {
  'Array.at': () => [1].at(-1) === 1,
  'String.replaceAll': () => 'aa'.replaceAll('a', 'b') === 'bb',
  'Object.fromEntries': () => Object.fromEntries([['a', 1]])['a'] === 1,
  'Array.flatMap': () => [1].flatMap((one) => [one, one]).length === 2,
  BigInt: () => BigInt('10') * BigInt('10') === BigInt('100'),
  'RegExp \\p{L}': () => /\p{Lu}/u.test('É'),
  'String.normalize': () => 'é'.normalize('NFD').length === 2,
}

const missingBuiltins = (): readonly string[] =>
  Object.entries(BUILTINS).flatMap(([name, works]) => {
    try {
      return works() ? [] : [name]
    } catch {
      return [name]
    }
  })

function wholeTab(sheet: Sheet): Observed {
  const [quick, sure] = [sheet.getSheetValues(1, 1, -1, -1), sheet.getDataRange().getValues()]
  return { check: 26, same: JSON.stringify(quick) === JSON.stringify(sure) }
}
