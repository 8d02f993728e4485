import { type Branded, fail, ok, type Result } from '@tabellion/shared/kernel'
import { compact, grouped, type IdentifierProblem, luhnHolds } from './identifier.ts'

/** Nine digits: an enterprise (BT-30, scheme 0002). C. com. art. R123-221. */
export type Siren = Branded<string, 'Siren'>
/** Fourteen digits: an establishment, its SIREN first (BT-29, scheme 0009). */
export type Siret = Branded<string, 'Siret'>

const LA_POSTE = '356000000'

/** Reads a SIREN, spaces or not. */
export function parseSiren(text: string): Result<Siren, IdentifierProblem> {
  const problem = digitsProblem(compact(text), 9)
  if (problem) return fail(problem)
  const digits = compact(text)
  return luhnHolds(digits) ? ok(digits as Siren) : fail({ code: 'wrong-key', text: digits })
}

/** Reads a SIRET, spaces or not. */
export function parseSiret(text: string): Result<Siret, IdentifierProblem> {
  const problem = digitsProblem(compact(text), 14)
  if (problem) return fail(problem)
  const digits = compact(text)
  return siretKeyHolds(digits) ? ok(digits as Siret) : fail({ code: 'wrong-key', text: digits })
}

export const sirenOf = (siret: Siret): Siren => siret.slice(0, 9) as Siren

/** `852 379 557`, with spaces that do not break. */
export const formatSiren = (siren: Siren): string => grouped(siren, [3])
/** `852 379 557 00019`, with spaces that do not break. */
export const formatSiret = (siret: Siret): string => grouped(siret, [3, 3, 3, 5])

// La Poste's own establishments do not follow Luhn (except its head office): their digits sum to a multiple of five.
// Source: INSEE, https://www.sirene.fr/sirene/public/variable/siret
function siretKeyHolds(digits: string): boolean {
  if (!luhnHolds(digits.slice(0, 9))) return false
  if (luhnHolds(digits)) return true
  return digits.startsWith(LA_POSTE) && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
}

function digitsProblem(text: string, length: number): IdentifierProblem | undefined {
  if (text === '') return { code: 'empty', text }
  if (!/^\d+$/.test(text)) return { code: 'not-digits', text }
  return text.length === length ? undefined : { code: 'wrong-length', text, expected: [length] }
}
