import { type Cents, negate } from '@tabellion/shared/money'
import type { StatementLine } from '../statement.ts'

/**
 * Banks disagree on the sign of a reversal. It follows its flag, unless the closing balance is reached only with every reversal
 * of the statement turned round: then they are turned, and counted.
 */
export function settleReversals(
  lines: StatementLine[],
  from: number,
  reversals: ReadonlySet<StatementLine>,
  opening: Cents | undefined,
  closing: Cents | undefined,
): number {
  if (opening === undefined || closing === undefined || reversals.size === 0) return 0
  const own = lines.slice(from).filter((line) => !line.pending)
  const total = own.reduce((sum, { amountCents }) => sum + amountCents, 0)
  const reversed = own.filter((line) => reversals.has(line)).reduce((sum, { amountCents }) => sum + amountCents, 0)
  if (opening + total === closing || opening + total - 2 * reversed !== closing) return 0
  let count = 0
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined || !reversals.has(line)) continue
    lines[at] = { ...line, amountCents: negate(line.amountCents) }
    count += 1
  }
  return count
}
