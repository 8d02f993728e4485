/** Our own bugs throw, in English; what others can cause is a `Result`. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`)
}

/** Ends an exhaustive `switch`: a new union member is a compile error here. */
export function unreachable(value: never): never {
  throw new Error(`Invariant broken: unexpected case ${JSON.stringify(value)}`)
}
