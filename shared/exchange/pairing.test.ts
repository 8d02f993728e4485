import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64Url, keyIdOf, pairingCode, readAddress, readPairingCode, toBase64Url } from './index.ts'

const secret = new Uint8Array(32).map((_, at) => 255 - at)
const url = 'https://script.google.com/macros/s/AKfycbzExampleExampleExample_-0123456789/exec'
const pairing = { kid: keyIdOf(secret), secret, url }
const code = pairingCode(pairing)

test('a pairing code is one line that reads back', () => {
  expect(code).toMatch(/^tabellion1\.[\w-]+\.[0-9a-f]{8}$/)
  expect(readPairingCode(code)).toEqual({ ok: true, value: pairing })
  const { url: _url, ...bare } = pairing
  expect(readPairingCode(pairingCode(bare))).toEqual({ ok: true, value: bare })
})

test('line breaks, quotes and spaces of a mail do not matter', () => {
  const mailed = `« ${code.match(/.{1,50}/g)?.join('\r\n')}\u00a0»`
  expect(readPairingCode(mailed)).toEqual({ ok: true, value: pairing })
})

test.each([
  ['', 'not-a-pairing-code'],
  ['FR7630001007941234567890185', 'not-a-pairing-code'],
  [url, 'not-a-pairing-code'],
  [code.slice(0, -1), 'pairing-code-cut'],
  [code.slice(0, 60), 'pairing-code-cut'],
  [code.replace('tabellion1.', 'tabellion2.'), 'pairing-code-of-another-version'],
  [pairingCode({ ...pairing, url: 'https://evil.example/macros/s/x/exec' }), 'pairing-code-address'],
  [pairingCode({ ...pairing, secret: secret.slice(1) }), 'not-a-pairing-code'],
])('« %.40s » is refused: %s', (pasted, problem) => {
  expect(readPairingCode(pasted)).toEqual({ ok: false, problem: { code: problem } })
})

test('a letter changed anywhere is noticed', () => {
  for (let at = 'tabellion'.length; at < code.length; at++) {
    const other = code[at] === 'A' ? 'B' : 'A'
    expect(readPairingCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false)
  }
})

test('bytes survive base64url, as Node writes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const text = toBase64Url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64Url(text)).toEqual(bytes)
    }),
  )
  expect(fromBase64Url('a')).toBeUndefined()
  expect(fromBase64Url('a+/=')).toBeUndefined()
})

describe('an address', () => {
  test.each([
    [url, false],
    [`  ${url}?f=1 `, false],
    ['https://script.google.com/a/macros/example.com/s/AKfycbzExampleExampleExample_-0123456789/exec', false],
    ['https://script.google.com/a/example.com/macros/s/AKfycbzExampleExampleExample_-0123456789/exec', false],
    ['http://127.0.0.1:8765/macros/s/emulated-deployment/exec', true],
  ])('%s is taken', (pasted, demonstration) => {
    expect(readAddress(pasted)).toEqual({ ok: true, value: { url: pasted.trim().replace('?f=1', ''), demonstration } })
  })
  test.each([
    ['', 'no-address'],
    ['AKfycbzExampleExampleExample', 'no-address'],
    [url.replace('/exec', '/dev'), 'test-address'],
    ['https://script.google.com/home/projects/1abc/edit', 'editor-address'],
    ['https://docs.google.com/spreadsheets/d/1abc/edit#gid=0', 'spreadsheet-address'],
    [url.replace('https', 'http'), 'other-address'],
    [url.replace('script.google.com', 'script.google.com.evil.example'), 'other-address'],
    [url.replace('https://', 'https://user@'), 'other-address'],
    ['http://localhost:8765/macros/s/emulated-deployment/exec', 'other-address'],
    ['http://127.0.0.1:8765/macros/s/emulated-deployment/exec/more', 'other-address'],
    ['http://127.0.0.1.evil.example:80/macros/s/x/exec', 'other-address'],
  ])('%s is refused: %s', (pasted, problem) => {
    expect(readAddress(pasted)).toEqual({ ok: false, problem: { code: problem } })
  })
})
