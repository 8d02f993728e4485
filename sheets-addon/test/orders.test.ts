import { expect, test } from 'vitest'
import { ALL_AUTOMATIC, AUTOMATIC, ORDER, open, ordered, post } from './ordering.ts'
import { client, done, refused, rows, type, workshop } from './workshop.ts'

test('a signed order is in Commandes, waits for its quote, and says nothing of the file', () => {
  const { emulator, site } = open()
  const said = post(emulator, site, ORDER)
  expect(said).toMatchObject({ status: 'done' })
  expect(said.text).not.toMatch(/Orme|Ponant|D2026/)
  expect(rows(emulator, 'orders')).toMatchObject([
    { order: '1042', client: 'Zoé Martel', label: ORDER.lines[0].label, net: 90, status: 'Reçue', check: '' },
    { order: '1042', city: 'Lyon', quantity: 1.5, unit: 'h', unitPrice: 60, net: 90, status: 'Reçue' },
  ])
  expect(rows(emulator, 'sales')).toEqual([])
  expect(rows(emulator, 'clients')).toHaveLength(1)
  expect(done(emulator, 'today').actions?.[0]).toMatchObject({ code: 'orders-received', count: 1, tab: 'Commandes' })
})

test('a row becomes a quote by hand: client, lines, quote; again, nothing more', () => {
  const { emulator, site } = open()
  post(emulator, site, ORDER)
  const told = done(emulator, 'quote-orders', { orders: ['1042'] })
  expect(told.message).toContain('Devis créé pour 1')
  expect(rows(emulator, 'clients').at(-1)).toMatchObject({ name: 'Zoé Martel', type: 'Particulier', city: 'Lyon' })
  expect(rows(emulator, 'sales')).toMatchObject([
    { client: 'Zoé Martel', group: 'Commande 1042', order: '1042', clientReference: '1042', quote: 'D2026-0001' },
    { net: 90, status: 'Au devis' },
  ])
  expect(rows(emulator, 'quotes')).toMatchObject([
    { number: 'D2026-0001', gross: 180, order: '1042', status: 'Brouillon' },
  ])
  expect(ordered(emulator)[0]).toEqual(['1042', 'Devis créé', 'D2026-0001', ''])
  expect(done(emulator, 'quote-orders').message).toContain('Aucun devis')
  expect(refused(emulator, 'quote-orders', { orders: ['1043'] }).code).toBe('unknown-order')
  expect(rows(emulator, 'quotes')).toHaveLength(1)
  expect(emulator.mails()).toHaveLength(0)
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})

test('all by itself when Réglages say so: quote, mail, acceptance, invoice, payment, book', () => {
  const { emulator, site } = open(ALL_AUTOMATIC)
  post(emulator, site, ORDER)
  expect(ordered(emulator)[0]).toEqual(['1042', 'Devis envoyé', 'D2026-0001', ''])
  expect(emulator.mails().map(({ to }) => to)).toEqual([['zoe@exemple.example']])
  const row = 4
  const heading = emulator.book.values('Devis')[2] ?? []
  emulator.book.type('Devis', row, heading.indexOf('Accepté le') + 1, [['25/11/2026']])
  done(emulator, 'daily')
  expect(ordered(emulator)[0]).toEqual(['1042', 'Facturée', 'D2026-0001', 'F2026-0001'])
  done(emulator, 'record-payment', { number: 'F2026-0001', date: '2026-11-25', amountCents: 18_000, method: 'card' })
  done(emulator, 'daily')
  expect(ordered(emulator)[0]?.[1]).toBe('Payée')
  expect(rows(emulator, 'receiptsBook')).toMatchObject([{ document: 'F2026-0001', amount: 180 }])
  expect(rows(emulator, 'invoices')).toHaveLength(1)
  expect(emulator.mails()).toHaveLength(1)
})

test('the same order again is the same; another under its number is refused, and told', () => {
  const { emulator, site } = open(AUTOMATIC)
  const first = post(emulator, site, ORDER)
  const again = post(emulator, site, { ...ORDER, client: Object.fromEntries(Object.entries(ORDER.client).reverse()) })
  expect([first.status, again.status]).toEqual(['done', 'done'])
  expect(post(emulator, site, { ...ORDER, lines: [ORDER.lines[0]] })).toMatchObject({ code: 'order-reused' })
  expect(rows(emulator, 'orders')).toHaveLength(2)
  expect(rows(emulator, 'quotes')).toHaveLength(1)
  expect(rows(emulator, 'orders')[0]?.['check']).toContain('25/11/2026')
  done(emulator, 'daily')
  expect(rows(emulator, 'orders')[0]?.['check']).toContain('25/11/2026')
  expect(done(emulator, 'today').actions?.[0]).toMatchObject({ code: 'orders-to-review', count: 1 })
})

test('rows that a connector brings are orders as well; a second batch under a number is a double', () => {
  const { emulator } = open(AUTOMATIC)
  const row = {
    order: 'A7',
    client: 'Brasserie du Ponant',
    label: 'Menu de saison imprimé',
    quantity: '3',
    unitPrice: '12,50',
  }
  type(emulator, 'orders', row)
  done(emulator, 'daily')
  expect(ordered(emulator)).toEqual([['A7', 'Devis créé', 'D2026-0001', '']])
  type(emulator, 'orders', row)
  type(emulator, 'orders', { ...row, order: '' })
  done(emulator, 'daily')
  expect(ordered(emulator).map(([, status]) => status)).toEqual(['Devis créé', 'Doublon', 'À revoir'])
  expect(rows(emulator, 'sales')).toHaveLength(1)
})

test.each<[string, object, RegExp, Readonly<Record<string, string>>?]>([
  ['a VAT rate while in franchise', { vatRate: 20 }, /franchise/],
  [
    'a rate that is none',
    { vatRate: 19.6 },
    /19,6.*n’est pas un taux/,
    { 'Régime de TVA': 'Réel normal mensuel', 'N° TVA': 'FR00999999037' },
  ],
  ['no rate when liable', {}, /taux de TVA/, { 'Régime de TVA': 'Réel normal mensuel', 'N° TVA': 'FR00999999037' }],
  ['a formula for a name', { label: '=HYPERLINK("https://x.example")' }, /formule/],
  ['markup for a name', { label: '<img src=x onerror=alert(1)>' }, /formule/],
  ['nothing of it', { quantity: 0 }, /pas positive/],
])('%s: to review, with the reason, and nothing half done', (_name, line, why, settings = {}) => {
  const { emulator, site } = open({ ...AUTOMATIC, ...settings })
  expect(post(emulator, site, { ...ORDER, lines: [{ ...ORDER.lines[0], ...line }] })).toMatchObject({ status: 'done' })
  expect(rows(emulator, 'orders')).toMatchObject([{ status: 'À revoir', check: expect.stringMatching(why) }])
  expect(rows(emulator, 'sales')).toEqual([])
  expect(rows(emulator, 'quotes')).toEqual([])
  expect(rows(emulator, 'clients')).toHaveLength(1)
  expect(done(emulator, 'today').actions?.[0]).toMatchObject({ code: 'orders-to-review', count: 1 })
})

test.each<[string, object, RegExp]>([
  ['an address that lacks', { address: '', postcode: '' }, /adresse/],
  ['a known name with another mail', { name: 'Brasserie du Ponant' }, /autre adresse/],
  [
    'a mail of one client and the name of another',
    { name: 'Éditions du Merle', email: 'compta@client.example' },
    /plusieurs clients/,
  ],
])('%s: to review; mended in Commandes, the next run takes it', (_name, change, why) => {
  const { emulator, site } = open(AUTOMATIC)
  client(emulator, 'Éditions du Merle', { email: 'merle@client.example' })
  post(emulator, site, { ...ORDER, client: { ...ORDER.client, ...change } })
  expect(rows(emulator, 'orders')[0]).toMatchObject({ status: 'À revoir', check: expect.stringMatching(why) })
  expect(rows(emulator, 'clients')).toHaveLength(2)
  const headings = emulator.book.values('Commandes')[2] ?? []
  for (const [heading, text] of [
    ['Client', 'Zoé Martel'],
    ['E-mail', 'zoe@exemple.example'],
    ['Adresse', '1, rue des Lilas'],
    ['Code postal', '69003'],
  ] as const)
    for (const row of [4, 5]) emulator.book.type('Commandes', row, headings.indexOf(heading) + 1, [[text]])
  done(emulator, 'daily')
  expect(ordered(emulator)[0]).toEqual(['1042', 'Devis créé', 'D2026-0001', ''])
})

test.each<[string, object, object, string]>([
  [
    'SIRET',
    { siret: '99999036900015' },
    { name: 'Merle éditions', siret: '999 990 369 00015', email: undefined },
    'Éditions du Merle',
  ],
  ['e-mail', {}, { name: 'Zoé, du Merle', email: 'MERLE@client.example' }, 'Éditions du Merle'],
  ['name', {}, { name: 'éditions  du merle', email: undefined }, 'Éditions du Merle'],
])('a known client is found by %s', (_how, known, sent, name) => {
  const { emulator, site } = open(AUTOMATIC)
  client(emulator, 'Éditions du Merle', { email: 'merle@client.example', ...known })
  post(emulator, site, { ...ORDER, client: { ...ORDER.client, ...sent } })
  expect(rows(emulator, 'clients')).toHaveLength(2)
  expect(rows(emulator, 'quotes')).toMatchObject([{ client: name }])
})

test('someone who has read it may want a strange name all the same', () => {
  const { emulator, site } = open()
  post(emulator, site, { ...ORDER, lines: [{ ...ORDER.lines[0], label: '- Affiche <A3>' }] })
  expect(ordered(emulator)[0]?.[1]).toBe('À revoir')
  done(emulator, 'quote-orders', { orders: ['1042'] })
  expect(ordered(emulator)[0]?.[1]).toBe('Devis créé')
})

test('a mail that cannot leave is said; one that the quota held back leaves another day', () => {
  const { emulator, site } = open(ALL_AUTOMATIC)
  const { email: _email, ...silent } = ORDER.client
  post(emulator, site, { ...ORDER, client: silent })
  expect(rows(emulator, 'orders')[0]).toMatchObject({
    status: 'Devis créé',
    check: expect.stringContaining('n’est pas parti'),
  })
  done(emulator, 'daily')
  expect(rows(emulator, 'journal').filter((row) => row['type'] === 'not-sent')).toHaveLength(1)
  expect(workshop(emulator.save()).mails()).toHaveLength(0)
})
