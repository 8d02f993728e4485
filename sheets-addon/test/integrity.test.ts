import {
  type Cell,
  columnLetters,
  columnsOf,
  FIRST_DATA_ROW,
  HEADING_ROW,
  headingKey,
  type TabKey,
  tabs,
} from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { client, done, freshWorkbook, rows, sale, workshop } from './workshop.ts'

/** Two invoices of three lines, and a row that waits. */
const issued: EmulatorState = (() => {
  const emulator = freshWorkbook()
  client(emulator, 'Éditions du Merle')
  sale(emulator, 'Brasserie du Ponant', { detail: 'Trois pistes,\ndeux allers-retours', group: 'Site' })
  sale(emulator, 'Brasserie du Ponant', {
    label: 'Déclinaison en trois formats',
    quantity: '1,5',
    unitPrice: '120',
    discount: '10',
    group: 'Site',
  })
  sale(emulator, 'Éditions du Merle', { label: 'Couverture du catalogue', clientReference: 'BC-17' })
  done(emulator, 'issue-invoices')
  sale(emulator, 'Éditions du Merle', { label: 'Quatrième de couverture', toInvoice: 'FAUX' })
  return emulator.save()
})()

const findings = (emulator: Emulator) => done(emulator, 'verify').findings

function column(emulator: Emulator, tab: TabKey, heading: string): number {
  const headings = emulator.book.values(tabs[tab].title)[HEADING_ROW - 1] ?? []
  return headings.findIndex((cell) => headingKey(String(cell ?? '')) === headingKey(heading)) + 1
}
/** Another value of the same kind, put in the cell without any event. */
function tamper(emulator: Emulator, tab: TabKey, row: number, heading: string): void {
  const at = column(emulator, tab, heading)
  const now = emulator.book.values(tabs[tab].title)[row - 1]?.[at - 1]
  emulator.book.put(tabs[tab].title, row, at, [
    [typeof now === 'number' ? now + 1 : typeof now === 'string' && now !== '' ? `${now}x` : 'x'],
  ])
}

test('an untouched workbook is intact', () => {
  expect(findings(workshop(issued))).toEqual([])
})

const ledgerColumns = columnsOf('sales').filter(
  ([key, { frozen }]) => frozen || ['net', 'gross', 'document', 'quote', 'originInvoice', 'id'].includes(key),
)
const registerColumns = columnsOf('invoices').filter(
  ([key, { source }]) => source === 'written' && !['status', 'nextReminder', 'reminderLevel'].includes(key),
)
const journalColumns = columnsOf('journal')

describe('an edited cell is found, with its tab, row and column', () => {
  test.each(ledgerColumns.map(([, { heading }]) => heading))('Ventes › %s', (heading) => {
    const emulator = workshop(issued)
    tamper(emulator, 'sales', FIRST_DATA_ROW + 1, heading)
    expect(findings(emulator)).toContainEqual(
      expect.objectContaining({ code: 'cell-altered', tab: 'Ventes', row: FIRST_DATA_ROW + 1, column: heading }),
    )
  })
  test.each(registerColumns.map(([, { heading }]) => heading))('Factures › %s', (heading) => {
    const emulator = workshop(issued)
    tamper(emulator, 'invoices', FIRST_DATA_ROW, heading)
    expect(findings(emulator)).toContainEqual(
      expect.objectContaining({ code: 'cell-altered', tab: 'Factures', row: FIRST_DATA_ROW, column: heading }),
    )
  })
  test.each(journalColumns.map(([, { heading }]) => heading))('_Journal › %s', (heading) => {
    for (const row of [FIRST_DATA_ROW, FIRST_DATA_ROW + 1, FIRST_DATA_ROW + 4]) {
      const emulator = workshop(issued)
      tamper(emulator, 'journal', row, heading)
      expect(findings(emulator)).toContainEqual(
        expect.objectContaining({ code: 'journal-broken', tab: '_Journal', row }),
      )
    }
  })
})

describe('a row deleted, doubled or moved is found', () => {
  test.each([
    ['sales', FIRST_DATA_ROW, 'row-missing'],
    ['invoices', FIRST_DATA_ROW + 1, 'row-missing'],
    ['journal', FIRST_DATA_ROW + 2, 'journal-broken'],
    ['journal', FIRST_DATA_ROW + 4, 'journal-shortened'],
  ] as const)('deleted from %s, row %i', (tab, row, code) => {
    const emulator = workshop(issued)
    emulator.user.deleteRows(tabs[tab].title, row)
    expect(findings(emulator).map((finding) => finding.code)).toContain(code)
  })
  test.each(['sales', 'invoices', 'journal'] as const)('doubled in %s', (tab) => {
    const emulator = workshop(issued)
    const line = (emulator.book.values(tabs[tab].title)[FIRST_DATA_ROW - 1] ?? []) as Cell[]
    emulator.book.put(tabs[tab].title, emulator.book.values(tabs[tab].title).length + 1, 1, [line])
    expect(findings(emulator).length).toBeGreaterThan(0)
  })
  test('swapped in the journal', () => {
    const emulator = workshop(issued)
    const [first, second] = emulator.book.values('_Journal').slice(FIRST_DATA_ROW - 1, FIRST_DATA_ROW + 1) as [
      Cell[],
      Cell[],
    ]
    emulator.book.put('_Journal', FIRST_DATA_ROW, 1, [second, first])
    expect(findings(emulator).map((finding) => finding.code)).toContain('journal-broken')
  })
})

describe('what the user may do is not reported', () => {
  test.each(columnsOf('sales').map(([, { heading }]) => heading))('Ventes sorted by %s, both ways', (heading) => {
    for (const ascending of [true, false]) {
      const emulator = workshop(issued)
      const last = columnLetters(columnsOf('sales').length)
      emulator.user.sort(
        'Ventes',
        `A${FIRST_DATA_ROW}:${last}${FIRST_DATA_ROW + 3}`,
        column(emulator, 'sales', heading),
        ascending,
      )
      expect(findings(emulator)).toEqual([])
    }
  })
  test.each(columnsOf('invoices').map(([, { heading }]) => heading))('Factures sorted by %s', (heading) => {
    const emulator = workshop(issued)
    const last = columnLetters(columnsOf('invoices').length)
    emulator.user.sort(
      'Factures',
      `A${FIRST_DATA_ROW}:${last}${FIRST_DATA_ROW + 1}`,
      column(emulator, 'invoices', heading),
      false,
    )
    expect(findings(emulator)).toEqual([])
  })
  test('columns moved, columns and blank rows added, living cells edited', () => {
    const emulator = workshop(issued)
    emulator.user.moveColumns('Ventes', 2, 2, 8)
    emulator.user.insertColumns('Ventes', 3, 1)
    emulator.user.edit('Ventes', `C${HEADING_ROW}`, 'Ma colonne')
    emulator.user.insertRows('Ventes', FIRST_DATA_ROW + 1, 2)
    for (const heading of ['À facturer', 'Statut', 'Commande', 'Contrôle'])
      tamper(emulator, 'sales', FIRST_DATA_ROW, heading)
    for (const heading of ['Statut', 'En litige', 'Note interne']) tamper(emulator, 'invoices', FIRST_DATA_ROW, heading)
    expect(findings(emulator)).toEqual([])
    expect(rows(emulator, 'sales')).toHaveLength(4)
  })
})

describe('what was found is put back', () => {
  test('cells of every kind, then all is intact', () => {
    const emulator = workshop(issued)
    for (const [, { heading }] of ledgerColumns)
      if (heading !== 'ID') tamper(emulator, 'sales', FIRST_DATA_ROW + 1, heading)
    for (const [, { heading }] of registerColumns)
      if (heading !== 'ID') tamper(emulator, 'invoices', FIRST_DATA_ROW, heading)
    const before = rows(workshop(issued), 'sales')
    expect(done(emulator, 'restore').findings).toEqual([])
    expect(findings(emulator)).toEqual([])
    expect(rows(emulator, 'sales')).toEqual(before)
  })
  test('deleted rows of register and ledger', () => {
    const emulator = workshop(issued)
    emulator.user.deleteRows('Factures', FIRST_DATA_ROW)
    emulator.user.deleteRows('Ventes', FIRST_DATA_ROW + 1)
    expect(done(emulator, 'restore').findings).toEqual([])
    expect(done(emulator, 'verify').verdict).toMatchObject({ ok: true, issued: 2 })
  })
})

test('a journal cut short refuses to give a number, and says what to do', () => {
  const emulator = workshop(issued)
  emulator.user.deleteRows('_Journal', FIRST_DATA_ROW + 4)
  sale(emulator, 'Éditions du Merle')
  const run = emulator.run('perform', ['issue-invoices', '{}'], { context: 'rpc' })
  expect(JSON.parse(String(run.result))).toMatchObject({ ok: false, error: { code: 'journal-cut' } })
})
