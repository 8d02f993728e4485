import { type Branded, fail, ok, type Result } from '@tabellion/shared/kernel'
import { isCountryCode } from './country.ts'
import { compact, grouped, type IdentifierProblem, mod97 } from './identifier.ts'

/** A bank account (BT-84), without spaces. ISO 13616. */
export type Iban = Branded<string, 'Iban'>
/** A bank's identifier (BT-86), 8 or 11 characters. ISO 9362. */
export type Bic = Branded<string, 'Bic'>

/** Length by country. Source: SWIFT IBAN Registry, https://www.swift.com/standards/data-standards/iban */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HN: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,
}

/** Reads an IBAN, spaces or not. French overseas accounts start with FR. */
export function parseIban(text: string): Result<Iban, IdentifierProblem> {
  const read = compact(text)
  if (read === '') return fail({ code: 'empty', text: read })
  const country = read.slice(0, 2)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(read)) return fail({ code: 'wrong-characters', text: read })
  const expected = LENGTHS[country]
  if (expected === undefined) return fail({ code: 'unknown-country', text: read, country })
  if (read.length !== expected) return fail({ code: 'wrong-length', text: read, expected: [expected] })
  return ibanRemainder(read) === 1 ? ok(read as Iban) : fail({ code: 'wrong-key', text: read })
}

/** `FR76 3000 6000 0112 3456 7890 189`, with spaces that do not break. */
export const formatIban = (iban: Iban): string => grouped(iban, [4])

/** What tells two accounts apart and lets nobody pay or take: `FR76…0189`. Undefined for what is no IBAN in form. */
export function maskedIban(text: string): string | undefined {
  const read = compact(text)
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,}$/.test(read) ? `${read.slice(0, 4)}…${read.slice(-4)}` : undefined
}

/** Reads a BIC of 8 or 11 characters whose country exists. */
export function parseBic(text: string): Result<Bic, IdentifierProblem> {
  const read = compact(text)
  if (read === '') return fail({ code: 'empty', text: read })
  if (read.length !== 8 && read.length !== 11) return fail({ code: 'wrong-length', text: read, expected: [8, 11] })
  if (!/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(read)) return fail({ code: 'wrong-characters', text: read })
  const country = read.slice(4, 6)
  return isCountryCode(country) || country === 'XK'
    ? ok(read as Bic)
    : fail({ code: 'unknown-country', text: read, country })
}

/** The four first characters go last, letters count 10 to 35, and the whole leaves 1 by 97. */
function ibanRemainder(iban: string): number {
  const moved = iban.slice(4) + iban.slice(0, 4)
  return mod97([...moved].map((character) => String(Number.parseInt(character, 36))).join(''))
}
