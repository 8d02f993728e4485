import { day } from '@tabellion/shared/calendar'
import { randomKinds, randomOfKind } from '@tabellion/shared/documents/fixtures'
import { cents } from '@tabellion/shared/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookedDocument, type GroupShare, shareOut } from './index.ts'

test('the books see every cent of a document once, whatever its kind, rates and discounts', () => {
  fc.assert(
    fc.property(fc.constantFrom(...randomKinds), fc.nat(500), (kind, seed) => {
      const document = randomOfKind(kind, seed)
      const { groups } = bookedDocument(document)
      expect(groups.reduce((total, { base }) => total + base, 0)).toBe(document.totals.net)
      expect(groups.reduce((total, { tax }) => total + tax, 0)).toBe(document.totals.vat)
      expect(new Set(groups.map(({ category, rate }) => `${category} ${rate}`)).size).toBe(groups.length)
    }),
    { numRuns: 150 },
  )
})

test('payments recorded in any order of their dates share out to the cent, and a paid invoice has paid each part', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...randomKinds),
      fc.nat(500),
      fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }),
      (kind, seed, cuts) => {
        const document = bookedDocument(randomOfKind(kind, seed))
        const documents = new Map([[document.number, document]])
        const total = document.groups.reduce((whole, { base, tax }) => whole + base + tax, 0)
        const points = [0, ...[...cuts].sort((a, b) => a - b).map((cut) => Math.round((total * cut) / 100)), total]
        const paid: GroupShare[] = []
        for (const [index, point] of points.slice(1).entries()) {
          const amount = cents(point - (points[index] ?? 0))
          const date = day(`2026-0${9 - index}-01`)
          const shares = shareOut({ document: document.number, date, amount }, paid, documents)
          if (document.groups.length > 0) expect(shares.reduce((sum, share) => sum + share.amount, 0)).toBe(amount)
          paid.push(...shares.map((share) => ({ ...share.group, amount: share.amount })))
        }
        if (document.deducts || document.groups.some(({ base }) => Math.sign(base) !== Math.sign(total))) return
        for (const { base, category, rate, tax } of document.groups)
          expect(
            paid
              .filter((share) => share.category === category && share.rate === rate)
              .reduce((sum, { amount }) => sum + amount, 0),
          ).toBe(base + tax)
      },
    ),
    { numRuns: 100 },
  )
})
