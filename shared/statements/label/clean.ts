import { decodeEntities } from '../xml.ts'

const UNTIDY = /[\p{Cc}\u00a0\u2000-\u200f\u2028-\u202f\u205f\u2060\ufeff]| {2}|^ | $|&[a-z#]/iu

/** The text on one line: blanks collapsed, control characters and marks without width dropped, HTML entities decoded. */
export function cleanLabel(raw: string): string {
  if (!UNTIDY.test(raw)) return raw
  let text = raw
  // `&amp;eacute;`: some exports escape twice.
  for (let pass = 0; pass < 2 && text.includes('&'); pass += 1) text = decodeEntities(text)
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** Latin letters without their accent, one for one, so that places in the text stay the same. */
const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  [...'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸŠŽ'].map((letter) => [letter, letter.normalize('NFD')[0] ?? letter]),
)

/** Capitals without accents, of the same length as the text. */
export function plainCapitals(text: string): string {
  const upper = text.toUpperCase()
  const capitals = upper.length === text.length ? upper : text
  return /[\u00c0-\u017d]/.test(capitals)
    ? capitals.replace(/[\u00c0-\u017d]/g, (letter) => PLAIN[letter] ?? letter)
    : capitals
}
