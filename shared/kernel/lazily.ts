/**
 * A table made when it is first asked for. The script is loaded anew for every keystroke: what it computes while loading, it
 * computes each time.
 */
export function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
