/** One way to make a sum: indexes into the items, ascending. */
export type Subset = readonly number[]

/**
 * Every subset of 2 to `most` items that makes `target`, by meeting in the middle: 2^(n/2) sums on each side instead of 2^n.
 * Stops at `limit` solutions: past a few, which one is right can no longer be told from the amount.
 */
export function subsetsMaking(target: number, values: readonly number[], most: number, limit: number): Subset[] {
  const places = usable(target, values)
  if (places.length < 2) return []
  const half = places.length >> 1
  const left = sums(values, places.slice(0, half))
  const right = sums(values, places.slice(half))
  // Masks of the left side by their sum: the last in the map, the ones before it in a chain.
  const lastWith = new Map<number, number>()
  const previous = new Int32Array(left.length).fill(-1)
  for (let mask = 0; mask < left.length; mask += 1) {
    const total = left[mask] ?? 0
    previous[mask] = lastWith.get(total) ?? -1
    lastWith.set(total, mask)
  }
  const found: Subset[] = []
  for (let mask = 0; mask < right.length; mask += 1)
    for (let other = lastWith.get(target - (right[mask] ?? 0)) ?? -1; other >= 0; other = previous[other] ?? -1) {
      const size = popCount(mask) + popCount(other)
      if (size < 2 || size > most) continue
      found.push([...bits(other, places, 0), ...bits(mask, places, half)])
      if (found.length >= limit) return found
    }
  return found
}

/** Without credit notes, an item larger than the target is of no use; nor are any when all together do not reach it. */
function usable(target: number, values: readonly number[]): number[] {
  const credits = values.reduce((sum, value) => sum + Math.min(0, value), 0)
  const places = values.flatMap((value, place) => (value + credits <= target ? [place] : []))
  const most = places.reduce((sum, place) => sum + Math.max(0, values[place] ?? 0), 0)
  return most < target ? [] : places
}

/** Sum of each subset of the values at `places`, by bit mask. */
function sums(values: readonly number[], places: readonly number[]): Float64Array {
  const all = new Float64Array(1 << places.length)
  for (let mask = 1; mask < all.length; mask += 1) all[mask] = (all[mask & (mask - 1)] ?? 0) + (values[places[lowestBit(mask)] ?? 0] ?? 0)
  return all
}

/**
 * Groups of 2 to `most` (5 at most) among many items, by the sums of pairs: what a search over all subsets could not reach.
 * The smallest groups first.
 */
export function groupsMaking(target: number, values: readonly number[], most: number, limit: number): Subset[] {
  const pairs = new Map<number, [number, number][]>()
  for (let first = 0; first < values.length; first += 1)
    for (let second = first + 1; second < values.length; second += 1) {
      const total = (values[first] ?? 0) + (values[second] ?? 0)
      const list = pairs.get(total)
      if (list) list.push([first, second])
      else pairs.set(total, [[first, second]])
    }
  const found: Subset[] = [...(pairs.get(target) ?? [])]
  const extend = (prefix: readonly number[], size: number, from: number, left: number): void => {
    if (found.length >= limit) return
    if (size === 2) {
      for (const [first, second] of pairs.get(left) ?? []) if (first >= from && found.length < limit) found.push([...prefix, first, second])
      return
    }
    for (let next = from; next < values.length; next += 1) extend([...prefix, next], size - 1, next + 1, left - (values[next] ?? 0))
  }
  for (let size = 3; size <= Math.min(most, 5); size += 1) extend([], size, 0, target)
  return found
}

const lowestBit = (mask: number): number => 31 - Math.clz32(mask & -mask)

function popCount(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

function bits(mask: number, places: readonly number[], offset: number): number[] {
  const set: number[] = []
  for (let rest = mask; rest !== 0; rest &= rest - 1) set.push(places[offset + lowestBit(rest)] ?? 0)
  return set
}

/** ln of the number of ways to choose k items among n: what a sum found among many candidates must be discounted by. */
export function logChoose(n: number, k: number): number {
  let log = 0
  for (let step = 0; step < k; step += 1) log += Math.log((n - step) / (step + 1))
  return log
}
