import type { IssuedDocument } from '@tabellion/shared/invoicing'
import { formatScaled } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { randomKinds, randomOfKind, situations, tradeDocuments } from '../fixtures/index.ts'
import { toCii } from './document.ts'
import { subjectOf } from './rules/subject.ts'

const invented = [
  ...Object.entries(situations),
  ...tradeDocuments.map(({ document, kind, preset }) => [`${preset}-${kind}`, document] as const),
]
const documents = [
  ...invented,
  ...randomKinds.flatMap((kind) =>
    Array.from({ length: 6 }, (_, seed) => [`${kind} ${seed}`, randomOfKind(kind, seed)] as const),
  ),
]

test.each(invented)('%s is written as its golden', async (name, document) => {
  await expect(toCii(document)).toMatchFileSnapshot(`golden/${name}.xml`)
})
test('a document from the journal, its keys in another order, gives the same bytes', () => {
  for (const [, document] of documents) {
    const stored: IssuedDocument = JSON.parse(JSON.stringify(document, [...new Set(keysOf(document))].sort().reverse()))
    expect(toCii(stored)).toBe(toCii(document))
  }
})

/** `1234.5` from French « 1 234,5 »: written another way than the code under test does. */
const decimal = (value: number, places: number, least = 0): string =>
  formatScaled(value, places, least)
    .replace(/\u202f/g, '')
    .replace('\u2212', '-')
    .replace(',', '.')
const euros = (cents: number): string => decimal(cents, 2, 2)
const date = (day: string | undefined): string | undefined => day?.replaceAll('-', '')

test.each(documents)('%s says in each term what the snapshot says', (_, document) => {
  const { buyer, kind, lines, seller, totals } = document
  const sign = kind === 'credit' ? -1 : 1
  const outside = document.vatGroups.some(({ vat }) => vat.category === 'O')
  const paid = document.payment.alreadyPaid !== undefined
  const subject = subjectOf(toCii(document))
  const said = (terms: readonly Parameters<typeof subject.text>[0][]) => terms.map((term) => subject.text(term))

  expect(said(['BT-1', 'BT-2', 'BT-5', 'BT-13', 'BT-14'])).toEqual([
    document.number,
    date(document.issueDate),
    'EUR',
    document.orderReference,
    document.quoteNumber,
  ])
  expect(said(['BT-27', 'BT-28', 'BT-29', 'BT-30', 'BT-31', 'BT-32', 'BT-34'])).toEqual([
    seller.name,
    seller.tradingName,
    seller.siret,
    seller.siren,
    outside ? undefined : seller.vatNumber,
    seller.franchise && !outside ? seller.siren : undefined,
    seller.siren,
  ])
  expect(said(['BT-44', 'BT-46', 'BT-47', 'BT-48', 'BT-50', 'BT-52', 'BT-53', 'BT-55'])).toEqual([
    buyer.name,
    buyer.siret,
    buyer.siren,
    outside ? undefined : buyer.vatNumber,
    buyer.address.line1,
    buyer.address.city,
    buyer.address.postcode,
    buyer.address.country,
  ])
  const prepaid = paid ? totals.gross : totals.prepaid
  expect(said(['BT-106', 'BT-109', 'BT-110', 'BT-112', 'BT-113', 'BT-115'])).toEqual([
    euros(sign * totals.lineTotal),
    euros(sign * totals.net),
    euros(sign * totals.vat),
    euros(sign * totals.gross),
    prepaid === 0 ? undefined : euros(sign * prepaid),
    euros(sign * (totals.gross - prepaid)),
  ])

  const sold = lines.flatMap((line) => (line.kind === 'text' ? [] : [line]))
  const written = subject
    .groups('BG-25')
    .map((line) =>
      (['BT-126', 'BT-129', 'BT-131', 'BT-146', 'BT-151', 'BT-152', 'BT-155'] as const).map((term) =>
        subject.within(line, term),
      ),
    )
  expect(written).toEqual(
    sold.map((line, index) => [
      String(index + 1),
      decimal(sign * line.quantity, 4),
      euros(sign * line.net),
      decimal(line.unitPrice, 6, 2),
      line.vat.category,
      line.vat.category === 'O' ? undefined : decimal(line.vat.rate, 3, 2),
      line.itemCode,
    ]),
  )
  expect(subject.groups('BG-25').map((line) => subject.within(line, 'BT-153'))).toEqual(sold.map(({ label }) => label))
  expect(
    subject
      .groups('BG-23')
      .map((group) => (['BT-116', 'BT-117', 'BT-118'] as const).map((term) => subject.within(group, term))),
  ).toEqual(document.vatGroups.map(({ base, tax, vat }) => [euros(sign * base), euros(sign * tax), vat.category]))
  expect(
    subject.groups('BG-3').map((group) => [subject.within(group, 'BT-25'), subject.within(group, 'BT-26')]),
  ).toEqual([...document.preceding, ...document.deposits].map(({ issueDate, number }) => [number, date(issueDate)]))
})

test.each([
  ['a domestic service', 'franchise-business', 'S1', '380', 'B2B'],
  ['goods', 'vat-standard', 'B1', '380', 'B2B'],
  ['both', 'vat-three-rates', 'M1', '380', 'B2C'],
  ['a deposit', 'franchise-deposit', 'S1', '386', 'B2B'],
  ['a balance', 'franchise-balance', 'S4', '380', 'B2B'],
  ['a credit note', 'franchise-credit', 'S1', '381', 'B2B'],
  ['a credit note on a deposit', 'credit-of-a-deposit', 'S1', '503', 'B2B'],
  ['an invoice made again after a credit note', 'replaces-a-credited-invoice', 'S1', '380', 'B2B'],
  ['an invoice already paid', 'consumer-paid-by-card', 'S2', '380', 'B2C'],
  ['a service in the EU', 'eu-service', 'S1', '380', 'B2BINT'],
  ['an export', 'export-goods', 'B1', '380', 'B2BINT'],
  ['a public buyer', 'public-buyer', 'S1', '380', 'B2B'],
])('%s has its frame, its type and its treatment', (_, name, frame, type, treatment) => {
  const subject = subjectOf(toCii(situations[name] as IssuedDocument))
  expect([subject.text('BT-23'), subject.text('BT-3'), subject.notes('BAR')]).toEqual([frame, type, [treatment]])
})
test('an invoice that itself replaces another is a corrective one', () => {
  expect(subjectOf(toCii(randomOfKind('corrective', 4))).text('BT-3')).toBe('384')
})
test.each([
  ['franchise-business', 'E', 'TVA non applicable, article 293 B du CGI', 'VATEX-FR-FRANCHISE'],
  [
    'eu-service',
    'AE',
    'Autoliquidation – TVA due par le preneur, art. 283-2 du CGI et art. 196 de la directive 2006/112/CE',
    'VATEX-EU-AE',
  ],
  ['subcontracting', 'AE', 'Autoliquidation – TVA due par le preneur, art. 283, 2 nonies du CGI', 'VATEX-FR-AE'],
  ['eu-goods', 'K', 'Exonération de TVA, livraison intracommunautaire, art. 262 ter, I du CGI', 'VATEX-EU-IC'],
  ['export-goods', 'G', 'Exonération de TVA, art. 262, I du CGI', 'VATEX-EU-G'],
  ['non-eu-service', 'O', 'TVA non applicable, art. 259-1 du CGI', 'VATEX-EU-O'],
  ['guyane-service', 'O', 'TVA non applicable, art. 294, 1 du CGI', 'VATEX-EU-O'],
])('%s explains in words and by code why there is no VAT', (name, ...expected) => {
  const subject = subjectOf(toCii(situations[name] as IssuedDocument))
  const [group] = subject.groups('BG-23')
  expect(group && (['BT-118', 'BT-120', 'BT-121'] as const).map((term) => subject.within(group, term))).toEqual(
    expected,
  )
})
test.each([
  ['receipts', '72'],
  ['debits', '5'],
])('VAT due on %s is BT-8 %s', (vatPoint, code) => {
  const document = { ...situations['vat-standard'], vatPoint } as IssuedDocument
  expect(subjectOf(toCii(document)).text('BT-8')).toBe(code)
})
test('a consumer and a credit note are told that penalties and fee do not apply to them', () => {
  const consumer = subjectOf(toCii(situations['consumer'] as IssuedDocument))
  expect([consumer.notes('PMD'), consumer.notes('PMT')]).toEqual([
    ['Pénalités de retard\u00a0: sans objet, client consommateur'],
    ['Indemnité forfaitaire pour frais de recouvrement\u00a0: sans objet, client consommateur'],
  ])
  const credit = subjectOf(toCii(situations['franchise-credit'] as IssuedDocument))
  expect(credit.notes('PMD')).toEqual(['Pénalités de retard\u00a0: sans objet, avoir'])
})
test('a direct debit names mandate, creditor and account; a card, cash and a cheque have their codes', () => {
  const debit = subjectOf(toCii(randomOfKind('direct-debit', 3)))
  expect([debit.text('BT-81'), debit.text('BT-89'), debit.text('BT-90')]).toEqual([
    '59',
    'MAN-2026-001',
    'FR12ZZZ123456',
  ])
  const paid = (method: string) => {
    const document = randomOfKind('already-paid', 3)
    return subjectOf(
      toCii({ ...document, payment: { ...document.payment, alreadyPaid: { on: document.issueDate, method } } }),
    ).text('BT-81')
  }
  expect(['Carte', 'Espèces', 'Chèque', 'Paiement en ligne', 'Virement'].map(paid)).toEqual([
    '48',
    '10',
    '20',
    '68',
    '1',
  ])
})
test('text from a cell cannot break the XML', () => {
  const document = situations['franchise-business'] as IssuedDocument
  const label = 'A<b>&"c" \u0000\u0007 \ud800 ]]> é 😀'
  const [line] = document.lines
  if (line?.kind === 'text' || line === undefined) throw new Error('the fixture sells something')
  const subject = subjectOf(toCii({ ...document, lines: [{ ...line, label }] }))
  const [written] = subject.groups('BG-25')
  expect(written && subject.within(written, 'BT-153')).toBe('A<b>&"c"  \ufffd ]]> é 😀')
})

/** Every key of the tree. */
function keysOf(value: unknown): readonly string[] {
  return typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
}
