import type { IndexedInvoice } from './invoice-index.ts'
import type { NumberIndex } from './number-index.ts'
import type { Run } from './text.ts'
import { classesOf } from './vocabulary.ts'

/** A sequence that many years' invoices have: the latest of them. */
const AMBIGUOUS = 12

/** What introduces a number: the letters of a series (glued words included: FACTFA2026…), '' for a word for « invoice », undefined for neither. */
export function introduction(runs: readonly Run[], at: number, index: NumberIndex): string | undefined {
  const before = runs[at - 1]
  // « facture 2026 57 », from someone whose numbers have no year.
  if (before?.digits && /^20\d\d$/.test(before.text) && before.field === runs[at]?.field && !runs[at - 2]?.digits)
    return introduction(runs, at - 1, index)
  if (!before || before.digits || before.field !== runs[at]?.field) return runs[at]?.gap.includes('#') ? '' : undefined
  const { text } = before
  // In the middle of a code (`A34FA12`).
  if (before.gap === '' && runs[at - 2]?.field === before.field) return undefined
  if (index.letters.has(text)) return text
  for (const letters of index.letters.keys())
    if (letters.length > 1 && text.endsWith(letters) && classesOf(text.slice(0, -letters.length)).size > 0)
      return letters
  const classes = classesOf(text)
  if (classes.has('invoice')) return ''
  // « facture n° », « facture du ».
  const word = runs[at - 2]
  const linking = classes.has('number') || classes.has('stop')
  return linking && word && !word.digits && word.field === before.field && classesOf(word.text).has('invoice')
    ? ''
    : undefined
}

/** `AV` before the number chooses the credit note, `FA` the invoice. */
export function narrow(invoices: readonly IndexedInvoice[], letters: string | undefined): readonly IndexedInvoice[] {
  if (invoices.length < 2) return invoices
  const same = letters ? invoices.filter((invoice) => invoice.parts?.letters === letters) : []
  const kept = same.length > 0 ? same : invoices
  return kept.length <= AMBIGUOUS ? kept : [...kept].sort((a, b) => b.issuedAt - a.issuedAt).slice(0, AMBIGUOUS)
}
