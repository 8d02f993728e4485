import { day } from '@tabellion/shared/calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber, gapsIn, highestRank, type NumberPattern, parsePattern, rankOf, takenOverRank } from './index.ts'

const on = day('2026-11-25')
function pattern(text: string): NumberPattern {
  const read = parsePattern(text)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}
const YEARLY = pattern('F{AAAA}-{0000}')

describe('a pattern', () => {
  test.each([
    ['F{AAAA}-{0000}', 12, 'F2026-0012'],
    ['F{AA}{MM}/{000}', 7, 'F2611/007'],
    ['{0}', 3, '3'],
    ['F{AAAA}-{0000}', 12_345, 'F2026-12345'],
  ])('%s gives rank %i the number %s', (text, rank, expected) => {
    expect(formatNumber(pattern(text), rank, on)).toBe(expected)
  })
  test.each([
    ['', { code: 'empty-pattern' }],
    ['F{AAAA}', { code: 'no-counter' }],
    ['{000}-{000}', { code: 'several-counters' }],
    ['F{JJ}-{000}', { code: 'unknown-token', token: '{JJ}' }],
    ['F {0000}', { code: 'forbidden-character', character: ' ' }],
    ['Fé{0000}', { code: 'forbidden-character', character: 'é' }],
    ['F{MM}-{0000}', { code: 'month-without-year' }],
    [`${'F'.repeat(32)}{0000}`, { code: 'too-long', length: 36 }],
  ])('« %s » is refused', (text, problem) => {
    expect(parsePattern(text)).toEqual({ ok: false, problem })
  })
  test('35 characters are accepted, as BR-FR-01 says', () => {
    expect(parsePattern(`${'F'.repeat(31)}{0000}`).ok).toBe(true)
  })
  test('reading a number gives back its rank', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        (rank) => rankOf(YEARLY, formatNumber(YEARLY, rank, on), on) === rank,
      ),
    )
  })
  test('a number of another series or year has no rank', () => {
    expect([rankOf(YEARLY, 'AV2026-0001', on), rankOf(YEARLY, 'F2025-0012', on), rankOf(YEARLY, '', on)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('the next number', () => {
  test('follows the highest, not the count, so that a deleted row frees nothing', () => {
    expect(highestRank(YEARLY, ['F2026-0001', 'F2026-0007', 'AV2026-0009'], on, 0)).toBe(7)
  })
  test('starts again with the year only when the pattern has one', () => {
    expect(highestRank(YEARLY, ['F2026-0007'], day('2027-01-01'), 0)).toBe(0)
    expect(highestRank(pattern('F-{0000}'), ['F-0007'], day('2027-01-01'), 0)).toBe(7)
  })
  test.each([
    ['F2026-011', '2026-11-25', 11],
    ['FAC-2026-11', '2026-11-25', 11],
    ['2025/0042', '2026-11-25', 0],
    ['F2025-0042', '2026-01-05', 0],
    ['42', '2026-11-25', 42],
    ['sans numéro', '2026-11-25', undefined],
  ])('after « %s », on %s, an earlier tool leaves rank %s', (number, date, expected) => {
    expect(takenOverRank(YEARLY, number, day(date))).toBe(expected)
  })
  test('numbers taken one after the other leave no gap and no double', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 500 }), (count, start) => {
        const taken: string[] = []
        for (let index = 0; index < count; index++)
          taken.push(formatNumber(YEARLY, highestRank(YEARLY, taken, on, start) + 1, on))
        return new Set(taken).size === count && gapsIn(YEARLY, taken, start, on).length === 0
      }),
    )
  })
  test('a gap is named', () => {
    expect(gapsIn(YEARLY, ['F2026-0001', 'F2026-0004'], 0, on)).toEqual([2, 3])
  })
})
