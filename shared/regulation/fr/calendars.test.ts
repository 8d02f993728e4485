import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { inForce } from '../dated-table.ts'
import { delayCost } from './delay-costs.ts'
import { incomeTaxCampaigns, incomeTaxZone } from './income-tax-calendar.ts'
import { ca3Day, simplifiedInstalments } from './vat-filing.ts'

test.each([
  ['2023-12-31', undefined],
  ['2024-01-01', ['2024-05-21', '2024-05-23', '2024-05-30', '2024-06-06']],
  ['2025-06-30', ['2025-05-20', '2025-05-22', '2025-05-28', '2025-06-05']],
  ['2026-12-31', ['2026-05-19', '2026-05-21', '2026-05-28', '2026-06-04']],
  ['2027-01-01', undefined],
])('the campaign of %s', (on, days) => {
  const value = inForce(incomeTaxCampaigns, day(on))?.value
  expect(value && [value.paper, value.online[1], value.online[2], value.online[3]]).toEqual(days)
})
test.each([
  ['01', 1],
  ['19', 1],
  ['2A', 2],
  ['2B', 2],
  ['21', 2],
  ['54', 2],
  ['55', 3],
  ['75', 3],
  ['976', 3],
])('département %s is in zone %i', (departement, zone) => {
  expect(incomeTaxZone(departement)).toBe(zone)
})
test.each([
  ['75', 'Durand', 15],
  ['75', 'Martin', 17],
  ['94', 'H', 15],
  ['94', 'I', 17],
  ['69', 'Durand', 16],
  ['69', 'Martin', 19],
  ['69', undefined, 16],
  [undefined, 'Martin', 15],
])('CA3 in %s for %s: the %i', (departement, surname, date) => {
  expect(ca3Day(departement, surname)).toBe(date)
})
test('the simplified regime has no instalment after 2026', () => {
  expect(inForce(simplifiedInstalments, day('2026-12-31'))).toBeDefined()
  expect(inForce(simplifiedInstalments, day('2027-01-01'))).toBeUndefined()
})
test.each([
  ['2023-12-31', 'Pénalité de 1,5 % du plafond mensuel par déclaration manquante'],
  ['2024-01-01', '58\u00a0€ par déclaration manquante'],
  ['2025-01-01', '59\u00a0€ par déclaration manquante'],
  ['2026-12-31', '61\u00a0€ par déclaration manquante'],
  ['2027-01-01', 'Pénalité de 1,5 % du plafond mensuel par déclaration manquante'],
])('a missing turnover return on %s: %s', (on, start) => {
  expect(delayCost('urssaf', day(on)).text.startsWith(start)).toBe(true)
})
