import { readCents } from '@tabellion/shared/statements/values'
import { around, collapse, isShown, type Piece } from './piece.ts'

/** An amount that the page shows, perhaps spread over several elements. */
export interface Amount {
  readonly element: Element
  /** As shown, without its sign's absence being told: see `sign`. */
  readonly cents: number
  /** 0: the page prints no sign. */
  readonly sign: -1 | 0 | 1
  /** False for dollars and the like, shown beside the euros. */
  readonly isEuro: boolean
}

const HAS_CENTS = /\d[.,]\d{2}(?!\d)/
const CURRENCY = /€|\bEUR\b|\beuros?\b/i
const FOREIGN = /[$£¥]|\b(?:USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN)\b/
/** Longer texts are no amount, whatever they hold. */
const LONGEST = 32

/** Finds the amounts: the largest element around each figure whose whole text is that one amount. */
export function amountsOf(pieces: readonly Piece[]): Amount[] {
  const found = new Map<Element, Amount>()
  const texts = new Map<Element, string>()
  for (const { element, text } of pieces) {
    if (text.length > LONGEST || !/[\d€]/.test(text) || found.has(element)) continue
    const amount = amountAround(element, text, texts)
    if (amount !== undefined && !found.has(amount.element) && isShown(amount.element)) found.set(amount.element, amount)
  }
  return [...found.values()]
}

function amountAround(element: Element, piece: string, texts: Map<Element, string>): Amount | undefined {
  const text = piece
    .replace(/^moins /i, '-')
    .replace(/^plus /i, '+')
    .replace(/US ?\$|\$ ?US/, 'USD')
  let best = isMoney(text) ? element : undefined
  let bestText = best === undefined ? '' : text
  let at: Element | undefined = element
  for (let level = 0; level < 4 && at !== undefined; level += 1) {
    const whole = texts.get(at) ?? shownText(at)
    texts.set(at, whole)
    if (whole.length > LONGEST) break
    if (isMoney(whole) && (best === undefined || mayGrow(bestText, whole))) {
      best = at
      bestText = whole
    } else if (best !== undefined && whole !== '') break
    at = around(at)
  }
  return best === undefined
    ? undefined
    : { element: best, cents: readCents(bestText), sign: signOf(bestText), isEuro: !FOREIGN.test(bestText) }
}

/** A whole amount takes on its sign and its currency, never more figures; `,29` and `1 230` alone are no whole amount yet. */
function mayGrow(inner: string, outer: string): boolean {
  const isWhole = HAS_CENTS.test(inner)
  return !isWhole || figures(inner) === figures(outer)
}
const figures = (text: string): string => text.replace(/\D/g, '')

const isMoney = (text: string): boolean =>
  (HAS_CENTS.test(text) || (CURRENCY.test(text) && /\d/.test(text))) && !Number.isNaN(readCents(text))

const signOf = (text: string): -1 | 0 | 1 =>
  /[-\u2212\u2013\u2014(]|\b[Dd](?:ébit)?$/.test(text) ? -1 : /\+|\b[Cc](?:rédit)?$/.test(text) ? 1 : 0

/** The text of an element; cents set in a raised or small box (`12<sup>34</sup>`) get their comma back. */
function shownText(element: Element): string {
  const small = element.querySelector('sup, small')
  const cents = small === null ? '' : collapse(small.textContent ?? '')
  const text = collapse(element.textContent ?? '')
  if (/^\d{2}(?: ?€)?$/.test(cents) && !/[.,]\d/.test(text)) {
    const before = text.slice(0, text.lastIndexOf(cents)).trim()
    if (/\d$/.test(before)) return `${before},${cents}${text.slice(text.lastIndexOf(cents) + cents.length)}`
  }
  return text
}
