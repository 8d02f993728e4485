import { day } from '@tabellion/shared/calendar'
import type { BankRow } from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { findKnown, findLine, type ReadLine } from './same-line.ts'

const row = (id: string, label: string, more: Partial<BankRow> = {}): BankRow => ({
  row: 4,
  id,
  date: day('2026-12-02'),
  amount: cents(45_000),
  label,
  statusText: '',
  counterparty: '',
  maskedIban: '',
  reference: '',
  account: '',
  source: 'a.csv',
  fingerprints: [id],
  proposal: '',
  why: '',
  invoices: '',
  note: '',
  ...more,
})
const line = (id: string, label: string): ReadLine => ({ id, date: day('2026-12-02'), amount: cents(45_000), label })

test('the second of two equal lines, confirmed alone, is not the first', () => {
  const rows = [row('a', 'VIR PONANT')]
  expect(findLine(rows, line('a', 'VIR PONANT')).same).toHaveLength(1)
  expect(findLine(rows, line('a.2', 'VIR PONANT'))).toMatchObject({ same: [], new: [{ id: 'a.2' }] })
})
test('two equal lines of a page and of a file are paired one to one', () => {
  const first = row('f', 'VIR PONANT', { fingerprints: ['f', 'p'] })
  const second = row('f.2', 'VIR PONANT', { row: 5 })
  expect(findLine([first, second], line('p', 'VIR PONANT')).same).toMatchObject([{ row: { id: 'f' } }])
  expect(findLine([first, second], line('p.2', 'VIR PONANT')).same).toMatchObject([{ row: { id: 'f.2' } }])
})
test('each line is new, known or doubtful', () => {
  const known = findKnown(
    [row('a', 'VIR PONANT')],
    [line('a', 'VIR PONANT'), line('b', 'VIR PONANT REF 42'), { ...line('c', 'AUTRE'), amount: cents(1) }],
  )
  expect([known.same.length, known.doubtful.length, known.new.map(({ id }) => id)]).toEqual([1, 0, ['b', 'c']])
})
