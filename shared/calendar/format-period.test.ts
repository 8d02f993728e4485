import { expect, test } from 'vitest'
import { formatPeriod } from './french.ts'
import { period } from './period.ts'

test.each([
  ['2026', '2026'],
  ['2026-Q1', '1er trimestre 2026'],
  ['2026-Q4', '4e trimestre 2026'],
  ['2026-03', 'mars 2026'],
  ['2026-12', 'décembre 2026'],
])('%s reads « %s »', (text, french) => {
  expect(formatPeriod(period(text))).toBe(french)
})
