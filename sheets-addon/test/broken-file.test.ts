import { HEADING_ROW } from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import { done, freshWorkbook, perform, refused, rows, sale } from './workshop.ts'

describe('the shape of the file', () => {
  test('a renamed heading that is needed is recreated, and said', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    emulator.book.put('Ventes', HEADING_ROW, 6, [['Libellé à moi']])
    const outcome = done(emulator, 'issue-invoices')
    expect(outcome.issued).toEqual([])
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({ code: 'missing-column', tab: 'Ventes', column: 'Désignation' }),
    )
    expect(emulator.book.values('Ventes')[HEADING_ROW - 1]).toContain('Désignation')
    expect(emulator.book.values('Ventes')[HEADING_ROW - 1]).toContain('Libellé à moi')
  })
  test('a deleted tab that is needed is recreated, and said', () => {
    const emulator = freshWorkbook()
    emulator.book.removeSheet('Clients')
    sale(emulator, 'Brasserie du Ponant')
    expect(done(emulator, 'issue-invoices').findings).toContainEqual(
      expect.objectContaining({ code: 'missing-tab', tab: 'Clients' }),
    )
    expect(emulator.book.sheets().map((sheet) => sheet.name)).toContain('Clients')
  })
  test('a doubled heading is refused', () => {
    const emulator = freshWorkbook()
    emulator.book.put('Ventes', HEADING_ROW, 30, [['Client']])
    expect(refused(emulator, 'issue-invoices')).toMatchObject({
      code: 'doubled-heading',
      message: expect.stringContaining('Client'),
    })
  })
  test('repair brings back what is missing and loses nothing', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    emulator.book.removeSheet('Banque')
    const before = rows(emulator, 'sales')
    expect(done(emulator, 'repair-tabs').message).toContain('Banque')
    expect(rows(emulator, 'sales')).toEqual(before)
    expect(done(emulator, 'issue-invoices').issued).toHaveLength(1)
  })
})

describe('Google says no', () => {
  test('a held lock: nothing is written', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    const run = emulator.run('perform', ['issue-invoices', '{}'], { context: 'rpc', locksHeld: ['script'] })
    expect(JSON.parse(String(run.result))).toMatchObject({ ok: false, error: { code: 'lock-held' } })
    expect(rows(emulator, 'invoices')).toEqual([])
  })
  test('Drive refuses before a number is taken: nothing is written', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    const { told } = perform(
      emulator,
      'issue-invoices',
      {},
      { refusals: [{ service: 'Drive', method: 'generateIds', nth: 'every', error: 'consent-withdrawn' }] },
    )
    expect(told).toMatchObject({ ok: false, error: { code: 'drive-refused' } })
    expect(rows(emulator, 'invoices')).toEqual([])
  })
  test('Drive refuses the file: the number stands, the next run makes the file', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant')
    const { told } = perform(
      emulator,
      'issue-invoices',
      {},
      { refusals: [{ service: 'Drive', method: 'create', nth: 'every', error: 'drive-storage-full' }] },
    )
    expect(told).toMatchObject({
      ok: false,
      error: { code: 'drive-refused', message: expect.stringContaining('relancez') },
    })
    expect(rows(emulator, 'invoices').map((row) => row['number'])).toEqual(['F2026-0001'])
    expect(done(emulator, 'today').actions?.map((item) => item.code)).toContain('files-to-finish')
    expect(done(emulator, 'issue-invoices').files).toEqual([
      'Drive/Facturation/2026/Factures/F2026-0001_Brasserie-du-Ponant.pdf',
    ])
    expect(rows(emulator, 'invoices').map((row) => row['number'])).toEqual(['F2026-0001'])
  })
})
