import { type Branded, fail, ok, type Result } from '@tabellion/shared/kernel'
import { compact, type IdentifierProblem, luhnHolds, mod97 } from './identifier.ts'
import type { Siren } from './siret.ts'

/** An intra-EU VAT number with its country prefix, without spaces (BT-31, BT-48). */
export type VatNumber = Branded<string, 'VatNumber'>

/**
 * What follows the prefix, by country. Greece writes EL, Northern Ireland XI (goods only, protocol on Ireland).
 * Source: VIES, https://ec.europa.eu/taxation_customs/vies/#/faq (Q11).
 */
const FORMATS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]?\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-Z]{1,2}|\d[A-Z+*]\d{5}[A-Z])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{10}\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
}
const LENGTHS: Readonly<Record<string, readonly number[]>> = {
  AT: [9],
  BE: [9, 10],
  BG: [9, 10],
  CY: [9],
  CZ: [8, 9, 10],
  DE: [9],
  DK: [8],
  EE: [9],
  EL: [9],
  ES: [9],
  FI: [8],
  FR: [11],
  HR: [11],
  HU: [8],
  IE: [8, 9],
  IT: [11],
  LT: [9, 12],
  LU: [8],
  LV: [11],
  MT: [8],
  NL: [12],
  PL: [10],
  PT: [9],
  RO: [2, 3, 4, 5, 6, 7, 8, 9, 10],
  SE: [12],
  SI: [8],
  SK: [10],
  XI: [5, 9, 12],
}
// Old French keys of foreign firms hold a letter, never I or O. Rule as implemented by python-stdnum (stdnum.fr.tva).
const KEY_ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Reads a VAT number of a member state. Only the French key is checked; whether it exists, VIES alone says. */
export function parseVatNumber(text: string): Result<VatNumber, IdentifierProblem> {
  const read = compact(text)
  if (read === '') return fail({ code: 'empty', text: read })
  // GR is what people type for Greece; the number itself says EL.
  const number = read.startsWith('GR') ? `EL${read.slice(2)}` : read
  const country = number.slice(0, 2)
  const format = FORMATS[country]
  if (!format) return fail({ code: 'unknown-country', text: read, country })
  const rest = number.slice(2)
  const expected = LENGTHS[country] ?? []
  if (!expected.includes(rest.length))
    return fail({ code: 'wrong-length', text: read, expected: expected.map((n) => n + 2) })
  if (!format.test(rest)) return fail({ code: 'wrong-characters', text: read })
  return country === 'FR' && !frenchKeyHolds(rest) ? fail({ code: 'wrong-key', text: read }) : ok(number as VatNumber)
}

/** The French VAT number of an enterprise: key = (12 + 3 × (SIREN mod 97)) mod 97. CGI art. 286 ter. */
export const vatNumberOf = (siren: Siren): VatNumber => `FR${frenchKey(siren)}${siren}` as VatNumber

/** ISO 3166 country of the number (`EL` → GR, `XI` → GB). */
export function countryOfVatNumber(number: VatNumber): string {
  const prefix = number.slice(0, 2)
  return prefix === 'EL' ? 'GR' : prefix === 'XI' ? 'GB' : prefix
}

const frenchKey = (siren: string): string => String((12 + 3 * mod97(siren)) % 97).padStart(2, '0')

function frenchKeyHolds(rest: string): boolean {
  const key = rest.slice(0, 2)
  const siren = rest.slice(2)
  // Monaco's numbers start with 000 and are no SIREN.
  if (!siren.startsWith('000') && !luhnHolds(siren)) return false
  if (/^\d\d$/.test(key)) return key === frenchKey(siren)
  const [first, second] = [KEY_ALPHABET.indexOf(key[0] ?? ''), KEY_ALPHABET.indexOf(key[1] ?? '')]
  const check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
  return (Number(siren) + 1 + Math.floor(check / 11)) % 11 === check % 11
}
