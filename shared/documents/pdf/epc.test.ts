import { cents } from '@tabellion/shared/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { epcModules, epcPayload } from './epc.ts'
import { transliterate } from './transliterate.ts'

const request = {
  holder: 'Léonie Vasseur EI',
  iban: 'FR7630006000011234567890189',
  amount: cents(123_405),
  remittance: 'F2026-0042',
}

test('the payload is the twelve lines of EPC069-12, version 002', () => {
  expect(epcPayload({ ...request, bic: 'AGRIFRPP' })?.split('\n')).toEqual([
    'BCD',
    '002',
    '1',
    'SCT',
    'AGRIFRPP',
    'Leonie Vasseur EI',
    'FR7630006000011234567890189',
    'EUR1234.05',
    '',
    '',
    'F2026-0042',
  ])
})

test.each([0, -1, 100_000_000_000])('%i cents cannot be asked for', (amount) => {
  expect(epcPayload({ ...request, amount: cents(amount) })).toBeUndefined()
})

test('any name fits in 331 bytes of ASCII and a code of version 13 at most', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.integer({ min: 1, max: 99_999_999_999 }),
      (holder, amount) => {
        const payload = epcPayload({ ...request, holder, amount: cents(amount), remittance: 'F'.repeat(35) })
        if (payload === undefined) return
        expect(payload).toMatch(/^[\x20-\x7e\n]*$/)
        expect(payload.length).toBeLessThanOrEqual(331)
        const modules = epcModules(payload)
        expect(modules.length).toBeLessThanOrEqual(69)
        expect(modules.every((row) => row.length === modules.length)).toBe(true)
      },
    ),
    { numRuns: 40 },
  )
})

test('a name of other letters only has no code rather than an empty beneficiary', () => {
  expect(epcPayload({ ...request, holder: '株式会社' })).toBeUndefined()
})

test('transliteration keeps what a French reader expects', () => {
  expect(transliterate('Brûlerie du Cœur d’Oïl & Fils – L’Haÿ')).toBe("Brulerie du Coeur d'Oil + Fils - L'Hay")
  expect(transliterate('Zoé Łukasiewicz, Straße 5')).toBe('Zoe Lukasiewicz, Strasse 5')
})
