import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asciiJson,
  clockDifference,
  isRequestSealed,
  type RequestEnvelope,
  readRequest,
  readResponse,
  requestText,
  sealAnswer,
  sealRequest,
} from './index.ts'

const secret = new Uint8Array(32).map((_, at) => at)
const unsigned = {
  v: 1,
  kid: '0123456789abcdef',
  id: '01JDGX5M2QKD0ZV7T3W9C8B6AH',
  at: '2026-11-25T08:00:00.000Z',
  op: 'record',
  body: '{"label":"VIR DUPONT \\u00c9"}',
} as const
const request = sealRequest(unsigned, secret)

// The digest was computed with sha256sum: the extension's WebCrypto, the add-on and this line agree on one text.
test('what is signed is version, key, id, instant, op and digest of the body, line by line', () => {
  expect(requestText(unsigned)).toBe(
    [
      '1',
      '0123456789abcdef',
      '01JDGX5M2QKD0ZV7T3W9C8B6AH',
      '2026-11-25T08:00:00.000Z',
      'record',
      '94c8ad27b98859cdaca0f856ebc7d43211fc117ad2453a1da7d32a2c5657d2af',
    ].join('\n'),
  )
})

test('a sealed request reads back, whatever it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (label) => {
      const sent = sealRequest({ ...unsigned, body: asciiJson({ label }) }, secret)
      const wire = asciiJson(sent)
      expect(wire).toMatch(/^[\u0020-\u007e]*$/)
      const read = readRequest(wire)
      expect(read).toEqual({ ok: true, value: sent })
      expect(read.ok && isRequestSealed(read.value, secret)).toBe(true)
      expect(read.ok && JSON.parse(read.value.body)).toEqual({ label })
    }),
  )
})

test.each([
  ['kid', 'fedcba9876543210'],
  ['id', '01JDGX5M2QKD0ZV7T3W9C8B6AJ'],
  ['at', '2026-11-25T08:00:00.001Z'],
  ['op', 'undo'],
  ['body', '{"label":"VIR DUPONT"}'],
  ['mac', `${request.mac.slice(0, -1)}${request.mac.endsWith('0') ? '1' : '0'}`],
])('another %s breaks the seal', (member, value) => {
  expect(isRequestSealed({ ...request, [member]: value } as RequestEnvelope, secret)).toBe(false)
})

test('another secret breaks the seal', () => {
  expect(
    isRequestSealed(
      request,
      secret.map((byte) => byte ^ 1),
    ),
  ).toBe(false)
})

test('an answer is not taken for a request, nor a request for an answer', () => {
  const { op: _op, ...bare } = unsigned
  const answer = sealAnswer(bare, secret)
  expect(isRequestSealed({ ...answer, op: 'answer' }, secret)).toBe(true)
  // `answer` passes as an op only in form: it is not one, so that nothing listens to it.
  expect(readResponse(asciiJson(request))).toBeUndefined()
  expect(readRequest(asciiJson(answer))).toEqual({ ok: false, problem: { code: 'unreadable' } })
})

test.each([
  ['', 'unreadable'],
  ['<!DOCTYPE html><title>Sign in</title>', 'unreadable'],
  ['{}', 'unreadable'],
  ['[1]', 'unreadable'],
  [asciiJson({ ...request, more: 1 }), 'unreadable'],
  [asciiJson({ ...request, kid: 'bridge.key' }), 'unreadable'],
  [asciiJson({ ...request, id: 'x\ny' }), 'unreadable'],
  [asciiJson({ ...request, v: 2 }), 'wrong-version'],
  [asciiJson({ v: 3, whatever: true }), 'wrong-version'],
])('%s is %s', (wire, code) => {
  expect(readRequest(wire)).toEqual({ ok: false, problem: { code } })
})

test('a response is a signed answer, an unsigned refusal, or neither', () => {
  const { op: _op, ...bare } = unsigned
  const answer = sealAnswer(bare, secret)
  expect(readResponse(asciiJson(answer))).toEqual(answer)
  expect(readResponse('{"v":1,"refused":"wrong-mac"}')).toEqual({ v: 1, refused: 'wrong-mac' })
  expect(readResponse('<title>Error</title>')).toBeUndefined()
  expect(readResponse('{"v":1,"refused":"because"}')).toBeUndefined()
})

test('clocks are compared in milliseconds', () => {
  expect(clockDifference('2026-11-25T08:05:00.000Z', '2026-11-25T08:00:00.000Z')).toBe(300_000)
})
