import { expect, test } from 'vitest'
import { png } from './png.ts'
import { client, done, freshWorkbook, perform, rows, sale, setting } from './workshop.ts'

test('ticked rows become numbered, frozen invoices with their files', () => {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Brasserie du Ponant', { label: 'Déclinaison en trois formats', quantity: '1,5', unitPrice: '120' })
  sale(emulator, 'Éditions du Merle')
  const outcome = done(emulator, 'issue-invoices')
  expect(outcome.issued?.map(({ number, client: name, payableCents }) => [number, name, payableCents])).toEqual([
    ['F2026-0001', 'Brasserie du Ponant', 63_000],
    ['F2026-0002', 'Éditions du Merle', 45_000],
  ])
  expect(outcome.findings.filter((finding) => finding.severity === 'blocking')).toEqual([])
  expect(
    rows(emulator, 'invoices').map((row) => [row['number'], row['payable'], row['balanceDue'], row['status']]),
  ).toEqual([
    ['F2026-0001', 630, 630, 'Émise'],
    ['F2026-0002', 450, 450, 'Émise'],
  ])
  expect(rows(emulator, 'sales').map((row) => [row['toInvoice'], row['net'], row['status'], row['document']])).toEqual([
    [false, 450, 'Facturé', 'F2026-0001'],
    [false, 180, 'Facturé', 'F2026-0001'],
    [false, 450, 'Facturé', 'F2026-0002'],
  ])
  expect(
    emulator.drive
      .files()
      .filter((file) => !file.folder)
      .map((file) => file.path),
  ).toEqual([
    'Facturation/2026/Factures/F2026-0001_Brasserie-du-Ponant.pdf',
    'Facturation/2026/Factures/F2026-0002_Editions-du-Merle.pdf',
  ])
  expect(done(emulator, 'verify').verdict).toMatchObject({ ok: true, issued: 2 })
})

test('issuing again issues nothing: a double click makes one invoice', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  expect(done(emulator, 'issue-invoices').issued).toHaveLength(1)
  expect(done(emulator, 'issue-invoices').issued).toEqual([])
})

test('a second run that comes while the first holds the lock is refused, and nothing is shared or skipped', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  const second: string[] = []
  perform(
    emulator,
    'issue-invoices',
    {},
    {
      at: {
        call: 12,
        meanwhile: () => {
          const { told } = perform(emulator, 'issue-invoices')
          second.push(told?.ok ? 'done' : (told?.error.code ?? 'stopped'))
        },
      },
    },
  )
  expect(second).toEqual(['lock-held'])
  expect(rows(emulator, 'invoices').map((row) => row['number'])).toEqual(['F2026-0001'])
})

test('the logo chosen today is on tomorrow’s invoices, and yesterday’s keep theirs', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  done(emulator, 'set-logo', { file: 'logo.png', data: png(600, 240) })
  sale(emulator, 'Brasserie du Ponant', { label: 'Seconde commande du mois' })
  done(emulator, 'issue-invoices')
  const [bare, adorned] = emulator.drive.files().filter((file) => !file.folder)
  expect((adorned?.size ?? 0) - (bare?.size ?? 0)).toBeGreaterThan(100)
  expect(setting(emulator, 'Logo')).toBe('logo.png (600 × 240 pixels)')
  expect(done(emulator, 'set-logo', { remove: true }).message).toContain('retiré')
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})
