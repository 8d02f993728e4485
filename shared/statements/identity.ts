import { cleanLabel, plainCapitals } from './label/clean.ts'
import { factsOf, type LabelFacts } from './label.ts'
import type { Mutable, StatementLine, Transaction, TransactionId } from './statement.ts'

/**
 * Gives each line what its label says, and an id that is the same however often, in whatever overlapping extract, it is read again.
 * Two equal lines of one day are two transactions: the second one's id ends in `.2`.
 */
export function identify(lines: readonly StatementLine[]): Transaction[] {
  const ranks = rankCounter(lines.length)
  return lines.map((line) => {
    const label = cleanLabel(line.rawLabel)
    const capitals = plainCapitals(label)
    const { high, low } = digestOf(line, capitals)
    const rank = ranks(high, low)
    const digest = high.toString(36) + low.toString(36).padStart(7, '0')
    const id = (rank === 1 ? digest : `${digest}.${rank}`) as TransactionId
    return transactionOf(line, id, label, factsOf(label, capitals, line.amountCents, line.statedKind))
  })
}

/** Field by field, in one order: a spread of fifty thousand objects of many shapes takes longer than reading them. */
function transactionOf(line: StatementLine, id: TransactionId, label: string, facts: LabelFacts): Transaction {
  const transaction: Mutable<Transaction> = {
    id,
    date: line.date,
    amountCents: line.amountCents,
    currency: line.currency,
    label,
    rawLabel: line.rawLabel,
    kind: facts.kind,
    pending: line.pending,
    line: line.line,
  }
  const counterparty = line.counterparty ?? facts.counterparty
  const reference = line.reference ?? facts.reference
  const endToEndId = line.endToEndId ?? facts.endToEndId
  if (line.account !== undefined) transaction.account = line.account
  if (line.valueDate !== undefined) transaction.valueDate = line.valueDate
  if (line.operationDate !== undefined) transaction.operationDate = line.operationDate
  if (line.bookedOn !== undefined) transaction.bookedOn = line.bookedOn
  if (counterparty !== undefined) transaction.counterparty = counterparty
  if (line.counterpartyIban !== undefined) transaction.counterpartyIban = line.counterpartyIban
  if (reference !== undefined) transaction.reference = reference
  if (endToEndId !== undefined) transaction.endToEndId = endToEndId
  if (line.bankId !== undefined) transaction.bankId = line.bankId
  if (line.statedKind !== undefined) transaction.statedKind = line.statedKind
  if (line.batch !== undefined) transaction.batch = line.batch
  return transaction
}

interface Digest {
  readonly high: number
  readonly low: number
}

/**
 * 64 bits of the account, the booked day, the amount and the letters and digits of the label. Not a cryptographic digest, which
 * would cost more than reading the file; two different lines of one account meet by chance once in 10^15.
 * After cyrb53, public domain, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 */
function digestOf(line: StatementLine, capitals: string): Digest {
  let high = mixed(line.bookedOn ?? line.date, 0xdeadbeef ^ line.amountCents)
  let low = mixed(line.account ?? '', 0x41c6ce57 ^ Math.floor(line.amountCents / 0x100000000))
  if (line.currency !== 'EUR') high = mixed(line.currency, high)
  for (let at = 0; at < capitals.length; at += 1) {
    const code = capitals.charCodeAt(at)
    if (code < 48 || (code > 57 && code < 65) || (code > 90 && code < 127)) continue
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return { high: high >>> 0, low: low >>> 0 }
}

function mixed(text: string, seed: number): number {
  let state = seed
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 2654435761)
  return Math.imul(state ^ text.length, 1597334677)
}

/** Counts how often a digest has come: a table by hand, since a Map of fifty thousand texts costs as much as all the rest. */
function rankCounter(size: number): (high: number, low: number) => number {
  let slots = 16
  while (slots < size * 2) slots *= 2
  const highs = new Uint32Array(slots)
  const lows = new Uint32Array(slots)
  const counts = new Uint32Array(slots)
  return (high, low) => {
    let slot = low & (slots - 1)
    while (counts[slot] !== 0 && (highs[slot] !== high || lows[slot] !== low)) slot = (slot + 1) & (slots - 1)
    highs[slot] = high
    lows[slot] = low
    const count = (counts[slot] ?? 0) + 1
    counts[slot] = count
    return count
  }
}
