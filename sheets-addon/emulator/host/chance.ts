/** Seeded randomness: the same seed and the same calls give the same ids. mulberry32, public domain (T. Ettinger). */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** The generator's place, to save and to go on from. */
  place(): number
  /** Goes on from a place read earlier. */
  moveTo(place: number): void
}

export function createChance(place: number): Chance {
  let state = place | 0
  return {
    next() {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
    },
    place: () => state,
    moveTo(next) {
      state = next | 0
    },
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** As Drive makes them: 33 characters, the first one `1`. */
export function driveId(chance: Chance): string {
  return `1${Array.from({ length: 32 }, () => alphabet[Math.floor(chance.next() * 64)]).join('')}`
}

/** RFC 9562 version 4. */
export function uuid(chance: Chance): string {
  const hex = Array.from({ length: 32 }, (_, i) => {
    const digit = Math.floor(chance.next() * 16)
    return (i === 12 ? 4 : i === 16 ? 8 + (digit % 4) : digit).toString(16)
  }).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export function integer(chance: Chance, below: number): number {
  return Math.floor(chance.next() * below)
}
