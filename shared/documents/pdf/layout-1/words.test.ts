import { day } from '@tabellion/shared/calendar'
import { listValues } from '@tabellion/shared/ledger'
import { expect, test } from 'vitest'
import { count, franchise, sold } from '../../fixtures/build.ts'
import { quantityText } from './words.ts'

const hour = {
  label: 'Ligne',
  unit: 'h',
  price: 10,
  vat: franchise,
  nature: 'servicesBnc',
  date: day('2026-11-25'),
} as const
const written = (quantity: number, unit: string): string =>
  quantityText({ ...sold('row', { ...hour, quantity: 1 }), quantity: count(quantity), unit }).replace('\u00a0', ' ')

test('each unit that the list proposes, thirty times', () => {
  expect((listValues['units'] ?? []).map((unit) => written(30, unit))).toEqual([
    '30 h',
    '30 jours',
    '30 forfaits',
    '30 pièces',
    '30 m²',
    '30 m',
    '30 km',
    '30 mois',
  ])
})
test.each([
  [0, 'jour', '0 jour'],
  [0.25, 'jour', '0,25 jour'],
  [1.5, 'heure', '1,5 heure'],
  [1.9999, 'heure', '1,9999 heure'],
  [2, 'heure', '2 heures'],
  [-3, 'pièce', '−3 pièces'],
  [-1, 'pièce', '−1 pièce'],
  [30, 'semaine', '30 semaines'],
  [2, 'an', '2 ans'],
  [45, 'minute', '45 minutes'],
  [5, 'litre', '5 litres'],
  [3, 'Demi-journée', '3 Demi-journées'],
])('%d of « %s » is written « %s »', (units, unit, text) => {
  expect(written(units, unit)).toBe(text)
})
test.each(['jours', 'stère', 'kWh', 'prix', 'm3', 'box', 'colis', 'jour homme', 'min'])(
  '« %s » stays as it is typed',
  (unit) => {
    expect(written(30, unit)).toBe(`30 ${unit}`)
  },
)
