import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { type Purchase, purchasesToAppend } from './purchase-register.ts'

const bought = (key: string, amount: number): Purchase => ({
  key,
  date: day('2026-02-01'),
  supplier: 'Bois & Cie',
  document: 'A12',
  nature: 'Planches',
  gross: cents(amount),
  method: 'card',
})
test('purchases are appended once, corrected by reversal', () => {
  const register = purchasesToAppend([], [bought('a', 100), bought('b', 50)])
  expect(register.map(({ gross, rank }) => [rank, gross])).toEqual([
    [1, 100],
    [2, 50],
  ])
  expect(purchasesToAppend(register, [bought('a', 100), bought('b', 50)])).toEqual([])
  const more = purchasesToAppend(register, [bought('a', 120)])
  expect(more.map(({ gross, key, rank, reverses }) => [rank, key, gross, reverses])).toEqual([
    [3, 'a', -100, 1],
    [4, 'b', -50, 2],
    [5, 'a', 120, undefined],
  ])
  expect(purchasesToAppend([...register, ...more], [bought('a', 120)])).toEqual([])
})
