import type { Node } from './syntax.ts'

/** Functions whose result may fill several cells, whatever they are given. */
const makers = new Set([
  'ARRAYFORMULA',
  'FILTER',
  'UNIQUE',
  'SORT',
  'FLATTEN',
  'TRANSPOSE',
  'SEQUENCE',
  'ARRAY_CONSTRAIN',
  'SPLIT',
  'INDIRECT',
])
/** Functions that answer with one of their arguments. */
const choosers = new Set(['IF', 'IFS', 'IFERROR', 'IFNA', 'SWITCH', 'CHOOSE', 'LET'])

/** Can this formula fill more than its own cell? Told from its text, without computing it. */
export function mayMakeMatrix(node: Node): boolean {
  if (node.kind === 'array') return node.rows.length > 1 || (node.rows[0]?.length ?? 0) > 1
  if (node.kind !== 'call') return false
  if (makers.has(node.name)) return true
  // A name given by LET may stand for a matrix made in another argument: look at all of them.
  if (choosers.has(node.name)) return node.arguments.some(mayMakeMatrix)
  const [first, second, third] = node.arguments
  switch (node.name) {
    case 'INDEX':
      return indexTakesLine(node.arguments)
    case 'XLOOKUP':
      return !isOneColumn(third) && !isOneRow(third)
    case 'OFFSET':
      return node.arguments.length > 3 || !(first?.kind === 'reference' && first.single)
    case 'REGEXEXTRACT':
      return second?.kind !== 'literal' || hasSeveralGroups(String(second.value))
    default:
      return false
  }
}

const hasSeveralGroups = (pattern: string): boolean => (pattern.match(/\((?!\?)/g) ?? []).length > 1

/** INDEX gives a whole row or column when told 0, or nothing, of a range of several rows and columns. */
function indexTakesLine([range, ...indexes]: readonly Node[]): boolean {
  if (indexes.some(isNothing)) return true
  return indexes.length < 2 && !isOneColumn(range) && !isOneRow(range)
}

const isNothing = (node: Node): boolean =>
  node.kind === 'missing' || (node.kind === 'literal' && (node.value === 0 || node.value === null))

const isOneColumn = (node: Node | undefined): boolean =>
  node?.kind === 'reference' && node.rectangle.left === node.rectangle.right
const isOneRow = (node: Node | undefined): boolean =>
  node?.kind === 'reference' && node.rectangle.top === node.rectangle.bottom
