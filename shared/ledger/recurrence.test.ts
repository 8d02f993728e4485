import { addDays, type Day, day, daysBetween } from '@tabellion/shared/calendar'
import { describe, expect, test } from 'vitest'
import { nextRows, type RecurringLink, relabelled } from './recurrence.ts'
import { type Row, readTable } from './table.ts'

type Typed = readonly [id: string, date: string, label: string, recurrence?: string]
const rowsOf = (typed: readonly Typed[]): readonly Row<'sales'>[] => {
  const read = readTable('sales', [
    [],
    [],
    ['Date', 'Client', 'Désignation', 'Récurrence', 'ID'],
    ...typed.map(([id, date, label, recurrence = 'mensuelle']) => [date, 'Brasserie du Ponant', label, recurrence, id]),
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

/** One row, and the mornings since its day: each run sees the rows and links of those before. */
function lived(first: Typed, mornings: readonly string[], change: (typed: Typed[]) => void = () => undefined): Typed[] {
  const typed: Typed[] = [first]
  const links: RecurringLink[] = []
  for (const morning of mornings) {
    for (const { model, ...link } of nextRows(rowsOf(typed), links, day(morning), () => `R${links.length + 1}`)) {
      links.push({ ...link, id: `R${links.length + 1}` })
      const [year, month, date] = link.date.split('-')
      typed.push([`R${links.length}`, `${date}/${month}/${year}`, link.label, String(model.cells.recurrence)])
    }
    change(typed)
  }
  return typed
}
const daysOf = (typed: readonly Typed[]) => typed.slice(1).map(([, date]) => date)
const each = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(day(from), index))

describe('the day of a series', () => {
  test.each([
    ['mensuelle', '31/01/2027', '2027-06-30', ['28/02/2027', '31/03/2027', '30/04/2027', '31/05/2027', '30/06/2027']],
    ['mensuelle', '31/12/2027', '2028-03-31', ['31/01/2028', '29/02/2028', '31/03/2028']],
    ['mensuelle', '29/02/2028', '2028-04-29', ['29/03/2028', '29/04/2028']],
    ['mensuelle', '30/01/2027', '2027-03-30', ['28/02/2027', '30/03/2027']],
    ['trimestrielle', '30/11/2026', '2027-08-30', ['28/02/2027', '30/05/2027', '30/08/2027']],
    ['trimestrielle', '31/08/2027', '2028-05-31', ['30/11/2027', '29/02/2028', '31/05/2028']],
    ['annuelle', '29/02/2028', '2032-02-29', ['28/02/2029', '28/02/2030', '28/02/2031', '29/02/2032']],
    ['annuelle', '31/12/2026', '2028-12-30', ['31/12/2027']],
    ['mensuelle', '15/01/2027', '2027-02-14', []],
    ['Annuelle', '01/01/2027', '2028-01-01', ['01/01/2028']],
    ['hebdomadaire', '01/01/2027', '2028-01-01', []],
  ] as const)('%s from %s until %s', (recurrence, from, until, expected) => {
    const first = ['A', from, 'Atelier', recurrence] as const
    // All at once, after years of absence; and morning after morning.
    expect(daysOf(lived(first, [until]))).toEqual(expected)
    const [date, month, year] = from.split('/')
    const start = day(`${year}-${month}-${date}`)
    expect(daysOf(lived(first, each(start, daysBetween(start, day(until)) + 1)))).toEqual(expected)
  })
  test('no more than sixty rows at once; the others at the next run', () => {
    const first = ['A', '01/01/1927', 'Atelier'] as const
    expect(lived(first, ['2027-01-01'])).toHaveLength(61)
    expect(lived(first, ['2027-01-01', '2027-01-02'])).toHaveLength(121)
  })
})

describe('what the user does to a series', () => {
  const first = ['A', '31/01/2027', 'Atelier'] as const
  const mornings = ['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']
  const onlyOnce = (work: (typed: Typed[]) => void): ((typed: Typed[]) => void) => {
    let isDone = false
    return (typed) => {
      if (!isDone) work(typed)
      isDone = true
    }
  }
  test.each<readonly [string, (typed: Typed[]) => void, readonly string[]]>([
    ['stopped at the newest row', (typed) => typed.splice(1, 1, ['R1', '28/02/2027', 'Atelier', '']), ['28/02/2027']],
    [
      'the newest deleted: the series goes on after its day',
      (typed) => typed.splice(1, 1),
      ['31/03/2027', '30/04/2027', '31/05/2027'],
    ],
    [
      'moved to another day: it counts from there',
      (typed) => typed.splice(1, 1, ['R1', '10/03/2027', 'Atelier']),
      ['10/03/2027', '10/04/2027', '10/05/2027'],
    ],
    [
      'its period changed: it counts from there too, at the end of the month',
      (typed) => typed.splice(1, 1, ['R1', '28/02/2027', 'Atelier', 'trimestrielle']),
      ['28/02/2027', '31/05/2027'],
    ],
    [
      'the first row gone: the others go on',
      (typed) => typed.splice(0, 1, ['Z', '01/01/2020', 'Autre chose', '']),
      ['28/02/2027', '31/03/2027', '30/04/2027', '31/05/2027'],
    ],
  ])('%s', (_, change, expected) => {
    expect(daysOf(lived(first, mornings, onlyOnce(change)))).toEqual(expected)
  })
  test('rows typed ahead are stopped by emptying the last; the same work once more on another day stops nothing', () => {
    const ahead = [
      ['A', '28/11/2026', 'Entretien, novembre'],
      ['B', '28/12/2026', 'Entretien, décembre'],
    ] as const
    expect(next([...ahead, ['C', '28/01/2027', 'Entretien, janvier', '']], day('2027-03-31'))).toEqual([])
    expect(
      next([...ahead, ['C', '09/01/2027', 'Entretien, janvier', '']], day('2027-02-01')).map(([, on]) => on),
    ).toEqual(['2027-01-28'])
  })
})

test.each([
  ['Maintenance du site', '2026-10-31', '2026-11-30', 'Maintenance du site'],
  ['Novembre : suivi', '2026-11-05', '2026-12-05', 'Décembre : suivi'],
  ['Suivi de décembre 2026', '2026-12-05', '2027-01-05', 'Suivi de janvier 2027'],
  ['Hébergement 2026', '2026-03-01', '2027-03-01', 'Hébergement 2027'],
  ['Modèle 2026 rénové', '2026-03-01', '2026-04-01', 'Modèle 2026 rénové'],
  ['Mailing', '2026-05-01', '2026-06-01', 'Mailing'],
  // Billed after, and ahead.
  ['Entretien de novembre 2026', '2026-12-01', '2027-01-01', 'Entretien de décembre 2026'],
  ['Entretien de décembre 2026', '2027-01-05', '2027-02-05', 'Entretien de janvier 2027'],
  ['Loyer de janvier 2027', '2026-12-28', '2027-01-28', 'Loyer de février 2027'],
  ['Janvier à mars 2026', '2026-03-31', '2026-06-30', 'Avril à juin 2026'],
  ['Octobre à décembre 2026', '2027-01-05', '2027-04-05', 'Janvier à mars 2027'],
  ['AOÛT 2026 et septembre', '2026-08-31', '2026-09-30', 'Septembre 2026 et octobre'],
  ['Suivi, 4e trimestre 2026', '2026-12-31', '2027-03-31', 'Suivi, 1er trimestre 2027'],
  ['Suivi, 1er trimestre', '2027-04-01', '2027-07-01', 'Suivi, 2e trimestre'],
  ['Suivi T3 2026', '2026-09-30', '2026-12-30', 'Suivi T4 2026'],
  ['Suivi T3', '2026-09-30', '2026-10-30', 'Suivi T3'],
  ['Maison T4 à Nantes', '2026-05-31', '2026-08-31', 'Maison T4 à Nantes'],
  ['Saison 2026-2027', '2026-09-01', '2027-09-01', 'Saison 2027-2028'],
  ['Licence 2026, contrat 20189', '2026-09-01', '2028-09-01', 'Licence 2028, contrat 20189'],
  ['Barres Mars', '2026-07-01', '2026-08-01', 'Barres Mars'],
])('%s, from %s to %s: %s', (label, from, to, expected) => {
  expect(relabelled(label, day(from), day(to))).toBe(expected)
})
