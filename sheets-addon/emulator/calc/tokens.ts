import type { SheetLocale } from './cell-value.ts'

export type TokenKind = 'space' | 'text' | 'number' | 'reference' | 'error' | 'name' | 'operator'

/** A piece of a formula. Joining the `source` of all tokens gives the formula back, letter for letter. */
export interface Token {
  readonly kind: TokenKind
  readonly source: string
}

const sheet = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`
const cell = String.raw`\$?[A-Z]{1,3}\$?\d+`
const column = String.raw`\$?[A-Z]{1,3}`
const row = String.raw`\$?\d+`
const reference = String.raw`(?:${sheet})?(?:${cell}(?::${column}(?:\$?\d+)?)?|${column}:${column}|${row}:${row})(?![\p{L}\p{N}_.!]|\s*\()`

const kinds: readonly TokenKind[] = ['space', 'text', 'error', 'reference', 'number', 'name', 'operator']

/** One group per kind, in the order of `kinds`. */
const pattern = (decimal: string): RegExp =>
  new RegExp(
    [
      String.raw`(\s+)`,
      '("(?:[^"]|"")*")',
      String.raw`((?:${sheet})?#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|ERROR!|NULL!))`,
      `(${reference})`,
      String.raw`(\d+(?:[${decimal}]\d+)?(?:E[+-]?\d+)?|[${decimal}]\d+)`,
      String.raw`([\p{L}_][\p{L}\p{N}_.]*)`,
      String.raw`(<=|>=|<>|[-+*/^&=<>%(){};,\\])`,
    ].join('|'),
    'iuy',
  )

const patterns: Record<SheetLocale, RegExp> = { fr_FR: pattern(','), en_US: pattern('.') }

/** The pieces of a formula without its `=`, or undefined when a character belongs to none. */
export function tokenise(expression: string, locale: SheetLocale): readonly Token[] | undefined {
  const next = patterns[locale]
  const tokens: Token[] = []
  let position = 0
  while (position < expression.length) {
    next.lastIndex = position
    const match = next.exec(expression)
    if (!match) return undefined
    const [source] = match
    const kind = kinds[match.indexOf(source, 1) - 1]
    if (kind === undefined) return undefined
    tokens.push({ kind, source })
    position += source.length
  }
  return tokens
}

export const textOfToken = (source: string): string => source.slice(1, -1).replaceAll('""', '"')
export const numberOfToken = (source: string): number => Number(source.replace(',', '.'))
