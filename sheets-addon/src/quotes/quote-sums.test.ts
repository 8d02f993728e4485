import {
  type Client,
  type DocumentNumber,
  draftDocument,
  draftQuote,
  type IssuedDocument,
  type LedgerLine,
  type QuoteDocument,
  type SellerProfile,
  vatKey,
} from '@tabellion/shared/invoicing'
import { franchise, issueDate, ledgerLine, liable, ponant } from '@tabellion/shared/invoicing/fixtures'
import { invoicedOf, openDeposits, type RegisterEntry, readLine } from '@tabellion/shared/ledger'
import { cents, lineNet, percent, quantity, sum, unitPrice } from '@tabellion/shared/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { depositRows } from './deposit-rows.ts'

const QUOTE = 'D2026-0001' as DocumentNumber
const RATES = ['20', '10', '5.5', '2.1'] as const

/** Quotes of either kind of seller: prices that do not divide, line discounts, an allowance, two natures at one rate. */
const quoted = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 80_000 }).map(quantity),
        unitPrice: fc.integer({ min: 0, max: 300_000_000 }).map(unitPrice),
        vat: fc.constantFrom(...RATES).map(percent),
        discount: fc.constantFrom('0', '0', '5', '33.333').map(percent),
        nature: fc.constantFrom('goods' as const, 'servicesBnc' as const),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    fc.integer({ min: 0, max: 60 }),
  )
  .map(([isFranchise, drawn, share]) => {
    const taxed = (vat: LedgerLine['vatRate']) => (isFranchise || vat === undefined ? {} : { vatRate: vat })
    const lines = drawn.map(({ vat, ...row }, index) =>
      ledgerLine({ ...row, ...taxed(vat), id: `L${index}`, label: `Lot ${index} des travaux`, quote: QUOTE }),
    )
    const [first] = drawn
    const worth = first ? lineNet(first.quantity, first.unitPrice, first.discount) : 0
    const off = Math.floor((worth * share) / 100)
    return {
      profile: isFranchise ? franchise : liable,
      lines:
        off === 0 || first === undefined
          ? lines
          : [
              ...lines,
              ledgerLine({
                ...taxed(first.vat),
                nature: first.nature,
                id: 'R',
                label: 'Remise de bienvenue',
                type: 'allowance',
                unitPrice: unitPrice(off * 10_000),
                quote: QUOTE,
              }),
            ],
    }
  })
/** Of what is left each time, in per mille. */
const shares = fc.array(fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constant(1000)), { minLength: 1, maxLength: 5 })

const usual = {
  validDays: 30,
  depositFrom: cents(0),
  depositRate: percent('30'),
  price: '',
  travel: '',
  waste: '',
  offPremises: false,
}

function quoteOf(lines: readonly LedgerLine[], profile: SellerProfile): QuoteDocument {
  const words = { start: '', duration: '', place: '' }
  const group = { client: ponant.name, groupKey: '', lines }
  const { quote } = draftQuote({ group, client: ponant, profile, usual, issueDate, version: 1, words })
  return { ...quote, number: QUOTE }
}

/** The job as its register tells it, one document after the other. */
class Job {
  readonly documents: IssuedDocument[] = []
  readonly #profile: SellerProfile
  readonly #client: Client
  constructor(profile: SellerProfile, client: Client = ponant) {
    this.#profile = profile
    this.#client = client
  }
  bill(lines: readonly LedgerLine[]): IssuedDocument {
    const { draft, findings } = draftDocument({
      group: { client: this.#client.name, groupKey: '', lines },
      client: this.#client,
      profile: this.#profile,
      issueDate,
      openDeposits: lines[0]?.type === 'deposit' ? [] : openDeposits(this.register, JOB),
    })
    expect(findings.filter(({ severity }) => severity === 'blocking')).toEqual([])
    const issued = {
      ...draft,
      state: 'issued',
      number: `F2026-000${this.documents.length + 1}` as DocumentNumber,
    } as const
    this.documents.push(issued)
    return issued
  }
  get register(): readonly RegisterEntry[] {
    return this.documents.map(({ kind, number, totals }, index) => ({
      row: 4 + index,
      number,
      kind,
      client: ponant.name,
      group: '',
      quote: QUOTE,
      originInvoice: '',
      issueDate,
      gross: totals.gross,
      vat: totals.vat,
      payable: totals.payable,
      deducted: totals.prepaid,
      received: cents(0),
      credited: cents(0),
      balanceDue: totals.payable,
      clientCredit: cents(0),
      status: 'Émise',
      sent: false,
      disputed: false,
    }))
  }
}
const JOB = { client: ponant.name, group: '', quote: QUOTE }

/** Deposits one after the other, each a share of what is left; those that come to nothing are not asked. */
function askDeposits(job: Job, quote: QuoteDocument, perMille: readonly number[]): void {
  for (const share of perMille) {
    const rest = quote.totals.gross - invoicedOf(job.register, QUOTE)
    const amount = cents(Math.floor((rest * share) / 1000))
    let id = 0
    const lines = depositRows({ quote, amount, today: issueDate, firstRow: 4, newId: () => `A${id++}` }).map(
      (row) => readLine(row, 'servicesBnc', new Map()).line,
    )
    if (lines.length === 0) continue
    const deposit = job.bill(lines)
    expect(deposit.kind).toBe('deposit')
    expect(deposit.totals.payable).toBeLessThanOrEqual(amount)
    // Net amounts with a VAT of whole cents: each part may stop short of what was asked by one or two.
    expect(deposit.totals.payable).toBeGreaterThanOrEqual(amount - 2 * lines.length)
    if (share === 1000 && job.documents.length === 1) expect(deposit.totals.payable).toBe(quote.totals.gross)
  }
}

const byRate = (documents: readonly Pick<IssuedDocument, 'vatGroups'>[], pick: 'base' | 'tax') =>
  Object.fromEntries(
    [...new Set(documents.flatMap(({ vatGroups }) => vatGroups.map(({ vat }) => vatKey(vat))))]
      .sort()
      .map((key) => [
        key,
        sum(
          documents.flatMap(({ vatGroups }) =>
            vatGroups.filter(({ vat }) => vatKey(vat) === key).map((one) => one[pick]),
          ),
        ),
      ]),
  )

test('deposits and balance sum to the quote, to the cent, with its VAT at each rate', () => {
  fc.assert(
    fc.property(quoted, shares, ({ lines, profile }, perMille) => {
      const quote = quoteOf(lines, profile)
      fc.pre(quote.totals.gross > 0 && quote.vatGroups.every(({ base }) => base >= 0))
      const job = new Job(profile)
      askDeposits(job, quote, perMille)
      const deposits = [...job.documents]
      const balance = job.bill(lines)
      expect(balance.kind).toBe(deposits.length > 0 ? 'balance' : 'standard')
      expect(sum(job.documents.map(({ totals }) => totals.payable))).toBe(quote.totals.gross)
      // The balance says the whole work at each rate, and takes off what the deposits said, VAT included.
      expect(balance.vatGroups).toEqual(quote.vatGroups)
      expect(balance.totals.payable).toBeGreaterThanOrEqual(0)
      expect(sum(balance.deposits.map(({ gross }) => gross))).toBe(sum(deposits.map(({ totals }) => totals.gross)))
      expect(sum(balance.deposits.map(({ vat }) => vat))).toBe(sum(deposits.map(({ totals }) => totals.vat)))
      for (const pick of ['base', 'tax'] as const) {
        const whole = byRate([quote], pick)
        for (const [key, said] of Object.entries(byRate(deposits, pick)))
          expect([pick, key, said <= (whole[key] ?? 0) + deposits.length]).toEqual([pick, key, true])
      }
      expect(openDeposits(job.register, JOB)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('billed in parts, a quote is never billed above itself, and its deposits are deducted once', () => {
  fc.assert(
    fc.property(
      quoted,
      shares,
      fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      ({ lines, profile }, perMille, cut) => {
        const quote = quoteOf(lines, profile)
        fc.pre(quote.totals.gross > 0 && quote.vatGroups.every(({ base }) => base >= 0))
        const job = new Job(profile)
        askDeposits(job, quote, perMille)
        const deposits = [...job.documents]
        // An allowance goes with the line it lowers.
        const parts = [0, 1, 2]
          .map((part) => lines.filter(({ id }, index) => (id === 'R' ? cut[0] : cut[index]) === part))
          .filter((part) => part.length > 0)
        for (const part of parts) {
          const { totals } = quoteOf(part, profile)
          if (totals.gross === 0) return
          const bill = job.bill(part)
          expect(bill.totals.payable).toBeGreaterThanOrEqual(0)
        }
        const bills = job.documents.slice(deposits.length)
        expect(byRate(bills, 'base')).toEqual(byRate([quote], 'base'))
        expect(sum(bills.map(({ totals }) => totals.net))).toBe(quote.totals.net)
        // VAT is rounded once a document and rate (BR-S-09): half a cent each at most.
        const roundings = bills.reduce((count, { vatGroups }) => count + vatGroups.length, quote.vatGroups.length)
        const billed = sum(job.documents.map(({ totals }) => totals.payable))
        expect(Math.abs(billed - quote.totals.gross)).toBeLessThanOrEqual(bills.length === 1 ? 0 : roundings / 2)
        expect(sum(bills.map(({ totals }) => totals.prepaid))).toBeLessThanOrEqual(
          sum(deposits.map(({ totals }) => totals.gross)),
        )
        const open = openDeposits(job.register, JOB)
        for (const pick of ['gross', 'vat'] as const)
          expect(sum([...bills.flatMap((bill) => bill.deposits), ...open].map((deposit) => deposit[pick]))).toBe(
            sum(deposits.map(({ totals }) => totals[pick])),
          )
      },
    ),
    { numRuns: 300 },
  )
})
