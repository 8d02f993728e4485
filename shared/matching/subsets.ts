/** One way to make a sum: indexes into the items, ascending. */
export type Subset = readonly number[]

/** Sums of pairs are told apart by this many of their low bits. */
const SIEVE = 1_024

/**
 * Groups of 2 to `most` (6 at most) items that make `target`, smallest first. The sums of all pairs are marked in a sieve: only where what is left is one
 * of them is the pair looked for. Stops at `limit`: past a few, which one is right can no longer be told from the amount.
 */
export function subsetsMaking(target: number, values: readonly number[], most: number, limit: number): Subset[] {
  if (outOfReach(target, values)) return []
  const pairs = new Uint8Array(SIEVE)
  values.forEach((value, index) => {
    for (let other = 0; other < index; other += 1) pairs[(value + (values[other] ?? 0)) & (SIEVE - 1)] = 1
  })
  const found: Subset[] = []
  const chosen: number[] = []
  const extend = (from: number, size: number, left: number): void => {
    if (size === 2 && pairs[left & (SIEVE - 1)] === 0) return
    for (let next = from; next < values.length && found.length < limit; next += 1) {
      const rest = left - (values[next] ?? 0)
      if (size > 1) {
        chosen.push(next)
        extend(next + 1, size - 1, rest)
        chosen.pop()
      } else if (rest === 0) found.push([...chosen, next])
    }
  }
  for (let size = 2; size <= Math.min(most, values.length); size += 1) extend(0, size, target)
  return found
}

/** Even the two smallest make more, or all of them less: most lines pay one invoice. */
function outOfReach(target: number, values: readonly number[]): boolean {
  let smallest = Number.POSITIVE_INFINITY
  let second = Number.POSITIVE_INFINITY
  let all = 0
  for (const value of values) {
    if (value < 0) return false
    if (value < smallest) [smallest, second] = [value, smallest]
    else if (value < second) second = value
    all += value
  }
  return smallest + second > target || all < target
}

/** ln of the number of ways to choose k items among n: what a sum found among many candidates must be discounted by. */
export function logChoose(n: number, k: number): number {
  let log = 0
  for (let step = 0; step < k; step += 1) log += Math.log((n - step) / (step + 1))
  return log
}
