import { type IssuedDocument, soldLines, vatKey } from '@tabellion/shared/invoicing'
import { type Cents, cents, minus, plus, splitByWeight, sum } from '@tabellion/shared/money'
import type { BookedDocument, DocumentGroup } from './allocation.ts'
import type { ReceiptCategory } from './payment.ts'

/** An issued document as the books see it: its amounts by what is sold and rate, which sum to its total to the cent. */
export function bookedDocument(document: IssuedDocument): BookedDocument {
  const { number, kind, issueDate, delivery, deposits, preceding } = document
  const corrects = kind === 'credit' ? preceding[0]?.number : undefined
  return {
    number,
    kind,
    issued: issueDate,
    ...(delivery && delivery.to !== issueDate ? { delivered: delivery.to } : {}),
    groups: groupsOf(document),
    ...(deposits.length === 0 ? {} : { deducts: deposits.map((deposit) => deposit.number) }),
    ...(corrects === undefined ? {} : { corrects }),
  }
}

/** VAT is rounded once per rate: what falls on each category is shared out from there. */
function groupsOf({ lines, allowances, vatGroups }: IssuedDocument): DocumentGroup[] {
  const groups = vatGroups.flatMap(({ vat, tax }) => {
    const bases = new Map<ReceiptCategory, Cents>()
    for (const line of soldLines(lines))
      if (vatKey(line.vat) === vatKey(vat)) bases.set(line.nature, plus(bases.get(line.nature) ?? cents(0), line.net))
    for (const { amount, nature, vat: on } of allowances) if (vatKey(on) === vatKey(vat)) takeOff(bases, nature, amount)
    const parts = [...bases].filter(([, base]) => base !== 0)
    if (parts.length === 0) return []
    const taxes = splitByWeight(
      tax,
      parts.map(([, base]) => Math.abs(base)),
    )
    return parts.map(
      ([category, base], index): DocumentGroup => ({ category, rate: vat.rate, base, tax: taxes[index] ?? cents(0) }),
    )
  })
  // Two reasons for no VAT are one rate to the books.
  const merged = new Map<string, DocumentGroup>()
  for (const group of groups) {
    const key = `${group.category} ${group.rate}`
    const before = merged.get(key)
    merged.set(
      key,
      before ? { ...group, base: plus(before.base, group.base), tax: plus(before.tax, group.tax) } : group,
    )
  }
  return [...merged.values()]
}

/** A discount lowers its own category; where nothing of that was sold at this rate, what was. */
function takeOff(bases: Map<ReceiptCategory, Cents>, nature: ReceiptCategory, amount: Cents): void {
  if (Math.abs(bases.get(nature) ?? 0) >= amount) {
    bases.set(nature, minus(bases.get(nature) ?? cents(0), amount))
    return
  }
  const categories = [...bases.keys()]
  if (sum(bases.values()) === 0) return
  const parts = splitByWeight(
    amount,
    categories.map((category) => Math.abs(bases.get(category) ?? 0)),
  )
  for (const [index, category] of categories.entries())
    bases.set(category, minus(bases.get(category) ?? cents(0), parts[index] ?? cents(0)))
}
