/** The mark before the cents. `either`: a single mark is always decimal (OFX has no thousands separators). */
export type DecimalMark = ',' | '.' | 'either'

const NO_AMOUNT = Number.NaN
/** Words after the figure: debit and credit in the abbreviations banks print, and currencies. */
const DEBIT_WORDS = new Set(['D', 'DB', 'DR', 'DT', 'DEBIT', 'DÉBIT'])
const CREDIT_WORDS = new Set(['C', 'CR', 'CT', 'CREDIT', 'CRÉDIT'])
const CURRENCIES = new Set(
  (
    '€ $ £ E EUR EURO EUROS USD GBP CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN JPY CNY XPF XOF XAF MAD TND FRF BRL TRY ' +
    'ILS HKD SGD ZAR INR THB MXN'
  ).split(' '),
)
const BLANKS = /[\s\u00a0\u2007\u2009\u202f\ufffd]+/g
const MINUS = /[\u2212\u2013\u2014\ufe63]/g
const WORD = '([€$£]|\\p{L}{1,6})?'
/** `(`, sign, currency, sign, number, sign, currency, debit or credit, `)`. */
const SHAPE = new RegExp(
  `^(\\()? ?([-+])? ?${WORD} ?([-+])? ?([\\d.,'’ ]*\\d[.,]?) ?([-+])? ?${WORD} ?${WORD} ?(\\))?$`,
  'u',
)

/**
 * Reads an amount as any bank prints it, in cents: `-12,34`, `1.234,56`, `1 234,56 €`, `12.34-`, `(12,34)`, `12,34 D`,
 * `+1'234.50`, `−20,49 €`. NaN when the text is no amount, or has a fraction of a cent.
 * With a single mark before three digits (`1.234`), `mark` decides; without it these are thousands, since cents have two digits.
 */
export function readCents(text: string, mark?: DecimalMark): number {
  const plain = readPlain(text)
  if (!Number.isNaN(plain)) return plain
  if (text.length > 40) return NO_AMOUNT
  const match = SHAPE.exec(text.replace(BLANKS, ' ').trim().replace(MINUS, '-'))
  if (!match) return NO_AMOUNT
  const [, open, before, first = '', inside, number = '', after, second = '', third = '', close] = match
  const signs = [before, inside, after].filter((sign) => sign !== undefined)
  const words = [first, second, third].filter((word) => word !== '').map((word) => word.toUpperCase())
  const debit = words.some((word) => DEBIT_WORDS.has(word))
  if (signs.length > 1 || (open === undefined) !== (close === undefined) || (open !== undefined && signs.length > 0))
    return NO_AMOUNT
  if (words.some((word) => !CURRENCIES.has(word) && !DEBIT_WORDS.has(word) && !CREDIT_WORDS.has(word))) return NO_AMOUNT
  const size = magnitude(number, mark)
  return open !== undefined || signs[0] === '-' || debit ? 0 - size : size
}

/** The currency printed beside the figure, if it is not the euro. */
export function currencyIn(text: string): string | undefined {
  const found = /[$£]|[A-Z]{3}/i.exec(text)?.[0].toUpperCase()
  if (found === undefined || found === 'EUR') return undefined
  return found === '$' ? 'USD' : found === '£' ? 'GBP' : CURRENCIES.has(found) ? found : undefined
}

/** Digits, a sign before, one or two decimals: nearly every cell, read without a regular expression. NaN: anything else. */
function readPlain(text: string): number {
  const first = text.charCodeAt(0)
  let at = first === 45 || first === 43 ? 1 : 0
  let value = 0
  let decimals = -1
  let digits = 0
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      digits += 1
      if (decimals >= 0) decimals += 1
    } else if ((code === 44 || code === 46) && decimals < 0 && digits > 0) decimals = 0
    else return NO_AMOUNT
  }
  if (digits === 0 || digits > 15 || decimals > 2) return NO_AMOUNT
  const cents = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100
  return first === 45 ? 0 - cents : cents
}

/** The number in cents, or NaN: thousands in groups of three parted by one kind of sign, then perhaps decimals. */
function magnitude(number: string, mark: DecimalMark | undefined): number {
  const single = /^(\d+)([.,])(\d{3})$/.exec(number)
  // One mark before three digits: thousands, unless the file says that it is the decimal mark or no group is that long.
  const isDecimal =
    single !== null && (mark === 'either' || mark === single[2] || (single[1] ?? '').length > 3 || single[1] === '0')
  const parts = isDecimal
    ? [single[1], single[3]]
    : (/^(\d{1,3}(?:[ '’]\d{3})+|\d{1,3}(?:\.\d{3})+(?!\d|\.)|,?\d{1,3}(?:,\d{3})+(?!\d|,)|,\d{3}(?=\.)|\d+|)(?:[.,](\d*))?$/
        .exec(number)
        ?.slice(1) ?? [])
  const whole = (parts[0] ?? '').replace(/\D/g, '')
  const decimals = (parts[1] ?? '').padEnd(2, '0')
  if (parts.length === 0 || whole.length + decimals.length > 17 || !/^\d\d0*$/.test(decimals)) return NO_AMOUNT
  return Number(`${whole}${decimals.slice(0, 2)}`)
}

/** What a cell tells about the decimal mark of its file: the mark, or undefined when it could be either. */
export function decimalMarkOf(text: string): ',' | '.' | undefined {
  const lastComma = text.lastIndexOf(',')
  const lastPoint = text.lastIndexOf('.')
  if (lastComma < 0 && lastPoint < 0) return undefined
  if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? ',' : '.'
  const [last, mark, other] =
    lastComma >= 0 ? [lastComma, ',' as const, '.' as const] : [lastPoint, '.' as const, ',' as const]
  const after = /^\d*/.exec(text.slice(last + 1))?.[0].length ?? 0
  if (text.indexOf(mark) !== last) return other
  return after === 3 ? undefined : mark
}

/** Whether the text could only be money: it has cents, a sign or a currency, where an account number has none. */
export const looksLikeMoney = (text: string): boolean =>
  /[.,]\d{1,2}(?!\d)|[-+\u2212€$£]|[A-Za-z]/.test(text) && !Number.isNaN(readCents(text))
