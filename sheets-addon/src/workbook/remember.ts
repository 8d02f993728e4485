import { type Cell, columnsOf, type TabKey, tabKeys } from '@tabellion/shared/ledger'
import type { Ports, Sheets, Store } from '../ports.ts'

type Cells = readonly (readonly Cell[])[] | undefined

/**
 * The same ports, reading each tab once. While one lock is held nobody else of ours writes, so that what was read stands until
 * it is written through these ports, there or where its formulas look. For one hold of the lock, and never longer.
 */
export const remembering = (ports: Ports): Ports => ({
  ...ports,
  sheets: rememberingSheets(ports.sheets),
  store: rememberingStore(ports.store),
})

export function rememberingSheets(sheets: Sheets): Sheets {
  const tabs = new Map<TabKey, Cells>()
  const columns = new Map<TabKey, { readonly first: number; readonly last: number; readonly cells: Cells }>()
  const forget = (tab: TabKey): void => {
    for (const shown of showing(tab)) {
      tabs.delete(shown)
      columns.delete(shown)
    }
  }
  const within = (tab: TabKey, first: number, last: number) => {
    const known = columns.get(tab)
    return known && known.first <= first && last <= known.last ? known : undefined
  }
  return {
    ...sheets,
    read: (tab) => {
      if (!tabs.has(tab)) tabs.set(tab, sheets.read(tab))
      return tabs.get(tab)
    },
    readColumns: (tab, first, last) => {
      let known = within(tab, first, last)
      if (known === undefined) {
        known = { first, last, cells: sheets.readColumns(tab, first, last) }
        columns.set(tab, known)
      }
      const skipped = first - known.first
      return known.cells?.map((row) => row.slice(skipped, last - first + 1 + skipped))
    },
    readBlock: (tab, row, column, rows, width) => {
      const known = within(tab, column, column + width - 1)
      const lines = known?.cells?.slice(row - 1, row - 1 + rows)
      if (known === undefined || lines?.length !== rows) return sheets.readBlock(tab, row, column, rows, width)
      return lines.map((line) => line.slice(column - known.first, column - known.first + width))
    },
    write: (tab, ...what) => {
      forget(tab)
      sheets.write(tab, ...what)
    },
    writeEach: (tab, ...what) => {
      forget(tab)
      sheets.writeEach(tab, ...what)
    },
  }
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
