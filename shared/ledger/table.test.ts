import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, columnsOf, formulaAt, readTable, tableKeys, tabs } from './index.ts'

const headings = columnsOf('clients').map(([, column]) => column.heading)
const sheet = (rows: readonly (readonly Cell[])[], order = headings): Cell[][] => [
  ['But', ...headings.slice(1).map(() => '')],
  headings.map(() => ''),
  [...order],
  ...rows.map((row) => [...row]),
]
const client = (name: string): Cell[] =>
  headings.map((heading) => (heading === 'Nom ou raison sociale' ? name : heading === 'Ville' ? 'Nantes' : ''))

describe('a tab is read', () => {
  test('by heading, whatever the order of its columns', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(headings, { minLength: headings.length }), (order) => {
        const row = order.map((heading) => client('Ponant')[headings.indexOf(heading)] ?? '')
        const read = readTable('clients', sheet([row], order))
        expect(read.ok && read.value.rows[0]?.cells.name).toBe('Ponant')
        expect(read.ok && read.value.rows[0]?.cells.city).toBe('Nantes')
      }),
      { numRuns: 20 },
    )
  })
  test('with the user’s own columns among ours, blank rows left out, row numbers kept', () => {
    const read = readTable('clients', sheet([client('A'), headings.map(() => ''), client('B')]))
    expect(read.ok && read.value.rows.map((row) => row.row)).toEqual([4, 6])
    expect(read.ok && read.value.nextRow).toBe(7)
  })
  test('with another apostrophe, case or accents in a heading', () => {
    const read = readTable('invoices', [
      [''],
      [''],
      ['N° FACTURE', 'date d’émission', "Date d'echeance"],
      ['F1', '2026-11-05', ''],
    ])
    expect(read.ok && read.value.rows[0]?.cells.issueDate).toBe('2026-11-05')
  })
  test('with rows inserted above its headings', () => {
    const read = readTable('clients', [['note'], ['note'], ...sheet([client('A')])])
    expect(read.ok && [read.value.headingRow, read.value.rows[0]?.row]).toEqual([5, 6])
  })
  test('ticks and formulas alone make no row', () => {
    const row = headings.map((heading) =>
      heading === 'Une facture par ligne' ? false : heading === 'Reste dû' ? '' : '',
    )
    const read = readTable('clients', sheet([row]))
    expect(read.ok && read.value.rows).toEqual([])
  })
})

describe('a tab is refused', () => {
  test('when it is missing', () => {
    expect(readTable('clients', undefined)).toEqual({ ok: false, problem: { code: 'missing-tab', tab: 'clients' } })
  })
  test('when a heading is there twice', () => {
    const order = [...headings]
    order[5] = 'Ville'
    expect(readTable('clients', sheet([], order))).toEqual({
      ok: false,
      problem: { code: 'doubled-heading', tab: 'clients', heading: 'Ville' },
    })
  })
  test('when its headings are gone', () => {
    expect(readTable('clients', [[''], [''], ['A', 'B']])).toEqual({
      ok: false,
      problem: { code: 'headings-lost', tab: 'clients' },
    })
  })
})

describe('the declaration', () => {
  const columns = tableKeys.flatMap((tab) =>
    columnsOf(tab).map(([key, column]) => ({ tab, key: key as string, column })),
  )
  test('has no heading twice in a tab', () => {
    for (const tab of tableKeys) {
      const names = columnsOf(tab).map(([, column]) => column.heading)
      expect(names).toEqual([...new Set(names)])
    }
  })
  test('keeps its main part to twelve columns where the specification lists details apart (features E.0)', () => {
    for (const tab of ['clients', 'payments'] as const) {
      expect(
        columnsOf(tab).filter(([, column]) => column.place === undefined && column.kind !== 'checkbox').length,
      ).toBeLessThanOrEqual(14)
    }
  })
  test('has formulas with `;`, no decimal literal, no array literal (features C-29)', () => {
    for (const { column } of columns) {
      if (column.formula === undefined) continue
      expect(column.formula).not.toMatch(/\d[.,]\d|\{[^}]*[;\\][^}]*\}/)
      expect(column.formula.replace(/"[^"]*"/g, '')).not.toContain(',')
    }
  })
  test('has formulas whose columns all exist', () => {
    const declared = (tab: keyof typeof tabs, key: string): number | undefined => {
      const at = Object.keys(tabs[tab].columns).indexOf(key)
      return at < 0 ? undefined : at + 1
    }
    for (const { tab, key, column } of columns)
      if (column.formula) expect([tab, key, formulaAt(tab, column, 4, declared)]).not.toContain(undefined)
  })
})
