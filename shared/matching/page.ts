import { pageBalances } from './balances.ts'
import { decide } from './decision.ts'
import { findCopies } from './duplicates.ts'
import type { Rivalry } from './evidence.ts'
import { identifyPayers } from './identify.ts'
import { compareText, type IndexedInvoice } from './invoice-index.ts'
import type { BankLine, Decision } from './model.ts'
import { add, type MultiMap } from './multimap.ts'
import { readLine } from './reading.ts'
import { createScene } from './scene.ts'
import type { State } from './state.ts'
import { type Model, type Weighing, weigh } from './weigh.ts'

export interface Outcome {
  readonly line: BankLine
  readonly decision: Decision
  readonly weighing: Weighing | undefined
  /** The same operation, read elsewhere: this line is the copy. */
  readonly duplicateOf: string | undefined
  /** This line is the original of a copy. */
  readonly repeatedBy: string | undefined
}

/** For training: another model, and a look at every weighing. */
export interface Training {
  readonly model?: Model
  readonly onWeighed?: (weighing: Weighing) => void
}

const NO_RIVALS: Rivalry = () => 0
/** Claims below this change nothing that shows. */
const FAINT = 0.05
/** Readings below this need not be weighed again when someone else claims their invoices. */
const HARDLY = 0.002

/**
 * A page of lines, decided together. First each line is weighed as if it were alone; then, in the order the money came, with what earlier lines took
 * and what later lines claim better. A balance taken for sure is gone; one that is only proposed weighs on those who want it too.
 */
export function matchPage(state: State, lines: readonly BankLine[], training: Training = {}): Outcome[] {
  const ordered = inOrder(lines)
  const copies = findCopies(state.memory, ordered)
  const page = pageBalances()
  const alone = ordered.map((line) => {
    if (copies.dropped.has(line.id)) return undefined
    const reading = readLine(line, state)
    return weigh(createScene(state, reading, identifyPayers(reading, state), page.balances), NO_RIVALS, training.model)
  })
  const claims = claimsOf(alone)
  return ordered.map((line, index): Outcome => {
    const first = alone[index]
    const same = { line, duplicateOf: copies.of.get(line.id), repeatedBy: copies.by.get(line.id) }
    if (!first) return { ...same, decision: 'none', weighing: undefined }
    const rivalry = rivalryOf(claims, index)
    const contested = first.readings.some(
      ({ hypothesis, probability }) =>
        probability > HARDLY && hypothesis.parts.some(({ item }) => rivalry(item) > FAINT),
    )
    const { reading, payers } = first.scene
    const weighing =
      contested || page.changes(first)
        ? weigh(createScene(state, reading, payers, page.balances), rivalry, training.model)
        : first
    training.onWeighed?.(weighing)
    const decision = decide(weighing, same.duplicateOf !== undefined)
    page.record(decision, weighing)
    return { ...same, decision, weighing }
  })
}

/** In the order the money came, whatever order the lines were given in. */
const inOrder = (lines: readonly BankLine[]): BankLine[] =>
  [...lines].sort(
    (a, b) =>
      compareText(a.bookedOn, b.bookedOn) ||
      a.amount - b.amount ||
      compareText(a.label, b.label) ||
      compareText(a.id, b.id),
  )

interface Claim {
  /** Its place in the order the money came. */
  readonly line: number
  /** How much of the line's probability goes to the invoice. */
  share: number
}

/** Who claims each invoice, in the order of the lines. */
function claimsOf(weighings: readonly (Weighing | undefined)[]): MultiMap<IndexedInvoice, Claim> {
  const claims: MultiMap<IndexedInvoice, Claim> = new Map()
  // The oldest of equals may be any of them: no claim.
  for (const [line, weighing] of weighings.entries())
    for (const { hypothesis, probability, equals } of weighing?.readings ?? [])
      if (equals === 1 && probability >= FAINT)
        for (const { item } of hypothesis.parts) {
          const last = claims.get(item)?.at(-1)
          if (last?.line === line) last.share = Math.min(1, last.share + probability)
          else add(claims, item, { line, share: Math.min(1, probability) })
        }
  return claims
}

/** By how much the strongest claim of any later line is more than the line's own. */
const rivalryOf =
  (claims: MultiMap<IndexedInvoice, Claim>, at: number): Rivalry =>
  (item) => {
    let own = 0
    let later = 0
    for (const { line, share } of claims.get(item) ?? [])
      if (line === at) own = share
      else if (line > at) later = Math.max(later, share)
    return Math.max(0, later - own)
  }
