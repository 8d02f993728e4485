import { type CellValue, errors } from '../cell-value.ts'
import { grid, type Value } from '../matrix.ts'
import { text } from './parameters.ts'
import { type FunctionTable, pure } from './rule.ts'

/** Google's patterns are RE2's; JavaScript's are close enough, but for look-around, which RE2 refuses. */
function compile(pattern: string, flags: string): RegExp | undefined {
  const [, inline = '', body = ''] = /^(?:\(\?([ims]+)\))?(.*)$/s.exec(pattern) ?? []
  if (/\(\?<?[=!]/.test(body)) return undefined
  for (const mode of ['u', '']) {
    try {
      return new RegExp(body, flags + inline + mode)
    } catch {
      // Some escapes that RE2 takes, `\-` for one, are only allowed without `u`.
    }
  }
  return undefined
}

function extract(source: string, pattern: string): Value {
  const expression = compile(pattern, '')
  if (!expression) return errors.reference
  const match = expression.exec(source)
  if (!match) return errors.notAvailable
  const groups: readonly CellValue[] = match.slice(1).map((group) => group ?? '')
  return groups.length > 1 ? grid([groups]) : (groups[0] ?? match[0])
}

export const patternFunctions: FunctionTable = {
  REGEXMATCH: pure([text, text], (source, pattern) => compile(pattern, '')?.test(source) ?? errors.reference),
  REGEXEXTRACT: pure([text, text], extract),
  REGEXREPLACE: pure([text, text, text], (source, pattern, replacement) => {
    const expression = compile(pattern, 'g')
    if (!expression) return errors.reference
    return source.replace(expression, replacement.replace(/\\(\d)/g, '$$$1'))
  }),
  ISEMAIL: pure([text], (source) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(source)),
  ISURL: pure([text], (source) =>
    /^(?:(?:https?|ftp):\/\/|mailto:|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(source),
  ),
}
