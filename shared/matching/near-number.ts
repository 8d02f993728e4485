import type { IndexedInvoice } from './invoice-index.ts'

/** A number written with one slip, or cut by the end of the label; asked only of an invoice that something else already points to. */
export type NearNumber = 'slip' | 'cut'

export function nearNumber(texts: readonly string[], { parts }: IndexedInvoice): NearNumber | undefined {
  if (!parts) return undefined
  let near: NearNumber | undefined
  for (const text of texts) {
    const withLetters = parts.letters !== '' && text.startsWith(parts.letters)
    const form = withLetters ? parts.whole : parts.digits
    const head = (withLetters ? parts.letters.length : 0) + (parts.readings[0]?.head.length ?? 0)
    if (form.length < 5) continue
    if (text.length >= 5 && Math.abs(text.length - form.length) <= 1 && oneSlip(text, form)) return 'slip'
    if (text.length > head && text.length < form.length && form.startsWith(text)) near = 'cut'
  }
  return near
}

/** At most one character wrong, missing or added, or two neighbours swapped (Damerau). */
export function oneSlip(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  const restA = a.slice(at)
  const restB = b.slice(at)
  return (
    restA === restB || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
