import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import {
  deducedExemption,
  exemptionReason,
  exemptionReasons,
  exemptionText,
  readExemptionReason,
  type SaleSituation,
} from './exemption-reasons.ts'

const sale: SaleSituation = { franchise: false, buyer: 'business', nature: 'servicesBnc', seller: 'metropolitan' }

test.each<[string, Partial<SaleSituation>, string | undefined]>([
  ['a domestic sale of a liable seller bears VAT', {}, undefined],
  ['a franchise seller at home', { franchise: true }, 'franchise'],
  ['a franchise seller and a consumer', { franchise: true, buyer: 'consumer' }, 'franchise'],
  ['a service to an EU business', { buyer: 'eu' }, 'eu-service'],
  ['the same in franchise', { buyer: 'eu', franchise: true }, 'eu-service'],
  ['goods to an EU business', { buyer: 'eu', nature: 'goods' }, 'intra-community-supply'],
  ['goods to an EU business in franchise', { buyer: 'eu', nature: 'goods', franchise: true }, 'franchise'],
  ['goods exported', { buyer: 'nonEu', nature: 'goods' }, 'export'],
  ['a service outside the EU', { buyer: 'nonEu', nature: 'servicesBic' }, 'non-eu-service'],
  ['a service outside the EU in franchise', { buyer: 'nonEu', franchise: true }, 'non-eu-service'],
  ['a seller in Guyane', { seller: '973' }, 'guyane-mayotte'],
  ['a seller in Mayotte, in franchise', { seller: '976', franchise: true }, 'guyane-mayotte'],
  ['goods to La Réunion', { nature: 'goods', buyerTerritory: '974' }, 'overseas-goods'],
  ['goods from Guadeloupe to Martinique', { nature: 'goods', seller: '971', buyerTerritory: '972' }, undefined],
  ['a service to La Réunion', { buyerTerritory: '974' }, undefined],
  ['money advanced for the client', { nature: 'disbursement' }, 'disbursement'],
])('%s', (_, situation, reason) => {
  expect(deducedExemption({ ...sale, ...situation })).toBe(reason)
})
test.each([
  [
    'Autoliquidation – sous-traitance du bâtiment (CGI 283, 2 nonies)',
    'construction-subcontracting',
    'AE',
    'VATEX-FR-AE',
  ],
  ['Exonération – formation professionnelle (CGI 261, 4-4°)', 'training', 'E', 'VATEX-FR-CGI261-4'],
  ['Exonération - exportation (CGI 262, I)', 'export', 'G', 'VATEX-EU-G'],
  ['exonération – livraison intracommunautaire (CGI 262 ter, I)', 'intra-community-supply', 'K', 'VATEX-EU-IC'],
  ['Hors champ – Guyane, Mayotte (CGI 294, 1)', 'guyane-mayotte', 'O', 'VATEX-EU-O'],
  ['Autre exonération', 'other', 'E', undefined],
])('the cell « %s » means %s', (cell, id, category, vatex) => {
  const reason = readExemptionReason(cell)
  expect([reason?.id, reason?.category, reason?.vatex]).toEqual([id, category, vatex])
})
test('any other cell is none', () => {
  expect(readExemptionReason('Exonération')).toBeUndefined()
})
test('each text cites the article in French until 30 June 2028, and only the user can write that of another reason', () => {
  for (const { id } of exemptionReasons) {
    expect(exemptionText(id, day('2026-11-25')) !== undefined).toBe(id !== 'other')
    expect(exemptionText(id, day('2028-07-01'))).toBeUndefined()
  }
  expect(exemptionText('franchise', day('2026-11-25'))).toBe('TVA non applicable, article 293 B du CGI')
})
test('a reverse charge says so in the word of the law', () => {
  for (const reason of exemptionReasons.filter(({ category }) => category === 'AE'))
    expect(exemptionText(reason.id, day('2026-11-25'))).toMatch(/^Autoliquidation\b/)
  expect(exemptionReason('eu-service').vatex).toBe('VATEX-EU-AE')
})
