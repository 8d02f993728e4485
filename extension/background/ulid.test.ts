import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ulid } from './ulid.ts'

test('the example of the specification’s own clock', () => {
  expect(ulid(1_469_918_176_385, new Uint8Array(10))).toBe('01ARYZ6S410000000000000000')
})

test('well formed, and in the order of the moments', () => {
  const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })
  const chance = fc.uint8Array({ minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(moment, moment, chance, chance, (a, b, one, other) => {
      const [first, second] = [ulid(a, one), ulid(b, other)]
      expect(first).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
      if (a < b) expect(first < second).toBe(true)
    }),
  )
})
