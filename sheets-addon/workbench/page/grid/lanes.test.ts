import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run } from '../../protocol.ts'
import { lanesOf } from './lanes.ts'

const lanes = lanesOf(
  4,
  12,
  [
    [6, 8],
    [12, 12],
  ],
  (lane) => lane * 10,
)

test('hidden lanes take no room and no step', () => {
  expect(lanes.shown).toEqual([4, 5, 9, 10, 11])
  expect(lanes.total).toBe(390)
  expect([lanes.start(4), lanes.start(5), lanes.start(9), lanes.end(9)]).toEqual([0, 40, 90, 180])
  expect([lanes.size(7), lanes.start(7), lanes.isShown(7)]).toEqual([0, 90, false])
  expect([
    lanes.step(5, 1),
    lanes.step(9, -1),
    lanes.step(7, 1),
    lanes.step(7, -1),
    lanes.step(4, -3),
    lanes.step(11, 9),
  ]).toEqual([9, 5, 9, 5, 4, 11])
})

test('a distance falls in the lane that covers it, never beyond the ends', () => {
  expect([-5, 0, 39, 40, 89, 90, 389, 9999].map(lanes.at)).toEqual([4, 4, 4, 5, 5, 9, 11, 11])
})

const cases = fc
  .record({
    count: fc.integer({ min: 1, max: 60 }),
    hidden: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }),
    sizes: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 60, maxLength: 60 }),
  })
  .map(({ count, hidden, sizes }) => {
    const runs = hidden.sort((a, b) => a - b).map((lane): Run => [lane, lane])
    return { lanes: lanesOf(1, count, runs, (lane) => sizes[lane - 1] ?? 21), count, hidden: new Set(hidden), sizes }
  })

test('whatever is hidden, sizes add up and each point of a lane leads back to it', () => {
  fc.assert(
    fc.property(cases, ({ lanes: some, count, hidden, sizes }) => {
      const shown = Array.from({ length: count }, (_, index) => index + 1).filter((lane) => !hidden.has(lane))
      expect(some.shown).toEqual(shown)
      expect(some.total).toBe(shown.reduce((sum, lane) => sum + (sizes[lane - 1] ?? 0), 0))
      for (const lane of shown) {
        expect(some.at(some.start(lane))).toBe(lane)
        expect(some.at(some.end(lane) - 0.5)).toBe(lane)
        expect(some.step(some.step(lane, 1), -1)).toBe(lane === shown.at(-1) ? (shown.at(-2) ?? lane) : lane)
      }
    }),
  )
})
