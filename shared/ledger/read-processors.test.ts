import { expect, test } from 'vitest'
import { readProcessors } from './read-processors.ts'

test('a tariff is a name, a rate and what is kept of each payment', () => {
  expect(readProcessors('Stripe 1,5 % + 0,25 ; PayPal 2,9% + 0,35 €\nSumUp 1,75 %')).toEqual([
    { id: 'stripe', name: 'Stripe', rate: 1_500, fixed: 25 },
    { id: 'paypal', name: 'PayPal', rate: 2_900, fixed: 35 },
    { id: 'sumup', name: 'SumUp', rate: 1_750, fixed: 0 },
  ])
})
test.each(['', 'Stripe', 'Stripe 200 %', '1,5 %', 'Stripe un peu'])('« %s » is no tariff', (text) => {
  expect(readProcessors(text)).toEqual([])
})
