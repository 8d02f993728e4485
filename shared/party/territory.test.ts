import { expect, test } from 'vitest'
import { departementOf, parsePostcode, territoryOf } from './territory.ts'

test.each([
  ['69001', 'metropolitan', '69'],
  ['20000', 'metropolitan', '2A'],
  ['20137', 'metropolitan', '2A'],
  ['20200', 'metropolitan', '2B'],
  ['97100', '971', '971'],
  ['97200', '972', '972'],
  ['97300', '973', '973'],
  ['97400', '974', '974'],
  ['97600', '976', '976'],
  ['97133', 'other', '971'],
  ['97150', 'other', '971'],
  ['97500', 'other', '975'],
  ['98800', 'other', '988'],
  ['98000', 'metropolitan', undefined],
  ['75 008', 'metropolitan', '75'],
  ['1000', undefined, undefined],
  ['00100', undefined, undefined],
  ['B-1000', undefined, undefined],
])('postcode %s: territory %s, département %s', (postcode, territory, departement) => {
  expect(territoryOf(postcode)).toBe(territory)
  expect(departementOf(postcode)).toBe(departement)
})
test('a postcode is five digits, spaces removed', () => {
  expect(parsePostcode('13\u00a0001')).toBe('13001')
  expect(parsePostcode('99123')).toBeUndefined()
})
