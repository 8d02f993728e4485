import { day } from '@tabellion/shared/calendar'
import { cents, minus, percent, plus, quantity, sum, unitPrice } from '@tabellion/shared/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { franchise, issueDate, liable, ledgerLine as line, ponant } from './fixtures/index.ts'
import { type Client, type Drafted, draftDocument, type LedgerLine, type OpenDeposit, soldLines } from './index.ts'

function drafted(
  lines: readonly LedgerLine[],
  profile = franchise,
  client = ponant,
  openDeposits: readonly OpenDeposit[] = [],
): Drafted {
  return draftDocument({
    group: { client: client.name, groupKey: lines[0]?.group ?? '', lines },
    client,
    profile,
    issueDate,
    openDeposits,
  })
}
const codes = (given: Drafted): readonly string[] =>
  given.findings.filter((finding) => finding.severity === 'blocking').map((finding) => finding.code)

describe('under the franchise', () => {
  test('there is no VAT and the mention of art. 293 B', () => {
    const { draft, findings } = drafted([line()])
    expect(findings).toEqual([])
    expect(draft.totals).toMatchObject({ net: 45_000, vat: 0, gross: 45_000, payable: 45_000 })
    expect(draft.vatGroups).toMatchObject([
      { vat: { category: 'E', rate: 0, reason: 'franchise' }, base: 45_000, tax: 0 },
    ])
    expect(draft.vatGroups[0]?.vat.reasonText).toBe('TVA non applicable, article 293 B du CGI')
    expect(draft.mentions.find((mention) => mention.id === 'vat-franchise')?.text).toContain('293 B')
  })
  test('a VAT rate blocks: VAT invoiced would be due', () => {
    expect(codes(drafted([line({ vatRate: percent('20') })]))).toEqual(['vat-in-franchise'])
  })
  test('a consumer is told neither penalties nor the 40 € (C. com. L441-10 binds professionals)', () => {
    const consumer = drafted([line()], franchise, { ...ponant, type: 'consumer' }).draft.mentions.map(
      (mention) => mention.id,
    )
    const business = drafted([line()]).draft.mentions.map((mention) => mention.id)
    expect(business).toEqual(expect.arrayContaining(['penalty', 'recovery-fee', 'discount']))
    expect(consumer).not.toContain('recovery-fee')
    expect(consumer).not.toContain('penalty')
  })
})

describe('VAT', () => {
  test('is computed once per rate, never per line', () => {
    const third = line({ unitPrice: unitPrice(1_120_000), vatRate: percent('5.5') })
    const { draft } = drafted([third, { ...third, id: 'B' }, { ...third, id: 'C' }], liable)
    // 3 × 1.12 = 3.36 at 5.5 % = 0.1848 → 0.18; per line it would be 3 × 0.06 = 0.18 rounded up each.
    expect(draft.vatGroups).toEqual([{ vat: { category: 'S', rate: 5_500 }, base: 336, tax: 18 }])
  })
  test.each([
    [{}, 'missing-vat-rate'],
    [{ vatRate: percent('0') }, 'zero-rate-without-reason'],
    [{ vatRate: percent('19.6') }, 'unknown-vat-rate'],
    [{ vatRate: percent('20'), exemption: 'training' as const }, 'rate-with-reason'],
    [{ exemption: 'other' as const }, 'missing-reason-text'],
  ])('a liable seller’s line with %o is refused: %s', (change, code) => {
    expect(codes(drafted([line(change)], liable))).toEqual([code])
  })
  test('a service to an EU business is reverse-charged whatever the row’s rate', () => {
    const german: Client = {
      ...ponant,
      type: 'eu',
      vatNumber: 'DE136695976',
      address: { ...ponant.address, country: 'DE' },
    }
    const { draft } = drafted([line({ vatRate: percent('20') })], liable, german)
    expect(draft.vatGroups[0]?.vat).toMatchObject({ category: 'AE', rate: 0, reason: 'eu-service' })
    expect(draft.mentions.some((mention) => mention.text.startsWith('Autoliquidation'))).toBe(true)
  })
  test('an EU business without VAT number is refused', () => {
    expect(
      codes(drafted([line()], liable, { ...ponant, type: 'eu', address: { ...ponant.address, country: 'DE' } })),
    ).toContain('missing-client-vat-number')
  })
})

describe('cells', () => {
  test.each([
    [{ label: '' }, 'missing-label'],
    [{ quantity: quantity(0) }, 'quantity-not-positive'],
    [{ quantity: quantity(-10_000) }, 'quantity-not-positive'],
    [{ unitPrice: unitPrice(-1) }, 'negative-price'],
    [{ type: 'credit' as const }, 'credit-row-typed'],
    [{ label: 'x'.repeat(301) }, 'text-too-long'],
    [{ detail: 'x'.repeat(50_000) }, 'text-too-long'],
  ])('%o blocks with %s', (change, code) => {
    expect(codes(drafted([line(change)]))).toContain(code)
  })
  test.each([
    ['2062-11-20', ['unlikely-date']],
    ['2006-11-20', ['unlikely-date']],
    ['2027-11-20', []],
    ['2024-11-20', []],
  ])('work of %s billed in November 2026: %o', (date, expected) => {
    expect(drafted([line({ date: day(date) })]).findings.map(({ code }) => code)).toEqual(expected)
  })
  test('a short label is worth mending, an empty one blocks', () => {
    expect(drafted([line({ label: 'Logo' })]).findings.map((finding) => [finding.code, finding.severity])).toEqual([
      ['short-label', 'fix'],
    ])
  })
  test('each finding names its cell', () => {
    expect(drafted([line({ row: 12, label: '' })]).findings[0]?.at).toEqual({ tab: 'sales', row: 12, column: 'label' })
  })
  test.each([
    [{ address: { ...ponant.address, postcode: '' } }, 'missing-postcode'],
    [{ address: { ...ponant.address, city: '' } }, 'missing-city'],
    [{ address: { ...ponant.address, line1: '' } }, 'missing-address'],
  ])('a client with %o blocks with %s', (change, code) => {
    expect(codes(drafted([line()], franchise, { ...ponant, ...change }))).toEqual([code])
  })
  test.each([
    ['1000', 'FR', ['wrong-client-postcode']],
    ['01 000', 'FR', []],
    ['1000', 'BE', []],
  ])('the postcode %s in %s: %o, to look at and no more', (postcode, country, expected) => {
    const { findings } = drafted([line()], franchise, {
      ...ponant,
      type: 'consumer',
      address: { ...ponant.address, postcode, country },
    })
    expect(findings.filter(({ severity }) => severity === 'fix').map(({ code }) => code)).toEqual(expected)
  })
  test('abroad a city is enough', () => {
    expect(
      codes(
        drafted([line()], franchise, {
          ...ponant,
          type: 'consumer',
          address: { line1: '1 Main St', postcode: '', city: 'Dublin', country: 'IE' },
        }),
      ),
    ).toEqual([])
  })
  test.each([
    ['2027-08-31', 'fix'],
    ['2027-09-01', 'blocking'],
  ])('a wrong SIRET of a client is, on %s, %s', (on, severity) => {
    const given = draftDocument({
      group: { client: ponant.name, groupKey: '', lines: [line()] },
      client: { ...ponant, siret: '99999000700013' },
      profile: franchise,
      issueDate: day(on),
      openDeposits: [],
    })
    expect(given.findings.find((finding) => finding.code === 'wrong-client-siret')?.severity).toBe(severity)
  })
})

describe('kinds', () => {
  const deposit: OpenDeposit = {
    number: 'F2026-0001',
    issueDate: day('2026-10-01'),
    gross: cents(15_000),
    vat: cents(0),
  }
  test('a balance deducts each open deposit', () => {
    const { draft, findings } = drafted([line({ type: 'balance' })], franchise, ponant, [deposit])
    expect(findings).toEqual([])
    expect([draft.kind, draft.totals.gross, draft.totals.prepaid, draft.totals.payable]).toEqual([
      'balance',
      45_000,
      15_000,
      30_000,
    ])
  })
  test('a balance without deposit, a deposit among sales, deposits above the total are refused', () => {
    expect(codes(drafted([line({ type: 'balance' })]))).toEqual(['balance-without-deposit'])
    expect(codes(drafted([line({ type: 'deposit' }), line({ id: 'B' })]))).toEqual(['mixed-line-types'])
    expect(
      codes(drafted([line({ type: 'balance' })], franchise, ponant, [{ ...deposit, gross: cents(45_001) }])),
    ).toEqual(['deposits-exceed-total'])
  })
  test('a deposit has no delivery yet; an invoice spans its work', () => {
    expect(drafted([line({ type: 'deposit' })]).draft.delivery).toBe(undefined)
    expect(drafted([line(), line({ id: 'B', date: day('2026-11-03') })]).draft.delivery).toEqual({
      from: '2026-11-03',
      to: '2026-11-20',
    })
  })
  test('an allowance lowers its own rate, and only a sale can bear it', () => {
    const allowance = line({
      id: 'R',
      type: 'allowance',
      label: 'Remise fidélité',
      unitPrice: unitPrice(50_000_000),
      vatRate: percent('20'),
    })
    const { draft } = drafted([line({ vatRate: percent('20') }), allowance], liable)
    expect(draft.totals).toMatchObject({
      lineTotal: 45_000,
      allowanceTotal: 5_000,
      net: 40_000,
      vat: 8_000,
      gross: 48_000,
    })
    expect(codes(drafted([allowance], liable))).toContain('no-sold-line')
    expect(codes(drafted([line({ vatRate: percent('10') }), allowance], liable))).toContain('allowance-too-large')
  })
})

test('totals always equal the sum of what is printed', () => {
  const anyLine = fc.record({
    quantity: fc.integer({ min: 1, max: 5_000_000 }).map(quantity),
    unitPrice: fc.integer({ min: 0, max: 2_000_000_000 }).map(unitPrice),
    discount: fc.constantFrom(undefined, percent('10'), percent('33.333')),
    vatRate: fc.constantFrom(percent('20'), percent('10'), percent('5.5')),
  })
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), (given) => {
      const lines = given.map(({ discount, ...cells }, index) =>
        line({ id: String(index), ...cells, ...(discount === undefined ? {} : { discount }) }),
      )
      const { draft } = drafted(lines, liable)
      const { totals, vatGroups } = draft
      expect(totals.net).toBe(sum(soldLines(draft.lines).map((sold) => sold.net)))
      expect(totals.net).toBe(sum(vatGroups.map((group) => group.base)))
      expect(totals.gross).toBe(plus(totals.net, totals.vat))
      expect(totals.payable).toBe(minus(totals.gross, totals.prepaid))
    }),
  )
})
