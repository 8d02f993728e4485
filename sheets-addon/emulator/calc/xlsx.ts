import type { SheetLocale } from './cell-value.ts'
import { parseReference, type Reference, writeReference } from './references.ts'
import { type Token, tokenise } from './tokens.ts'

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** Functions newer than the file format: the file holds them under these names. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ...[
    'MAXIFS',
    'MINIFS',
    'IFS',
    'SWITCH',
    'TEXTJOIN',
    'CONCAT',
    'XLOOKUP',
    'XMATCH',
    'ISOWEEKNUM',
    'IFNA',
    'DAYS',
    'XOR',
  ]
    .concat(['UNIQUE', 'SEQUENCE', 'ISFORMULA', 'ENCODEURL', 'LET'])
    .map((name) => [name, `_xlfn.${name}`] as const),
  ['FILTER', '_xlfn._xlws.FILTER'],
  ['SORT', '_xlfn._xlws.SORT'],
])

/**
 * The formula as an .xlsx file holds it: English, `,` between arguments, decimal point, open ranges closed at the last row,
 * without its `=`. For exports and for LibreOffice, which checks this calculator.
 */
export function toEnglishXlsx(formula: string, locale: SheetLocale = 'fr_FR'): string {
  const expression = formula.replace(/^=/, '')
  const tokens = tokenise(expression, locale)
  if (!tokens) return expression
  let braces = 0
  return tokens
    .map((token, position) => {
      if (token.source === '{') braces += 1
      if (token.source === '}') braces -= 1
      return english(token, tokens[position + 1]?.source === '(', braces > 0)
    })
    .join('')
}

function english({ kind, source }: Token, isCall: boolean, isInArray: boolean): string {
  const name = source.toUpperCase()
  switch (kind) {
    case 'number':
      return source.replace(',', '.')
    case 'operator':
      if (source === '\\') return ','
      return source === ';' && !isInArray ? ',' : source
    case 'reference': {
      const reference = parseReference(source)
      return reference ? writeReference(closed(reference)) : source
    }
    case 'name':
      if (isCall) return prefixes.get(name) ?? name
      return name === 'VRAI' ? 'TRUE' : name === 'FAUX' ? 'FALSE' : source
    default:
      return source
  }
}

/** `K4:K` has no writing of its own there; `D:D` and `5:5` have. */
function closed(reference: Reference): Reference {
  const { from, to } = reference
  if (!to) return reference
  if (from.row !== undefined && from.column !== undefined) {
    return {
      ...reference,
      to: {
        row: to.row ?? LAST_ROW,
        column: to.column ?? LAST_COLUMN,
        rowFixed: to.row === undefined || to.rowFixed,
        columnFixed: to.column === undefined || to.columnFixed,
      },
    }
  }
  return reference
}

/** The functions a formula calls, in capitals, each once, in order of appearance. */
export function formulaFunctions(formula: string, locale: SheetLocale = 'fr_FR'): string[] {
  const tokens = tokenise(formula.replace(/^=/, ''), locale) ?? []
  const solid = tokens.filter(({ kind }) => kind !== 'space')
  const called = solid.filter(({ kind }, position) => kind === 'name' && solid[position + 1]?.source === '(')
  return [...new Set(called.map(({ source }) => source.toUpperCase()))]
}
