import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { findLibreOffice, recompute } from '../emulator/calc/libreoffice.ts'
import type { Emulator } from '../emulator/index.ts'
import { BUSINESSES, paidYear } from '../test/two-businesses.ts'
import { done, TODAY } from '../test/workshop.ts'
import { xlsxOf } from './workbook-file.ts'

const command = findLibreOffice()
const TABS = ['Tableau de bord', 'Ventes', 'Factures', 'Paiements', 'Livre des recettes', 'Barèmes']

/** The downloaded file, with nothing of the script; TODAY() is the story's day, whatever that of the machine. */
function savedFile(emulator: Emulator): Uint8Array {
  const book = XLSX.read(xlsxOf(emulator.screen), { cellFormula: true, cellNF: true, xlfn: true })
  const [year, month, day] = TODAY.split('-').map(Number)
  for (const sheet of Object.values(book.Sheets))
    for (const cell of Object.values(sheet))
      if (typeof cell === 'object' && 'f' in cell && typeof cell.f === 'string')
        cell.f = cell.f.replaceAll('TODAY()', `DATE(${year},${month},${day})`)
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }))
}

/** Every cell that differs, a blank and an empty text being the same. */
function differences(soffice: string, emulator: Emulator): readonly unknown[] {
  const theirs = recompute(soffice, savedFile(emulator))
  return TABS.flatMap((tab) =>
    emulator.book.values(tab).flatMap((line, row) =>
      line.flatMap((value, column) => {
        const ours = typeof value === 'object' ? (value?.error ?? '') : value
        const other = theirs(tab, row + 1, column + 1) ?? ''
        const same =
          typeof ours === 'number' && typeof other === 'number' ? Math.abs(ours - other) < 0.000001 : ours === other
        return same || (ours === false && other === '') ? [] : [{ tab, row: row + 1, column: column + 1, ours, other }]
      }),
    ),
  )
}

describe('with the add-on removed', () => {
  if (command === undefined) {
    test('LibreOffice is not installed here: the saved file was not opened', () => {
      expect(command).toBe(undefined)
    })
    return
  }
  test.each(BUSINESSES)('LibreOffice opens the saved file of the %s and computes what we do, to the cent', (name) => {
    const emulator = paidYear(name)
    done(emulator, 'check-file')
    expect(differences(command, emulator)).toEqual([])
  })
})
