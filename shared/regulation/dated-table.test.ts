import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { type DatedTable, inForce, isConfirmed } from './dated-table.ts'

const source = { text: 'an article', url: 'https://example.org', checkedOn: day('2026-01-01') }
const table: DatedTable<number> = [
  { from: day('2026-01-01'), confirmedTo: day('2026-12-31'), value: 2, source, confidence: 'official' },
  { from: day('2024-01-01'), to: day('2024-12-31'), value: 1, source, confidence: 'official' },
]

test.each([
  ['2023-12-31', undefined],
  ['2024-01-01', 1],
  ['2024-12-31', 1],
  ['2025-01-01', undefined],
  ['2025-12-31', undefined],
  ['2026-01-01', 2],
  ['2030-01-01', 2],
])('on %s the value is %s', (on, value) => {
  expect(inForce(table, day(on))?.value).toBe(value)
})
test('a value is confirmed up to its last sure day', () => {
  expect(isConfirmed(table[0], day('2026-12-31'))).toBe(true)
  expect(isConfirmed(table[0], day('2027-01-01'))).toBe(false)
})
