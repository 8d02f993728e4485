import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  contains,
  day,
  daysBetween,
  dueDate,
  easterSunday,
  firstDay,
  formatDay,
  formatLongDay,
  isBusinessDay,
  isHoliday,
  isWorkingDay,
  lastDay,
  nextPeriod,
  nextWorkingDay,
  nthBusinessDay,
  parseDay,
  parseFrenchDay,
  parsePaymentTerm,
  parsePeriod,
  period,
  quarterPeriod,
  weekday,
} from './index.ts'

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays(day('2000-01-01'), count))

describe('days', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', ''])('%s is no day', (text) => {
    expect(parseDay(text)).toBe(undefined)
    expect(() => day(text)).toThrow(RangeError)
  })
  test('29 February exists every four years, but for centuries', () => {
    expect([parseDay('2024-02-29'), parseDay('2000-02-29'), parseDay('1900-02-29')]).toEqual([
      '2024-02-29',
      '2000-02-29',
      undefined,
    ])
  })
  test('adding days and taking them off comes back', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -9_999, max: 9_999 }),
        (on, count) => daysBetween(on, addDays(on, count)) === count,
      ),
    )
  })
  test('31 January plus a month is the last of February', () => {
    expect([
      addMonths(day('2026-01-31'), 1),
      addMonths(day('2024-01-31'), 1),
      addMonths(day('2026-03-31'), -1),
    ]).toEqual(['2026-02-28', '2024-02-29', '2026-02-28'])
  })
  test('25 November 2026 is a Wednesday', () => {
    expect(weekday(day('2026-11-25'))).toBe(3)
    expect(weekday(day('1969-12-28'))).toBe(7)
  })
})

describe('French writing', () => {
  test.each([
    ['05/11/2026', '2026-11-05'],
    ['5-11-26', '2026-11-05'],
    ['05.11.2026', '2026-11-05'],
    ['2026-11-05', '2026-11-05'],
    ['31/02/2026', undefined],
    ['11/2026', undefined],
    ['demain', undefined],
  ])('« %s » is read as %s', (text, expected) => {
    expect(parseFrenchDay(text)).toBe(expected)
  })
  test('days are written for people', () => {
    expect([formatDay(day('2026-11-05')), formatLongDay(day('2026-03-01')), formatLongDay(day('2026-08-15'))]).toEqual([
      '05/11/2026',
      '1er mars 2026',
      '15 août 2026',
    ])
  })
})

describe('holidays', () => {
  // Easter Sundays 2026 to 2028: facts of the calendar, computed elsewhere.
  test.each([
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [1999, '1999-04-04'],
    [2038, '2038-04-25'],
  ])('Easter %i is %s', (year, expected) => {
    expect(easterSunday(year)).toBe(expected)
  })
  test.each([
    ['2026-04-06', true],
    ['2026-05-14', true],
    ['2026-05-25', true],
    ['2026-07-14', true],
    ['2026-12-26', false],
    ['2026-04-03', false],
  ])('%s is a holiday everywhere in France: %s', (on, expected) => {
    expect(isHoliday(day(on))).toBe(expected)
  })
  test('Alsace-Moselle rests on Good Friday and on 26 December', () => {
    expect([isHoliday(day('2026-04-03'), 'alsaceMoselle'), isHoliday(day('2026-12-26'), 'alsaceMoselle')]).toEqual([
      true,
      true,
    ])
  })
  test('a Saturday is a business day, not a working day', () => {
    expect([isBusinessDay(day('2026-11-28')), isWorkingDay(day('2026-11-28'))]).toEqual([true, false])
  })
  test('31 October and 1 November 2027 push to 2 November', () => {
    expect(nextWorkingDay(day('2027-10-31'))).toBe('2027-11-02')
  })
  // The customs table for the DES: tenth jour ouvrable, Monday to Saturday.
  test.each([
    ['2026-01', '2026-01-13'],
    ['2026-05', '2026-05-15'],
    ['2026-11', '2026-11-13'],
    ['2027-05', '2027-05-15'],
    ['2027-12', '2027-12-11'],
  ])('the tenth business day of %s is %s', (month, expected) => {
    expect(nthBusinessDay(day(`${month}-01`), 10)).toBe(expected)
  })
})

describe('periods', () => {
  test.each([
    ['2026-02', '2026-02-01', '2026-02-28', '2026-03'],
    ['2026-12', '2026-12-01', '2026-12-31', '2027-01'],
    ['2026-Q4', '2026-10-01', '2026-12-31', '2027-Q1'],
    ['2026', '2026-01-01', '2026-12-31', '2027'],
  ])('%s runs from %s to %s, then comes %s', (text, first, last, next) => {
    const of = period(text)
    expect([firstDay(of), lastDay(of), nextPeriod(of)]).toEqual([first, last, next])
  })
  test.each(['2026-13', '2026-Q5', '26', '2026-1'])('%s is no period', (text) => {
    expect(parsePeriod(text)).toBe(undefined)
  })
  test('each day lies in its own quarter', () => {
    fc.assert(fc.property(anyDay, (on) => contains(quarterPeriod(on), on)))
  })
})

describe('payment terms', () => {
  test.each([
    ['À réception', '2026-11-25', '2026-11-25'],
    ['30 jours', '2026-11-25', '2026-12-25'],
    ['30 jours fin de mois', '2026-01-31', '2026-03-31'],
    ['45 jours fin de mois', '2026-11-10', '2026-12-31'],
    ['fin de mois 45 jours', '2026-11-10', '2027-01-14'],
    ['60 j', '2026-11-25', '2027-01-24'],
  ])('%s from %s is %s', (text, issued, expected) => {
    const term = parsePaymentTerm(text)
    expect(term && dueDate(day(issued), term)).toBe(expected)
  })
  test.each(['', 'quand vous pourrez', 'fin de mois 30 jours fin de mois'])('« %s » is no term', (text) => {
    expect(parsePaymentTerm(text)).toBe(undefined)
  })
})
