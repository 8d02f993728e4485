import { type Cents, cents } from '@tabellion/shared/money'

/** The mark before the cents. `either`: a single mark is always decimal (OFX has no thousands separators). */
export type DecimalMark = ',' | '.' | 'either'

const NO_AMOUNT = Number.NaN
/** Where an amount may be negative by a word: debit or credit, in the abbreviations banks print after the figure. */
const NEGATIVE_WORDS = new Set(['D', 'DB', 'DR', 'DT', 'DEBIT'])
const NEUTRAL_WORDS = new Set(
  'C CR CT CREDIT EUR EURO EUROS E USD GBP CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN JPY CNY XPF XOF XAF MAD TND FRF BRL TRY ILS HKD SGD ZAR INR THB MXN'.split(
    ' ',
  ),
)

/**
 * Reads an amount as any bank prints it, in cents: `-12,34`, `1.234,56`, `1 234,56 €`, `12.34-`, `(12,34)`, `12,34 D`,
 * `+1'234.50`, `−20,49 €`. NaN when the text is no amount, or has a fraction of a cent.
 * With a single mark before three digits (`1.234`), `mark` decides; without it these are thousands, since cents have two digits.
 */
export function readCents(text: string, mark?: DecimalMark): number {
  let whole = 0
  let digits = 0
  let sign = 0
  let open = false
  let word = ''
  let lastMark = 0
  let marks = 0
  let otherMarks = 0
  let sinceMark = 0
  let gap = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      if (word !== '' && digits > 0) return NO_AMOUNT
      whole = whole * 10 + code - 48
      digits += 1
      sinceMark += 1
      continue
    }
    if (code === 44 || code === 46) {
      if (sign === 2 || (marks > 0 && lastMark === code && sinceMark !== 3 && digits !== 0)) return NO_AMOUNT
      if (marks > 0 && lastMark !== code) {
        if (otherMarks > 0 || (sinceMark !== 3 && digits > 0)) return NO_AMOUNT
        otherMarks = marks
        marks = 0
      }
      lastMark = code
      marks += 1
      sinceMark = 0
      gap = false
      continue
    }
    if (isBlank(code)) {
      if (digits > 0) gap = true
      continue
    }
    if (code === 45 || code === 43 || code === 0x2212 || code === 0x2013 || code === 0x2014 || code === 0xfe63) {
      if (sign !== 0 || open) return NO_AMOUNT
      sign = code === 43 ? 1 : -1
      if (digits > 0) gap = true
      continue
    }
    if (code === 40) {
      if (open || sign !== 0 || digits > 0) return NO_AMOUNT
      open = true
    } else if (code === 41) {
      if (!open || sign !== 0) return NO_AMOUNT
      sign = -1
    } else if (code === 0x20ac || code === 36 || code === 163 || code === 0x80) {
      if (digits > 0) gap = true
    } else if (isLetter(code)) {
      if (word.length === 6) return NO_AMOUNT
      word += text[at]
      if (digits > 0) gap = true
    } else return NO_AMOUNT
  }
  if (digits === 0 || digits > 15 || (open && sign === 0)) return NO_AMOUNT
  if (gap && !hasPlainGroups(text)) return NO_AMOUNT
  if (word !== '') {
    const upper = word.toUpperCase()
    if (NEGATIVE_WORDS.has(upper)) {
      if (sign !== -1) sign = -1
    } else if (!NEUTRAL_WORDS.has(upper)) return NO_AMOUNT
  }
  return signed(whole, decimalsOf(lastMark, marks, otherMarks, sinceMark, digits, mark), sign === -1)
}

/** The same as a branded amount, or undefined. */
export function parseCents(text: string, mark?: DecimalMark): Cents | undefined {
  const read = readCents(text, mark)
  return Number.isNaN(read) ? undefined : cents(read)
}

/** How many of the digits are decimals. */
function decimalsOf(
  lastMark: number,
  marks: number,
  otherMarks: number,
  sinceMark: number,
  digits: number,
  mark: DecimalMark | undefined,
): number {
  if (lastMark === 0) return 0
  if (otherMarks > 0) return marks === 1 ? sinceMark : -1
  if (marks > 1) return sinceMark === 3 ? 0 : -1
  if (sinceMark !== 3) return sinceMark
  if (digits === 3 || mark === 'either') return 3
  if (mark === undefined) return 0
  return (mark === ',' ? 44 : 46) === lastMark ? 3 : 0
}

function signed(whole: number, decimals: number, negative: boolean): number {
  if (decimals < 0) return NO_AMOUNT
  let value = whole
  if (decimals < 2) value *= decimals === 0 ? 100 : 10
  for (let extra = decimals; extra > 2; extra -= 1) {
    if (value % 10 !== 0) return NO_AMOUNT
    value /= 10
  }
  if (value > Number.MAX_SAFE_INTEGER) return NO_AMOUNT
  return negative && value !== 0 ? -value : value
}

/** A blank inside a number parts groups of three; anywhere else in the cell it is free. */
function hasPlainGroups(text: string): boolean {
  const number = /\d[\d\s.,'’\u00a0\u2007\u2009\u202f\ufffd]*/.exec(text)?.[0] ?? ''
  if (/\d/.test(text.slice(text.indexOf(number) + number.length))) return false
  const groups = number
    .trim()
    .replace(/[.,]\d*$/, '')
    .split(/[\s'’\u00a0\u2007\u2009\u202f\ufffd]+/)
  return groups.length === 1 || groups.every((group, rank) => (rank === 0 ? /^[\d.,]{1,3}$/ : /^\d{3}$/).test(group))
}

const isBlank = (code: number): boolean =>
  code === 32 ||
  code === 0xa0 ||
  code === 0x202f ||
  code === 0x2009 ||
  code === 0x2007 ||
  code === 39 ||
  code === 0x2019 ||
  code === 0xfffd ||
  code === 9 ||
  code === 10

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

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
