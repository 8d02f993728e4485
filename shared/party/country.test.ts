import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { countryName, isEuMember, isFrench, readCountry } from './country.ts'
import { countryNames } from './country-names.ts'

test.each([
  ['France', 'FR'],
  ['fr', 'FR'],
  ['Belgique', 'BE'],
  [' ETATS-UNIS ', 'US'],
  ['États\u00a0Unis d’Amérique', 'US'],
  ['le Royaume-Uni', 'GB'],
  ['UK', 'GB'],
  ['Les Pays-Bas', 'NL'],
  ['Allemagne', 'DE'],
  ['Côte d’Ivoire', 'CI'],
  ["Côte d'Ivoire", 'CI'],
  ['La Réunion', 'RE'],
  ['Tchéquie', 'CZ'],
  ['Freedonia', undefined],
  ['', undefined],
  ['ZZ', undefined],
])('« %s » is read as %s', (text, code) => {
  expect(readCountry(text)).toBe(code)
})
test('every name is read back as its own code', () => {
  expect(countryNames().size).toBe(249)
  for (const [code, name] of countryNames()) expect(readCountry(name)).toBe(code)
  expect(countryName('BE')).toBe('Belgique')
})
test.each([
  ['GB', '2020-12-31', true],
  ['GB', '2021-01-01', false],
  ['HR', '2013-06-30', false],
  ['HR', '2013-07-01', true],
  ['BE', '2026-01-01', true],
  ['MC', '2026-01-01', true],
  ['CH', '2026-01-01', false],
  ['NO', '2026-01-01', false],
])('%s on %s: EU %s', (country, on, member) => {
  expect(isEuMember(country, day(on))).toBe(member)
})
test('there are twenty-seven members today, Monaco counted with France', () => {
  expect([...countryNames().keys()].filter((code) => isEuMember(code, day('2026-01-01')))).toHaveLength(28)
})
test('overseas collectivities are French', () => {
  expect(isFrench('RE') && isFrench('PF') && !isFrench('BE')).toBe(true)
})
