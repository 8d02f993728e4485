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
      /** Another person's action, before that call of this one. */
      other: fc.option(
        fc.record({
          call: fc.integer({ min: 1, max: 16 }),
          action: fc.constantFrom(
            'issue-invoices' as const,
            'today' as const,
            'record-payment' as const,
            'create-credit-note' as const,
          ),
        }),
        { freq: 3 },
      ),
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
    arbitrary: fc.record({
      do: fc.constant('credit' as const),
      at: fc.nat(9),
      share: fc.constantFrom(0.3, 1),
      stop: fc.option(fc.integer({ min: 1, max: 30 }), { freq: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('use-credit' as const), at: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), at: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('today' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const cents = (value: unknown): number => Math.round(Number(value) * 100)
const total = (emulator: Emulator, tab: 'payments' | 'receiptsBook'): number =>
  rows(emulator, tab).reduce(
    (sum, row) => sum + (row['rank'] !== '' && row['receiptNumber'] !== '' ? cents(row['amount']) : 0),
    0,
  )

/** What the other person asks for, about the same document. */
const theirs = (number: string) => ({
  'issue-invoices': {},
  today: {},
  'record-payment': { number, date: TODAY, amountCents: 1_000, method: 'cash' },
  'create-credit-note': { number, reason: 'Retour', amountCents: 100 },
})

/** One new sale, alone in its group, so that each issue makes one invoice. */
function issue(emulator: Emulator, { cents: amount, nature }: Extract<Step, { do: 'issue' }>, index: number): void {
  const price = String(amount / 100).replace('.', ',')
  sale(emulator, 'Brasserie du Ponant', { group: `Projet ${index}`, unitPrice: price, nature })
  sale(emulator, 'Brasserie du Ponant', { group: `Projet ${index}`, unitPrice: '12,35' })
  done(emulator, 'issue-invoices')
}

function live(emulator: Emulator, steps: readonly Step[]): void {
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
      const args = { number, reason: 'Annulation', amountCents }
      if (taken.stop !== null)
        perform(emulator, 'create-credit-note', args, { fault: { call: taken.stop, unflushed: 'dropped' } })
      perform(emulator, 'create-credit-note', args)
    } else if (taken.do === 'use-credit') perform(emulator, 'use-credit', { number })
    else if (taken.do === 'again') {
      const before = rows(emulator, 'sales').length
      perform(emulator, 'duplicate-invoice', { number, corrected: document['status'] === 'Soldée par avoir' })
      const copies = rows(emulator, 'sales').slice(before)
      if (copies.length > 0) perform(emulator, 'issue-invoices', { rows: copies.map((row) => row['id']) })
    } else {
      const args = {
        number,
        date: TODAY,
        amountCents: Math.round(cents(document['payable']) * taken.share),
        method: taken.method,
      }
      if (taken.stop !== null)
        perform(emulator, 'record-payment', args, { fault: { call: taken.stop, unflushed: taken.unflushed } })
      const { other } = taken
      const meanwhile = (): void => {
        if (other) perform(emulator, other.action, theirs(number)[other.action])
      }
      // Whoever asked had no answer, or was refused: asking again is the same.
      perform(emulator, 'record-payment', args, other ? { at: { call: other.call, meanwhile } } : {})
    }
  }
  done(emulator, 'today')
}

/** Each document, made again from its snapshot for a mail, is the very file of Drive. */
function expectSameBytes(emulator: Emulator): void {
  done(emulator, 'issue-invoices')
  done(emulator, 'send-documents')
  const files = emulator.drive.files()
  const mailed = emulator.mails().flatMap(({ attachments }) => attachments)
  expect(mailed).toHaveLength(rows(emulator, 'invoices').length)
  // The file of the first one was made before the saved start, which keeps no bytes of files.
  for (const { bytes, name } of mailed.filter(({ name: one }) => !one.startsWith('F2026-0001')))
    expect(bytes).toEqual(emulator.drive.content(files.find((file) => file.name === name)?.id ?? ''))
}

const start = (() => {
  const emulator = freshWorkbook()
  client(emulator, 'Théâtre Bleu')
  issue(emulator, { do: 'issue', cents: 45_000, nature: '' }, 99)
  return emulator.save()
})()

test('whatever was issued, paid, typed, credited, killed or done by two at once: no gap, payments are the book, what is due adds up, files come out the same', () => {
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
      const documents = rows(emulator, 'invoices')
      const issued = documents.map((row) => String(row['number']))
      for (const series of ['F2026', 'AV2026']) {
        const mine = issued.filter((number) => number.startsWith(series))
        expect(mine).toEqual(mine.map((_, index) => `${series}-${String(index + 1).padStart(4, '0')}`))
      }
      for (const row of documents.filter(({ kind }) => kind !== 'Avoir')) {
        const notes = documents.filter((note) => note['kind'] === 'Avoir' && note['originInvoice'] === row['number'])
        // What was given back or came by a note is no longer on its invoice: the two columns mirror each other.
        const sum = (column: string) => notes.reduce((all, note) => all + cents(note[column]), cents(row[column]))
        expect(sum('credited')).toBe(0)
        expect(sum('payable')).toBeGreaterThanOrEqual(0)
      }
      expect(done(emulator, 'verify').findings).toEqual([])
      expectSameBytes(emulator)
    }),
    { numRuns: 8, seed: 20_261_125 },
  )
}, 120_000)
