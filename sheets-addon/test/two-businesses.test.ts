import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { ROWS } from '../src/workbook/dashboard.ts'
import { BUSINESSES, paidYear } from './two-businesses.ts'
import { done, rows } from './workshop.ts'

const TAB = 'Tableau de bord'
const cents = (value: unknown): number => Math.round(Number(value) * 100)
const shown = (emulator: Emulator, row: number, column: number): unknown =>
  emulator.book.values(TAB)[row - 1]?.[column - 1]
const plain = (text: unknown): string => String(text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

interface Gauge {
  readonly label: string
  readonly limitCents: number
  readonly reachedCents: number
}
/** What the core says of the year as it is. */
const gaugesOf = (emulator: Emulator): readonly Gauge[] =>
  (done(emulator, 'what-if', { amountCents: 0 })['whatIf'] as { asIs: { gauges: readonly Gauge[] } }).asIs.gauges

describe.each(BUSINESSES)('the duties of the %s', (name) => {
  test('the half-year before is told: a quote in each state, a missed instalment, reminders of each level', () => {
    const emulator = paidYear(name)
    const states = ['Brouillon', 'Envoyé', 'Expiré', 'Facturé en partie', 'Facturé en partie', 'Refusé']
    expect(
      rows(emulator, 'quotes')
        .map(({ status }) => String(status))
        .sort(),
    ).toEqual(states)
    expect(rows(emulator, 'plans').map(({ status }) => status)).toEqual(['Payée', 'En retard', 'À venir'])
    const said = rows(emulator, 'reminders').map(({ level, status }) => `${level}, ${status}`)
    for (const one of ['Relance courtoise, Envoyée', 'Relance ferme, Envoyée', 'Mise en demeure, Envoyée'])
      expect(said).toContain(one)
    expect(said.filter((one) => one.endsWith('À valider'))).toHaveLength(4)
    expect(emulator.mails()).toEqual([])
  })
  test('the receipts book holds what was paid, line by line and as a whole', () => {
    const emulator = paidYear(name)
    const paid = rows(emulator, 'payments').reduce((sum, row) => sum + cents(row['amount']), 0)
    const book = rows(emulator, 'receiptsBook')
    expect(book.reduce((sum, row) => sum + cents(row['amount']), 0)).toBe(paid)
    expect(book.map(({ rank }) => rank)).toEqual(book.map((_, index) => index + 1))
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
  test('the return to copy is the book of its period', () => {
    const emulator = paidYear(name)
    const told = done(
      emulator,
      'prepare-turnover-return',
      name === 'menuisier' ? { period: '2026-10' } : { period: '2026-Q4' },
    )
    const { boxes, turnoverCents } = told['turnoverReturn'] as {
      boxes: readonly { euros: number }[]
      turnoverCents: number
    }
    expect(Math.abs(boxes.reduce((sum, { euros }) => sum + euros, 0) - turnoverCents / 100)).toBeLessThanOrEqual(1)
    const period = name === 'menuisier' ? 'octobre 2026' : '4e trimestre 2026'
    const inBook = rows(emulator, 'receiptsBook')
      .filter((row) => row['period'] === period && row['category'] !== 'Débours')
      .reduce((sum, row) => sum + cents(row['amount']) - cents(row['vat']), 0)
    expect(turnoverCents).toBe(inBook)
  })
  test('the gauges of the dashboard are the core’s, by native formulas', () => {
    const emulator = paidYear(name)
    const known = new Map(gaugesOf(emulator).map((gauge) => [gauge.label, gauge]))
    const lines = Array.from({ length: 6 }, (_, index) =>
      [1, 2, 3, 4, 5].map((column) => shown(emulator, ROWS.gauges + index, column)),
    ).filter(([label]) => label !== '' && label !== null)
    expect(lines.map(([label]) => plain(label))).toEqual(
      name === 'graphiste'
        ? [
            'Plafond micro, toutes activités',
            'Plafond micro, services',
            'Seuil de TVA, toutes activités',
            'Seuil de TVA majoré, toutes activités',
            'Seuil de TVA, services',
            'Seuil de TVA majoré, services',
          ]
        : ['Plafond micro, toutes activités', 'Plafond micro, services'],
    )
    for (const [label, limit, reached, gauge, pace] of lines) {
      const core = known.get(plain(label))
      expect([label, cents(limit), cents(reached)]).toEqual([label, core?.limitCents, core?.reachedCents])
      expect(cents(reached)).toBeGreaterThan(0)
      expect(plain(gauge)).toMatch(/^[█░]{10} \d+ %$/)
      expect(typeof pace === 'number' || ['Dépassé', 'Pas cette année'].includes(String(pace))).toBe(true)
    }
  })
  test('twelve months of what is due follow Échéances, and forget what is marked done', () => {
    const emulator = paidYear(name)
    const months = () =>
      Array.from({ length: 12 }, (_, index) =>
        [2, 3].map((column) => Number(shown(emulator, ROWS.duties + index, column))),
      )
    const open = rows(emulator, 'deadlines').filter(
      (row) => !['Fait', 'Sans objet'].includes(String(row['status'])) && Number(row['day']) >= 46_327,
    )
    const before = months()
    expect(before.reduce((sum, [, count = 0]) => sum + count, 0)).toBeGreaterThanOrEqual(open.length - 4)
    expect(before[0]?.[1]).toBeGreaterThanOrEqual(0)
    const near = open.find((row) => Number(row['day']) < 46_327 + 300)
    done(emulator, 'mark-deadline', { id: String(near?.['id']), status: 'done' })
    expect(months().reduce((sum, [, count = 0]) => sum + count, 0)).toBe(
      before.reduce((sum, [, count = 0]) => sum + count, 0) - 1,
    )
  })
  test('a limit typed in Barèmes is followed, with a visible mark; the law’s comes back when it is put back', () => {
    const emulator = paidYear(name)
    const row = 4 + rows(emulator, 'rates').findIndex(({ from, key }) => key === 'micro' && Number(from) === 46_023)
    const column = 1 + (emulator.book.values('Barèmes')[2] ?? []).indexOf('Valeur')
    const law = String(emulator.book.values('Barèmes')[row - 1]?.[column - 1])
    emulator.book.type('Barèmes', row, column, [['1 000 / 500']])
    done(emulator, 'refresh-deadlines')
    const labels = () => Array.from({ length: 3 }, (_, index) => plain(shown(emulator, ROWS.gauges + index, 1)))
    expect(labels()).toContain('Plafond micro, services (votre valeur)')
    expect(gaugesOf(emulator).find(({ label }) => label === 'Plafond micro, services')).toMatchObject({
      limitCents: 50_000,
      changed: true,
    })
    expect(rows(emulator, 'rates')[row - 4]).toMatchObject({
      status: 'Modifié par vous',
      note: expect.stringContaining('Votre valeur est suivie par les calculs.'),
    })
    emulator.book.type('Barèmes', row, column, [[law]])
    done(emulator, 'refresh-deadlines')
    expect(labels()).toContain('Plafond micro, services')
  })
  test('everything can be exported, the year closed, and the file stays whole', () => {
    const emulator = paidYear(name)
    for (const period of name === 'menuisier' ? ['2026-09', '2026-10'] : ['2026-Q3'])
      done(emulator, 'close-period', { period })
    const kinds = [
      'receipts-book',
      'invoices',
      'deadlines',
      'fec',
      'calendar',
      'archive',
      ...(name === 'menuisier' ? ['vat'] : []),
    ]
    for (const what of kinds) expect([what, done(emulator, 'export', { what }).files?.length]).not.toEqual([what, 0])
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
})
