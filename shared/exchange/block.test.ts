import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asciiJson, blockOf, readBlock } from './index.ts'

const messages = [asciiJson({ v: 1, body: 'é'.repeat(120) }), asciiJson({ v: 1, id: '2' })]
const block = blockOf('requests', messages)

test('a block reads back, whatever stands around it and however it is wrapped', () => {
  const mailed = `Bonjour,\n\n> ${block.replaceAll('\n', '\r\n> ')}\n\n-- \nCamille`
  expect(readBlock('requests', mailed)).toEqual({ ok: true, value: messages })
  expect(readBlock('requests', block.replaceAll('\n', ' '))).toEqual({ ok: true, value: messages })
  expect(readBlock('answers', blockOf('answers', messages).normalize('NFD'))).toEqual({ ok: true, value: messages })
})

test('its lines are short and plain', () => {
  for (const line of block.split('\n').slice(1, -2)) expect(line).toMatch(/^[\w-]{1,76}$/)
})

test.each([
  ['', 'no-block'],
  ['{"v":1}', 'no-block'],
  [block.slice(0, -12), 'block-cut'],
  [block.split('\n').slice(0, 2).join('\n'), 'block-cut'],
  [block.replace(/\n[\w-]{76}\n/, '\n'), 'block-cut'],
  [block.replace('TABELLION 1', 'TABELLION 2'), 'block-of-another-version'],
  [blockOf('answers', messages), 'block-goes-the-other-way'],
])('%.30s is refused: %s', (pasted, code) => {
  expect(readBlock('requests', pasted)).toEqual({ ok: false, problem: { code } })
})

test('any messages survive', () => {
  const message = fc.string({ maxLength: 300 }).map((label) => asciiJson({ label }))
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 5 }), (list) => {
      expect(readBlock('answers', blockOf('answers', list))).toEqual({ ok: true, value: list })
    }),
  )
})
