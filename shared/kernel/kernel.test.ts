import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, hmacSha256Hex, of, sha256Hex, that, utf8Bytes } from './index.ts'

test('UTF-8 is what TextEncoder makes, lone surrogates included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) =>
      Buffer.from(utf8Bytes(text)).equals(Buffer.from(new TextEncoder().encode(text))),
    ),
  )
})
// FIPS 180-4, appendix B.1.
test('SHA-256 of « abc »', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
// RFC 4231, test cases 2 and 6.
test('HMAC-SHA256, with a key shorter and one longer than a block', () => {
  expect(hmacSha256Hex(utf8Bytes('Jefe'), 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
  expect(hmacSha256Hex(new Uint8Array(131).fill(0xaa), 'Test Using Larger Than Block-Size Key - Hash Key First')).toBe(
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  )
})
test('equal values have equal text, whatever the order of their keys', () => {
  expect(canonicalJson({ b: 1, a: [undefined, { d: 2, c: 'é' }], e: undefined })).toBe(
    '{"a":[null,{"c":"é","d":2}],"b":1}',
  )
})
test('canonical JSON reads back as the value', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      (value) =>
        JSON.stringify(JSON.parse(canonicalJson(value))) ===
        JSON.stringify(JSON.parse(canonicalJson(JSON.parse(JSON.stringify(value))))),
    ),
  )
})

describe('a name after « de » or « que »', () => {
  test.each([
    ['Brasserie du Ponant', 'de Brasserie du Ponant'],
    ['Atelier Nord', 'd’Atelier Nord'],
    ['Éditions du Merle', 'd’Éditions du Merle'],
    ['AV2026-0001', 'd’AV2026-0001'],
    ['F2026-0001', 'de F2026-0001'],
    ['Yves Amont', 'd’Yves Amont'],
    ['Yoga du Port', 'de Yoga du Port'],
    ['Onze', 'de Onze'],
    ['Hubert', 'de Hubert'],
    ['« Atelier »', 'de « Atelier »'],
    ['', 'de '],
  ])('%s: %s', (name, expected) => {
    expect(of(name)).toBe(expected)
    expect(that(name)).toBe(expected.replace('d', 'qu'))
  })
})
