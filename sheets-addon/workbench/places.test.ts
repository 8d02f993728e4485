import { expect, test } from 'vitest'
import { boxName, boxNamed, lettersOf } from './places.ts'
import { instantOf, wallClock } from './zoned-clock.ts'

test.each([
  ['B4', { row: 4, column: 2, rows: 1, columns: 1 }],
  ['b4:c9', { row: 4, column: 2, rows: 6, columns: 2 }],
  ['C9:B4', { row: 4, column: 2, rows: 6, columns: 2 }],
  [' $AA$10 ', { row: 10, column: 27, rows: 1, columns: 1 }],
])('%s is a place', (text, box) => {
  expect(boxNamed(text)).toEqual(box)
})

test.each(['', 'B', '4', 'B0', 'Ventes', 'B4:', 'B4:C'])('« %s » is no place', (text) => {
  expect(boxNamed(text)).toBeUndefined()
})

test('names go back and forth', () => {
  expect([1, 26, 27, 52, 703].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA'])
  expect(boxName({ row: 4, column: 27, rows: 2, columns: 3 })).toBe('AA4:AC5')
})

test.each([
  ['2026-11-25', '09:00', '2026-11-25T08:00:00.000Z'],
  ['2026-07-01', '00:00', '2026-06-30T22:00:00.000Z'],
  ['2026-12-31', '23:30', '2026-12-31T22:30:00.000Z'],
  // Between 02:00 and 03:00 there is nothing that night, and twice the hour in October: the second one.
  ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
  ['2026-10-25', '02:30', '2026-10-25T01:30:00.000Z'],
])('%s %s in Paris', (today, time, instant) => {
  expect(instantOf(today, time, 'Europe/Paris')).toBe(instant)
})

test('the wall clock says the day of the zone, not that of Greenwich', () => {
  expect(wallClock('2026-12-31T23:30:00Z', 'Europe/Paris')).toEqual({ today: '2027-01-01', time: '00:30' })
})

test('what is no day is no instant', () => {
  expect(instantOf('', '09:00', 'Europe/Paris')).toBeUndefined()
})
