import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logChoose, subsetsMaking } from './subsets.ts'

const amounts = fc.array(
  fc.integer({ min: -20, max: 60 }).filter((amount) => amount !== 0),
  { maxLength: 9 },
)

test('finds exactly the subsets that an exhaustive search finds', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 150 }), fc.integer({ min: 2, max: 6 }), (values, target, most) => {
      const expected: string[] = []
      for (let mask = 1; mask < 1 << values.length; mask += 1) {
        const chosen = values.flatMap((_, place) => ((mask >> place) & 1 ? [place] : []))
        if (
          chosen.length >= 2 &&
          chosen.length <= most &&
          chosen.reduce((sum, place) => sum + (values[place] ?? 0), 0) === target
        )
          expected.push(chosen.join())
      }
      expect(
        subsetsMaking(target, values, most, 1_000)
          .map((subset) => subset.join())
          .sort(),
      ).toEqual(expected.sort())
    }),
  )
})

test('stops at the limit', () => {
  expect(
    subsetsMaking(
      20,
      Array.from({ length: 12 }, () => 10),
      2,
      5,
    ),
  ).toHaveLength(5)
})

test('counts the ways to choose', () => {
  expect(Math.exp(logChoose(6, 2))).toBeCloseTo(15)
})
