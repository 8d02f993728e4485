import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './encoding.ts'

const bytes = (text: string, encoding: 'utf8' | 'latin1' | 'utf16le'): Uint8Array =>
  Uint8Array.from(Buffer.from(text, encoding))
const french = 'Libellé;Débit\nCrêperie de l’Œuvre;12,00 €\n'

test('a byte order mark decides', () => {
  expect(decodeText(bytes(`\ufeff${french}`, 'utf8'))).toEqual({ text: french, encoding: 'utf-8', repaired: false })
  expect(decodeText(bytes(`\ufeff${french}`, 'utf16le'))).toEqual({
    text: french,
    encoding: 'utf-16le',
    repaired: false,
  })
  const big = bytes(`\ufeff${french}`, 'utf16le').map((_, at, all) => all[at ^ 1] ?? 0)
  expect(decodeText(big)).toEqual({ text: french, encoding: 'utf-16be', repaired: false })
})

test('UTF-16 without a mark is seen by its zeros', () => {
  expect(decodeText(bytes('Date;Montant\n02/03/2026;12,00\n', 'utf16le'))).toMatchObject({ encoding: 'utf-16le' })
})

test('what is not UTF-8 is windows-1252, with its euro and quotes at 80 to 9F', () => {
  const windows = Uint8Array.from([0x4c, 0x69, 0x62, 0x65, 0x6c, 0x6c, 0xe9, 0x20, 0x80, 0x20, 0x92, 0x20, 0x9c])
  expect(decodeText(windows)).toEqual({ text: 'Libellé € ’ œ', encoding: 'windows-1252', repaired: false })
})

test('a currency sign that nobody writes is the euro of ISO 8859-15', () => {
  expect(decodeText(bytes('12,00 \u00a4 cr\u00e9dit', 'latin1'))).toEqual({
    text: '12,00 € crédit',
    encoding: 'iso-8859-15',
    repaired: false,
  })
})

test('UTF-8 that was read as windows-1252 and written again is repaired', () => {
  const once = Buffer.from('Libellé; Crédit à l’étranger', 'utf8').toString('latin1')
  const windows = [...once].map((letter) => ({ '\u0080': '€', '\u0099': '™' })[letter] ?? letter).join('')
  expect(decodeText(bytes(windows, 'utf8'))).toEqual({
    text: 'Libellé; Crédit à l’étranger',
    encoding: 'utf-8',
    repaired: true,
  })
})

test('a cut or broken sequence does not make UTF-8 another encoding', () => {
  const cut = bytes('déjà vu, été, forêt, é', 'utf8')
  expect(decodeText(cut.subarray(0, cut.length - 1))).toMatchObject({
    text: 'déjà vu, été, forêt, \ufffd',
    encoding: 'utf-8',
  })
})

test('every text comes back from its UTF-8, whatever its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 0, max: 9_000 }), (text, before) => {
      const padded = 'x'.repeat(before) + text.replace(/[\p{Cc}ÃÂâ]|\ufeff/gu, '')
      expect(decodeText(bytes(padded, 'utf8')).text).toBe(padded)
    }),
  )
})

test('the native decoder, where there is one, gives the same', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const native = (all: Uint8Array): string | undefined => {
    try {
      return strict.decode(all)
    } catch {
      return undefined
    }
  }
  for (const encoding of ['utf8', 'latin1'] as const) {
    expect(decodeText(bytes(french, encoding), native)).toEqual(decodeText(bytes(french, encoding)))
  }
})
