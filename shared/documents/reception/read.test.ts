import { utf8Bytes } from '@tabellion/shared/kernel'
import { expect, test } from 'vitest'
import { toCii } from '../cii/document.ts'
import { randomKinds, randomOfKind, situations } from '../fixtures/index.ts'
import { ublCreditNote, ublInvoice } from '../fixtures/ubl-sample.ts'
import { renderDocument } from '../pdf/index.ts'
import { readSupplierInvoice } from './read.ts'

const received = (file: Uint8Array | string) => {
  const read = readSupplierInvoice(typeof file === 'string' ? utf8Bytes(file) : file)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}
const problem = (file: Uint8Array | string) => {
  const read = readSupplierInvoice(typeof file === 'string' ? utf8Bytes(file) : file)
  return read.ok ? 'read' : read.problem
}
const business = situations['franchise-business']
const xml = business ? toCii(business) : ''

test.each(randomKinds)('what we issue as « %s » is read back with its own facts, and adds up', (kind) => {
  for (let seed = 20; seed < 26; seed++) {
    const document = randomOfKind(kind, seed)
    const { arithmetic, invoice, key } = received(toCii(document))
    const signed = (amount: number): number => (document.kind === 'credit' ? 0 - amount : amount)
    expect(arithmetic).toEqual([])
    expect(invoice).toMatchObject({
      syntax: 'cii',
      number: document.number,
      issueDate: document.issueDate,
      credit: document.kind === 'credit',
      currency: 'EUR',
      seller: { name: document.seller.name, siren: document.seller.siren, siret: document.seller.siret },
      buyer: { name: document.buyer.name },
      totals: {
        net: signed(document.totals.net),
        vat: signed(document.totals.vat),
        gross: signed(document.totals.gross),
      },
    })
    expect(invoice.lines.map(({ net }) => net)).toEqual(
      document.lines.flatMap((line) => (line.kind === 'text' ? [] : [signed(line.net)])),
    )
    expect(invoice.vat.map(({ base, category, tax }) => [category, base, tax])).toEqual(
      document.vatGroups.map(({ base, tax, vat }) => [vat.category, signed(base), signed(tax)]),
    )
    expect(key).toBe(`${document.seller.siren}|${document.issueDate.slice(0, 4)}|${document.number}`)
  }
})
test('a Factur-X and its bare XML are the same invoice', () => {
  if (!business) throw new Error('the fixture is there')
  const inside = received(renderDocument(business, { attachment: { xml, description: 'Factur-X' } }))
  expect(inside).toEqual(received(xml))
  expect(inside.xml).toBe(xml)
})

test('a UBL invoice says the same kind of facts', () => {
  const { arithmetic, invoice, key } = received(ublInvoice)
  expect(arithmetic).toEqual([])
  expect(invoice).toEqual({
    syntax: 'ubl',
    profile: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    number: 'FA-2026/118',
    typeCode: '380',
    credit: false,
    issueDate: '2026-11-12',
    dueDate: '2026-12-12',
    delivery: { from: '2026-10-01', to: '2026-10-31' },
    currency: 'EUR',
    seller: {
      name: 'Hébergement du Ponant SAS',
      siren: '834567893',
      siret: '83456789300013',
      vatNumber: 'FR25834567893',
      address: { lines: ['2, quai de la Douane'], postcode: '29200', city: 'Brest', country: 'FR' },
    },
    buyer: {
      name: 'Léonie Vasseur EI',
      siren: '812345676',
      address: { lines: ['14 bis, rue de l’Abbé-Groult'], postcode: '75015', city: 'Paris', country: 'FR' },
    },
    orderReference: 'CMD-7',
    preceding: [],
    notes: [{ subject: 'PMT', text: 'Indemnité de 40 €' }, { text: 'Merci' }],
    lines: [
      {
        id: '1',
        label: 'Serveur dédié',
        quantity: '1.5',
        unitCode: 'MON',
        price: '40',
        allowance: 600,
        net: 5400,
        category: 'S',
        rate: '20',
      },
      {
        id: '2',
        label: 'Vis',
        quantity: '250',
        unitCode: 'C62',
        price: '3.2',
        priceQuantity: '100',
        allowance: 0,
        net: 800,
        category: 'S',
        rate: '5.5',
      },
    ],
    allowances: [{ amount: -150, reason: 'Frais', category: 'S', rate: '20' }],
    vat: [
      { category: 'S', rate: '20', base: 5550, tax: 1110 },
      { category: 'S', rate: '5.5', base: 800, tax: 44 },
    ],
    totals: { lineTotal: 6200, charges: 150, net: 6350, vat: 1154, gross: 7504, prepaid: 1000, payable: 6504 },
    payment: { meansCode: '58', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', reference: 'FA-2026/118' },
  })
  expect(key).toBe('834567893|2026|FA-2026/118')
})
test('a UBL credit note is a credit, with what it reduces', () => {
  const { arithmetic, invoice } = received(ublCreditNote)
  expect([arithmetic, invoice.credit, invoice.typeCode, invoice.preceding, invoice.totals.gross]).toEqual([
    [],
    true,
    '381',
    [{ number: 'FA-2026/118', issueDate: '2026-11-12' }],
    1200,
  ])
})

test.each([
  ['BT-131', xml.replace('<ram:LineTotalAmount>1200.00', '<ram:LineTotalAmount>1200.01')],
  ['BT-115', xml.replace('<ram:DuePayableAmount>1200.00', '<ram:DuePayableAmount>1199.99')],
  ['BT-112', xml.replace('<ram:GrandTotalAmount>1200.00', '<ram:GrandTotalAmount>1200.01')],
  ['BT-117', xml.replace('<ram:CalculatedAmount>0.00', '<ram:CalculatedAmount>0.01')],
  ['BT-116', xml.replace('<ram:BasisAmount>1200.00', '<ram:BasisAmount>1199.99')],
])('a cent of difference in %s is found', (term, changed) => {
  expect(received(changed).arithmetic.map((finding) => finding.term)).toContain(term)
})

test.each([
  ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), { code: 'unknown-file' }],
  ['an empty file', new Uint8Array(), { code: 'unknown-file' }],
  ['a PDF without any file in it', business ? renderDocument(business) : '', { code: 'plain-pdf' }],
  ['half a PDF', business ? renderDocument(business).slice(0, 500) : '', { code: 'broken-pdf' }],
  ['XML cut short', xml.slice(0, 500), { code: 'broken-xml', at: expect.any(Number) }],
  [
    'a transfer order',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"/>',
    { code: 'not-an-invoice', root: 'Document' },
  ],
  [
    'ZUGFeRD of 2014',
    '<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0"/>',
    { code: 'obsolete-format' },
  ],
  [
    'a profile nobody knows',
    xml.replace('urn:cen.eu:en16931:2017', 'urn:example:private'),
    { code: 'unknown-profile', profile: 'urn:example:private' },
  ],
  ['no number', xml.replace('<ram:ID>F2026-0042</ram:ID>', ''), { code: 'missing-fact', term: 'BT-1' }],
  [
    'a comma in an amount',
    xml.replace('<ram:DuePayableAmount>1200.00', '<ram:DuePayableAmount>1200,00'),
    { code: 'unreadable-fact', term: 'BT-115', text: '1200,00' },
  ],
  ['30 February', xml.replace('>20261123<', '>20260230<'), { code: 'unreadable-fact', term: 'BT-2', text: '20260230' }],
])('%s says so', (_, file, expected) => {
  expect(problem(file)).toEqual(expected)
})
test.each([
  ['urn:factur-x.eu:1p0:minimum'],
  ['urn:factur-x.eu:1p0:basicwl'],
  ['urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic'],
  ['urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended'],
  ['urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0'],
])('the profile %s is known', (profile) => {
  expect(received(xml.replace('urn:cen.eu:en16931:2017', profile)).invoice.profile).toBe(profile)
})
test('MINIMUM, without lines and VAT groups, is read for what it says', () => {
  const bare = xml
    .replace(/\n *<ram:IncludedSupplyChainTradeLineItem>[\s\S]*<\/ram:IncludedSupplyChainTradeLineItem>/, '')
    .replace(/\n *<ram:ApplicableTradeTax>[\s\S]*?<\/ram:ApplicableTradeTax>/, '')
    .replace(/\n *<ram:LineTotalAmount>[^<]*<\/ram:LineTotalAmount>/, '')
  const { arithmetic, invoice } = received(bare)
  expect([arithmetic, invoice.lines, invoice.vat, invoice.totals]).toEqual([
    [],
    [],
    [],
    { net: 120_000, vat: 0, gross: 120_000, payable: 120_000 },
  ])
})
test('Latin-1 and UTF-16 files are read as they say', () => {
  const declared = xml.replace('UTF-8', 'ISO-8859-1').replace(/[^\n -\u00ff]/g, "'")
  const latin = Uint8Array.from(declared, (character) => character.charCodeAt(0))
  expect(received(latin).invoice.seller.name).toBe('Léonie Vasseur EI')
  const wide = Uint8Array.from(
    `\ufeff${xml}`.split('').flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
  )
  expect(received(wide).invoice).toEqual(received(xml).invoice)
})
