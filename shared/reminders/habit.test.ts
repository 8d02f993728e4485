import { addDays, day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { payerHabit } from './habit.ts'

const paid = (...late: readonly number[]) =>
  late.map((days, index) => {
    const due = addDays(day('2026-01-10'), index * 30)
    return { due, on: addDays(due, days) }
  })

test.each([
  [[], undefined],
  [[6], { median: 6, count: 1 }],
  [[-2, 40, 5], { median: 5, count: 3 }],
  [[1, 9], { median: 1, count: 2 }],
  // The latest twelve alone count.
  [[90, 90, 90, 90, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], { median: 2, count: 12 }],
])('paid %o days after: %o', (late, habit) => {
  expect(payerHabit(paid(...late))).toEqual(habit)
})
