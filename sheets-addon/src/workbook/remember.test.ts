import type { Cell, TabKey } from '@tabellion/shared/ledger'
import { expect, test } from 'vitest'
import type { Sheets, Store, Structure } from '../ports.ts'
import { rememberingSheets, rememberingStore } from './remember.ts'

/** Tabs of three columns and four rows that count who reads them. */
function counted(): { readonly sheets: Sheets; readonly structure: Structure; readonly reads: string[] } {
  const reads: string[] = []
  const cells = new Map<TabKey, Cell[][]>()
  const grid = (tab: TabKey): Cell[][] => {
    const found = cells.get(tab) ?? [1, 2, 3, 4].map((row) => [`${tab}${row}A`, `${tab}${row}B`, `${tab}${row}C`])
    cells.set(tab, found)
    return found
  }
  const block = (tab: TabKey, row: number, column: number, rows: number, columns: number): Cell[][] =>
    grid(tab)
      .slice(row - 1, row - 1 + rows)
      .map((line) => line.slice(column - 1, column - 1 + columns))
  const sheets: Sheets = {
    read: (tab) => {
      reads.push(tab)
      return tab === 'bank' ? undefined : structuredClone(grid(tab))
    },
    readColumns: (tab, first, last) => {
      reads.push(`${tab} ${first}-${last}`)
      return block(tab, 1, first, 4, last - first + 1)
    },
    readBlock: (tab, ...place) => {
      reads.push(`${tab} block`)
      return block(tab, ...place)
    },
    shown: (tab, ...place) => block(tab, ...place).map((line) => line.map(String)),
    write: (tab, row, column, lines) => {
      for (const [down, line] of lines.entries())
        for (const [along, value] of line.entries()) {
          const target = grid(tab)[row - 1 + down]
          if (target && typeof value !== 'object') target[column - 1 + along] = value
        }
    },
    writeEach: (tab, places, value) => {
      for (const { column, row } of places) sheets.write(tab, row, column, [[value]])
    },
    flush: () => undefined,
    title: () => 'Factures',
  }
  const structure: Structure = {
    tabTitles: () => [],
    settleLocale: () => undefined,
    addTab: () => false,
    insertColumn: (tab, at, headingRow, heading) => {
      for (const [index, line] of grid(tab).entries()) line.splice(at - 1, 0, index + 1 === headingRow ? heading : '')
    },
    dress: () => undefined,
    drawDashboard: () => undefined,
    drawHelp: () => undefined,
  }
  return { ...rememberingSheets({ sheets, structure }), reads }
}

test('a tab is read once, a missing one too', () => {
  const { sheets, reads } = counted()
  for (const tab of ['sales', 'bank', 'sales', 'bank'] as const) sheets.read(tab)
  expect(reads).toEqual(['sales', 'bank'])
})
test('what is written shows at once, there and where formulas look, and nothing else is read again', () => {
  const { sheets, reads } = counted()
  for (const tab of ['payments', 'invoices', 'settings', 'dashboard'] as const) sheets.read(tab)
  reads.length = 0
  sheets.write('payments', 4, 1, [['40']])
  expect(sheets.read('payments')?.[3]?.[0]).toBe('40')
  for (const tab of ['invoices', 'settings', 'dashboard'] as const) sheets.read(tab)
  // What was paid of an invoice is a formula over *Paiements*; *Réglages* looks at nothing.
  expect(reads).toEqual(['payments', 'invoices', 'dashboard'])
  sheets.writeEach('settings', [{ row: 2, column: 2 }], 'oui')
  expect(sheets.read('settings')?.[1]?.[1]).toBe('oui')
})
test('a tab or a column that comes is seen at once', () => {
  const { sheets, structure, reads } = counted()
  for (const tab of ['payments', 'bank'] as const) sheets.read(tab)
  structure.insertColumn('payments', 1, 3, 'Date')
  expect(sheets.read('payments')?.[2]).toEqual(['Date', 'payments3A', 'payments3B', 'payments3C'])
  structure.addTab('bank')
  sheets.read('bank')
  expect(reads).toEqual(['payments', 'bank', 'payments', 'bank'])
})
test('columns are read once, blocks each time, and both show what was written', () => {
  const { sheets, reads } = counted()
  for (const last of [2, 2, 3]) sheets.readColumns('journal', 1, last)
  expect(reads).toEqual(['journal 1-2', 'journal 1-3'])
  sheets.write('journal', 4, 1, [['nouveau']])
  expect(sheets.readBlock('journal', 4, 1, 1, 1)).toEqual([['nouveau']])
  expect(sheets.readColumns('journal', 1, 2)?.[3]).toEqual(['nouveau', 'journal4B'])
  expect(reads.slice(2)).toEqual(['journal block', 'journal 1-2'])
})
test('properties are read once, and again once written', () => {
  let properties: Readonly<Record<string, string>> = {}
  let reads = 0
  const store: Store = rememberingStore({
    read: () => {
      reads += 1
      return properties
    },
    write: (values) => {
      properties = { ...properties, ...values }
    },
  })
  expect([store.read(), store.read(), reads]).toEqual([{}, {}, 1])
  store.write({ 'daily.last': '2026-11-26' })
  expect([store.read(), store.read(), reads]).toEqual([properties, properties, 2])
})
