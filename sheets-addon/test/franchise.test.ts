import { expect, test } from 'vitest'
import { client, done, freshWorkbook, sale } from './workshop.ts'

/** A seller of services since years; each sale is invoiced on its day, which the clock follows. */
function seller(sales: readonly (readonly [date: string, price: string])[], settings = {}) {
  const emulator = freshWorkbook({ 'Date de début': '01/01/2020', ...settings })
  client(emulator, 'Éditions du Merle')
  const findings = sales.map(([date, unitPrice]) => {
    sale(emulator, 'Éditions du Merle', { date, quantity: '1', unitPrice })
    return franchise(done(emulator, 'issue-invoices').findings)
  })
  return { emulator, findings }
}

const franchise = (findings: readonly { readonly code: string; readonly severity: string }[]) =>
  findings.flatMap(({ code, severity }) => (code.startsWith('franchise') ? [[code, severity]] : []))

test('the invoice that crosses the upper threshold says so, and so do the morning and the check until the regime changes', () => {
  const { emulator, findings } = seller([
    ['02/03/2026', '37500'],
    ['03/03/2026', '0,01'],
    ['04/03/2026', '3749,99'],
    ['05/03/2026', '0,01'],
  ])
  const ends = [['franchise-ends', 'info']]
  expect(findings).toEqual([[], ends, ends, [['franchise-lost', 'fix']]])
  const message = /seuil majoré de la franchise \(41.250,00.€\) est dépassé.: la TVA est due depuis le 05\/03\/2026/
  expect(done(emulator, 'check-file').findings).toMatchObject([
    { code: 'franchise-lost', tab: 'Réglages', message: expect.stringMatching(message) },
  ])
  for (const action of ['today', 'daily', 'check-file'])
    expect(done(emulator, action).actions).toContainEqual({
      code: 'franchise-lost',
      count: 1,
      message: expect.stringMatching(/TVA est due depuis le 05\/03\/2026/),
      tab: 'Réglages',
    })
})

test('a base exceeded last year ends the franchise on 1 January', () => {
  const { emulator, findings } = seller([
    ['30/12/2025', '37500,01'],
    ['02/01/2026', '100'],
  ])
  expect(findings[1]).toEqual([['franchise-lost', 'fix']])
  expect(done(emulator, 'check-file').findings[0]?.message).toMatch(
    /l’an dernier.: la TVA est due depuis le 01\/01\/2026/,
  )
})

test('whoever charges VAT is told nothing, and rows that are only ticked count for nobody', () => {
  const liable = seller([], { 'Régime de TVA': 'Réel normal trimestriel', 'N° TVA': 'FR54999990377' }).emulator
  sale(liable, 'Éditions du Merle', { unitPrice: '99000', vatRate: '20' })
  expect(franchise(done(liable, 'issue-invoices').findings)).toEqual([])
  const { emulator } = seller([])
  sale(emulator, 'Éditions du Merle', { unitPrice: '99000' })
  expect(franchise(done(emulator, 'check-file').findings)).toEqual([])
})
