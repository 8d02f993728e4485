import type { Amount } from './amount.ts'
import { around, type Piece } from './piece.ts'
import type { Shown } from './shape.ts'
import { saysSum } from './words.ts'

const NOT_CONTENT = 'header, footer, nav, [role="navigation"], [role="banner"], [role="contentinfo"]'

/** The amounts of movements: not those of « Solde au 12/03 », « Total des débits », nor of a page's head. */
export function movementsIn({ amounts, days, pieces }: Shown): Amount[] {
  const byElement = new Map(amounts.map((amount) => [amount.element, amount]))
  const kept = new Set<Amount>()
  let isAfterSum = false
  let sum: Element | undefined
  let before: Piece | undefined
  for (const piece of pieces) {
    const amount = amountAt(piece.element, byElement)
    if (!amount) {
      // « Solde au » and its date may stand apart.
      const isDate = days.has(piece) && before !== undefined && saysSum(before.text)
      isAfterSum = isDate || saysSum(piece.text)
      sum = undefined
    } else if (isAfterSum && (!sum || isBeside(amount.element, sum))) sum = amount.element
    else if (!isApart(amount.element)) kept.add(amount)
    before = piece
  }
  return [...kept]
}

function amountAt(element: Element, amounts: ReadonlyMap<Element, Amount>): Amount | undefined {
  let at: Element | undefined = element
  for (let level = 0; level < 5 && at; level += 1) {
    const amount = amounts.get(at)
    if (amount) return amount
    at = around(at)
  }
  return undefined
}

const isBeside = (element: Element, other: Element): boolean =>
  (around(around(element) ?? element) ?? element).contains(other)

function isApart(element: Element): boolean {
  const box = element.closest(NOT_CONTENT)
  return !!box && !box.closest('main, article, section, li, tr')
}
