import { day } from '@tabellion/shared/calendar'
import { describe, expect, test } from 'vitest'
import { ordersOf, readDay, readShownDay } from './date.ts'
import { findDateOrder } from './table/order.ts'

describe('a printed date', () => {
  test.each([
    ['02/03/2026', '2026-03-02'],
    ['2/3/26', '2026-03-02'],
    ['02-03-2026 14:05:59', '2026-03-02'],
    ['02.03.2026', '2026-03-02'],
    ["02/03'2026", '2026-03-02'],
    ['2026-03-02', '2026-03-02'],
    ['2026-03-02T09:00:00+01:00', '2026-03-02'],
    ['2026/03/02', '2026-03-02'],
    ['20260302', '2026-03-02'],
    ['2 mars 2026', '2026-03-02'],
    ['1er août 2026', '2026-08-01'],
    ['02 févr. 2026', '2026-02-02'],
    ['samedi 11 juillet 2026', '2026-07-11'],
    ['31-Dec-25', '2025-12-31'],
    ['Dec 31, 2025', '2025-12-31'],
    ['12/04/99', '1999-04-12'],
  ])('%j is %s', (text, expected) => {
    expect(readDay(text, 'dmy')).toBe(expected)
  })

  test.each(['31/02/2026', '', '12', '12/03', 'CARTE 12/03/2026', '2026-13-01', '02/03/2026 PARIS', 'mars 2026'])(
    '%j is none',
    (text) => {
      expect(readDay(text, 'dmy')).toBeUndefined()
    },
  )

  test('says which orders it allows', () => {
    expect(['27/03/2026', '03/27/2026', '03/04/2026', '03/03/2026', '2026-03-04', 'x'].map(ordersOf)).toEqual([
      'dmy',
      'mdy',
      'both',
      'fixed',
      'fixed',
      undefined,
    ])
  })
})

describe('a date shown on a page', () => {
  const today = day('2026-01-10')
  test.each([
    ['Aujourd’hui', '2026-01-10'],
    ['hier', '2026-01-09'],
    ['9 janv.', '2026-01-09'],
    ['31/12', '2025-12-31'],
    ['mercredi 31 décembre', '2025-12-31'],
    ['29/02', '2024-02-29'],
    ['Le 3 janvier 2026', '2026-01-03'],
  ])('%j is %s', (text, expected) => {
    expect(readShownDay(text, today)).toBe(expected)
  })
})

describe('day or month first', () => {
  const ask = (dates: readonly string[], more: Partial<Parameters<typeof findDateOrder>[0]> = {}) =>
    findDateOrder({ dates, today: day('2026-09-20'), isEuropean: false, ...more })

  test('a day above 12 settles it for the whole file', () => {
    expect(ask(['03/04/2026', '27/03/2026'])).toEqual({ order: 'dmy' })
    expect(ask(['03/04/2026', '03/27/2026'])).toEqual({ order: 'mdy' })
  })
  test('a date inside a label does', () => {
    expect(ask(['03/05/2026'], { labels: [['03/05/2026', 'CARTE 04/03 PAPETERIE']] })).toEqual({
      order: 'mdy',
      from: 'label',
    })
  })
  test('a French file has the day first', () => {
    expect(ask(['03/05/2026'], { isEuropean: true })).toEqual({ order: 'dmy', from: 'language' })
  })
  test('the order that would lie in the future is not the one', () => {
    expect(ask(['03/11/2026'])).toEqual({ order: 'mdy', from: 'today' })
  })
  test('the order in which the rows are sorted is the one', () => {
    expect(ask(['01/02/2026', '02/03/2026', '03/01/2026'])).toEqual({ order: 'mdy', from: 'sorting' })
  })
  test('when nothing tells, it is asked, and the answer is used', () => {
    expect(ask(['03/04/2025', '05/02/2025', '02/06/2025'])).toBeUndefined()
    expect(ask(['03/04/2025', '05/02/2025', '02/06/2025'], { asked: 'mdy' })).toEqual({ order: 'mdy', from: 'user' })
  })
})
