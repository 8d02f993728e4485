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
    const whole = deposit.whole ?? deposit
    const upTo = BigInt(whole.gross - deposit.gross + gross)
    const vat = Number(divideRounded(BigInt(whole.vat) * upTo, BigInt(whole.gross))) - (whole.vat - deposit.vat)
    return [{ ...deposit, gross, vat: cents(vat) }]
  })
}
