/** One way to make a sum: indexes into the items, ascending. */
export type Subset = readonly number[]

/**
 * Groups of 2 to `most` (6 at most) items that make `target`, smallest first, found through the sums of pairs: a pair is looked up, not searched.
 * Stops at `limit`: past a few, which one is right can no longer be told from the amount.
 */
export function subsetsMaking(target: number, values: readonly number[], most: number, limit: number): Subset[] {
  const places = usable(target, values)
  const pairs = new Map<number, [number, number][]>()
  const value = (index: number) => values[places[index] ?? 0] ?? 0
  for (let first = 0; first < places.length; first += 1)
    for (let second = first + 1; second < places.length; second += 1) {
      const total = value(first) + value(second)
      const list = pairs.get(total)
      if (list) list.push([first, second])
      else pairs.set(total, [[first, second]])
    }
  const found: Subset[] = []
  const extend = (chosen: readonly number[], size: number, left: number): void => {
    const from = (chosen.at(-1) ?? -1) + 1
    if (size === 2) {
      for (const pair of pairs.get(left) ?? []) if (pair[0] >= from && found.length < limit) found.push([...chosen, ...pair].map((index) => places[index] ?? 0))
    } else for (let next = from; next < places.length && found.length < limit; next += 1) extend([...chosen, next], size - 1, left - value(next))
  }
  for (let size = 2; size <= Math.min(most, places.length); size += 1) extend([], size, target)
  return found
}

/** Without credit notes, an item larger than the target is of no use; nor are any when all together do not reach it. */
function usable(target: number, values: readonly number[]): number[] {
  const credits = values.reduce((sum, value) => sum + Math.min(0, value), 0)
  const places = values.flatMap((value, place) => (value + credits <= target ? [place] : []))
  return places.reduce((sum, place) => sum + Math.max(0, values[place] ?? 0), 0) < target ? [] : places
}

/** ln of the number of ways to choose k items among n: what a sum found among many candidates must be discounted by. */
export function logChoose(n: number, k: number): number {
  let log = 0
  for (let step = 0; step < k; step += 1) log += Math.log((n - step) / (step + 1))
  return log
}
