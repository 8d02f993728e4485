import { describe, expect, test } from 'vitest'
import { killOrders, ORDER_STEPS } from './killed-orders.ts'

// One call in four and the last ones, their last writes kept and dropped in turn: each stop plays the whole job again.
describe.each(ORDER_STEPS)('%s', (step) => {
  const { calls, kill } = killOrders(step)
  const stops = Array.from({ length: calls }, (_, at) => at + 1).filter((call) => call % 4 === 1 || call > calls - 4)
  test.each(stops)('stopped at call %i, all is done once', (call) => {
    const { ending, expected, mails, ok } = kill(call)
    expect(ending).toEqual(expected)
    expect(mails).toBeLessThanOrEqual(1)
    expect(ok).toBe(true)
  })
})
