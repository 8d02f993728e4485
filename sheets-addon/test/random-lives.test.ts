import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { client, done, freshWorkbook, perform, rows, sale, TODAY, type, workshop } from './workshop.ts'

/** What may happen to a file, in any order. `at` picks a document among those there are; `stop` kills the run on its way. */
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('issue' as const),
      cents: fc.integer({ min: 101, max: 90_000 }),
      nature: fc.constantFrom('', 'Vente de marchandises', 'Prestation BIC', 'Débours'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      at: fc.nat(9),
      share: fc.constantFrom(0.25, 0.5, 1, 1.2, -0.5, -1),
      method: fc.constantFrom('transfer', 'cheque', 'cash', 'online'),
      stop: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 3 }),
      unflushed: fc.constantFrom('kept' as const, 'dropped' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      at: fc.nat(9),
      cents: fc.integer({ min: 1, max: 50_000 }),
      date: fc.constantFrom('25/11/2026', '24/11/2026', '26/11/2026', ''),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('credit' as const), at: fc.nat(9), share: fc.constantFrom(0.3, 1) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('today' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const cents = (value: unknown): number => Math.round(Number(value) * 100)
const total = (emulator: Emulator, tab: 'payments' | 'receiptsBook'): number =>
  rows(emulator, tab).reduce(
    (sum, row) => sum + (row['rank'] !== '' && row['receiptNumber'] !== '' ? cents(row['amount']) : 0),
    0,
  )

/** One new sale, alone in its group, so that each issue makes one invoice. */
function issue(emulator: Emulator, { cents: amount, nature }: Extract<Step, { do: 'issue' }>, index: number): void {
  const price = String(amount / 100).replace('.', ',')
  sale(emulator, 'Brasserie du Ponant', { group: `Projet ${index}`, unitPrice: price, nature })
  sale(emulator, 'Brasserie du Ponant', { group: `Projet ${index}`, unitPrice: '12,35' })
  done(emulator, 'issue-invoices')
}

function live(emulator: Emulator, steps: readonly Step[]): void {
  const known = JSON.parse(String(emulator.run('listActions', [], { context: 'rpc' }).result)) as { action: string }[]
  const credits = known.some(({ action }) => action === 'create-credit-note')
  for (const [index, taken] of steps.entries()) {
    const documents = rows(emulator, 'invoices')
    const document = 'at' in taken ? documents[taken.at % Math.max(1, documents.length)] : undefined
    const number = String(document?.['number'] ?? '')
    if (taken.do === 'issue') issue(emulator, taken, index)
    else if (taken.do === 'today') done(emulator, 'today')
    else if (document === undefined) continue
    else if (taken.do === 'type')
      type(emulator, 'payments', {
        date: taken.date,
        invoice: number,
        amount: String(taken.cents / 100).replace('.', ','),
        method: 'Virement',
      })
    else if (taken.do === 'credit') {
      const amountCents = Math.round(cents(document['payable']) * taken.share)
      if (credits) perform(emulator, 'create-credit-note', { number, reason: 'Annulation', amountCents })
    } else {
      const args = {
        number,
        date: TODAY,
        amountCents: Math.round(cents(document['payable']) * taken.share),
        method: taken.method,
      }
      if (taken.stop !== null)
        perform(emulator, 'record-payment', args, { fault: { call: taken.stop, unflushed: taken.unflushed } })
      // Whoever asked had no answer, or was refused: asking again is the same.
      perform(emulator, 'record-payment', args)
    }
  }
  done(emulator, 'today')
}

const start = (() => {
  const emulator = freshWorkbook()
  client(emulator, 'Théâtre Bleu')
  issue(emulator, { do: 'issue', cents: 45_000, nature: '' }, 99)
  return emulator.save()
})()

test('whatever was issued, paid, typed, given back, credited and killed: payments are the book, and what is due adds up', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 10 }), (steps) => {
      const emulator = workshop(start)
      live(emulator, steps)
      expect(total(emulator, 'payments')).toBe(total(emulator, 'receiptsBook'))
      for (const row of rows(emulator, 'invoices'))
        expect(cents(row['balanceDue'])).toBe(cents(row['payable']) - cents(row['received']) - cents(row['credited']))
      const ranks = rows(emulator, 'receiptsBook').map((row) => Number(row['rank']))
      expect(ranks).toEqual(ranks.map((_, index) => index + 1))
      for (const row of rows(emulator, 'payments'))
        if (row['receiptNumber'] !== '') expect(ranks).toContain(Number(row['receiptNumber']))
      expect(done(emulator, 'verify').findings).toEqual([])
    }),
    { numRuns: 8, seed: 20_261_125 },
  )
}, 120_000)
