import { describe, expect, test } from 'vitest'
import { readDate, readRate, readScaled } from './index.ts'

describe('numbers in cells', () => {
  test.each([
    [0.25, 4, 2_500],
    [0.1 + 0.2, 4, 3_000],
    ['1 234,5', 2, 123_450],
    ['-12', 2, -1_200],
    [12.345678, 6, 12_345_678],
    ['', 4, undefined],
    [0, 4, 0],
  ])('%s with %i places is %s', (cell, places, expected) => {
    expect(readScaled(cell, places)).toEqual({ ok: true, value: expected })
  })
  test.each([
    ['1.5', 'ambiguous-number'],
    ['deux', 'unreadable-number'],
    ['#REF!', 'unreadable-number'],
    ['0,12345', 'too-many-decimals'],
    ['10 %', 'percentage'],
    ['5,5\u202f%', 'percentage'],
    [0.12345, 'too-many-decimals'],
    [1e300, 'unreadable-number'],
  ])('%s is refused: %s', (cell, code) => {
    const read = readScaled(cell, 4)
    expect(!read.ok && read.problem.code).toBe(code)
  })
})

describe('rates in cells', () => {
  test.each([
    [0.1, 10_000],
    [0.055, 5_500],
    [1, 100_000],
    ['10', 10_000],
    ['10 %', 10_000],
    ['0,1', 100],
    ['5,5 %', 5_500],
    ['', undefined],
  ])('%s is %s hundred-thousandths', (cell, expected) => {
    expect(readRate(cell)).toEqual({ ok: true, value: expected })
  })
  test.each(['-5 %', 'dix', '1.5', '120 %', 1.2, 20])('%s is no rate', (cell) => {
    expect(readRate(cell).ok).toBe(false)
  })
})

describe('dates in cells', () => {
  test.each([
    ['2026-11-05', '2026-11-05'],
    ['05/11/2026', '2026-11-05'],
    [46_331, '2026-11-05'],
    ['', undefined],
  ])('%s is %s', (cell, expected) => {
    expect(readDate(cell)).toEqual({ ok: true, value: expected })
  })
  test.each(['31/02/2026', 'hier', 46_331.5])('%s is no date', (cell) => {
    const read = readDate(cell)
    expect(!read.ok && read.problem.code).toBe('unreadable-date')
  })
})
