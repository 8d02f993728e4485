import { columnLetters, FIRST_DATA_ROW, tabs } from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import { client, done, freshWorkbook, perform, rows, sale } from './workshop.ts'

describe('a percentage is neither a price nor a quantity', () => {
  const mend = /«.10(,0)?.?%.» est un pourcentage.*Format › Nombre › Automatique/
  test.each([
    ['unitPrice', 'Prix unitaire HT', '0.0%'],
    ['unitPrice', 'Prix unitaire HT', '@'],
    ['quantity', 'Quantité', ''],
    ['quantity', 'Quantité', '@'],
  ] as const)('%s: %s, in a cell whose format is « %s »', (key, column, format) => {
    const emulator = freshWorkbook()
    client(emulator, 'Éditions du Merle')
    sale(emulator, 'Éditions du Merle', { unitPrice: '0,12', quantity: '0,5' })
    const at = columnLetters(Object.keys(tabs.sales.columns).indexOf(key) + 1)
    emulator.book.format('Ventes', `${at}${FIRST_DATA_ROW + 1}`, format)
    sale(emulator, 'Brasserie du Ponant', { [key]: '10 %' })
    for (const action of ['issue-invoices', 'create-quote']) {
      const [finding] = done(emulator, action).findings.filter(({ severity }) => severity === 'blocking')
      expect(finding).toMatchObject({ code: 'percentage', tab: 'Ventes', row: FIRST_DATA_ROW + 1, column })
      expect(finding?.message).toMatch(mend)
    }
    expect(rows(emulator, 'invoices')).toMatchObject([{ client: 'Éditions du Merle', gross: 0.06 }])
    expect(rows(emulator, 'sales')[1]).toMatchObject({ document: '', check: expect.stringMatching(mend) })
  })
  test('nor in an item that fills a row', () => {
    const emulator = freshWorkbook()
    emulator.book.format('Articles', 'A4:Z4', '0%')
    const at = (key: string): number => Object.keys(tabs.catalog.columns).indexOf(key) + 1
    emulator.book.type('Articles', FIRST_DATA_ROW, at('code'), [['REMISE']])
    emulator.book.type('Articles', FIRST_DATA_ROW, at('unitPrice'), [['10 %']])
    sale(emulator, 'Brasserie du Ponant', { item: 'REMISE', unitPrice: '' })
    expect(done(emulator, 'issue-invoices').findings[0]).toMatchObject({ code: 'missing-price' })
  })
  test('what is seen is asked once, and only when a number is small enough', () => {
    const calls = (count: number, unitPrice: string, quantity: string): number => {
      const emulator = freshWorkbook()
      for (let index = 0; index < count; index++) sale(emulator, 'Brasserie du Ponant', { unitPrice, quantity })
      return perform(emulator, 'issue-invoices').run.calls.spreadsheet
    }
    const usual = calls(1, '450', '1,5')
    expect([calls(1, '0,12', '1'), calls(12, '0,12', '0,5'), calls(12, '450', '2')]).toEqual([
      usual + 1,
      usual + 1,
      usual,
    ])
  })
})
