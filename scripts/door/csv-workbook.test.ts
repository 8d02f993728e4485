import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'
import { parisMorning } from './paris.ts'
import { openFolder } from './workbook.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('a workbook kept as CSV', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\r', ''))
  test('any cells written are read back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyText, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 }),
        (records) => {
          expect(readCsv(writeCsv(records), 'x.csv')).toEqual(records)
        },
      ),
    )
  })
  const cell = fc.constantFrom(
    '',
    '0042',
    '1E5',
    '100000',
    '=1+1',
    "'x",
    '1,5',
    '1.5',
    '20/11/2026',
    '31/02/2026',
    '10 %',
    '0,1',
    'VRAI',
    'œuvre « Ÿ »',
    '-ACOMPTE',
    '+33612345678',
    ' espace',
    'ligne\ndeux',
    'ligne\r\ndeux',
    '1234,5',
  )
  test('written back then loaded again changes nothing, in any column of any kind', async () => {
    const columns = [
      'À facturer',
      'Date',
      'Client',
      'Désignation',
      'Quantité',
      'Prix unitaire HT',
      'Remise %',
      'Taux TVA',
      'Ma colonne',
    ] as const
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(...columns.map(() => cell)), { minLength: 1, maxLength: 4 }),
        async (records) => {
          const folder = mkdtempSync(join(tmpdir(), 'tabellion-csv-'))
          folders.push(folder)
          writeFileSync(join(folder, 'Ventes.csv'), writeCsv([[...columns], ...records]))
          const once = await openFolder(folder, parisMorning('2026-11-25'))
          once.save(folder)
          const first = readFileSync(join(folder, 'Ventes.csv'), 'utf8')
          const twice = await openFolder(folder, parisMorning('2026-11-25'))
          twice.save(folder)
          expect(readFileSync(join(folder, 'Ventes.csv'), 'utf8')).toBe(first)
        },
      ),
      { numRuns: 12 },
    )
  })
  test('nine in the morning in Paris, summer and winter', () => {
    expect([parisMorning('2026-07-01'), parisMorning('2026-12-01'), parisMorning('2026-03-29')]).toEqual([
      '2026-07-01T07:00:00.000Z',
      '2026-12-01T08:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
    ])
  })
})
