import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atob, btoa } from './base64.ts'

const binary = fc.uint8Array({ maxLength: 300 }).map((bytes) => String.fromCharCode(...bytes))

test('base64 is what Node makes of the same bytes, both ways', () => {
  fc.assert(
    fc.property(binary, (text) => {
      const expected = Buffer.from(text, 'latin1').toString('base64')
      expect(btoa(text)).toBe(expected)
      expect(atob(expected)).toBe(text)
    }),
  )
})

test('a long text and line breaks are read', () => {
  const text = 'ÿ\u0000a'.repeat(40_000)
  expect(atob(btoa(text).replace(/(.{76})/g, '$1\n'))).toBe(text)
})
