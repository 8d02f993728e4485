import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../root.ts'
import { galleryText, sections } from './gallery.ts'

const all = sections().flatMap(({ entries, title }) => entries.map((entry) => ({ ...entry, title })))

test('docs/errors.md says what the sentences say (npm run errors)', () => {
  expect(readFileSync(join(root, 'docs/errors.md'), 'utf8')).toBe(galleryText(sections()))
})

test.each(all.map((entry) => [`${entry.title}, ${entry.code}`, entry.sentence] as const))(
  '%s: a French sentence, whole, set as French is',
  (_, sentence) => {
    expect(sentence.length).toBeGreaterThan(20)
    expect(sentence).toMatch(/^[\p{Lu}«\d/]/u)
    expect(sentence).toMatch(/[.?!]$/)
    expect(sentence).not.toMatch(/undefined|NaN|\[object|\bnull\b|'| [;?!:»]|« /)
  },
)

test('every code that the add-on refuses with has its entry', () => {
  const folder = join(root, 'sheets-addon/src')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const raised = sources.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/refuse\(\s*\{\s*code: '([\w-]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  )
  const known = new Set(all.map(({ code }) => code))
  expect(raised.length).toBeGreaterThan(50)
  expect(raised.filter((code) => !known.has(code))).toEqual([])
})
