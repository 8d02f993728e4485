import type { Store } from './store.ts'

/** All that this browser keeps, readable by anyone; of the key only that it is there. */
export async function exportAll(store: Store, at: string): Promise<string> {
  const tables = await store.transaction('r', store.tables, async () => {
    const contents: Record<string, readonly unknown[]> = {}
    for (const table of store.tables) contents[table.name] = await table.toArray()
    return contents
  })
  const withoutKey = (row: unknown): unknown =>
    typeof row === 'object' && row !== null && 'secret' in row ? { ...row, secret: 'gardé par le navigateur' } : row
  return JSON.stringify({ tabellion: 1, at, ...tables, sheet: (tables['sheet'] ?? []).map(withoutKey) }, undefined, 1)
}

/** Nothing stays: lines, decisions, key, names, log. */
export async function eraseAll(store: Store): Promise<void> {
  await store.write(() => Promise.all(store.tables.map((table) => table.clear())))
}
