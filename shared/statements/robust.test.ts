import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { day } from '@tabellion/shared/calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStatements, transactionsOf } from './index.ts'

const root = join(import.meta.dirname, 'fixtures')
const today = day('2026-03-31')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.\w+$/.test(name) && !name.endsWith('.expected.json'))
  .map((name) => [name, Uint8Array.from(readFileSync(join(root, name)))] as const)

/** Reads to the end, sentences apart; a bug shows as an exception. */
function idsIn(bytes: Uint8Array): string[] | undefined {
  const read = readStatements(bytes, { today })
  return read.ok
    ? read.value.flatMap((statement) => transactionsOf(statement).transactions.map(({ id }) => id))
    : undefined
}

describe('bytes that nobody meant', () => {
  test('never make a reader throw or hang', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => idsIn(bytes) === undefined || true))
  })

  test('nor do the bytes of a statement with some changed, cut out or doubled', () => {
    const damage = fc.record({
      file: fc.constantFrom(...files),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 40 }),
      bytes: fc.uint8Array({ maxLength: 8 }),
    })
    fc.assert(
      fc.property(damage, ({ file: [, whole], from, length, bytes }) => {
        const at = Math.floor(from * whole.length)
        idsIn(Uint8Array.from([...whole.subarray(0, at), ...bytes, ...whole.subarray(at + length)]))
        idsIn(Uint8Array.from([...whole.subarray(0, at + length), ...whole.subarray(at)]))
      }),
      { numRuns: 400 },
    )
  }, 60_000)
})

describe('a statement cut at any byte', () => {
  const line = /^(?:csv|cfonb120|qif|ofx|ofc|camt|mt940)[\\/]/
  /** Its net column is told by arithmetic, for which a few bytes hold too little. */
  const apart = /gross-fee-net/
  test.each(files.filter(([name]) => line.test(name) && !apart.test(name)))(
    '%s is refused, or gives a part of what it held',
    (name, whole) => {
      const ids = new Set(idsIn(whole))
      const step = Math.max(1, Math.floor(whole.length / 60))
      for (let length = whole.length - 1; length > 0; length -= step) {
        const cut = idsIn(whole.subarray(0, length)) ?? []
        const invented = cut.filter((id) => !ids.has(id))
        // A row cut inside its last field may be read short: never more than that one, and never in a format that has an end.
        expect(invented.length, `${name} at ${length}`).toBeLessThanOrEqual(/^(?:csv|qif)/.test(name) ? 1 : 0)
      }
    },
  )
})
