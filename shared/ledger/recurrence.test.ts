import { type Day, day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { nextRows, relabelled } from './recurrence.ts'
import { type Row, readTable } from './table.ts'

type Typed = readonly [id: string, date: string, label: string]
const rowsOf = (typed: readonly Typed[]): readonly Row<'sales'>[] => {
  const read = readTable('sales', [
    [],
    [],
    ['Date', 'Client', 'Désignation', 'Récurrence', 'ID'],
    ...typed.map(([id, date, label]) => [date, 'Brasserie du Ponant', label, 'mensuelle', id]),
  ])
  if (!read.ok) throw new Error(read.problem.code)
  return read.value.rows
}
const next = (typed: readonly Typed[], today: Day) =>
  nextRows(rowsOf(typed), [], today, () => 'new').map(({ from, date, label }) => [from, date, label])

test('rows filled in month after month are one series: it goes on from the last, with the name of its month', () => {
  const typed = [
    ['A', '28/11/2025', 'Entretien, novembre 2025'],
    ['B', '31/12/2025', 'Entretien, décembre 2025'],
    ['C', '30/01/2026', 'Entretien, janvier 2026'],
  ] as const
  expect(next(typed, day('2026-02-27'))).toEqual([])
  expect(next(typed, day('2026-02-28'))).toEqual([['C', '2026-02-28', 'Entretien, février 2026']])
})

test('two jobs on the same days, or two weeks apart, are two series', () => {
  const typed = [
    ['A', '01/01/2026', 'Atelier'],
    ['B', '01/01/2026', 'Atelier'],
    ['C', '15/01/2026', 'Atelier'],
  ] as const
  expect(next(typed, day('2026-02-15')).map(([from, date]) => [from, date])).toEqual([
    ['A', '2026-02-01'],
    ['B', '2026-02-01'],
    ['C', '2026-02-15'],
  ])
})

test.each([
  ['Maintenance du site', '2026-10-31', '2026-11-30', 'Maintenance du site'],
  ['Novembre : suivi', '2026-11-05', '2026-12-05', 'Décembre : suivi'],
  ['Suivi de décembre 2026', '2026-12-05', '2027-01-05', 'Suivi de janvier 2027'],
  ['Hébergement 2026', '2026-03-01', '2027-03-01', 'Hébergement 2027'],
  ['Modèle 2026 rénové', '2026-03-01', '2026-04-01', 'Modèle 2026 rénové'],
  ['Mailing', '2026-05-01', '2026-06-01', 'Mailing'],
])('%s, from %s to %s: %s', (label, from, to, expected) => {
  expect(relabelled(label, day(from), day(to))).toBe(expected)
})
