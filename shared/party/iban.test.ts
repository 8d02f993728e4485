import { expect, test } from 'vitest'
import { formatIban, maskedIban, parseBic, parseIban } from './iban.ts'

test.each([
  ['FR76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189'],
  ['fr14 2004 1010 0505 0001 3m02 606', 'FR1420041010050500013M02606'],
  ['BE68\u00a05390\u00a00754\u00a07034', 'BE68539007547034'],
  ['MC58 1122 2000 0101 2345 6789 030', 'MC5811222000010123456789030'],
  ['DE89370400440532013000', 'DE89370400440532013000'],
])('« %s » is read', (text, iban) => {
  expect(parseIban(text)).toEqual({ ok: true, value: iban })
})
test.each([
  ['', 'empty'],
  ['FR7630006000011234567890188', 'wrong-key'],
  ['FR763000600001123456789018', 'wrong-length'],
  ['XX7630006000011234567890189', 'unknown-country'],
  ['FR76 3000 6000 0112 3456 7890 18é', 'wrong-characters'],
  ['30006000011234567890189', 'wrong-characters'],
])('« %s » is refused: %s', (text, code) => {
  expect(parseIban(text)).toMatchObject({ ok: false, problem: { code } })
})
test('an IBAN is shown in groups of four that do not break', () => {
  const iban = parseIban('FR7630006000011234567890189')
  expect(iban.ok && formatIban(iban.value)).toBe('FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189')
})
test.each([
  ['AGRIFRPP', true],
  ['agri fr pp 882', true],
  ['AGRIFRP', 'wrong-length'],
  ['AGRIZZPP', 'unknown-country'],
  ['AGR1FRPP', 'wrong-characters'],
])('the BIC « %s » is judged %s', (text, verdict) => {
  const read = parseBic(text)
  expect(read.ok || read.problem.code).toBe(verdict)
})

test('a masked IBAN keeps its country, its key and its end', () => {
  expect(maskedIban('FR76 3000 6000 0112 3456 7890 189')).toBe('FR76…0189')
  expect(maskedIban('fr7630006000011234567890189')).toBe('FR76…0189')
  expect(maskedIban('Compte 1234')).toBeUndefined()
})
