/** `Date` and `Math.random` follow the emulator's clock and seed. */

export function installClock(now: () => number, seed: number): void {
  const RealDate = Date
  // A function, no proxy: `instanceof Date` is asked of every cell read, and a proxy makes that slow.
  const clock: unknown = Object.defineProperties(
    function (this: unknown, ...args: unknown[]): unknown {
      if (new.target === undefined) return new RealDate(now()).toString()
      return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, new.target)
    },
    {
      ...Object.getOwnPropertyDescriptors(RealDate),
      now: { value: now, writable: true, configurable: true },
    },
  )
  Object.defineProperty(RealDate.prototype, 'constructor', { value: clock, writable: true, configurable: true })
  Object.defineProperty(globalThis, 'Date', { value: clock, writable: true, configurable: true })

  // mulberry32, as host/chance.ts.
  let state = seed | 0
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
