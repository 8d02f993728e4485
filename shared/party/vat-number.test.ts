import { expect, test } from 'vitest'
import { parseSiren } from './siret.ts'
import { countryOfVatNumber, parseVatNumber, vatNumberOf } from './vat-number.ts'

test('the French number is computed from the SIREN', () => {
  const siren = parseSiren('404833048')
  expect(siren.ok && vatNumberOf(siren.value)).toBe('FR83404833048')
})
test.each([
  ['FR 40 303 265 045', 'FR40303265045'],
  ['fr23334175221', 'FR23334175221'],
  ['FR K7 399 859 412', 'FRK7399859412'],
  ['FR4Z123456782', 'FR4Z123456782'],
  ['DE 136 695 976', 'DE136695976'],
  ['BE 0428.759.497', 'BE0428759497'],
  ['GR 094259216', 'EL094259216'],
  ['IE1234567FA', 'IE1234567FA'],
  ['NL 004495445B01', 'NL004495445B01'],
  ['ATU13585627', 'ATU13585627'],
  ['XI123456789', 'XI123456789'],
])('« %s » is read as %s', (text, number) => {
  expect(parseVatNumber(text)).toEqual({ ok: true, value: number })
})
test.each([
  ['', 'empty'],
  ['FR41303265045', 'wrong-key'],
  ['FR40303265046', 'wrong-key'],
  ['FR4030326504', 'wrong-length'],
  ['FRO1303265045', 'wrong-characters'],
  ['DE13669597X', 'wrong-characters'],
  ['GB123456789', 'unknown-country'],
  ['CHE123456789', 'unknown-country'],
  ['303265045', 'unknown-country'],
])('« %s » is refused: %s', (text, code) => {
  expect(parseVatNumber(text)).toMatchObject({ ok: false, problem: { code } })
})
test('the country is the ISO one', () => {
  const greek = parseVatNumber('EL094259216')
  expect(greek.ok && countryOfVatNumber(greek.value)).toBe('GR')
})
