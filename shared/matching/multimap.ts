/** Maps of lists that forget a key when its last value goes: removing what was added restores the map. */
export type MultiMap<Key, Value> = Map<Key, Value[]>

export function add<Key, Value>(map: MultiMap<Key, Value>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

export function remove<Key, Value>(map: MultiMap<Key, Value>, key: Key, value: Value): void {
  const list = map.get(key)
  const index = list?.indexOf(value) ?? -1
  if (!list || index < 0) return
  if (list.length === 1) map.delete(key)
  else list.splice(index, 1)
}

export function count<Key>(map: Map<Key, number>, key: Key, by: 1 | -1): void {
  const next = (map.get(key) ?? 0) + by
  if (next === 0) map.delete(key)
  else map.set(key, next)
}

/** Changes the map that stands behind a key: made when there is none, gone with its last entry. */
export function changeInner<Key, InnerKey, Value>(
  map: Map<Key, Map<InnerKey, Value>>,
  key: Key,
  change: (inner: Map<InnerKey, Value>) => void,
): void {
  const known = map.get(key)
  const inner = known ?? new Map<InnerKey, Value>()
  change(inner)
  if (inner.size === 0) map.delete(key)
  else if (!known) map.set(key, inner)
}
