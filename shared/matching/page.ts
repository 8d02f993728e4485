import { pageBalances } from './balances.ts'
import { decide } from './decision.ts'
import { findCopies } from './duplicates.ts'
import type { Rivalry } from './evidence.ts'
import { identifyPayers } from './identify.ts'
import { compareText, type IndexedInvoice } from './invoice-index.ts'
import type { BankLine, Decision } from './model.ts'
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
  const claims = alone.map(claimsOf)
  const later = laterClaims(claims)
  return ordered.map((line, index): Outcome => {
    const first = alone[index]
    const same = { line, duplicateOf: copies.of.get(line.id), repeatedBy: copies.by.get(line.id) }
    if (!first) return { ...same, decision: 'none', weighing: undefined }
    const rivalry: Rivalry = (item) => Math.max(0, (later[index]?.get(item) ?? 0) - (claims[index]?.get(item) ?? 0))
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

type Claims = ReadonlyMap<IndexedInvoice, number>

/** How much of a line's probability goes to each invoice. */
function claimsOf(weighing: Weighing | undefined): Claims {
  const claims = new Map<IndexedInvoice, number>()
  // The oldest of equals may be any of them: no claim.
  for (const { hypothesis, probability, equals } of weighing?.readings ?? [])
    if (equals === 1 && probability >= FAINT)
      for (const { item } of hypothesis.parts) claims.set(item, Math.min(1, (claims.get(item) ?? 0) + probability))
  return claims
}

/** For each line, the strongest claim that any later line has on each invoice. */
function laterClaims(claims: readonly Claims[]): Claims[] {
  const strongest: Claims[] = []
  let after: Claims = new Map()
  for (const [index, own] of [...claims.entries()].reverse()) {
    strongest[index] = after
    if (own.size === 0) continue
    const merged = new Map(after)
    for (const [item, claim] of own) merged.set(item, Math.max(claim, merged.get(item) ?? 0))
    after = merged
  }
  return strongest
}
