import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentStatuses, type KnownOfPayments, paymentSums, type RegisterEntry, settlements } from './index.ts'

const TODAY = day('2026-11-25')
const entry = (number: string, payable: number, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  row: 4,
  number,
  kind: 'standard',
  client: 'Ponant',
  group: '',
  quote: '',
  originInvoice: '',
  dueDate: day('2026-12-20'),
  gross: cents(payable),
  vat: cents(0),
  payable: cents(payable),
  deducted: cents(0),
  received: cents(0),
  credited: cents(0),
  balanceDue: cents(payable),
  clientCredit: cents(0),
  status: '',
  sent: false,
  disputed: false,
  ...more,
})
const note = (number: string, payable: number, originInvoice = 'F1'): RegisterEntry =>
  entry(number, payable, { kind: 'credit', originInvoice })
const paid = (...rows: (readonly [string, number, string?])[]): KnownOfPayments => ({
  sums: paymentSums(
    rows.map(([invoice, amount, reference]) => ({ invoice, amount: cents(amount), reference: reference ?? '' })),
  ),
})
const texts = (entries: readonly RegisterEntry[], known: KnownOfPayments = {}): string[] =>
  [...documentStatuses(entries, TODAY, known).values()].map(
    ({ settlement, text }) => `${settlement.entry.number} ${text}`,
  )

describe('a status follows from amounts and days', () => {
  const f1 = entry('F1', 50_000)
  const late = entry('F1', 50_000, { dueDate: day('2026-11-24') })
  test.each([
    ['nothing came', [f1], paid(), ['F1 Émise']],
    ['it was sent', [entry('F1', 50_000, { sent: true })], paid(), ['F1 Envoyée']],
    ['a part came', [f1], paid(['F1', 10_000]), ['F1 Partiellement payée']],
    ['it is late', [late], paid(), ['F1 En retard']],
    ['it is late and a part came', [late], paid(['F1', 20_000]), ['F1 En retard · 200,00\u00a0€ reçus']],
    ['all of it came', [late], paid(['f1 ', 20_000], ['F1', 30_000]), ['F1 Payée']],
    ['more than all came', [f1], paid(['F1', 52_000]), ['F1 Trop-perçu']],
    ['the excess is kept for the client', [f1], paid(['F1', 50_000], ['Crédit client', 2_000, 'F1']), ['F1 Payée']],
    ['it is disputed', [entry('F1', 50_000, { disputed: true })], paid(), ['F1 En litige']],
    ['a balance asks for nothing more', [entry('F1', 0, { kind: 'balance' })], paid(), ['F1 Payée']],
    ['it is credited', [f1, note('AV1', -50_000)], paid(), ['F1 Soldée par avoir', 'AV1 Avoir soldé']],
    ['it is credited in part', [f1, note('AV1', -20_000)], paid(), ['F1 Émise', 'AV1 Avoir soldé']],
    ['the rest was paid', [f1, note('AV1', -20_000)], paid(['F1', 30_000]), ['F1 Payée', 'AV1 Avoir soldé']],
    [
      'it was paid, then credited',
      [f1, note('AV1', -20_000)],
      paid(['F1', 50_000]),
      ['F1 Trop-perçu', 'AV1 Avoir émis'],
    ],
    [
      'the credit note was refunded',
      [f1, note('AV1', -20_000)],
      paid(['F1', 50_000], ['AV1', -20_000]),
      ['F1 Payée', 'AV1 Avoir soldé'],
    ],
    [
      'the invoice was refunded',
      [f1, note('AV1', -20_000)],
      paid(['F1', 50_000], ['F1', -20_000]),
      ['F1 Payée', 'AV1 Avoir soldé'],
    ],
    [
      'all was credited and refunded',
      [f1, note('AV1', -50_000)],
      paid(['F1', 50_000], ['AV1', -50_000]),
      ['F1 Soldée par avoir', 'AV1 Avoir soldé'],
    ],
    [
      'the second of two credit notes is still owed',
      [f1, note('AV1', -30_000), note('AV2', -20_000)],
      paid(['F1', 20_000]),
      ['F1 Trop-perçu', 'AV1 Avoir soldé', 'AV2 Avoir émis'],
    ],
    ['it was given up', [f1], { ...paid(), writtenOff: new Set(['F1']) }, ['F1 Irrécouvrable']],
    ['it was given up, then paid', [f1], { ...paid(['F1', 50_000]), writtenOff: new Set(['F1']) }, ['F1 Payée']],
    [
      'since when and why stays',
      [entry('F1', 50_000, { status: 'Irrécouvrable le 03/11/2026 : liquidation' })],
      paid(),
      ['F1 Irrécouvrable le 03/11/2026 : liquidation'],
    ],
  ] as [string, RegisterEntry[], KnownOfPayments, string[]][])('%s', (_, entries, known, expected) => {
    expect(texts(entries, known)).toEqual(expected)
  })
})

test('what is due is what is asked less what came and what is imputed, on every row and in the sum', () => {
  const amount = fc.integer({ min: 0, max: 60_000 })
  fc.assert(
    fc.property(amount, fc.array(amount, { maxLength: 3 }), amount, amount, (payable, notes, came, back) => {
      const entries = [entry('F1', payable), ...notes.map((value, at) => note(`AV${at}`, -value))]
      const known = paid(['F1', came], ...notes.map((value, at) => [`AV${at}`, -Math.min(value, back)] as const))
      for (const { balanceDue, credited, entry: of, received, refunded } of settlements(entries, known.sums).values()) {
        const imputed = of.kind === 'credit' ? of.payable - received : credited - refunded
        expect(balanceDue).toBe(of.payable - received - imputed)
      }
    }),
  )
})
test('notes are worth together what was received too much, never more than themselves', () => {
  const amount = fc.integer({ min: 1, max: 60_000 })
  fc.assert(
    fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 3 }), amount, (payable, notes, came) => {
      const entries = [entry('F1', payable), ...notes.map((value, at) => note(`AV${at}`, -value))]
      const settled = [...settlements(entries, paid(['F1', came]).sums).values()]
      const [first, ...others] = settled
      const worth = others.reduce((total, { excess }) => total + excess, 0)
      expect(worth).toBe(
        Math.min(
          first?.excess ?? 0,
          notes.reduce((total, value) => total + value, 0),
        ),
      )
    }),
  )
})
