import { type Cents, cents, lineNet, percent, quantity, rate, sum, unitPrice } from '@tabellion/shared/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { credit, credited, issued, line, problem, REST } from './fixtures/credits.ts'
import { liable } from './fixtures/index.ts'
import {
  type CreditPart,
  type DocumentNumber,
  type IssuedDocument,
  type LedgerLine,
  soldLines,
  vatKey,
} from './index.ts'

/** Invoices with several rates, discounts, allowances, prices that do not divide. */
const randomLines = fc
  .tuple(
    fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 80_000 }).map(quantity),
        unitPrice: fc.integer({ min: 0, max: 300_000_000 }).map(unitPrice),
        vatRate: fc.constantFrom('20', '10', '5.5', '2.1').map(percent),
        discount: fc.constantFrom('0', '0', '5', '33.333').map(percent),
        nature: fc.constantFrom('goods', 'servicesBnc'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.integer({ min: 0, max: 60 }),
  )
  .map(([drawn, share]) => {
    const rows = drawn.map((row, index) => line(`L${index}`, row as Partial<LedgerLine>))
    const [first] = rows
    const worth = first
      ? lineNet(first.quantity ?? quantity(0), first.unitPrice ?? unitPrice(0), first.discount ?? rate(0))
      : 0
    const off = Math.floor((worth * share) / 100)
    return off === 0 || first?.vatRate === undefined
      ? rows
      : [...rows, line('R', { type: 'allowance', vatRate: first.vatRate, unitPrice: unitPrice(off * 10_000) })]
  })
const step = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), share: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ kind: fc.constant('line' as const), at: fc.nat(3), share: fc.integer({ min: 1, max: 100 }) }),
)

test('credit notes of any kind sum to the invoice, by rate and to the cent, and never go beyond', () => {
  fc.assert(
    fc.property(randomLines, fc.array(step, { maxLength: 6 }), (rows, steps) => {
      const invoice = issued(rows, liable)
      fc.pre(invoice.totals.payable > 0)
      const notes: IssuedDocument[] = []
      for (const one of steps) {
        const left = invoice.totals.payable + sum(notes.map((note) => note.totals.payable))
        const target = soldLines(invoice.lines)[one.kind === 'line' ? one.at : 0]
        const part: CreditPart =
          one.kind === 'amount'
            ? { kind: 'amount', amount: cents(Math.max(1, Math.floor((left * one.share) / 100))) }
            : {
                kind: 'lines',
                lines: [
                  {
                    id: target?.rowId ?? 'L0',
                    quantity: quantity(Math.max(1, Math.floor(((target?.quantity ?? 1) * one.share) / 100))),
                  },
                ],
              }
        const made = credit(invoice, part, notes)
        if (made.ok) notes.push({ ...made.value.draft, state: 'issued', number: `AV${notes.length}` as DocumentNumber })
      }
      if (sum(notes.map((note) => note.totals.payable)) + invoice.totals.payable > 0)
        notes.push(credited(invoice, REST, notes))
      for (const pick of ['payable', 'net', 'vat', 'gross'] as const)
        expect([pick, sum(notes.map((note) => note.totals[pick])) + invoice.totals[pick]]).toEqual([pick, 0])
      const taxOf = (documents: readonly IssuedDocument[], key: string): Cents =>
        sum(documents.flatMap((one) => one.vatGroups.filter(({ vat }) => vatKey(vat) === key).map(({ tax }) => tax)))
      for (const { vat, tax } of invoice.vatGroups) expect(taxOf(notes, vatKey(vat)) + tax).toBe(0)
      expect(problem(invoice, REST, notes)).toBe('nothing-left-to-credit')
    }),
    { numRuns: 300 },
  )
})
