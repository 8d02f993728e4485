import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Due, spread } from './spread.ts'

const due = (number: string, openCents: number): Due => ({ number, client: 'Ponant', openCents })
const line = (amountCents: number) => ({ line: 'a', amountCents })
const shares = (amountCents: number, chosen: readonly Due[], isFee = false) => {
  const { allocations, feeCents } = spread(line(amountCents), chosen, isFee)
  return [allocations.map((share) => share.amountCents), feeCents]
}

test.each([
  ['one, whole', 45_000, [45_000], false, [[45_000], undefined]],
  ['one, in part', 20_000, [45_000], false, [[20_000], undefined]],
  ['one, and money left over', 50_000, [45_000], false, [[45_000], undefined]],
  ['two, in the order they were chosen', 50_000, [45_000, 18_000], false, [[45_000, 5_000], undefined]],
  ['what comes after the money is left out', 45_000, [45_000, 18_000], false, [[45_000], undefined]],
  ['fees kept between', 44_000, [45_000], true, [[45_000], 1_000]],
  ['fees, and none missing', 45_000, [45_000], true, [[45_000], undefined]],
  ['a refund, against its credit note', -10_000, [-12_000], false, [[-10_000], undefined]],
] as const)('%s', (_, amount, open, isFee, expected) => {
  const chosen = open.map((cents, at) => due(`F${at}`, cents))
  expect(shares(amount, chosen, isFee)).toEqual(expected)
})

test('no more than came, fees apart, and no more than is due on each', () => {
  const cents = fc.integer({ min: 1, max: 1_000_000 })
  fc.assert(
    fc.property(cents, fc.array(cents, { maxLength: 6 }), fc.boolean(), (came, open, isFee) => {
      const chosen = open.map((amount, at) => due(`F${at}`, amount))
      const { allocations, feeCents = 0 } = spread(line(came), chosen, isFee)
      const paid = allocations.reduce((whole, { amountCents }) => whole + amountCents, 0)
      expect(paid).toBeLessThanOrEqual(came + feeCents)
      for (const { amountCents, openCents = 0 } of allocations) expect(amountCents).toBeLessThanOrEqual(openCents)
    }),
  )
})
