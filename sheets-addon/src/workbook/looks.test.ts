import { columnsOf } from '@tabellion/shared/ledger'
import { expect, test } from 'vitest'
import { WIDTHS } from './looks.ts'

/** Of 1280 pixels, what the numbers of the rows leave. */
const SCREEN = 1234

test.each(['deadlines', 'rates'] as const)('a row of %s is read up to its status without scrolling', (tab) => {
  const columns = columnsOf(tab)
  const last = columns.findIndex(([key]) => key === 'status')
  const shown = columns.slice(0, last + 1).map(([, { kind, width }]) => width ?? WIDTHS[kind])
  expect(last).toBeGreaterThan(0)
  expect(shown.reduce((total, width) => total + width, 0)).toBeLessThanOrEqual(SCREEN)
})
test.each([
  ['deadlines', ['obligation', 'basis']],
  ['rates', ['key', 'label', 'value', 'source']],
  ['checklists', ['task']],
] as const)('in %s, what is longer than its column takes another line', (tab, wrapped) => {
  expect(columnsOf(tab).flatMap(([key, { wraps }]) => (wraps ? [key] : []))).toEqual(wrapped)
})
