import { type BankRow, numberKey, type PaymentMethod, type Settlement } from '@tabellion/shared/ledger'
import { type Cents, cents } from '@tabellion/shared/money'
import { type Kind, readLabel } from '@tabellion/shared/statements'
import type { PaymentRequest } from '../payments/request.ts'
import type { OfferedMatch } from './matching.ts'
import type { Operation } from './operations.ts'

/** Why a line was left as it was. One sentence each in messages/bank.ts. */
export type ConfirmProblem =
  | { readonly code: 'unknown-line' }
  | { readonly code: 'line-already-matched'; readonly numbers: readonly string[] }
  | { readonly code: 'line-overdrawn'; readonly amount: Cents; readonly settled: Cents }
  | { readonly code: 'unknown-document'; readonly number: string }
  | { readonly code: 'open-changed'; readonly number: string; readonly shown?: Cents; readonly now: Cents }

export interface LeftLine {
  readonly line: string
  readonly row?: BankRow
  readonly problem: ConfirmProblem
}

export interface ConfirmPlan {
  readonly requests: readonly PaymentRequest[]
  /** Lines that pay the very same already. */
  readonly again: number
  readonly left: readonly LeftLine[]
}

export interface ConfirmScene {
  readonly rows: readonly BankRow[]
  readonly operations: ReadonlyMap<string, Operation>
  /** By `numberKey`. */
  readonly settlements: ReadonlyMap<string, Settlement>
}

/** What the person takes, as money to record; each line sees what the ones before it took. Decides; reads and writes nothing. */
export function planConfirm(scene: ConfirmScene, offers: readonly OfferedMatch[], newName: () => string): ConfirmPlan {
  const byId = new Map(scene.rows.map((row) => [row.id, row]))
  const taken = new Map<string, number>()
  const done = new Set<string>()
  const requests: PaymentRequest[] = []
  const left: LeftLine[] = []
  let again = 0
  for (const offer of offers) {
    const row = byId.get(offer.line)
    if (row === undefined || done.has(offer.line)) {
      if (row === undefined) left.push({ line: offer.line, problem: { code: 'unknown-line' } })
      continue
    }
    done.add(offer.line)
    const standing = scene.operations.get(row.id)
    if (standing) {
      if (isSame(standing, offer)) again += 1
      else
        left.push({
          line: row.id,
          row,
          problem: { code: 'line-already-matched', numbers: [...standing.shares.keys()] },
        })
      continue
    }
    const problem = inTheWay(scene, row, offer, taken)
    if (problem) {
      left.push({ line: row.id, row, problem })
      continue
    }
    for (const { number, amountCents } of offer.allocations)
      taken.set(numberKey(number), (taken.get(numberKey(number)) ?? 0) + amountCents)
    requests.push(requestOf(row, offer, newName()))
  }
  return { requests, again, left }
}

function inTheWay(
  { settlements }: ConfirmScene,
  row: BankRow,
  { allocations, feeCents = 0 }: OfferedMatch,
  taken: ReadonlyMap<string, number>,
): ConfirmProblem | undefined {
  const settled = allocations.reduce((whole, { amountCents }) => whole + amountCents, 0)
  const fits =
    row.amount > 0
      ? settled > 0 && settled <= row.amount + feeCents
      : settled < 0 && settled >= row.amount && feeCents === 0
  if (!fits || feeCents < 0) return { code: 'line-overdrawn', amount: row.amount, settled: cents(settled) }
  for (const { number, amountCents, openCents } of allocations) {
    const settlement = settlements.get(numberKey(number))
    if (settlement === undefined) return { code: 'unknown-document', number }
    const before = openOf(settlement)
    const now = cents(before - (taken.get(numberKey(number)) ?? 0))
    if (openCents !== undefined && openCents !== before)
      return { code: 'open-changed', number: settlement.entry.number, shown: cents(openCents), now: before }
    // More than is due is the person's to say, with « Enregistrer un paiement… ».
    if (amountCents > 0 && amountCents > now) return { code: 'open-changed', number: settlement.entry.number, now }
  }
  return undefined
}

const openOf = ({ entry, balanceDue, excess }: Settlement): Cents =>
  entry.kind === 'credit' ? cents(-excess) : cents(Math.max(0, balanceDue))

const requestOf = (row: BankRow, { allocations, feeCents }: OfferedMatch, payment: string): PaymentRequest => ({
  payment,
  on: row.date,
  method: METHODS[readLabel(row.label, row.amount).kind] ?? 'transfer',
  reference: row.label.slice(0, 200),
  source: 'statement',
  ...(feeCents === undefined || feeCents === 0 ? {} : { fee: cents(feeCents) }),
  operation: row.id,
  why: whyOf(row, allocations),
  allocations: allocations.map(({ number, amountCents }) => ({ number, amount: cents(amountCents) })),
})

/** The reasons of the proposal, when that is what was taken. */
const whyOf = (row: BankRow, allocations: OfferedMatch['allocations']): string =>
  allocations.every(({ number }) => row.proposal.includes(number)) ? row.why : 'Choisie par vous.'

/** What the bank's kind of line says of how the client paid; a transfer otherwise. */
const METHODS: Readonly<Partial<Record<Kind, PaymentMethod>>> = {
  'cheque-deposit': 'cheque',
  cheque: 'cheque',
  'card-takings': 'card',
  'card-refund': 'card',
  card: 'card',
  'cash-deposit': 'cash',
  'direct-debit': 'direct_debit',
}

function isSame({ shares }: Operation, { allocations }: OfferedMatch): boolean {
  const wanted = new Map<string, number>()
  for (const { number, amountCents } of allocations)
    wanted.set(numberKey(number), (wanted.get(numberKey(number)) ?? 0) + amountCents)
  const held = [...shares].filter(([, amount]) => amount !== 0)
  return held.length === wanted.size && held.every(([number, amount]) => wanted.get(numberKey(number)) === amount)
}
