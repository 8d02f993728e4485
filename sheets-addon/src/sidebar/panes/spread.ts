import type { ToldLine, ToldMatching, ToldOffer } from '../../actions/bank/told.ts'

/** What a line is said to pay, as `confirm-matches` takes it. */
export interface Match {
  readonly line: string
  readonly allocations: ToldOffer['allocations']
  readonly feeCents?: number
}

/** A document that something is still due on. */
export type Due = ToldMatching['documents'][number]

/**
 * The line's money over the chosen documents, in the order they were chosen: each takes what is left to pay on it, as far as the
 * money goes. With `isFee`, all are paid whole and what is missing was kept by someone between.
 */
export function spread(line: Pick<ToldLine, 'line' | 'amountCents'>, chosen: readonly Due[], isFee: boolean): Match {
  const sign = Math.sign(line.amountCents)
  let left = Math.abs(line.amountCents)
  const allocations = chosen.flatMap(({ number, openCents }) => {
    const open = Math.abs(openCents)
    const share = isFee ? open : Math.min(open, left)
    left -= share
    return share === 0 ? [] : [{ number, amountCents: sign * share, openCents }]
  })
  return { line: line.line, allocations, ...(isFee && left < 0 ? { feeCents: -left } : {}) }
}
