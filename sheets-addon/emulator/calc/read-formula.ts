import type { SheetLocale } from './cell-value.ts'
import { type Reads, readsOf } from './dependencies.ts'
import { mayMakeMatrix } from './may-make-matrix.ts'
import { parseFormula } from './parse.ts'
import { shapeOf } from './shape.ts'
import { type Node, nodesOf } from './syntax.ts'

/** What a formula's text alone says. */
export interface ReadFormula {
  readonly node: Node
  /** It may fill more cells than its own. */
  readonly maySpill: boolean
  /** It calls SUBTOTAL, so that another SUBTOTAL leaves it out. */
  readonly isSubtotal: boolean
  readonly reads: Reads
}

/** Beyond this many shapes, all are forgotten. */
const REMEMBERED = 20_000
const known: Record<SheetLocale, Map<string, ReadFormula>> = { fr_FR: new Map(), en_US: new Map() }

/** Text decides all of it: whatever the workbook, a text is read once, and once for all rows it is filled down to. */
export function readFormula(formula: string, row: number, locale: SheetLocale): ReadFormula {
  const shape = shapeOf(formula, row)
  const before = known[locale].get(shape)
  if (before) return before
  const node = parseFormula(formula, locale, row)
  const maySpill = mayMakeMatrix(node)
  const read = { node, maySpill, isSubtotal: callsSubtotal(node), reads: readsOf(node, maySpill) }
  if (known[locale].size >= REMEMBERED) known[locale].clear()
  known[locale].set(shape, read)
  return read
}

function callsSubtotal(formula: Node): boolean {
  for (const node of nodesOf(formula)) if (node.kind === 'call' && node.name === 'SUBTOTAL') return true
  return false
}
