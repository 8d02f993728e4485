import { addDays, day } from '@tabellion/shared/calendar'
import { HEADING_ROW, readPayments, readRegister, readTable, tabs } from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { AGED_LABELS, ROWS, TILES } from '../src/workbook/dashboard.ts'
import { figures } from '../src/workbook/figures.ts'
import { done, freshWorkbook, perform, rows, sale, TODAY, type, workshop } from './workshop.ts'

const TAB = 'Tableau de bord'
const shown = (emulator: Emulator, row: number, column: number): unknown =>
  emulator.book.values(TAB)[row - 1]?.[column - 1]
const cents = (value: unknown): number => Math.round(Number(value) * 100)

/** Every figure of the tab, in cents. */
const onTheTab = (emulator: Emulator): Record<string, unknown> & { readonly aged: readonly number[] } => ({
  ...Object.fromEntries(TILES.map((tile, index) => [tile, cents(shown(emulator, ROWS.figures, index + 1))])),
  aged: AGED_LABELS.map((_, index) => cents(shown(emulator, ROWS.aged + index, 2))),
  months: Array.from({ length: 12 }, (_, index) => [
    cents(shown(emulator, ROWS.months + index, 4)),
    cents(shown(emulator, ROWS.months + index, 5)),
  ]),
})

/** The core's own, from the rows. */
function inTheCore(emulator: Emulator) {
  const table = <K extends 'invoices' | 'payments'>(tab: K, title: string) => {
    const cells = emulator.book
      .cells(title)
      .map((line) =>
        line.map(({ format, value }) =>
          format === 'dd/mm/yyyy' && typeof value === 'number'
            ? addDays(day('1899-12-30'), value)
            : typeof value === 'object' && value !== null
              ? ''
              : (value ?? ''),
        ),
      )
    const read = readTable(tab, cells)
    if (!read.ok) throw new Error(read.problem.code)
    return read.value
  }
  const today = day(emulator.clock.instant().slice(0, 10))
  return figures(readRegister(table('invoices', 'Factures')), readPayments(table('payments', 'Paiements')), today)
}

/** A year of work, issued along the year, paid in part. */
function business(name: 'graphiste' | 'menuisier'): Emulator {
  const emulator = workshop(undefined, '2026-11-25T08:00:00Z')
  done(emulator, 'sample-data', { business: name })
  const { issued = [] } = done(emulator, 'issue-invoices')
  for (const [index, { number, payableCents }] of issued.entries()) {
    if (index % 3 === 0) continue
    const amountCents = index % 3 === 1 ? payableCents : Math.floor(payableCents / 3)
    if (amountCents > 0)
      done(emulator, 'record-payment', { number, date: '2026-11-25', amountCents, method: 'transfer' })
  }
  return emulator
}

describe.each(['graphiste', 'menuisier'] as const)('the dashboard of the %s', (name) => {
  const emulator = business(name)

  test.each(['2026-11-25', '2026-12-26', '2027-01-26', '2027-02-25', '2027-04-30'])(
    'shows the core’s figures to the cent on %s, by its native formulas alone',
    (on) => {
      emulator.clock.set(`${on}T08:00:00Z`)
      const tab = onTheTab(emulator)
      expect(tab).toEqual(inTheCore(emulator))
      expect(tab.aged.reduce((sum, amount) => sum + amount, 0)).toBe(tab['due'])
    },
  )

  test('the twin check finds no difference between the sheet and the core', () => {
    emulator.clock.set('2026-11-25T08:00:00Z')
    const { findings } = done(emulator, 'check-file')
    expect(findings.filter(({ code }) => code === 'sheet-differs')).toEqual([])
    expect(shown(emulator, ROWS.stamps + 1, 2)).toBe('✓ identiques, le 25/11/2026')
  })
})

test('one payment typed by hand, and the five tiles are right at once, without the script', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  expect(onTheTab(emulator)).toMatchObject({ invoiced: 45_000, received: 0, due: 45_000, overdue: 0, expected: 45_000 })
  type(emulator, 'payments', { date: '25/11/2026', invoice: 'F2026-0001', amount: '400,10', method: 'Virement' })
  expect(onTheTab(emulator)).toMatchObject({
    invoiced: 45_000,
    received: 40_010,
    due: 4990,
    overdue: 0,
    expected: 4990,
  })
  emulator.clock.set('2026-12-26T08:00:00Z')
  expect(onTheTab(emulator)).toMatchObject({ due: 4990, overdue: 4990, expected: 0, aged: [0, 4990, 0, 0, 0] })
})

test('what waits today is counted by the sheet itself', () => {
  const emulator = freshWorkbook()
  const lines = (): readonly unknown[] => [0, 1, 2].map((index) => shown(emulator, ROWS.todo + index, 1))
  expect(lines()).toEqual(['0 ligne prête à facturer', '0 ligne cochée à corriger', '0 facture en retard'])
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Inconnu SARL')
  done(emulator, 'check-file')
  expect(lines()).toEqual(['2 lignes prêtes à facturer', '1 ligne cochée à corriger', '0 facture en retard'])
  done(emulator, 'issue-invoices')
  emulator.clock.set('2026-12-26T08:00:00Z')
  expect(lines()).toEqual(['0 ligne prête à facturer', '1 ligne cochée à corriger', '1 facture en retard'])
})

test('the next deadline is the first that is not done, with its day, though another of the same day is', () => {
  const emulator = freshWorkbook()
  const next = (): readonly unknown[] => {
    const cells = emulator.book.displays(TAB)
    return [cells[ROWS.next]?.[0], cells[ROWS.next - 1]?.[1]]
  }
  expect(next()).toEqual(['—', ''])
  const lines = [
    ['30/11/2026', 'Déclaration Urssaf', 'Fait'],
    ['30/11/2026', 'Autre démarche', 'À faire'],
    ['15/12/2026', 'CFE', 'À faire'],
    ['24/11/2026', 'Hier', 'À faire'],
  ] as const
  const { columns } = tabs.deadlines
  const headings = emulator.book.displays('Échéances')[HEADING_ROW - 1] ?? []
  const write = (row: number, { heading }: { readonly heading: string }, text: string): void =>
    emulator.book.type('Échéances', row, headings.indexOf(heading) + 1, [[text]])
  for (const [index, [date, obligation, status]] of lines.entries()) {
    write(HEADING_ROW + 1 + index, columns.day, date)
    write(HEADING_ROW + 1 + index, columns.obligation, obligation)
    write(HEADING_ROW + 1 + index, columns.status, status)
  }
  expect(next()).toEqual(['Autre démarche', '30/11/2026'])
  write(HEADING_ROW + 2, columns.status, 'Sans objet')
  expect(next()).toEqual(['CFE', '15/12/2026'])
})

test('a formula of the sheet that was changed is found by the core, told with its cell, and put back', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  const column = 1 + (emulator.book.values('Factures')[2] ?? []).indexOf('Reste dû')
  emulator.book.put('Factures', 4, column, [[12]])
  const found = done(emulator, 'check-file').findings.filter(({ code }) => code === 'sheet-differs')
  expect(found.map(({ tab, row, column: heading, severity }) => [tab, row, heading, severity])).toEqual([
    ['Factures', 4, 'Reste dû', 'fix'],
    ['Tableau de bord', ROWS.figures, 'Reste dû', 'fix'],
    ['Tableau de bord', ROWS.figures, 'Attendu sous 30 jours', 'fix'],
    ['Tableau de bord', ROWS.aged, 'Pas encore échu', 'fix'],
  ])
  expect(found[0]?.message).toContain('12,00\u00a0€')
  expect(shown(emulator, ROWS.stamps + 1, 2)).toBe('✗ 4 écarts : voyez Contrôles')
  done(emulator, 'repair-tabs')
  expect(rows(emulator, 'invoices')[0]?.['balanceDue']).toBe(450)
  expect(done(emulator, 'check-file').findings.filter(({ code }) => code === 'sheet-differs')).toEqual([])
})

test('a half-cent that the sheet rounds otherwise is said before it is issued, as good to know', () => {
  const emulator = freshWorkbook()
  // 1,005 × 1: the double nearest to it is below the half.
  sale(emulator, 'Brasserie du Ponant', { quantity: '1,5', unitPrice: '2,67' })
  const { preview } = done(emulator, 'preview-invoices')
  const [group] = preview?.groups ?? []
  const sheet = cents(rows(emulator, 'sales')[0]?.['net'])
  const warned = group?.warnings.some(({ text }) => text.includes('arrondit'))
  expect(warned).toBe(sheet !== group?.payableCents)
})

test('the tab is drawn once more by Réparer les onglets, its stamps kept, other people’s cells beside it too', () => {
  const emulator = freshWorkbook()
  done(emulator, 'check-file')
  emulator.book.put(TAB, 3, 8, [['À moi']])
  emulator.book.put(TAB, ROWS.figures, 1, [['effacé']])
  done(emulator, 'repair-tabs')
  expect(shown(emulator, ROWS.figures, 1)).toBe(0)
  expect(shown(emulator, ROWS.stamps, 2)).toBe('✓ intact, le 25/11/2026')
  expect(shown(emulator, 3, 8)).toBe('À moi')
  const { charts } = emulator.book.sheetData(TAB) as { charts: readonly unknown[] }
  expect(charts).toHaveLength(2)
})

test('statuses are coloured by rules of the sheet, once, after the user’s own', () => {
  const emulator = freshWorkbook()
  const rules = (): number =>
    (emulator.book.sheetData('Factures') as { conditionalRules: readonly unknown[] }).conditionalRules.length
  const first = rules()
  expect(first).toBeGreaterThan(5)
  done(emulator, 'repair-tabs')
  expect(rules()).toBe(first)
})

test('previews and the twin check cost the same number of calls whatever the number of rows', () => {
  const calls = (count: number): readonly number[] => {
    const emulator = freshWorkbook()
    for (let index = 0; index < count; index++)
      sale(emulator, 'Brasserie du Ponant', { label: `Vente n° ${index}, longue` })
    done(emulator, 'preview-invoices')
    return ['preview-invoices', 'client-card', 'check-file', 'read-settings'].map(
      (action) => perform(emulator, action).run.calls.spreadsheet,
    )
  }
  const few = calls(4)
  expect(calls(40)).toEqual(few)
  // Every tab is read once.
  expect(few[2]).toBeLessThanOrEqual(22)
})

test('set-up makes a dashboard that is ready to read', () => {
  const emulator = workshop()
  done(emulator, 'setup')
  expect(emulator.book.displays(TAB).slice(2, 5)).toEqual([
    expect.arrayContaining(['Facturé', 'Encaissé', 'Reste dû', 'En retard', 'Attendu sous 30 jours']),
    expect.arrayContaining(['0,00\u00a0€']),
    expect.arrayContaining(['en 2026', '0 facture']),
  ])
  expect(emulator.book.displays(TAB)[ROWS.todo - 1]?.[1]).toBe('Ventes ›')
  expect(TODAY).toBe('2026-11-25')
})
