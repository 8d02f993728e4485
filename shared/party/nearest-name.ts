import { nearestBy, wordsIn } from '@tabellion/shared/kernel'

const LEGAL_FORM = /^(sarl|sasu?|eurl|sa|sci|snc|ei|eirl|scop|selarl|ste|societe|ets|etablissements)$/

/** The name that was probably meant (`nearest`); « Dupont SARL » is « Dupont », and no other SARL. */
export const nearestName = (name: string, names: readonly string[]): string | undefined =>
  nearestBy(nameWords, false, name, names)

function nameWords(name: string): readonly string[] {
  const words = wordsIn(name.replace(/\./g, ''))
  const own = words.filter((word) => !LEGAL_FORM.test(word))
  return own.length === 0 ? words : own
}
