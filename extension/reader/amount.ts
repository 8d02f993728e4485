import { around, collapse, isShown, type Piece } from './piece.ts'

/** An amount that the page shows, perhaps spread over several elements. */
export interface Amount {
  readonly element: Element
  /** Never negative. */
  readonly cents: number
  /** 0: the page prints no sign. */
  readonly sign: -1 | 0 | 1
  readonly currency: string
  readonly hasCents: boolean
}

const CURRENCY = '(€|EUR|euros?|US ?\\$|\\$(?: ?US)?|£|¥|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN)?'
/** Sign, currency, figures, cents, sign, currency, side. On a page, only what has cents or a currency is surely money. */
const MONEY = new RegExp(
  `^(\\(|-|\\+|moins |plus |(?:d[ée]|cr[ée])bit ?:? )? ?${CURRENCY} ?([-+])? ?(\\d{1,3}(?:[ .,'’]\\d{3})+|\\d+)(?:[.,](\\d{1,2}))? ?([-+])? ?${CURRENCY} ?(\\)|D|C|CR|DB|d[ée]bit|cr[ée]dit)?$`,
  'i',
)
const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' }
/** Longer texts are no amount, whatever they hold. */
const LONGEST = 32

/** Reads what is one amount and nothing else. */
function moneyIn(text: string): Omit<Amount, 'element'> | undefined {
  const match = MONEY.exec(text.replace(/[\u2212\u2013\u2014]/g, '-').replace(/^montant[\p{L} ]* ?: ?/iu, ''))
  if (match === null) return undefined
  const [, lead = '', before = '', inside = '', whole = '', cents = '', after = '', behind = '', side = ''] = match
  const currency = before || behind
  if (cents.length < 2 && currency === '') return undefined
  const marks = lead + inside + after + side
  return {
    cents: Number(whole.replace(/\D/g, '') + cents.padEnd(2, '0')),
    sign: /[-(]|^m|^d|D$|DB|d[ée]b/i.test(marks) ? -1 : marks === '' ? 0 : 1,
    currency: SYMBOLS[currency.replace(/ ?US ?/i, '')] ?? (/^eu|^$/i.test(currency) ? 'EUR' : currency.toUpperCase()),
    hasCents: cents.length === 2,
  }
}

/** Finds the amounts: the largest element around each figure whose whole text is that one amount. */
export function amountsOf(pieces: readonly Piece[]): Amount[] {
  const found = new Map<Element, Amount>()
  const texts = new Map<Element, string>()
  for (const { element, text } of pieces) {
    if (text.length > LONGEST || !/[\d€]/.test(text) || found.has(element)) continue
    let best: Amount | undefined
    const own = moneyIn(text)
    if (own) best = { element, ...own }
    let at: Element | undefined = element
    for (let level = 0; level < 4 && at; level += 1) {
      const whole = texts.get(at) ?? shownText(at)
      texts.set(at, whole)
      if (whole.length > LONGEST) break
      const money = moneyIn(whole)
      // A whole amount takes on its sign and its currency, never more figures; `,29` and `1 230` alone are no whole amount yet.
      if (money && (!best?.hasCents || best.cents === money.cents)) best = { element: at, ...money }
      else if (best && whole !== '') break
      at = around(at)
    }
    if (best && !found.has(best.element) && isShown(best.element)) found.set(best.element, best)
  }
  return [...found.values()]
}

/** The text of an element; cents set in a raised or small box (`12<sup>34</sup>`) get their comma back. */
function shownText(element: Element): string {
  const text = collapse(element.textContent)
  const cents = collapse(element.querySelector('sup, small')?.textContent ?? '')
  if (/^\d{2}(?: ?€)?$/.test(cents) && !/[.,]\d/.test(text)) {
    const place = text.lastIndexOf(cents)
    const before = text.slice(0, place).trim()
    if (/\d$/.test(before)) return `${before},${text.slice(place)}`
  }
  return text
}
