/**
 * The candidate that was probably meant, for refusals that name it: a slip of a letter or two, a word left out, words in another
 * order, the start of it; case, accents and signs aside. Undefined when none is near: a wrong guess is worse than none.
 */
export const nearest = (text: string, candidates: readonly string[]): string | undefined =>
  nearestBy(wordsIn, true, text, candidates)

/** The same among words that are somebody's: whether a word may be cut short is for the caller to say, Martin being no Martinez. */
export function nearestBy(
  wordsOf: (text: string) => readonly string[],
  mayBeCut: boolean,
  text: string,
  candidates: readonly string[],
): string | undefined {
  const typed = wordsOf(text)
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    const distance = distanceOf(typed, wordsOf(candidate), mayBeCut)
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance }
  }
  return best?.candidate
}

/** Its words, without case, accents or signs; `startDate` has two. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** The letters that differ, when one says no more than the other; else, infinitely far. */
function distanceOf(typed: readonly string[], known: readonly string[], mayBeCut: boolean): number {
  const [a, b] = [typed.join(''), known.join('')]
  const whole = editDistance(a, b)
  if (a.length > 2 && (whole < 2 || (mayBeCut && b.startsWith(a)))) return whole
  const [few, many] = typed.length > known.length ? [known, typed] : [typed, known]
  const rest = [...many]
  let distance = 0
  for (const word of few) {
    const slips = rest.map((other) => slipsBetween(word, other))
    const least = Math.min(...slips)
    if (!Number.isFinite(least)) return least
    distance += least
    rest.splice(slips.indexOf(least), 1)
  }
  const left = rest.join('').length
  // Of what was typed, half at least is known: « Martin Plomberie et Chauffage » is not « Martin ».
  return few.join('').length < 3 || (many === typed && left * 2 > a.length) ? Number.POSITIVE_INFINITY : distance + left
}

/** One letter of a word may be wrong, two of a long one: Dupont is a slip for Dupond, not for Ponant. */
function slipsBetween(a: string, b: string): number {
  const slips = editDistance(a, b)
  const longer = Math.max(a.length, b.length)
  return slips <= (longer < 3 ? 0 : longer < 9 ? 1 : 2) ? slips : Number.POSITIVE_INFINITY
}

/** Letters added, removed, changed, or swapped with the next one. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(
        Math.min(
          (row[j - 1] ?? 0) + (isSame ? 0 : 1),
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
