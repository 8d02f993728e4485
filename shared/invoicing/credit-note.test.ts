import { day } from '@tabellion/shared/calendar'
import { type Cents, cents, lineNet, percent, quantity, rate, sum, unitPrice } from '@tabellion/shared/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Client,
  type CreditPart,
  type DocumentNumber,
  draftCredit,
  draftDocument,
  type IssuedDocument,
  type LedgerLine,
  type SellerProfile,
  soldLines,
  vatKey,
} from './index.ts'

const issueDate = day('2026-11-25')
const franchise: SellerProfile = {
  seller: {
    name: 'Camille Orme EI',
    address: { line1: '3 rue des Essais', postcode: '69003', city: 'Lyon', country: 'FR' },
    siren: '999990007',
    siret: '99999000700012',
    franchise: true,
  },
  vatPoint: 'receipts',
  craftsman: false,
  insurance: '',
  mediator: '',
  term: { kind: 'days', days: 30 },
  methods: ['Virement'],
  accountHolder: 'Camille Orme',
  discount: '',
  textBefore: '',
  textAfter: '',
  termsVersion: '',
  style: { layout: 1, preset: 'consultant', accent: '#184d78' },
}
const liable: SellerProfile = {
  ...franchise,
  seller: { ...franchise.seller, franchise: false, vatNumber: 'FR36999990007' },
}
const ponant: Client = {
  row: 4,
  name: 'Brasserie du Ponant',
  type: 'business',
  contact: '',
  email: 'compta@ponant.example',
  accountingEmail: '',
  phone: '',
  address: { line1: '1 quai des Essais', postcode: '44000', city: 'Nantes', country: 'FR' },
  deliveryAddress: '',
  siren: '',
  siret: '',
  vatNumber: '',
  message: '',
  oneInvoicePerLine: false,
  preferredMethod: '',
}
const line = (id: string, change: Partial<LedgerLine> = {}): LedgerLine => ({
  row: 4,
  id,
  client: ponant.name,
  group: '',
  date: day('2026-11-20'),
  item: '',
  label: `Prestation ${id} du mois`,
  detail: '',
  quantity: quantity(10_000),
  unit: 'forfait',
  unitPrice: unitPrice(450_000_000),
  nature: 'servicesBnc',
  type: 'sale',
  quote: '',
  clientReference: '',
  ...change,
})

function issued(
  lines: readonly LedgerLine[],
  profile = franchise,
  deposits: readonly IssuedDocument[] = [],
): IssuedDocument {
  const { draft } = draftDocument({
    group: { client: ponant.name, groupKey: '', lines },
    client: ponant,
    profile,
    issueDate,
    openDeposits: deposits.map(({ number, totals, issueDate: on }) => ({
      number,
      issueDate: on,
      gross: totals.gross,
      vat: totals.vat,
    })),
  })
  return { ...draft, state: 'issued', number: 'F2026-0001' as DocumentNumber }
}

function credit(
  invoice: IssuedDocument,
  part: CreditPart,
  earlier: readonly IssuedDocument[] = [],
  deducted: readonly IssuedDocument[] = [],
) {
  let count = 0
  return draftCredit({
    invoice,
    earlier,
    deducted,
    part,
    reason: 'Geste commercial',
    profile: invoice.seller.franchise ? franchise : liable,
    buyer: invoice.buyer,
    issueDate: day('2026-11-28'),
    newId: () => `new-${earlier.length}-${++count}`,
  })
}
function credited(...args: Parameters<typeof credit>): IssuedDocument {
  const made = credit(...args)
  if (!made.ok) throw new Error(made.problem.code)
  return { ...made.value.draft, state: 'issued', number: `AV2026-000${(args[2]?.length ?? 0) + 1}` as DocumentNumber }
}
const problem = (...args: Parameters<typeof credit>): string => {
  const made = credit(...args)
  return made.ok ? 'made' : made.problem.code
}
const lines = (...list: readonly (readonly [string, number?])[]): CreditPart => ({
  kind: 'lines',
  lines: list.map(([id, units]) => ({ id, ...(units === undefined ? {} : { quantity: quantity(units * 10_000) }) })),
})
const amount = (value: number): CreditPart => ({ kind: 'amount', amount: cents(value) })
const REST: CreditPart = { kind: 'rest' }

describe('a total credit note', () => {
  const invoice = issued([
    line('A'),
    line('T', { type: 'text', label: 'Phase deux' }),
    line('B', { quantity: quantity(15_000) }),
  ])
  test('mirrors the invoice, text included, with its reference and no due date', () => {
    const made = credit(invoice, REST)
    expect(made.ok && made.value.draft).toMatchObject({
      kind: 'credit',
      totals: { net: -112_500, vat: 0, gross: -112_500, payable: -112_500 },
      preceding: [{ number: 'F2026-0001', issueDate, kind: 'standard' }],
      creditReason: 'Geste commercial',
      lines: [{ rowId: 'A', quantity: -10_000, net: -45_000 }, { kind: 'text' }, { rowId: 'B', quantity: -15_000 }],
    })
    expect(made.ok && made.value.draft.dueDate).toBe(undefined)
    expect(made.ok && made.value.draft.mentions.map(({ id }) => id)).toContain('credit-reference')
    expect(made.ok && made.value.rows.map((row) => [row.from, row.amounts?.net])).toEqual([
      ['A', -45_000],
      ['T', undefined],
      ['B', -67_500],
    ])
  })
  test('gives an allowance back with the lines it reduced', () => {
    const reduced = issued([line('A'), line('R', { type: 'allowance', unitPrice: unitPrice(50_000_000) })])
    const made = credited(reduced, REST)
    expect(made.totals).toMatchObject({ lineTotal: -45_000, allowanceTotal: -5_000, payable: -40_000 })
  })
  test('of a deposit is the deposit, negative', () => {
    const deposit = issued(
      [line('A', { type: 'deposit', unitPrice: unitPrice(300_000_000), vatRate: percent('20') })],
      liable,
    )
    expect(credited(deposit, REST)).toMatchObject({
      totals: { net: -30_000, vat: -6_000, payable: -36_000 },
      preceding: [{ kind: 'deposit' }],
    })
  })
  test('of a balance takes back what it asked for, not its deposits', () => {
    const rate20 = percent('20')
    const deposit = issued([line('D', { type: 'deposit', unitPrice: unitPrice(300_000_000), vatRate: rate20 })], liable)
    const balance = issued(
      [line('A', { type: 'balance', unitPrice: unitPrice(1_000_000_000), vatRate: rate20 })],
      liable,
      [deposit],
    )
    expect(balance.totals.payable).toBe(84_000)
    const whole = credited(balance, REST, [], [deposit])
    expect(whole.totals).toMatchObject({ gross: -120_000, prepaid: -36_000, payable: -84_000 })
    const half = credited(balance, amount(42_000), [], [deposit])
    expect(half.totals).toMatchObject({ net: -35_000, vat: -7_000, payable: -42_000 })
    const second = credited(balance, REST, [half], [deposit])
    expect(second.totals).toMatchObject({ net: -35_000, vat: -7_000, payable: -42_000 })
  })
})

describe('a part', () => {
  const invoice = issued(
    [line('A', { vatRate: percent('20'), quantity: quantity(30_000) }), line('B', { vatRate: percent('10') })],
    liable,
  )
  test('by line and quantity', () => {
    expect(credited(invoice, lines(['A', 1])).totals).toMatchObject({ net: -45_000, vat: -9_000 })
  })
  test('by amount: one ledger row, its VAT in proportion', () => {
    const made = credit(invoice, amount(10_000))
    expect(made.ok && made.value.rows).toMatchObject([{ amounts: { quantity: -10_000, gross: -10_000 } }])
    expect(made.ok && made.value.rows[0]?.whole?.vat).toBe(undefined)
    expect(made.ok && made.value.draft.vatGroups).toMatchObject([
      { vat: { rate: 20_000 }, base: -6_383, tax: -1_277 },
      { vat: { rate: 10_000 }, base: -2_127, tax: -213 },
    ])
    expect(made.ok && made.value.draft.totals.payable).toBe(-10_000)
  })
  test('up to what is left, whatever was paid', () => {
    const first = credited(invoice, lines(['A', 2]))
    expect(problem(invoice, lines(['A', 2]), [first])).toBe('credit-quantity-above-rest')
    expect(problem(invoice, amount(150_000), [first])).toBe('credit-above-rest')
    const second = credited(invoice, REST, [first])
    expect(second.totals.payable + first.totals.payable).toBe(-invoice.totals.payable)
    expect(problem(invoice, REST, [first, second])).toBe('nothing-left-to-credit')
  })
  test('three thirds of a price that does not divide sum to the invoice', () => {
    const odd = issued([
      line('A', { quantity: quantity(30_000), unitPrice: unitPrice(12_550_000), discount: percent('10') }),
    ])
    const first = credited(odd, lines(['A', 1]))
    const second = credited(odd, lines(['A', 1]), [first])
    const third = credited(odd, lines(['A', 1]), [first, second])
    expect([first, second, third].map((note) => note.totals.payable)).toEqual([-1_130, -1_130, -1_129])
  })
})

describe('what is refused', () => {
  const invoice = issued([line('A'), line('T', { type: 'text', label: 'Phase deux' })])
  test.each([
    [lines(['Z']), 'unknown-credit-line'],
    [lines(['T']), 'credit-line-without-price'],
    [lines(['A'], ['A']), 'credit-line-twice'],
    [lines(['A', 2]), 'credit-quantity-above-rest'],
    [lines(['A', 0]), 'credit-not-positive'],
    [lines(['A', -1]), 'credit-not-positive'],
    [lines(), 'credit-not-positive'],
    [amount(0), 'credit-not-positive'],
    [amount(-100), 'credit-not-positive'],
    [amount(45_001), 'credit-above-rest'],
  ] as const)('%o: %s', (part, code) => {
    expect(problem(invoice, part)).toBe(code)
  })
  test('a credit note of a credit note', () => {
    expect(problem(credited(invoice, REST), REST)).toBe('credit-of-a-credit')
  })
  test('a credit note without reason', () => {
    const made = draftCredit({
      invoice,
      earlier: [],
      deducted: [],
      part: REST,
      reason: ' ',
      profile: franchise,
      buyer: invoice.buyer,
      issueDate,
      newId: () => 'x',
    })
    expect(!made.ok && made.problem.code).toBe('missing-credit-reason')
  })
})

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
