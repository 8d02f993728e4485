import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const keys = ['activities', 'startDate', 'urssafRhythm', 'acre', 'craftsman', 'send', 'issue-invoices', 'run']

test.each([
  ['startdate', 'startDate'],
  ['start', 'startDate'],
  ['dateStart', 'startDate'],
  ['date', 'startDate'],
  ['urssafRythm', 'urssafRhythm'],
  ['activites', 'activities'],
  ['acrée', 'acre'],
  ['ACRE', 'acre'],
  ['arce', 'acre'],
  ['craft', 'craftsman'],
  ['sent', 'send'],
  ['isue-invoice', 'issue-invoices'],
  ['invoices-issue', 'issue-invoices'],
  ['rum', 'run'],
])('« %s » is probably %s', (typed, meant) => {
  expect(nearest(typed, keys)).toBe(meant)
})
test.each(['', '?', 'r', 'amount', 'actes', 'sand-invoice', 'startle', 'runabout'])(
  '« %s » is none of them',
  (typed) => {
    expect(nearest(typed, keys)).toBeUndefined()
  },
)
test('of two that are near, the nearer', () => {
  expect(nearest('urssaf-2026-Q4', ['urssaf-2025-Q4', 'urssaf-2026-Q4'])).toBe('urssaf-2026-Q4')
  expect(nearest('Martin', ['Martin Plomberie', 'Martin'])).toBe('Martin')
})
test('without candidates there is none', () => {
  expect(nearest('acre', [])).toBeUndefined()
})
