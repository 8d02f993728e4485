import { day } from '@tabellion/shared/calendar'
import type { DocumentContent } from '@tabellion/shared/invoicing'
import { cents, quantity, rate, unitPrice } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { randomKinds, randomOfKind, situations, tradeDocuments } from '../fixtures/index.ts'
import {
  allowances,
  business,
  provocations,
  situation,
  withLine,
  withPayment,
  withTotals,
} from '../fixtures/provocations.ts'
import type { PreflightCode } from './problems.ts'
import { einvoiceVerdict } from './verdict.ts'

const codes = (document: DocumentContent, number?: string): readonly PreflightCode[] => [
  ...new Set(einvoiceVerdict(document, number).reasons.map(({ code }) => code)),
]

test.each([
  ...Object.entries(situations),
  ...tradeDocuments.map(({ document, kind, preset }) => [`${preset} ${kind}`, document] as const),
  ...randomKinds.flatMap((kind) =>
    [11, 12, 13, 14].map((seed) => [`random ${kind} ${seed}`, randomOfKind(kind, seed)] as const),
  ),
])('%s is conformant, unless no platform can reach its buyer', (_, document) => {
  const { reasons, verdict } = einvoiceVerdict(document, document.number)
  const unreachable = document.buyer.type === 'consumer' && document.buyer.email === undefined
  expect([verdict, reasons.map(({ code }) => code)]).toEqual(
    unreachable ? ['notApplicable', ['consumer-without-email']] : ['conformant', []],
  )
})

test.each(
  Object.entries(provocations).flatMap(([code, makers]) => makers.map((make, index) => [code, index, make] as const)),
)('%s alone is found (%i)', (code, _, make) => {
  expect(codes(make())).toEqual([code])
})
test.each<[PreflightCode, DocumentContent, string?]>([
  ['wrong-document-number', business, 'F 2026-0042'],
  ['wrong-document-number', business, 'F'.repeat(36)],
  ['wrong-document-number', business, ''],
  ['document-without-line', { ...business, lines: [] }],
  ['quantity-zero', withLine({ quantity: quantity(0) })],
  ['line-price-negative', withLine({ unitPrice: unitPrice(-1) })],
  ['discount-too-large', withLine({ discountRate: rate(100_001) })],
  [
    'allowance-not-positive',
    { ...allowances, allowances: allowances.allowances.map((one) => ({ ...one, amount: cents(0) })) },
  ],
  ['wrong-line-amount', withLine({ net: cents(119_999) })],
  ['wrong-line-amount', withLine({ discount: cents(1) })],
  ['document-not-positive', withTotals({ gross: cents(0) })],
  ['negative-vat-base', { ...business, vatGroups: business.vatGroups.map((group) => ({ ...group, base: cents(-1) })) }],
  // A credit note with the signs of an invoice.
  ['document-not-positive', { ...business, kind: 'credit' }],
])('%s is found among what follows from it', (code, document, number) => {
  expect(codes(document, number)).toContain(code)
})
test('every problem has a document that provokes it', () => {
  const indirect = [
    'wrong-document-number',
    'document-without-line',
    'quantity-zero',
    'line-price-negative',
    'discount-too-large',
    'allowance-not-positive',
    'wrong-line-amount',
    'document-not-positive',
    'negative-vat-base',
  ]
  expect(
    Object.entries(provocations).filter(([code, makers]) => makers.length === 0 && !indirect.includes(code)),
  ).toEqual([])
})

const withoutSiren = provocations['missing-siren'][0]?.() as DocumentContent
const on = (document: DocumentContent, issued: string, due: string): DocumentContent => ({
  ...document,
  issueDate: day(issued),
  dueDate: day(due),
})
test.each([
  [
    'on the eve, what only the French rules refuse is to be mended',
    on(withoutSiren, '2027-08-31', '2027-09-30'),
    'fix',
  ],
  ['on the day, it blocks', on(withoutSiren, '2027-09-01', '2027-09-30'), 'blocking'],
  [
    'a public buyer is a domestic one',
    { ...on(withoutSiren, '2027-09-01', '2027-09-30'), buyer: { ...withoutSiren.buyer, type: 'public' as const } },
    'blocking',
  ],
  [
    'a buyer abroad whom no platform reaches never blocks',
    on(provocations['missing-electronic-address'][0]?.() as DocumentContent, '2027-09-01', '2027-09-30'),
    'fix',
  ],
  [
    'what the European rules refuse blocks at home before that day',
    provocations['several-exemption-reasons'][0]?.() as DocumentContent,
    'blocking',
  ],
  ['what is wrong on paper too always blocks', provocations['wrong-iban'][0]?.() as DocumentContent, 'blocking'],
  ['a consumer without e-mail is no problem', situation('consumer-paid-by-card'), 'info'],
])('%s', (_, document, severity) => {
  expect(einvoiceVerdict(document).reasons.map((reason) => reason.severity)).toEqual([severity])
})
test('without e-mail a consumer gets a plain PDF, even when only an XML would be refused', () => {
  const consumer = situation('consumer-paid-by-card')
  expect(einvoiceVerdict({ ...consumer, issueDate: day('2027-10-01') }).verdict).toBe('notApplicable')
  const wrong = withPayment({ transfer: { iban: 'FR76', holder: 'X' } }, consumer)
  expect(einvoiceVerdict(wrong).reasons.map(({ code, severity }) => [code, severity])).toEqual([
    ['consumer-without-email', 'info'],
    ['wrong-iban', 'blocking'],
  ])
})
test('each reason names the cell to fill', () => {
  expect(einvoiceVerdict(withoutSiren).reasons.map(({ field }) => field)).toEqual([{ tab: 'clients', column: 'siren' }])
  expect(
    einvoiceVerdict(provocations['wrong-iban'][0]?.() as DocumentContent).reasons.map(({ field }) => field),
  ).toEqual([{ tab: 'settings', setting: 'IBAN' }])
  expect(
    einvoiceVerdict(provocations['unknown-unit'][0]?.() as DocumentContent).reasons.map(({ field }) => field),
  ).toEqual([{ tab: 'sales', column: 'unit', rowId: 'row-1' }])
})
