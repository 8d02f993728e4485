import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['startdate', 'startDate'],
  ['start', 'startDate'],
  ['urssafRythm', 'urssafRhythm'],
  ['activites', 'activities'],
  ['acrée', 'acre'],
  ['ACRE', 'acre'],
])('« %s » is probably %s', (typed, meant) => {
  expect(nearest(typed, ['activities', 'startDate', 'urssafRhythm', 'acre'])).toBe(meant)
})
test('without candidates there is none', () => {
  expect(nearest('acre', [])).toBeUndefined()
})
