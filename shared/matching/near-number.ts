import type { IndexedInvoice } from './invoice-index.ts'

/** Is the invoice's number written with one slip? Asked only of an invoice that something else already points to. */
export function isNearlyWritten(texts: readonly string[], { parts }: IndexedInvoice): boolean {
  return texts.some((text) => {
    const form = parts && parts.letters !== '' && text.startsWith(parts.letters) ? parts.whole : (parts?.digits ?? '')
    return form.length >= 5 && text.length >= 5 && Math.abs(text.length - form.length) <= 1 && oneSlip(text, form)
  })
}

/** At most one character wrong, missing or added, or two neighbours swapped (Damerau). */
export function oneSlip(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  const restA = a.slice(at)
  const restB = b.slice(at)
  return (
    restA === restB ||
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
