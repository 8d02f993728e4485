/** Where rows or columns stand on the screen, the hidden ones left out. Lanes are rows or columns, from 1. */
import type { Run } from '../../protocol.ts'

export interface Lanes {
  readonly first: number
  readonly last: number
  readonly shown: readonly number[]
  /** Pixels, all shown lanes together. */
  readonly total: number
  isShown(lane: number): boolean
  /** Its place among the shown ones; of the next shown one when it is hidden. */
  place(lane: number): number
  /** From the start of the first lane to that of this one. */
  start(lane: number): number
  end(lane: number): number
  size(lane: number): number
  /** The lane at this distance, never beyond the ends. */
  at(distance: number): number
  /** `by` shown lanes further, never beyond the ends. */
  step(lane: number, by: number): number
}

export function lanesOf(first: number, last: number, hidden: readonly Run[], sizeOf: (lane: number) => number): Lanes {
  const shown: number[] = []
  const starts: number[] = [0]
  const places = new Int32Array(Math.max(0, last - first + 2))
  let run = 0
  let total = 0
  for (let lane = first; lane <= last; lane++) {
    while ((hidden[run]?.[1] ?? Number.POSITIVE_INFINITY) < lane) run++
    places[lane - first] = shown.length
    if (lane >= (hidden[run]?.[0] ?? Number.POSITIVE_INFINITY)) continue
    shown.push(lane)
    total += sizeOf(lane)
    starts.push(total)
  }
  places[last - first + 1] = shown.length

  const place = (lane: number): number => places[Math.min(Math.max(lane, first), last + 1) - first] ?? 0
  const isShown = (lane: number): boolean => shown[place(lane)] === lane
  const start = (lane: number): number => starts[place(lane)] ?? total
  const clamped = (at: number): number => shown[Math.max(0, Math.min(at, shown.length - 1))] ?? first

  function at(distance: number): number {
    let low = 0
    let high = shown.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= distance) low = middle
      else high = middle - 1
    }
    return clamped(low)
  }

  return {
    first,
    last,
    shown,
    total,
    isShown,
    place,
    start,
    end: (lane) => starts[place(lane + 1)] ?? total,
    size: (lane) => (starts[place(lane + 1)] ?? total) - start(lane),
    at,
    // From a hidden lane, the first step back lands on the shown one before it.
    step: (lane, by) => clamped(place(lane) + (by > 0 && !isShown(lane) ? by - 1 : by)),
  }
}
