import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatSiren, formatSiret, parseSiren, parseSiret, sirenOf } from './siret.ts'

const value = <V>(result: { ok: true; value: V } | { ok: false; problem: unknown }): V => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

test('a SIREN and a SIRET are read with the spaces people type', () => {
  expect(value(parseSiren(' 732 829 320 '))).toBe('732829320')
  expect(value(parseSiret('732 829 320 00074'))).toBe('73282932000074')
  expect(sirenOf(value(parseSiret('732.829.320-00074')))).toBe('732829320')
})
test.each([
  ['', { code: 'empty' }],
  ['73282932A', { code: 'not-digits' }],
  ['73282932', { code: 'wrong-length', expected: [9] }],
  ['732829321', { code: 'wrong-key' }],
])('the SIREN « %s » is refused', (text, problem) => {
  expect(parseSiren(text)).toMatchObject({ ok: false, problem })
})
test.each([
  ['732829320', { code: 'wrong-length', expected: [14] }],
  ['73282932000075', { code: 'wrong-key' }],
  // Luhn holds on the fourteen digits, not on the nine first.
  ['73282932100073', { code: 'wrong-key' }],
])('the SIRET « %s » is refused', (text, problem) => {
  expect(parseSiret(text)).toMatchObject({ ok: false, problem })
})
test.each(['35600000000048', '35600000049837', '35600000009075'])('La Poste: %s is accepted', (text) => {
  expect(parseSiret(text).ok).toBe(true)
})
test('La Poste: digits that sum to no multiple of five are refused', () => {
  expect(parseSiret('35600000049838')).toMatchObject({ ok: false, problem: { code: 'wrong-key' } })
})
test('grouped for reading, then read again, an identifier is unchanged', () => {
  expect(formatSiret(value(parseSiret('73282932000074')))).toBe('732\u00a0829\u00a0320\u00a000074')
  expect(formatSiren(value(parseSiren('732829320')))).toBe('732\u00a0829\u00a0320')
  expect(value(parseSiret(formatSiret(value(parseSiret('73282932000074')))))).toBe('73282932000074')
})
test('one wrong digit is always seen', () => {
  fc.assert(
    fc.property(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
      const digits = [...'732829320']
      digits[at] = String((Number(digits[at]) + shift) % 10)
      expect(parseSiren(digits.join('')).ok).toBe(false)
    }),
  )
})
