import { day } from '@tabellion/shared/calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendRows, chainBreaks, EMPTY_JOURNAL, type JournalEvent, type JournalRow, readEvents } from './index.ts'

const INSTANT = '2026-11-25T08:00:00.000Z'
const logo = (version: number, digest: string): JournalEvent => ({ type: 'logo', v: 1, version, digest })
const events = fc.array(
  fc.oneof(
    fc
      .record({ version: fc.nat(), digest: fc.string({ maxLength: 40 }) })
      .map(({ version, digest }) => logo(version, digest)),
    fc.array(fc.string({ maxLength: 60_000, minLength: 40_000 }), { minLength: 1, maxLength: 2 }).map(
      (texts): JournalEvent => ({
        type: 'restored',
        v: 1,
        on: day('2026-11-25'),
        cells: texts.map((column) => ({ tab: 'sales', key: '4', column })),
      }),
    ),
  ),
  { minLength: 1, maxLength: 6 },
)
const rowsOf = (list: readonly JournalEvent[]): readonly JournalRow[] => appendRows(list, EMPTY_JOURNAL, INSTANT).rows

test('what is appended is read back, whatever its length', () => {
  fc.assert(
    fc.property(events, (list) => {
      const read = readEvents(rowsOf(list))
      expect(read.ok && read.value.map((stored) => stored.event)).toEqual(list)
    }),
    { numRuns: 30 },
  )
})
test('no cell is longer than Google allows', () => {
  fc.assert(
    fc.property(events, (list) => rowsOf(list).every((row) => row.data.length <= 45_000)),
    { numRuns: 30 },
  )
})
test('a chain made in several goes is the chain made at once', () => {
  const list = [logo(1, 'a'), logo(2, 'b'), logo(3, 'c')]
  const first = appendRows(list.slice(0, 1), EMPTY_JOURNAL, INSTANT)
  const rest = appendRows(list.slice(1), first.head, INSTANT)
  expect([...first.rows, ...rest.rows]).toEqual(rowsOf(list))
})

describe('the chain shows', () => {
  const rows = rowsOf([logo(1, 'a'), logo(2, 'b'), logo(3, 'c'), logo(4, 'd')])
  const head = { sequence: 4, hash: rows[3]?.hash ?? '' }
  const changed = (index: number, change: Partial<JournalRow>): JournalRow[] =>
    rows.map((row, at) => (at === index ? { ...row, ...change } : row))

  test('nothing when nothing was touched', () => {
    expect(chainBreaks(rows, head)).toEqual([])
  })
  test.each([
    ['sequence', 9],
    ['instant', '2026-11-26T08:00:00.000Z'],
    ['type', 'schema'],
    ['key', '7'],
    ['data', '{}'],
    ['previousHash', 'x'],
    ['hash', 'x'],
  ] as const)('an edited %s, in any row', (column, value) => {
    for (let index = 0; index < rows.length; index++)
      expect(chainBreaks(changed(index, { [column]: value }), head).length).toBeGreaterThan(0)
  })
  test('a deleted row, the last one included', () => {
    for (let index = 0; index < rows.length; index++)
      expect(
        chainBreaks(
          rows.filter((_, at) => at !== index),
          head,
        ).length,
      ).toBeGreaterThan(0)
  })
  test('a doubled row', () => {
    for (let index = 0; index < rows.length; index++)
      expect(chainBreaks([...rows.slice(0, index + 1), ...rows.slice(index)], head).length).toBeGreaterThan(0)
  })
  test('two rows that changed places', () => {
    const [a, b, c, d] = rows as [JournalRow, JournalRow, JournalRow, JournalRow]
    expect(chainBreaks([a, c, b, d], head).length).toBeGreaterThan(0)
  })
})

test('an event of a newer version is a problem, never skipped', () => {
  const [row] = rowsOf([logo(1, 'a')])
  const newer = { ...(row as JournalRow), data: '{"type":"logo","v":2}' }
  expect(readEvents([newer])).toEqual({ ok: false, problem: { code: 'newer-event', sequence: 1, type: 'logo' } })
})
