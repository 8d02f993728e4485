import { cents } from '@tabellion/shared/money'
import { readCents } from '../amount.ts'
import { proveRunning } from '../proof.ts'
import type { Rows } from './sections.ts'

/** A share of the rows that proves a column, though some rows may be missing from the file. */
export const MOST = 0.8

/** Whether the column is the running sum of another one, or of two (out and in). */
export function addsUpWithAny(sample: Rows, money: readonly number[], balance: number): boolean {
  const others = money.filter((column) => column !== balance)
  return others.some(
    (left) =>
      addsUp(sample, left, undefined, balance) >= MOST ||
      others.some((right) => right !== left && addsUp(sample, left, right, balance) >= MOST),
  )
}

/** The share of rows where the balance follows from the row before. */
export function addsUp(sample: Rows, amount: number, credit: number | undefined, balance: number): number {
  const rows = sample.map((row, line) => {
    const out = centsAt(row, amount)
    return { line, amountCents: cents(credit === undefined ? out : centsAt(row, credit) - Math.abs(out)) }
  })
  const proof = proveRunning({ rows, balances: sample.map((row) => centsAt(row, balance)) })
  return proof === undefined ? 0 : proof.holds / proof.of
}

/** A column that is another one less the fees, on nearly every row where all three stand. */
export function netColumn(sample: Rows, fees: readonly number[], candidates: readonly number[]): number | undefined {
  for (const fee of fees) {
    for (const net of candidates) {
      if (candidates.some((gross) => gross !== net && isNetOf(sample, gross, fee, net))) return net
    }
  }
  return undefined
}

function isNetOf(sample: Rows, gross: number, fee: number, net: number): boolean {
  let rows = 0
  let holds = 0
  let withFee = 0
  // `net = gross − fee` also makes `gross = net + fee`: of what comes in the net is the smaller of the two. What goes out tells
  // less: a fee may be given back.
  let [smaller, smallerIn] = [0, 0]
  for (const row of sample) {
    const [whole, kept, left] = [readCents(row[gross] ?? ''), readCents(row[fee] ?? ''), readCents(row[net] ?? '')]
    // What failed was neither paid nor charged.
    if (Number.isNaN(whole) || Number.isNaN(kept) || Number.isNaN(left) || (kept === 0 && left === 0)) continue
    rows += 1
    if (kept !== 0) withFee += 1
    if (left === whole - kept || left === whole + kept) holds += 1
    smaller += Math.sign(whole - left)
    if (whole > 0 && left > 0) smallerIn += Math.sign(whole - left)
  }
  return withFee > 0 && holds >= rows * 0.9 && (smallerIn || smaller) > 0
}

export const centsAt = (row: readonly string[], column: number): number => readCents(row[column] ?? '') || 0
