/** One way to make a sum: indexes into the items, ascending. */
export type Subset = readonly number[]

/**
 * Groups of 2 to `most` (6 at most) items that make `target`, smallest first, found through the sums of pairs: a pair is looked up, not searched.
 * Stops at `limit`: past a few, which one is right can no longer be told from the amount.
 */
export function subsetsMaking(target: number, values: readonly number[], most: number, limit: number): Subset[] {
  if (outOfReach(target, values)) return []
  const pairs = new Map<number, [number, number][]>()
  const value = (index: number) => values[index] ?? 0
  for (let first = 0; first < values.length; first += 1)
    for (let second = first + 1; second < values.length; second += 1) {
      const total = value(first) + value(second)
      const list = pairs.get(total)
      if (list) list.push([first, second])
      else pairs.set(total, [[first, second]])
    }
  const found: Subset[] = []
  const chosen: number[] = []
  const extend = (from: number, size: number, left: number): void => {
    if (size === 2) {
      for (const pair of pairs.get(left) ?? [])
        if (pair[0] >= from && found.length < limit) found.push([...chosen, ...pair])
      return
    }
    for (let next = from; next < values.length && found.length < limit; next += 1) {
      chosen.push(next)
      extend(next + 1, size - 1, left - value(next))
      chosen.pop()
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
