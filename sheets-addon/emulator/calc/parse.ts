import { errorOf, errors, type SheetLocale } from './cell-value.ts'
import { parseReference, rectangleOf } from './references.ts'
import { isOwnRow } from './shape.ts'
import type { BinaryOperator, Node, ReferenceNode } from './syntax.ts'
import { numberOfToken, type Token, textOfToken, tokenise } from './tokens.ts'

const binding: ReadonlyMap<string, number> = new Map([
  ...(['=', '<>', '<', '>', '<=', '>='] as const).map((operator) => [operator, 1] as const),
  ['&', 2],
  ['+', 3],
  ['-', 3],
  ['*', 4],
  ['/', 4],
  ['^', 5],
])
/** A sign binds tighter than a power: -2^2 is 4, as in every spreadsheet. */
const signBinding = 6

/** Where the decimal is a comma, Google takes `;` between arguments and `\` between columns of a literal array. */
const separators = {
  fr_FR: { argument: [';'], column: ['\\'] },
  en_US: { argument: [',', ';'], column: [',', '\\'] },
} as const satisfies Record<SheetLocale, unknown>

/** Reads a formula, with its `=`; `row` is where it stands, to be read once for all rows it is filled down to. What cannot be read is the cell error `#ERROR!`, as Google shows it. */
export function parseFormula(formula: string, locale: SheetLocale, row?: number): Node {
  const tokens = tokenise(formula.replace(/^=/, ''), locale)
  try {
    return tokens ? readTokens(tokens, locale, row) : unreadable
  } catch (problem) {
    if (problem instanceof SyntaxError) return unreadable
    throw problem
  }
}

const unreadable: Node = { kind: 'literal', value: errors.syntax }

function readTokens(all: readonly Token[], locale: SheetLocale, row: number | undefined): Node {
  const tokens = all.filter((token) => token.kind !== 'space')
  const { argument, column } = separators[locale]
  let position = 0

  const isNext = (...sources: readonly string[]): boolean => {
    const token = tokens[position]
    return token?.kind === 'operator' && sources.includes(token.source)
  }
  const skip = (...sources: readonly string[]): boolean => {
    if (!isNext(...sources)) return false
    position += 1
    return true
  }
  const expect = (source: string): void => {
    if (!skip(source)) throw new SyntaxError(`expected ${source}`)
  }

  function expression(least = 0): Node {
    let left = operand()
    for (;;) {
      if (skip('%')) {
        left = { kind: 'unary', operator: '%', operand: left }
        continue
      }
      const token = tokens[position]
      const strength = token?.kind === 'operator' ? binding.get(token.source) : undefined
      if (token === undefined || strength === undefined || strength <= least) return left
      position += 1
      left = { kind: 'binary', operator: token.source as BinaryOperator, left, right: expression(strength) }
    }
  }

  function operand(): Node {
    const token = tokens[position]
    if (!token) throw new SyntaxError('unexpected end')
    position += 1
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: numberOfToken(token.source) }
      case 'text':
        return { kind: 'literal', value: textOfToken(token.source) }
      case 'error':
        return { kind: 'literal', value: errorOf(token.source.replace(/^.*!(?=#)/, '')) ?? errors.syntax }
      case 'reference':
        return referenceNode(token.source, row)
      case 'name':
        return skip('(') ? { kind: 'call', name: token.source.toUpperCase(), arguments: callArguments() } : named(token)
      default:
        return grouped(token.source)
    }
  }

  function grouped(source: string): Node {
    if (source === '-' || source === '+') return { kind: 'unary', operator: source, operand: expression(signBinding) }
    if (source === '(') {
      const inner = expression()
      expect(')')
      return inner
    }
    if (source === '{') return arrayLiteral()
    throw new SyntaxError(`unexpected ${source}`)
  }

  function callArguments(): readonly Node[] {
    if (skip(')')) return []
    const found: Node[] = []
    do {
      found.push(isNext(...argument, ')') ? { kind: 'missing' } : expression())
    } while (skip(...argument))
    expect(')')
    return found
  }

  function arrayLiteral(): Node {
    const rows: Node[][] = []
    do {
      const row: Node[] = []
      do row.push(expression())
      while (skip(...column))
      rows.push(row)
    } while (skip(';'))
    expect('}')
    return { kind: 'array', rows }
  }

  const result = expression()
  if (position < tokens.length) throw new SyntaxError('unexpected rest')
  return result
}

/** A reference as formulas use it; undefined when the text is none. */
export function readReferenceNode(source: string, row?: number): ReferenceNode | undefined {
  const reference = parseReference(source)
  if (!reference) return undefined
  const single = reference.to === undefined && reference.from.row !== undefined && reference.from.column !== undefined
  const own = row !== undefined && isOwnRow(reference, row) ? ({ ownRow: true } as const) : {}
  return { kind: 'reference', sheet: reference.sheet, rectangle: rectangleOf(reference), single, ...own }
}

function referenceNode(source: string, row: number | undefined): Node {
  const node = readReferenceNode(source, row)
  if (!node) throw new SyntaxError(`not a reference: ${source}`)
  return node
}

/** TRUE and VRAI are both read in every locale (ground truth §1: whether Google takes both in fr_FR is unknown). */
function named({ source }: Token): Node {
  switch (source.toUpperCase()) {
    case 'TRUE':
    case 'VRAI':
      return { kind: 'literal', value: true }
    case 'FALSE':
    case 'FAUX':
      return { kind: 'literal', value: false }
    default:
      return { kind: 'name', name: source.toUpperCase() }
  }
}
