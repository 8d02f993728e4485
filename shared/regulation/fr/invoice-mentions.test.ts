import { day } from '@tabellion/shared/calendar'
import { cents, percent } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { type MentionContext, mentionsFor, nameWithEi } from './invoice-mentions.ts'
import { paymentNotes } from './payment-mentions.ts'

const freelance: MentionContext = {
  document: 'standard',
  on: day('2026-11-25'),
  seller: { name: 'Camille Martin', siret: '732 829 320 00074', franchise: true, vatOnDebits: false, craftsman: false },
  buyer: 'business',
  discount: '',
  natures: ['servicesBnc'],
  exemptions: ['franchise'],
}
const liable: MentionContext = { ...freelance, seller: { ...freelance.seller, franchise: false }, exemptions: [] }
const texts = (context: MentionContext) => mentionsFor(context).map(({ id, text }) => `${id}: ${text}`)
const ids = (context: MentionContext) => mentionsFor(context).map(({ id }) => id)

test('a franchise invoice to a business carries exactly these mentions', () => {
  expect(texts(freelance)).toEqual([
    'ei-name: Camille Martin EI',
    'siren: SIRET 732 829 320 00074',
    'vat-franchise: TVA non applicable, article 293 B du CGI',
    'discount: Escompte pour paiement anticipé\u00a0: néant',
    'penalty: Pénalités de retard\u00a0: taux BCE + 10 points, soit 12,40\u00a0% l’an au 1er juillet 2026, exigibles sans rappel dès le lendemain de l’échéance (C. com. art. L441-10)',
    'recovery-fee: Indemnité forfaitaire pour frais de recouvrement\u00a0: 40\u00a0€',
  ])
})
test('a consumer is told of neither penalties nor the 40 euros, but of the mediator', () => {
  const seller = { ...freelance.seller, mediator: 'CM2C, 49 rue de Ponthieu, 75008 Paris, cm2c.net' }
  expect(ids({ ...freelance, seller, buyer: 'consumer' })).toEqual(['ei-name', 'siren', 'vat-franchise', 'mediator'])
  expect(ids({ ...freelance, seller })).not.toContain('mediator')
})
test('a public buyer owes the ECB rate plus eight points', () => {
  const penalty =
    'penalty: Intérêts moratoires\u00a0: taux BCE + 8 points, soit 10,40\u00a0% l’an au 1er juillet 2026, exigibles sans rappel dès le lendemain de l’échéance (C. commande publique, art. L2192-13)'
  expect(texts({ ...freelance, buyer: 'public' })).toContain(penalty)
  // The rate agreed with other clients is not its own (R2192-31).
  expect(texts({ ...freelance, buyer: 'public', penaltyRate: percent('15') })).toContain(penalty)
})
test('when the half-year is unknown the rule stands alone, an agreed rate stands for itself', () => {
  const on = day('2027-01-01')
  expect(texts({ ...freelance, on })).toContain(
    'penalty: Pénalités de retard\u00a0: taux BCE + 10 points, exigibles sans rappel dès le lendemain de l’échéance (C. com. art. L441-10)',
  )
  expect(texts({ ...freelance, on, penaltyRate: percent('15') })).toContain(
    'penalty: Pénalités de retard\u00a0: 15,00\u00a0% l’an, exigibles sans rappel dès le lendemain de l’échéance (C. com. art. L441-10)',
  )
})
test.each([
  ['', 'Escompte pour paiement anticipé\u00a0: néant'],
  ['néant', 'Escompte pour paiement anticipé\u00a0: néant'],
  ['2 % sous 8 jours', 'Escompte pour paiement anticipé\u00a0: 2 % sous 8 jours'],
  ['Escompte de 2 % sous 8 jours', 'Escompte de 2 % sous 8 jours'],
])('the discount « %s » is printed « %s »', (discount, text) => {
  expect(texts({ ...freelance, discount })).toContain(`discount: ${text}`)
})
test('a trader has a line for the registry, a liberal profession none', () => {
  expect(texts({ ...freelance, seller: { ...freelance.seller, rcsTown: 'Lyon' } })).toContain('rcs: RCS Lyon')
  expect(ids(freelance)).not.toContain('rcs')
})
test('foreign business clients see reverse charge, and the penalties of any professional', () => {
  expect(ids({ ...freelance, buyer: 'eu', exemptions: ['eu-service'] })).toEqual([
    'ei-name',
    'siren',
    'reverse-charge',
    'discount',
    'penalty',
    'recovery-fee',
  ])
  expect(texts({ ...liable, buyer: 'nonEu', exemptions: ['non-eu-service'] })).toContain(
    'vat-exemption: TVA non applicable, art. 259-1 du CGI',
  )
})
test('each reason is printed once, and another one in the words of the user', () => {
  expect(
    texts({
      ...liable,
      exemptions: ['training', 'training', 'other'],
      otherExemptionTexts: ['Exonération de TVA, art. 261 D du CGI'],
    }),
  ).toEqual(
    expect.arrayContaining([
      'vat-exemption: Exonération de TVA, art. 261, 4-4° du CGI',
      'vat-exemption: Exonération de TVA, art. 261 D du CGI',
    ]),
  )
  expect(ids({ ...liable, exemptions: ['training', 'training'] }).filter((id) => id === 'vat-exemption')).toHaveLength(
    1,
  )
})
test('VAT on debits is for services of a liable seller alone', () => {
  const seller = { ...liable.seller, vatOnDebits: true }
  expect(texts({ ...liable, seller })).toContain('debits: Option pour le paiement de la taxe d’après les débits')
  expect(ids({ ...liable, seller, natures: ['goods'] })).not.toContain('debits')
  expect(ids({ ...freelance, seller: { ...seller, franchise: true } })).not.toContain('debits')
})
test.each([
  ['2027-08-31', undefined],
  ['2027-09-01', 'operation-nature: Prestation de services'],
])('on %s the nature of the operation reads %s', (on, text) => {
  expect(texts({ ...freelance, on: day(on) }).find((line) => line.startsWith('operation-nature'))).toBe(text)
})
test('mixed sales say so', () => {
  expect(texts({ ...freelance, on: day('2027-09-01'), natures: ['goods', 'servicesBic', 'disbursement'] })).toContain(
    'operation-nature: Opérations mixtes\u00a0: livraison de biens et prestation de services',
  )
})
test('a credit note names its invoice and asks for nothing', () => {
  const credit = texts({
    ...freelance,
    document: 'credit',
    corrects: { number: 'F2026-0012', issued: day('2026-03-03'), deposit: false },
  })
  expect(credit).toContain(
    'credit-reference: Cet avoir rectifie la facture n°\u00a0F2026-0012 du 03/03/2026\u00a0: il en réduit d’autant le montant dû.',
  )
  const corrects = { number: 'F2026-0010', issued: day('2026-03-03'), deposit: true }
  expect(texts({ ...freelance, document: 'credit', corrects }).join()).toContain(
    'rectifie la facture d’acompte n°\u00a0F2026-0010 du 03/03/2026',
  )
  expect(credit.join()).not.toMatch(/Pénalités|Escompte|40/)
})
test('a balance names each deposit', () => {
  const deposits = [{ number: 'F2026-0010', issued: day('2026-03-03'), amount: cents(30_000) }]
  expect(texts({ ...freelance, document: 'balance', deposits })).toContain(
    'deposit-reference: Acompte déduit\u00a0: facture n°\u00a0F2026-0010 du 03/03/2026, 300,00\u00a0€',
  )
})
test('a quote carries who sells, why no VAT, the insurance and the mediator', () => {
  const seller = {
    ...freelance.seller,
    craftsman: true,
    insurance: 'MAAF, 79180 Chauray, France métropolitaine',
    mediator: 'CM2C',
  }
  expect(ids({ ...freelance, document: 'quote', buyer: 'consumer', seller, exemptions: [] })).toEqual([
    'ei-name',
    'siren',
    'vat-franchise',
    'insurance',
    'mediator',
  ])
})
test.each([
  ['Camille Martin', 'Camille Martin EI'],
  ['Camille Martin EI', 'Camille Martin EI'],
  ['EI Camille Martin', 'EI Camille Martin'],
  ['Camille Martin, entrepreneur individuel', 'Camille Martin, entrepreneur individuel'],
  ['Camille  Meier', 'Camille Meier EI'],
  ['Eileen Reimer', 'Eileen Reimer EI'],
])('« %s » is printed « %s »', (typed, printed) => {
  expect(nameWithEi(typed)).toBe(printed)
})
test('the XML notes exist for consumers too, and say that nothing is owed', () => {
  const notes = paymentNotes({ buyer: 'consumer', on: day('2026-11-25'), discount: '' })
  expect(notes.PMD).toBe('Pénalités de retard\u00a0: sans objet, client consommateur')
  expect(notes.AAB).toBe('Escompte pour paiement anticipé\u00a0: néant')
  expect(paymentNotes({ buyer: 'business', on: day('2026-11-25'), discount: '' }).PMT).toContain('40\u00a0€')
})
test('every mention has an https source', () => {
  for (const { source } of mentionsFor(freelance)) expect(source.url).toMatch(/^https:/)
})
