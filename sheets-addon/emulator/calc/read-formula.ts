import type { SheetLocale } from './cell-value.ts'
import { type Reads, readsOf } from './dependencies.ts'
import { mayMakeMatrix } from './may-make-matrix.ts'
import { parseFormula } from './parse.ts'
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

/** Beyond this many texts, all are forgotten: a sheet of 5 000 rows has some 60 000 formulas, tests reopen the same few. */
const REMEMBERED = 20_000
const known: Record<SheetLocale, Map<string, ReadFormula>> = { fr_FR: new Map(), en_US: new Map() }

/** Text decides all of it: whatever the workbook, a text is read once. */
export function readFormula(formula: string, locale: SheetLocale): ReadFormula {
  const before = known[locale].get(formula)
  if (before) return before
  const node = parseFormula(formula, locale)
  const maySpill = mayMakeMatrix(node)
  const read = { node, maySpill, isSubtotal: callsSubtotal(node), reads: readsOf(node, maySpill) }
  if (known[locale].size >= REMEMBERED) known[locale].clear()
  known[locale].set(formula, read)
  return read
}

function callsSubtotal(formula: Node): boolean {
  for (const node of nodesOf(formula)) if (node.kind === 'call' && node.name === 'SUBTOTAL') return true
  return false
}
