import { type Cents, cents } from '@tabellion/shared/money'
import type { RowProblem } from './problem.ts'
import type { StatementLine } from './statement.ts'

/** Opening balance plus what moved must give the closing balance; `line` is where the closing balance stands. */
export function proveTotal(
  opening: Cents | undefined,
  closing: Cents | undefined,
  lines: readonly Pick<StatementLine, 'amountCents' | 'pending'>[],
  line: number,
): RowProblem | undefined {
  if (opening === undefined || closing === undefined) return undefined
  let expected = opening as number
  for (const { amountCents, pending } of lines) if (!pending) expected += amountCents
  return expected === closing
    ? undefined
    : { code: 'balance-mismatch', line, expectedCents: cents(expected), foundCents: closing }
}

type Break = Extract<RowProblem, { code: 'balance-mismatch' }>

export interface RunningProof {
  /** `ascending`: oldest row first. */
  readonly direction: 'ascending' | 'descending'
  readonly holds: number
  readonly of: number
  readonly breaks: readonly Break[]
}

/** Rows with the balance printed at each, and the fee that the balance may count and the amount not (Revolut). */
export interface Balanced {
  readonly rows: readonly Pick<StatementLine, 'line' | 'amountCents'>[]
  readonly balances: readonly number[]
  readonly fees?: readonly number[]
}

/** Follows a column of running balances in the direction where it holds best; undefined when there is nothing to follow. */
export function proveRunning(balanced: Balanced): RunningProof | undefined {
  const of = balanced.rows.length - 1
  if (of < 1) return undefined
  const up = countHolds(balanced, 1)
  const down = up === of ? 0 : countHolds(balanced, 0)
  if (up === 0 && down === 0) return undefined
  const step = down > up ? 0 : 1
  const direction = step === 1 ? 'ascending' : 'descending'
  return { direction, holds: Math.max(up, down), of, breaks: Math.max(up, down) === of ? [] : breaksOf(balanced, step) }
}

/** `step` 1: the later of two neighbours is the lower one. */
function countHolds(balanced: Balanced, step: 0 | 1): number {
  let holds = 0
  for (let at = 1; at < balanced.rows.length; at += 1) if (holdsAt(balanced, at, step)) holds += 1
  return holds
}

function holdsAt({ rows, balances, fees }: Balanced, at: number, step: 0 | 1): boolean {
  const later = step === 1 ? at : at - 1
  const earlier = step === 1 ? at - 1 : at
  const difference = (balances[later] ?? 0) - (balances[earlier] ?? 0) - (rows[later]?.amountCents ?? 0)
  if (difference === 0) return true
  const fee = fees?.[later] ?? 0
  return fee !== 0 && (difference === fee || difference === -fee)
}

function breaksOf(balanced: Balanced, step: 0 | 1): Break[] {
  const breaks: Break[] = []
  for (let at = 1; at < balanced.rows.length; at += 1) {
    if (holdsAt(balanced, at, step)) continue
    const later = step === 1 ? at : at - 1
    const earlier = step === 1 ? at - 1 : at
    const expectedCents = cents((balanced.balances[earlier] ?? 0) + (balanced.rows[later]?.amountCents ?? 0))
    breaks.push({
      code: 'balance-mismatch',
      line: balanced.rows[later]?.line ?? 0,
      expectedCents,
      foundCents: cents(balanced.balances[later] ?? 0),
    })
  }
  return breaks
}
