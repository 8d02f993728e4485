import { percent, quantity, unitPrice } from '@tabellion/shared/money'
import { describe, expect, test } from 'vitest'
import { amount, credit, credited, issued, line, lines, problem, REST } from './fixtures/credits.ts'
import { franchise, issueDate, liable } from './fixtures/index.ts'
import { draftCredit } from './index.ts'

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
