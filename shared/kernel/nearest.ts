/**
 * The candidate closest to `text`, for refusals that name what was probably meant: one that starts with it, or that it starts
 * with, else the one with the fewest letters added, removed or changed; case and accents aside. Undefined without candidates.
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const typed = fold(text)
  const scored = candidates.map((candidate) => {
    const known = fold(candidate)
    const starts = typed.length >= 3 && (known.startsWith(typed) || typed.startsWith(known))
    return { candidate, distance: starts ? 0 : editDistance(typed, known) }
  })
  scored.sort((a, b) => a.distance - b.distance)
  return scored[0]?.candidate
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
