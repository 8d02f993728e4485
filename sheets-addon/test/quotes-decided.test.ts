import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { ids, later, lines, quoted, quotes } from './quoted.ts'
import { client, done, freshWorkbook, refused, rows, sale } from './workshop.ts'

const LIABLE = { 'Régime de TVA': 'Réel normal trimestriel', 'N° TVA': 'FR54999990377' }
/** Accepted on the day it was made. */
function accepted(settings: Readonly<Record<string, string>> = {}): Emulator {
  const emulator = quoted(settings)
  done(emulator, 'accept-quote', { number: 'D2026-0001', date: '2026-11-25', proof: 'mail du 25/11' })
  return emulator
}
const register = (emulator: Emulator) =>
  rows(emulator, 'invoices').map((row) => [row['number'], row['kind'], row['gross'], row['payable'], row['quote']])

test('accepted, a deposit in one action, then the balance: nothing is typed again, and the sums hold', () => {
  const emulator = accepted()
  expect(quotes(emulator)[0]?.[3]).toBe('Accepté')
  expect(rows(emulator, 'quotes')[0]).toMatchObject({ proof: 'mail du 25/11' })
  expect(lines(emulator).map((line) => line[1])).toEqual(['Accepté', 'Accepté'])
  expect(done(emulator, 'request-deposit', { quote: 'D2026-0001' }).issued).toMatchObject([
    { number: 'F2026-0001', kind: 'deposit', payableCents: 78_900 },
  ])
  expect(rows(emulator, 'sales')[2]).toMatchObject({
    label: 'Acompte 30 % – devis D2026-0001',
    lineType: 'Acompte',
    status: 'Facturé',
    document: 'F2026-0001',
  })
  expect(quotes(emulator)[0]).toEqual(['D2026-0001', 1, 2630, 'Facturé en partie', 1841])
  expect(done(emulator, 'invoice-quote', { number: 'D2026-0001' }).issued).toMatchObject([
    { number: 'F2026-0002', kind: 'balance', payableCents: 184_100 },
  ])
  expect(register(emulator)).toEqual([
    ['F2026-0001', 'Acompte', 789, 789, 'D2026-0001'],
    ['F2026-0002', 'Solde', 2630, 1841, 'D2026-0001'],
  ])
  expect(quotes(emulator)[0]).toEqual(['D2026-0001', 1, 2630, 'Facturé', 0])
  expect(refused(emulator, 'invoice-quote', { number: 'D2026-0001' }).code).toBe('quote-billed')
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})

test('billed in several times, with VAT: a part smaller than the deposit deducts what it can', () => {
  const emulator = accepted(LIABLE)
  expect(done(emulator, 'request-deposit', { quote: 'D2026-0001', percent: 10 }).issued?.[0]?.payableCents).toBe(31_560)
  const [site = '', training = ''] = ids(emulator)
  const part = done(emulator, 'invoice-quote', { number: 'D2026-0001', rows: [training] })
  expect(part.issued).toMatchObject([{ number: 'F2026-0002', kind: 'balance', payableCents: 0 }])
  expect(quotes(emulator)[0]).toEqual(['D2026-0001', 1, 3156, 'Facturé en partie', 2840.4])
  done(emulator, 'invoice-quote', { number: 'D2026-0001', rows: [site] })
  expect(register(emulator).map(([, , gross, payable]) => [gross, payable])).toEqual([
    [315.6, 315.6],
    [216, 0],
    [2940, 2840.4],
  ])
  const total = (key: string) => rows(emulator, 'invoices').reduce((sum, row) => sum + Number(row[key]), 0)
  expect([total('payable'), total('netVat')].map((sum) => Math.round(sum * 100))).toEqual([315_600, 52_600])
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})

test('a day typed in Accepté le is believed; ticking accepted rows bills them as the action does', () => {
  const emulator = quoted()
  const values = emulator.book.values('Devis')
  const column = (values[2] ?? []).indexOf('Accepté le') + 1
  emulator.book.type('Devis', 4, column, [['25/11/2026']])
  done(emulator, 'today')
  expect(quotes(emulator)[0]?.[3]).toBe('Accepté')
  expect(done(emulator, 'issue-invoices', { rows: ids(emulator).slice(0, 1) }).issued).toMatchObject([
    { number: 'F2026-0001', kind: 'standard', payableCents: 245_000 },
  ])
  expect(quotes(emulator)[0]).toEqual(['D2026-0001', 1, 2630, 'Facturé en partie', 180])
  expect(lines(emulator)).toEqual([
    [false, 'Facturé', 'F2026-0001', 'D2026-0001'],
    [false, 'Accepté', 'D2026-0001', 'D2026-0001'],
  ])
})

test('declined, its rows are free for another quote', () => {
  const emulator = quoted()
  done(emulator, 'decline-quote', { number: 'D2026-0001', reason: 'trop cher' })
  expect(quotes(emulator)[0]?.[3]).toBe('Refusé')
  expect(lines(emulator)).toEqual([
    [false, '', '', ''],
    [false, '', '', ''],
  ])
  expect(done(emulator, 'create-quote', { rows: ids(emulator) }).issued).toMatchObject([{ number: 'D2026-0002' }])
})

test('billed as soon as it is accepted, when the user said so', () => {
  const emulator = quoted({ 'Facturer à l’acceptation': 'VRAI' })
  const outcome = done(emulator, 'accept-quote', { number: 'D2026-0001', date: '2026-11-25' })
  expect(outcome.issued).toMatchObject([{ number: 'F2026-0001', payableCents: 263_000 }])
})

test('a consumer who signed at home pays nothing for seven days', () => {
  const emulator = freshWorkbook({ 'Devis signés hors établissement': 'VRAI' })
  client(emulator, 'Ada Varenne', { type: 'Particulier' })
  sale(emulator, 'Ada Varenne', { unitPrice: '2000' })
  expect(done(emulator, 'create-quote').findings.map(({ code }) => code)).toEqual(['quote-mediator-missing'])
  done(emulator, 'accept-quote', { number: 'D2026-0001', date: '2026-11-25' })
  expect(refused(emulator, 'request-deposit', { quote: 'D2026-0001' }).message).toContain('02/12/2026')
  expect(done(later(emulator, '2026-12-02'), 'request-deposit', { quote: 'D2026-0001' }).issued).toHaveLength(1)
})

describe('decisions and deposits that cannot be', () => {
  const D1 = { number: 'D2026-0001' }
  test.each([
    ['accept-quote', { number: 'D2026-0009', date: '2026-11-25' }, 'unknown-quote'],
    ['accept-quote', { ...D1, date: '2026-11-26' }, 'quote-date'],
    ['accept-quote', { ...D1, date: '2026-11-24' }, 'quote-date'],
    ['accept-quote', { ...D1, date: '25/11/2026' }, 'wrong-argument'],
    ['invoice-quote', D1, 'quote-not-accepted'],
    ['request-deposit', { quote: 'D2026-0001' }, 'quote-not-accepted'],
    ['send-quote', { number: 'D2026-0009' }, 'unknown-quote'],
  ])('%s %o: %s', (action, args, code) => {
    const emulator = quoted()
    const before = [rows(emulator, 'sales'), rows(emulator, 'quotes'), rows(emulator, 'journal')]
    const error = refused(emulator, action, args)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/^[«A-ZÀ-Ý].*[.]$/)
    expect([rows(emulator, 'sales'), rows(emulator, 'quotes'), rows(emulator, 'journal')]).toEqual(before)
  })
  test('an expired quote is not accepted after its last day, but one accepted in time is', () => {
    const late = later(quoted(), '2027-01-20')
    expect(refused(late, 'accept-quote', { ...D1, date: '2027-01-20' }).message).toMatch(
      /valable jusqu’au 25\/12\/2026/,
    )
    done(late, 'accept-quote', { ...D1, date: '2026-12-25' })
    expect(quotes(late)[0]?.[3]).toBe('Accepté')
  })
  test.each([
    [{ percent: 100, amountCents: 5 }, 'wrong-argument'],
    [{ percent: 0 }, 'deposit-not-positive'],
    [{ amountCents: -1 }, 'deposit-not-positive'],
    [{ amountCents: 263_001 }, 'deposit-above-rest'],
  ])('a deposit of %o: %s', (args, code) => {
    expect(refused(accepted(), 'request-deposit', { quote: 'D2026-0001', ...args }).code).toBe(code)
  })
  test('accepted twice, declined after: the first word holds; the same word again is the same', () => {
    const emulator = accepted()
    done(emulator, 'accept-quote', { ...D1, date: '2026-11-25' })
    const next = later(emulator, '2026-11-27')
    expect(refused(next, 'accept-quote', { ...D1, date: '2026-11-26' }).code).toBe('quote-already-accepted')
    expect(refused(next, 'decline-quote', D1).code).toBe('quote-already-accepted')
    expect(refused(next, 'create-quote', D1).code).toBe('quote-already-accepted')
  })
  test('a client without e-mail: the quote stands, the mail does not leave', () => {
    const emulator = freshWorkbook()
    client(emulator, 'Sans Adresse', { email: '' })
    sale(emulator, 'Sans Adresse')
    const outcome = done(emulator, 'create-quote', { send: true })
    expect(outcome.findings.map(({ code }) => code)).toEqual(['client-without-email'])
    expect(quotes(emulator)[0]?.[3]).toBe('Brouillon')
  })
  test('under a key, one deposit; without, two alike may be meant', () => {
    const emulator = accepted()
    const args = { quote: 'D2026-0001', percent: 10 }
    const numbers = [{ ...args, key: 'a' }, { ...args, key: 'a' }, args, args].map(
      (one) => done(emulator, 'request-deposit', one).issued?.[0]?.number,
    )
    expect(numbers).toEqual(['F2026-0001', 'F2026-0001', 'F2026-0002', 'F2026-0003'])
    expect(done(emulator, 'invoice-quote', D1).issued?.[0]?.payableCents).toBe(263_000 - 3 * 26_300)
  })
})
