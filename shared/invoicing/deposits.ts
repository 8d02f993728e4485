import { type Cents, cents, divideRounded } from '@tabellion/shared/money'
import type { OpenDeposit } from './input.ts'

/** Deposits up to an amount, the earliest first; the one that does not fit is deducted in part, with its share of VAT. */
export function depositsWithin(deposits: readonly OpenDeposit[], most: Cents): readonly OpenDeposit[] {
  let room: number = most
  return deposits.flatMap((deposit): readonly OpenDeposit[] => {
    const gross = cents(Math.min(deposit.gross, Math.max(0, room)))
    room -= gross
    if (gross === 0) return []
    if (gross === deposit.gross) return [deposit]
    const vat = divideRounded(BigInt(deposit.vat) * BigInt(gross), BigInt(deposit.gross))
    return [{ ...deposit, gross, vat: cents(Number(vat)) }]
  })
}
