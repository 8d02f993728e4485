import { day } from '@tabellion/shared/calendar'
import { type Cents, cents, sum } from '@tabellion/shared/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  instalmentStatus,
  instalmentsOf,
  nextInstalment,
  type RegisterEntry,
  readPlans,
  readTable,
  type Settlement,
  tabs,
} from './index.ts'

const entry: RegisterEntry = {
  row: 4,
  number: 'F2026-0001',
  kind: 'standard',
  client: 'Dupont',
  group: '',
  quote: '',
  originInvoice: '',
  issueDate: day('2026-11-01'),
  dueDate: day('2026-12-01'),
  gross: cents(100_000),
  vat: cents(0),
  payable: cents(100_000),
  deducted: cents(0),
  received: cents(0),
  credited: cents(0),
  balanceDue: cents(100_000),
  clientCredit: cents(0),
  status: 'Émise',
  sent: false,
  disputed: false,
}
const settlement = (balanceDue: Cents): Settlement => ({
  entry,
  received: cents(0),
  credited: cents(0),
  refunded: cents(0),
  balanceDue,
  excess: cents(0),
  clientCredit: cents(0),
})

const table = (rows: readonly (readonly (string | number)[])[]) => {
  const headings = Object.values(tabs.plans.columns).map(({ heading }) => heading)
  const read = readTable('plans', [[], [], headings, ...rows])
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}
const THIRDS = table([
  ['F2026-0001', 2, '2027-01-15', 333.33, 0, 333.33, 'À venir', '', '', 'b'],
  ['F2026-0001', 1, '2026-12-15', 333.33, 0, 333.33, 'À venir', '', '', 'a'],
  ['F2026-0001', 3, '2027-02-15', 333.34, 0, 333.34, 'À venir', '', '', 'c'],
  ['F2026-0002', 1, '2027-02-15', 10, 0, 10, 'Annulée', '', '', 'd'],
  ['F2026-0003', 1, 'demain', 10, 0, 10, '', '', '', 'e'],
])

test('without a plan, the whole is due on the invoice’s own day', () => {
  expect(instalmentsOf(settlement(cents(60_000)))).toEqual([
    { rank: 1, due: '2026-12-01', amount: 100_000, settled: 40_000 },
  ])
  expect(instalmentsOf({ ...settlement(cents(0)), entry: { ...entry, kind: 'credit' } })).toEqual([])
})

test('money goes to the earliest part; cancelled and unreadable rows hold for nothing', () => {
  const plans = readPlans(THIRDS)
  expect([...plans.keys()]).toEqual(['F2026-0001'])
  const parts = instalmentsOf(settlement(cents(60_000)), plans.get('F2026-0001'))
  expect(parts.map(({ id, settled }) => [id, settled])).toEqual([
    ['a', 33_333],
    ['b', 6_667],
    ['c', 0],
  ])
  expect(nextInstalment(parts)).toMatchObject({ rank: 2, due: '2027-01-15' })
  expect(parts.map((part) => instalmentStatus(part, day('2027-01-16')))).toEqual(['paid', 'late', 'upcoming'])
})

test('whatever was paid, the parts hold exactly that, never more than themselves', () => {
  const plan = readPlans(THIRDS).get('F2026-0001')
  fc.assert(
    fc.property(fc.integer({ min: -5_000, max: 120_000 }), (balance) => {
      const parts = instalmentsOf(settlement(cents(balance)), plan)
      expect(sum(parts.map(({ settled }) => settled))).toBe(Math.min(100_000, Math.max(0, 100_000 - balance)))
      for (const { amount, settled } of parts) expect(settled).toBeLessThanOrEqual(amount)
    }),
  )
})
