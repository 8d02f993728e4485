import { describe, expect, test } from 'vitest'
import { ids, later, lines, PONANT, quoted, quotes } from './quoted.ts'
import { client, done, freshWorkbook, refused, rows, sale } from './workshop.ts'

test('ticked rows become a numbered quote with its own file; the rows stay the user’s', () => {
  const emulator = quoted()
  expect(rows(emulator, 'quotes')).toMatchObject([
    {
      number: 'D2026-0001',
      version: 1,
      client: PONANT,
      subject: 'Site',
      validUntil: expect.anything(),
      net: 2630,
      gross: 2630,
      depositRate: 0.3,
      deposit: 789,
      status: 'Brouillon',
      invoiced: 0,
      leftToInvoice: 2630,
    },
  ])
  expect(lines(emulator)).toEqual([
    [false, 'Au devis', 'D2026-0001', 'D2026-0001'],
    [false, 'Au devis', 'D2026-0001', 'D2026-0001'],
  ])
  expect(emulator.drive.files().map(({ path }) => path)).toContain(
    'Facturation/2026/Devis/D2026-0001_Brasserie-du-Ponant.pdf',
  )
  expect(rows(emulator, 'invoices')).toEqual([])
  expect(done(emulator, 'verify').verdict).toMatchObject({ ok: true, issued: 0 })
})

test('asked again with nothing changed, it is the same quote; changed, it is version 2, which replaces it', () => {
  const emulator = quoted()
  const all = { rows: ids(emulator) }
  expect(done(emulator, 'create-quote', all).message).toBe('D2026-0001 n’a pas changé.')
  sale(emulator, PONANT, { label: 'Hébergement la première année', unitPrice: '90', group: 'Site' })
  const outcome = done(emulator, 'create-quote', { number: 'D2026-0001' })
  expect(outcome.message).toBe('D2026-0001 refait : version 2.')
  expect(quotes(emulator)).toEqual([['D2026-0001', 2, 2720, 'Brouillon', 2720]])
  expect(emulator.drive.files().map(({ path }) => path)).toContain(
    'Facturation/2026/Devis/D2026-0001-v2_Brasserie-du-Ponant.pdf',
  )
  expect(lines(emulator).every(([, , , number]) => number === 'D2026-0001')).toBe(true)
})

test('it is sent, then expires; a new version gives it new days', () => {
  const emulator = quoted({}, { send: true })
  expect(emulator.mails()).toHaveLength(1)
  expect(quotes(emulator)[0]?.[3]).toBe('Envoyé')
  expect(lines(emulator)[0]?.[1]).toBe('Devis envoyé')
  const late = later(emulator, '2027-01-20')
  done(late, 'today')
  expect(quotes(late)[0]?.[3]).toBe('Expiré')
  done(late, 'create-quote', { number: 'D2026-0001' })
  expect(quotes(late)[0]).toEqual(['D2026-0001', 2, 2630, 'Brouillon', 2630])
})

describe('what is refused leaves nothing behind', () => {
  test.each([
    [{ rows: ['Z'] }, 'unknown-row'],
    [{ number: 'D2026-0099' }, 'unknown-quote'],
    [{ validUntil: '2026-11-24' }, 'wrong-argument'],
    [{ depositPercent: '101' }, 'wrong-argument'],
  ])('%o: %s', (args, code) => {
    const emulator = quoted()
    const before = [rows(emulator, 'sales'), rows(emulator, 'quotes'), rows(emulator, 'journal')]
    expect(refused(emulator, 'create-quote', args).code).toBe(code)
    expect([rows(emulator, 'sales'), rows(emulator, 'quotes'), rows(emulator, 'journal')]).toEqual(before)
  })
  test('the clock set back', () => {
    const emulator = quoted()
    sale(emulator, PONANT)
    expect(refused(later(emulator, '2026-11-20'), 'create-quote').code).toBe('issue-date-too-early')
  })
  test('a pattern that is the invoices’, an unknown client, a deposit line: each blocks its own rows', () => {
    const same = freshWorkbook({ 'Motif des devis': 'F{AAAA}-{0000}' })
    sale(same, PONANT)
    expect(done(same, 'create-quote').findings.map(({ code }) => code)).toContain('same-patterns')
    const emulator = freshWorkbook()
    client(emulator, 'Éditions du Merle')
    sale(emulator, PONANT)
    sale(emulator, 'Inconnu au bataillon')
    sale(emulator, 'Éditions du Merle', { lineType: 'Acompte' })
    const outcome = done(emulator, 'create-quote')
    expect(outcome.issued).toMatchObject([{ number: 'D2026-0001', kind: 'quote', payableCents: 45_000 }])
    expect(outcome.findings.map(({ code }) => code)).toEqual(['unknown-client', 'quote-line-type'])
    expect(quotes(emulator)).toHaveLength(1)
  })
})
