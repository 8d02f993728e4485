import type { BankLine } from './model.ts'
import type { WordClass } from './vocabulary.ts'

/** What kind of operation the words describe. */
export type LineKind = 'transfer' | 'cheque' | 'terminal' | 'cash' | 'payout' | 'card' | 'interest' | 'own'

export function kindOf(
  line: BankLine,
  classes: ReadonlySet<WordClass>,
  seen: { readonly own: boolean; readonly payout: boolean; readonly named: boolean },
): LineKind {
  const has = (wordClass: WordClass) => classes.has(wordClass)
  if (!has('reject')) {
    if (has('cheque')) return 'cheque'
    // Card takings name no one; a refunded purchase names the shop.
    if (has('terminal') || (has('card') && !has('refund') && (has('remittance') || !seen.named))) return 'terminal'
    if (has('card')) return 'card'
  }
  if (seen.payout || has('processor')) return 'payout'
  if (seen.own) return 'own'
  if (has('cash')) return 'cash'
  if (has('interest') && !has('invoice')) return 'interest'
  // « Dépôt », alone.
  return line.amount > 0 && has('remittance') && !seen.named && !has('payment') && !has('invoice') ? 'cash' : 'transfer'
}
