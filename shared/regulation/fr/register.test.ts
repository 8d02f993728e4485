import { expect, test } from 'vitest'
import { lawTables } from './register.ts'

test('keys are unique', () => {
  const keys = lawTables().map(({ key }) => key)
  expect(keys).toEqual([...new Set(keys)])
})
test.each(lawTables().map((table) => [table.key, table] as const))(
  '%s: newest first, no overlap, https sources',
  (_, { entries }) => {
    entries.forEach((entry, index) => {
      const newer = entries[index - 1]
      if (newer)
        expect(entry.to === undefined ? entry.from < newer.from : entry.from <= entry.to && entry.to < newer.from).toBe(
          true,
        )
      expect(entry.source.url).toMatch(/^https:\/\//)
      expect(entry.source.text.length).toBeGreaterThan(3)
      expect(entry.text).not.toBe('')
      if (entry.confidence === 'uncertain') expect(entry.text).toBeTruthy()
    })
  },
)
