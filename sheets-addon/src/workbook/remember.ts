import { type Cell, columnsOf, type TabKey, tabKeys } from '@tabellion/shared/ledger'
import type { Ports, Sheets, Store, Structure } from '../ports.ts'

type Cells = readonly (readonly Cell[])[] | undefined

/**
 * The same ports, reading each tab once. While one lock is held nobody else of ours writes, so that what was read stands until
 * it is written through these ports, there or where its formulas look. For one hold of the lock, and never longer.
 */
export const remembering = (ports: Ports): Ports => ({
  ...ports,
  ...rememberingSheets(ports),
  store: rememberingStore(ports.store),
})

export function rememberingSheets({
  sheets,
  structure,
}: Pick<Ports, 'sheets' | 'structure'>): Pick<Ports, 'sheets' | 'structure'> {
  const known = new Map<string, Cells>()
  const once = (key: string, read: () => Cells): Cells => {
    if (!known.has(key)) known.set(key, read())
    return known.get(key)
  }
  const forget = (tab: TabKey): void => {
    const shown: ReadonlySet<string> = showing(tab)
    for (const key of known.keys()) if (shown.has(key.split(' ')[0] ?? '')) known.delete(key)
  }
  const remembered: Sheets = {
    ...sheets,
    read: (tab) => once(tab, () => sheets.read(tab)),
    readColumns: (tab, first, last) => once(`${tab} ${first} ${last}`, () => sheets.readColumns(tab, first, last)),
    write: (tab, ...what) => {
      forget(tab)
      sheets.write(tab, ...what)
    },
    writeEach: (tab, ...what) => {
      forget(tab)
      sheets.writeEach(tab, ...what)
    },
  }
  // Tabs and columns that come change where everything stands.
  const changing: Structure = {
    ...structure,
    addTab: (tab) => {
      known.clear()
      return structure.addTab(tab)
    },
    insertColumn: (...where) => {
      known.clear()
      structure.insertColumn(...where)
    },
    drawDashboard: (drawn) => {
      known.clear()
      structure.drawDashboard(drawn)
    },
  }
  return { sheets: remembered, structure: changing }
}

export function rememberingStore(store: Store): Store {
  let known: ReturnType<Store['read']> | undefined
  return {
    read: () => {
      known ??= store.read()
      return known
    },
    write: (values) => {
      known = undefined
      store.write(values)
    },
  }
}

/** The tab, those whose declared formulas look at it, and so on; the dashboard looks at all. */
function showing(tab: TabKey, found: Set<TabKey> = new Set(['dashboard'])): ReadonlySet<TabKey> {
  found.add(tab)
  for (const other of tabKeys)
    if (!found.has(other) && columnsOf(other).some(([, { formula }]) => formula?.includes(`{${tab}!`)))
      showing(other, found)
  return found
}
