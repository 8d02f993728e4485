/** Why an identifier was refused. `text` is what was read, spaces removed. */
export type IdentifierProblem =
  | { readonly code: 'empty'; readonly text: string }
  | { readonly code: 'not-digits'; readonly text: string }
  | { readonly code: 'wrong-characters'; readonly text: string }
  | { readonly code: 'wrong-length'; readonly text: string; readonly expected: readonly number[] }
  | { readonly code: 'wrong-key'; readonly text: string }
  | { readonly code: 'unknown-country'; readonly text: string; readonly country: string }

/** Upper case, without the spaces (U+00A0 and U+202F too), points and hyphens that people type between groups. */
export const compact = (text: string): string =>
  text.replace(/[\s\u00a0\u202f.\-\u2010\u2011\u2013]/g, '').toUpperCase()

/** Luhn's key: every second digit from the right counts double. SIREN and SIRET, ISO/IEC 7812-1. */
export function luhnHolds(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Remainder by 97 of a number too long for a safe integer. ISO 7064, MOD 97-10. */
export function mod97(digits: string): number {
  let remainder = 0
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97
  return remainder
}

/** Groups of the given sizes separated by U+00A0, so that an identifier never breaks at a line's end. */
export function grouped(text: string, sizes: readonly number[]): string {
  const groups: string[] = []
  let at = 0
  for (let index = 0; at < text.length; index += 1) {
    const size = sizes[Math.min(index, sizes.length - 1)] ?? text.length
    groups.push(text.slice(at, at + size))
    at += size
  }
  return groups.join('\u00a0')
}
