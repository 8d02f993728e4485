/** The `q` of Drive.Files.list: terms joined by `and`, each maybe with `not`. Anything else throws. */
import { strict } from './errors.ts'
import type { FileRecord } from './world.ts'

type Test = (file: FileRecord) => boolean

const text = String.raw`'((?:[^'\\]|\\.)*)'`
const unescaped = (value = ''): string => value.replace(/\\(.)/g, '$1')

const terms: readonly (readonly [RegExp, (groups: readonly (string | undefined)[]) => Test])[] = [
  [
    new RegExp(`^${text} in parents$`),
    ([, id]) =>
      (file) =>
        file.parents.includes(unescaped(id)),
  ],
  [
    /^trashed\s*=\s*(true|false)$/,
    ([, value]) =>
      (file) =>
        file.trashed === (value === 'true'),
  ],
  [
    new RegExp(`^(name|mimeType)\\s*(=|!=)\\s*${text}$`),
    ([, field, operator, value]) =>
      (file) =>
        ((field === 'name' ? file.name : file.mimeType) === unescaped(value)) === (operator === '='),
  ],
  [
    new RegExp(`^appProperties has \\{\\s*key\\s*=\\s*${text} and value\\s*=\\s*${text}\\s*\\}$`),
    ([, key, value]) =>
      (file) =>
        file.appProperties[unescaped(key)] === unescaped(value),
  ],
]

/** Splits at ` and ` outside quotes and braces. */
function split(query: string): string[] {
  const parts: string[] = []
  let part = ''
  for (const [token] of query.matchAll(/'(?:[^'\\]|\\.)*'|\{[^}]*\}|\s+and\s+|[\s\S]/g)) {
    if (/^\s+and\s+$/.test(token)) {
      parts.push(part.trim())
      part = ''
    } else part += token
  }
  return [...parts, part.trim()]
}

export const usesSearchIndex = (query: string): boolean => query.includes('appProperties')

export function readQuery(query: string): Test {
  const tests = split(query).map((part): Test => {
    const negated = /^not\s+(.*)$/s.exec(part)?.[1]
    const term = negated ?? part
    for (const [pattern, build] of terms) {
      const groups = pattern.exec(term)
      if (groups) {
        const test = build(groups)
        return negated === undefined ? test : (file) => !test(file)
      }
    }
    throw strict(`Drive query not faked: ${term}`)
  })
  return (file) => tests.every((test) => test(file))
}
