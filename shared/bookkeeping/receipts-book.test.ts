import { addDays, day, period } from '@tabellion/shared/calendar'
import { type Profile, parseProfile } from '@tabellion/shared/deadlines'
import { cents } from '@tabellion/shared/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookCsvRows, csvText } from './book-rows.ts'
import { fecFileName, fecText } from './fec.ts'
import type { Payment, ReceiptCategory } from './payment.ts'
import { entriesToAppend, type ReceiptEntry } from './receipts-book.ts'
import { brokenSeals, type Seal, sealPeriod } from './sealing.ts'
import { bookTotals, turnover } from './turnover.ts'

const profile = ((): Profile => {
  const read = parseProfile({ activities: [{ nature: 'servicesBnc' }, { nature: 'goods' }], startDate: '2025-01-01' })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
})()
const payment = (key: string, date: string, euros: number, more: Partial<Payment> = {}): Payment => ({
  key,
  date: day(date),
  parts: [{ category: 'servicesBnc', amount: cents(Math.round(euros * 100)), vat: cents(0) }],
  method: 'transfer',
  document: `F-${key}`,
  client: 'Dupont SARL',
  nature: 'Conception',
  ...more,
})
const append = (book: readonly ReceiptEntry[], payments: readonly Payment[], seals: readonly Seal[] = []) => [
  ...book,
  ...entriesToAppend(book, payments, profile, seals),
]
const short = (book: readonly ReceiptEntry[]) =>
  book.map(
    ({ amount, category, date, late, period, rank, reverses }) =>
      `${rank} ${date} ${category} ${amount} ${period}${late ? ' late' : ''}${reverses === undefined ? '' : ` reverses ${reverses}`}`,
  )

test('each payment is a line at its date, in the order recorded', () => {
  const book = append([], [payment('a', '2026-02-10', 200, { fee: cents(290) }), payment('b', '2026-01-05', 100)])
  expect(short(book)).toEqual(['1 2026-02-10 servicesBnc 20000 2026-Q1', '2 2026-01-05 servicesBnc 10000 2026-Q1'])
  expect(append(book, [payment('a', '2026-02-10', 200, { fee: cents(290) }), payment('b', '2026-01-05', 100)])).toEqual(
    book,
  )
})
test('a payment for goods and services is a line of each, money advanced is no turnover', () => {
  const parts = [
    { category: 'goods', amount: cents(1000), vat: cents(0) },
    { category: 'servicesBnc', amount: cents(500), vat: cents(0) },
    { category: 'goods', amount: cents(200), vat: cents(0) },
    { category: 'disbursement', amount: cents(50), vat: cents(0) },
  ] as const
  const book = append([], [payment('a', '2026-02-10', 0, { parts })])
  expect(short(book)).toEqual([
    '1 2026-02-10 goods 1200 2026-Q1',
    '2 2026-02-10 servicesBnc 500 2026-Q1',
    '3 2026-02-10 disbursement 50 2026-Q1',
  ])
  expect(turnover(book)).toEqual({ goods: 1200, servicesBic: 0, servicesBnc: 500 })
})
test('a payment that changes is reversed and written again, one that goes is reversed', () => {
  const book = append([], [payment('a', '2026-02-10', 100), payment('b', '2026-02-11', 50)])
  const corrected = append(book, [payment('a', '2026-02-12', 110)])
  expect(short(corrected).slice(2)).toEqual([
    '3 2026-02-10 servicesBnc -10000 2026-Q1 reverses 1',
    '4 2026-02-11 servicesBnc -5000 2026-Q1 reverses 2',
    '5 2026-02-12 servicesBnc 11000 2026-Q1',
  ])
  expect(append(corrected, [payment('a', '2026-02-12', 110)])).toEqual(corrected)
})
test('a client renamed later changes nothing', () => {
  const book = append([], [payment('a', '2026-02-10', 100)])
  expect(append(book, [payment('a', '2026-02-10', 100, { client: 'Dupont SAS' })])).toEqual(book)
})
test('a payment of a closed period keeps its date and goes to the oldest open one, marked late', () => {
  const book = append([], [payment('a', '2026-02-10', 100)])
  expect(sealPeriod(book, [], period('2026'), profile, day('2026-04-02'))).toMatchObject({
    ok: false,
    problem: { code: 'period-unknown' },
  })
  const closed = sealPeriod(book, [], period('2026-Q1'), profile, day('2026-04-02'))
  const seals = closed.ok ? [closed.value] : []
  const later = append(
    book,
    [payment('a', '2026-02-10', 100), payment('b', '2026-03-31', 60), payment('c', '2026-04-01', 10)],
    seals,
  )
  expect(short(later).slice(1)).toEqual([
    '2 2026-03-31 servicesBnc 6000 2026-Q2 late',
    '3 2026-04-01 servicesBnc 1000 2026-Q2',
  ])
  expect(brokenSeals(later, seals)).toEqual([])
})
test('a seal is given once, when the period is over, after the earlier ones, and tells whether it was touched', () => {
  const book = append([], [payment('a', '2025-12-31', 100), payment('b', '2026-01-02', 60)])
  const [q4, q1] = book.map((entry) => entry.period)
  if (!q4 || !q1) throw new Error('two periods')
  expect(sealPeriod(book, [], q1, profile, day('2026-04-01'))).toMatchObject({
    ok: false,
    problem: { code: 'earlier-period-open', earlier: '2025-Q4' },
  })
  expect(sealPeriod(book, [], q4, profile, day('2025-12-31'))).toMatchObject({
    ok: false,
    problem: { code: 'period-not-over' },
  })
  const first = sealPeriod(book, [], q4, profile, day('2026-01-01'))
  if (!first.ok) throw new Error(first.problem.code)
  expect(first.value).toMatchObject({ period: '2025-Q4', last: '2025-12-31', entries: 1, total: 10_000 })
  const second = sealPeriod(book, [first.value], q1, profile, day('2026-04-01'))
  if (!second.ok) throw new Error(second.problem.code)
  const seals = [first.value, second.value]
  expect(sealPeriod(book, seals, q1, profile, day('2026-04-01'))).toMatchObject({
    ok: false,
    problem: { code: 'period-already-sealed' },
  })
  expect(brokenSeals(book, seals)).toEqual([])
  const touched = book.map((entry) => (entry.rank === 1 ? { ...entry, amount: cents(9999) } : entry))
  expect(brokenSeals(touched, seals).map(({ period }) => period)).toEqual(['2025-Q4'])
})

const anyPayment = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  after: fc.nat(400),
  amount: fc.integer({ min: -50_000, max: 200_000 }),
  category: fc.constantFrom<ReceiptCategory>('goods', 'servicesBnc', 'disbursement'),
})
const unique = fc.uniqueArray(anyPayment, { selector: ({ key }) => key })

test('whatever is corrected, the book only grows and says in the end what the payments say', () => {
  fc.assert(
    fc.property(fc.array(unique, { minLength: 1, maxLength: 5 }), (states) => {
      let book: ReceiptEntry[] = []
      for (const state of states) {
        const payments = state.map(({ after, amount, category, key }) =>
          payment(key, addDays(day('2025-01-01'), after), 0, {
            parts: [{ category, amount: cents(amount), vat: cents(0) }],
          }),
        )
        const next = append(book, payments)
        expect(next.slice(0, book.length)).toEqual(book)
        expect(next.map(({ rank }) => rank)).toEqual(next.map((_, index) => index + 1))
        expect(append(next, payments)).toEqual(next)
        const total = (entries: readonly { amount: number }[]) => entries.reduce((sum, { amount }) => sum + amount, 0)
        expect(total(next)).toBe(total(state))
        book = next
      }
    }),
  )
})
test('the foot of the book sums by month, quarter, year and method', () => {
  const book = append(
    [],
    [
      payment('a', '2026-01-31', 100),
      payment('b', '2026-02-01', 50, { method: 'cash' }),
      payment('c', '2025-12-31', 10),
    ],
  )
  const totals = bookTotals(book)
  expect([...totals.months]).toEqual([
    ['2026-01', 10_000],
    ['2026-02', 5000],
    ['2025-12', 1000],
  ])
  expect([...totals.quarters]).toEqual([
    ['2026-Q1', 15_000],
    ['2025-Q4', 1000],
  ])
  expect([...totals.methods]).toEqual([
    ['transfer', 11_000],
    ['cash', 5000],
  ])
})
test('the book as CSV is by date and says what a line must be told of', () => {
  const book = append(
    [],
    [
      payment('a', '2026-02-10', 1200.5, { fee: cents(290), client: 'Dupont ; fils' }),
      payment('b', '2026-01-05', -40, { method: 'cheque' }),
    ],
  )
  const corrected = append(book, [payment('b', '2026-01-05', -40, { method: 'cheque' })])
  expect(csvText(bookCsvRows(corrected, []))).toBe(
    [
      "N°;Date d'encaissement;Référence de la pièce;Client;Nature;Catégorie;Montant encaissé;Mode de règlement;Observations;Période;Scellé le",
      '2;05/01/2026;F-b;Dupont SARL;Conception;Prestations BNC;-40,00;Chèque;Remboursement;1er trimestre 2026;',
      '1;10/02/2026;F-a;"Dupont ; fils";Conception;Prestations BNC;1200,50;Virement;Frais retenus\u00a0: 2,90\u00a0€;1er trimestre 2026;',
      '3;10/02/2026;F-a;"Dupont ; fils";Conception;Prestations BNC;-1200,50;Virement;Annule la ligne 1;1er trimestre 2026;',
      '',
    ].join('\r\n'),
  )
})
test('every FEC entry is balanced, fees, cash, VAT and reversals included', () => {
  const parts = [{ category: 'goods', amount: cents(12_000), vat: cents(2000) }] as const
  const book = append(
    [],
    [
      payment('a', '2026-02-10', 0, { parts, fee: cents(150) }),
      payment('b', '2026-03-01', 50, { method: 'cash', client: 'A\tB' }),
    ],
  )
  const lines = fecText(append(book, [payment('b', '2026-03-01', 50, { method: 'cash', client: 'A\tB' })]), [])
    .slice(0, -2)
    .split('\r\n')
  expect(lines.every((line) => line.split('\t').length === 18)).toBe(true)
  const number = (text: string | undefined) => Number((text ?? '').replace(',', '')) || 0
  const sums = new Map<string, number>()
  for (const cells of lines.slice(1).map((line) => line.split('\t')))
    sums.set(cells[2] ?? '', (sums.get(cells[2] ?? '') ?? 0) + number(cells[11]) - number(cells[12]))
  expect([...sums]).toEqual([
    ['1', 0],
    ['3', 0],
    ['2', 0],
  ])
  expect(lines[1]).toBe(
    'REC\tRecettes\t1\t20260210\t512000\tBanque\t\t\tF-a\t20260210\tDupont SARL Conception\t118,50\t0,00\t\t\t\t\t',
  )
  expect(fecFileName('732829320', day('2026-12-31'))).toBe('732829320FEC20261231.txt')
})
