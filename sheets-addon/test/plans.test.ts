import { expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, refused, rows, sale, workshop } from './workshop.ts'

/** One invoice of 1 000 €, due on 25/12/2026. */
function invoiced(): Emulator {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant', { unitPrice: '1000' })
  done(emulator, 'issue-invoices')
  return emulator
}
const F1 = { number: 'F2026-0001' }
const plan = (emulator: Emulator) =>
  rows(emulator, 'plans').map((row) => [row['rank'], row['planned'], row['received'], row['left'], row['status']])
const later = (emulator: Emulator, day: string) => workshop(emulator.save(), `${day}T08:00:00Z`)
const pay = (emulator: Emulator, amountCents: number, date: string) =>
  done(emulator, 'record-payment', { ...F1, date, amountCents, method: 'transfer' })
const due = (emulator: Emulator) => [
  rows(emulator, 'invoices')[0]?.['dueDate'],
  rows(emulator, 'invoices')[0]?.['status'],
]

test('three times 1 000 €: the last takes the rounding; the register follows the next unpaid part', () => {
  const emulator = invoiced()
  const outcome = done(emulator, 'create-plan', { ...F1, count: 3 })
  expect(outcome.message).toMatch(/3 fois.*333,33.*25\/12\/2026.*333,34.*25\/02\/2027/)
  expect(plan(emulator).map((row) => row[1])).toEqual([333.33, 333.33, 333.34])
  pay(emulator, 40_000, '2026-11-25')
  expect(plan(emulator)).toEqual([
    [1, 333.33, 333.33, 0, 'Payée'],
    [2, 333.33, 66.67, 266.66, 'À venir'],
    [3, 333.34, 0, 333.34, 'À venir'],
  ])
  const [before] = due(emulator)
  const late = later(emulator, '2027-01-26')
  done(late, 'today')
  expect(plan(late)[1]?.[4]).toBe('En retard')
  expect(due(late)).toEqual([before, expect.stringContaining('En retard')])
  pay(late, 60_000, '2027-01-26')
  expect(plan(late).map((row) => row[4])).toEqual(['Payée', 'Payée', 'Payée'])
  expect(due(late)[1]).toBe('Payée')
  expect(done(late, 'verify').verdict?.ok).toBe(true)
})

test('on a half-paid invoice, free dates; asked again it is the same; another replaces it; cancelled, the day is the invoice’s', () => {
  const emulator = invoiced()
  const [before] = due(emulator)
  pay(emulator, 50_000, '2026-11-25')
  const args = {
    ...F1,
    instalments: [
      { date: '2026-12-01', amountCents: 10_000 },
      { date: '2027-03-31', amountCents: 40_000 },
    ],
    proof: 'courriel du 25/11',
  }
  done(emulator, 'create-plan', args)
  done(emulator, 'create-plan', args)
  expect(plan(emulator)).toHaveLength(2)
  expect(due(emulator)[0]).not.toBe(before)
  done(emulator, 'create-plan', { ...F1, count: 4, firstDate: '2026-12-10' })
  expect(plan(emulator).map((row) => row[4])).toEqual([
    'Annulée',
    'Annulée',
    'À venir',
    'À venir',
    'À venir',
    'À venir',
  ])
  done(emulator, 'cancel-plan', F1)
  expect(due(emulator)[0]).toBe(before)
  expect(plan(emulator).every((row) => row[4] === 'Annulée')).toBe(true)
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})

test('two, three or four times in one mail, once a day', () => {
  const emulator = invoiced()
  expect(done(emulator, 'offer-plans', F1).message).toMatch(/en 2 fois\s: 500,00/)
  expect(emulator.mails()).toHaveLength(0)
  done(emulator, 'offer-plans', { ...F1, send: true })
  expect(emulator.mails()[0]?.body).toMatch(/en 3 fois.*333,34[\s\S]*en 4 fois\s: 250,00/)
  expect(refused(emulator, 'offer-plans', { ...F1, send: true }).code).toBe('plans-offered-already')
  expect(emulator.mails()).toHaveLength(1)
})

test.each([
  [
    {
      instalments: [
        { date: '2026-12-01', amountCents: 50_000 },
        { date: '2026-12-02', amountCents: 49_999 },
      ],
    },
    'plan-sum',
  ],
  [
    {
      instalments: [
        { date: '2026-12-02', amountCents: 50_000 },
        { date: '2026-12-02', amountCents: 50_000 },
      ],
    },
    'plan-date',
  ],
  [
    {
      instalments: [
        { date: '2026-11-24', amountCents: 50_000 },
        { date: '2026-12-02', amountCents: 50_000 },
      ],
    },
    'plan-date',
  ],
  [
    {
      instalments: [
        { date: '2026-12-01', amountCents: 100_000 },
        { date: '2026-12-02', amountCents: 0 },
      ],
    },
    'plan-part',
  ],
  [{ instalments: [{ date: 'demain', amountCents: 5 }] }, 'wrong-argument'],
  [{ instalments: [{ date: '2026-12-01', montant: 5 }] }, 'wrong-argument'],
  [{ count: 1 }, 'plan-count'],
  [{}, 'wrong-argument'],
])('%o: %s, and nothing is written', (args, code) => {
  const emulator = invoiced()
  const error = refused(emulator, 'create-plan', { ...F1, ...args })
  expect([error.code, rows(emulator, 'plans')]).toEqual([code, []])
  expect(error.message).toMatch(/^[«A-ZÀ-Ý].*[.]$/)
})

test('nothing due, disputed, unknown: no plan', () => {
  const emulator = invoiced()
  expect(refused(emulator, 'create-plan', { number: 'F9', count: 2 }).code).toBe('unknown-number')
  expect(refused(emulator, 'cancel-plan', F1).code).toBe('no-plan')
  pay(emulator, 100_000, '2026-11-25')
  expect(refused(emulator, 'create-plan', { ...F1, count: 2 }).code).toBe('plan-nothing-due')
})
