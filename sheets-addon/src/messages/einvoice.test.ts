import { provocations, situations } from '@tabellion/shared/documents/fixtures'
import { einvoiceVerdict } from '@tabellion/shared/documents/preflight'
import { expect, test } from 'vitest'
import { einvoiceStatus, einvoiceText } from './einvoice.ts'

const cases = Object.entries(provocations).flatMap(([code, makers]) =>
  makers.map((make, index) => [code, index, make()] as const),
)

test.each(cases)('%s is said in French, with what to do (%i)', (_, __, document) => {
  const { reasons } = einvoiceVerdict(document)
  for (const reason of reasons) {
    const text = einvoiceText(reason, { client: document.buyer.name })
    expect(text).toMatch(/[.»]$/)
    expect(text).not.toMatch(/undefined|NaN|\bnull\b|[a-z]+-[a-z]+-[a-z]+\b.*code|\u2018/)
    expect(text.length).toBeGreaterThan(40)
  }
})
test.each([
  ['franchise-business', 'Conforme'],
  ['consumer-paid-by-card', 'Sans objet\u00a0: particulier sans e-mail'],
])('the register shows for %s « %s »', (name, status) => {
  const document = situations[name]
  expect(document && einvoiceStatus(einvoiceVerdict(document))).toBe(status)
})
test.each([
  ['missing-siren', 'Incomplet\u00a0: SIREN du client'],
  ['wrong-iban', 'Incomplet\u00a0: IBAN'],
  ['unknown-unit', 'Incomplet\u00a0: Unité d’une ligne'],
  ['wrong-total', 'Incomplet\u00a0: contenu du document'],
])('the register shows for %s « %s »', (code, status) => {
  const [make] = provocations[code as keyof typeof provocations]
  expect(make && einvoiceStatus(einvoiceVerdict(make()))).toBe(status)
})
test('the missing SIREN is asked for by the client’s name', () => {
  const [make] = provocations['missing-siren']
  const reason = make && einvoiceVerdict(make()).reasons[0]
  expect(reason && einvoiceText(reason, { client: 'Dupont SARL' })).toBe(
    'il manque le SIREN de Dupont SARL, sans lequel aucune plateforme ne peut lui remettre la facture. Vous le trouverez sur annuaire-entreprises.data.gouv.fr.',
  )
})
