/** One way to make a sum: indexes into the items, ascending. */
export type Subset = readonly number[]

/**
 * Every subset of 2 to `most` items that makes `target`, by meeting in the middle: 2^(n/2) sums on each side instead of 2^n.
 * Stops at `limit` solutions: past a few, which one is right can no longer be told from the amount.
 */
export function subsetsMaking(target: number, values: readonly number[], most: number, limit: number): Subset[] {
  const half = values.length >> 1
  const left = sums(values, 0, half, most)
  const right = sums(values, half, values.length, most)
  const bySum = new Map<number, number[]>()
  for (const [mask, total] of left.entries()) {
    if (total === undefined) continue
    const list = bySum.get(total)
    if (list) list.push(mask)
    else bySum.set(total, [mask])
  }
  const found: Subset[] = []
  for (const [mask, total] of right.entries()) {
    if (total === undefined) continue
    for (const other of bySum.get(target - total) ?? []) {
      const subset = [...bits(other, 0), ...bits(mask, half)]
      if (subset.length >= 2 && subset.length <= most) found.push(subset)
      if (found.length >= limit) return found
    }
  }
  return found
}

/** Sum of each subset of values[from..to), by bit mask; undefined when it has more than `most` items. */
function sums(values: readonly number[], from: number, to: number, most: number): (number | undefined)[] {
  const all: (number | undefined)[] = [0]
  for (let mask = 1; mask < 1 << (to - from); mask += 1) {
    const low = 31 - Math.clz32(mask & -mask)
    const rest = all[mask & (mask - 1)]
    all[mask] = rest === undefined || popCount(mask) > most ? undefined : rest + (values[from + low] ?? 0)
  }
  return all
}

function popCount(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

function* bits(mask: number, offset: number): Iterable<number> {
  for (let rest = mask; rest !== 0; rest &= rest - 1) yield offset + 31 - Math.clz32(rest & -rest)
}

/** ln of the number of ways to choose k items among n: what a sum found among many candidates must be discounted by. */
export function logChoose(n: number, k: number): number {
  let log = 0
  for (let step = 0; step < k; step += 1) log += Math.log((n - step) / (step + 1))
  return log
}
