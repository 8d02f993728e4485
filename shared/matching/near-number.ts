import type { IndexedInvoice } from './invoice-index.ts'

/**
 * A number written with one slip, or cut by the end of the label; asked only of an invoice that something else already points to.
 * *known-slip*: what is written is itself a number of the ledger, two neighbouring figures of this one swapped.
 */
export type NearNumber = 'slip' | 'known-slip' | 'cut'

export interface NumberText {
  /** Folded; letters O and I as figures. */
  readonly text: string
  /** The letters it starts with, before that. */
  readonly letters: string
  /** It is, as written, the number of some invoice. */
  readonly known: boolean
}

export function nearNumber(texts: readonly NumberText[], item: IndexedInvoice): NearNumber | undefined {
  const parts = item.parts
  if (!parts || parts.digits.length < 4) return undefined
  let near: NearNumber | undefined
  for (const { text, letters, known } of texts) {
    const withLetters = parts.letters !== '' && letters.startsWith(parts.letters)
    const form = withLetters ? item.wholeAsDigits : parts.digits
    const head = (withLetters ? parts.letters.length : 0) + (parts.readings[0]?.head.length ?? 0)
    if (form.length < 5 || text.length > form.length + 1) continue
    if (known) {
      if (text !== form && swapped(text, form)) near ??= 'known-slip'
    } else if (text.length >= 5 && text.length >= form.length - 1 && oneSlip(text, form)) return 'slip'
    else if (text.length > head && text.length < form.length && form.startsWith(text)) near = 'cut'
  }
  return near
}

/** O and I are how people write 0 and 1. */
export const asDigits = (text: string): string => text.replaceAll('O', '0').replaceAll('I', '1')

function swapped(a: string, b: string): boolean {
  const at = firstDifference(a, b)
  return a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** At most one character wrong, missing or added, or two neighbours swapped (Damerau). */
export function oneSlip(a: string, b: string): boolean {
  const at = firstDifference(a, b)
  const restA = a.slice(at)
  const restB = b.slice(at)
  return (
    restA === restB ||
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    swapped(a, b)
  )
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}
