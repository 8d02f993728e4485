import { describe, expect, test } from 'vitest'
import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { done, freshWorkbook, perform, refused, rows, sale, workshop } from './workshop.ts'

const DESIGNER = {
  'Date de début': '01/04/2023',
  'Rythme Urssaf': 'Trimestriel',
  Département: '69',
  'Autres natures': 'Vente de marchandises',
}
const day = (serial: unknown): string =>
  serial === '' ? '' : new Date(Date.UTC(1899, 11, 30 + Number(serial))).toISOString().slice(0, 10)
const later = (emulator: Emulator, on: string): Emulator => workshop(emulator.save(), `${on}T08:00:00Z`)

/** Issues one sale on its day, and records the money on its own. */
function sold(
  emulator: Emulator,
  issued: string,
  paid: string | undefined,
  euros: string,
  more: Readonly<Record<string, string>> = {},
): string {
  sale(emulator, 'Brasserie du Ponant', { unitPrice: euros, date: issued.split('-').reverse().join('/'), ...more })
  const number = done(emulator, 'issue-invoices', { issueDate: issued }).issued?.[0]?.number ?? ''
  if (paid !== undefined) pay(emulator, number, paid, Math.round(Number(euros.replace(',', '.')) * 100))
  return number
}
const pay = (emulator: Emulator, number: string, date: string, amountCents: number, more: object = {}) =>
  done(emulator, 'record-payment', { number, date, amountCents, method: 'transfer', ...more })

/** A third quarter, then the beginning of a fourth. */
const year: EmulatorState = (() => {
  const emulator = freshWorkbook(DESIGNER)
  sold(emulator, '2026-07-02', '2026-07-20', '1200')
  sold(emulator, '2026-08-03', '2026-09-30', '800,50')
  sold(emulator, '2026-09-15', '2026-10-05', '450', { nature: 'Vente de marchandises', label: 'Tirages encadrés' })
  sold(emulator, '2026-10-20', '2026-11-10', '2000')
  return emulator.save()
})()
const book = (emulator: Emulator) =>
  rows(emulator, 'receiptsBook').map((row) => [
    row['rank'],
    day(row['date']),
    row['amount'],
    row['period'],
    day(row['sealedOn']),
  ])

describe('the turnover return', () => {
  test('is ready to copy, in the order of the form, and sums to the receipts book', () => {
    const emulator = workshop(year)
    const { message, turnoverReturn } = done(emulator, 'prepare-turnover-return', { period: '2026-Q4' })
    expect(turnoverReturn).toMatchObject({
      period: '2026-Q4',
      due: '2027-01-31',
      boxes: [
        { label: 'Vente de marchandises (BIC)', euros: 450 },
        { label: 'Autres prestations de services (BNC)', euros: 2000 },
      ],
      totalEuros: 55 + 0 + 512 + 4,
      turnoverCents: 245_000,
      receiptsCents: 245_000,
    })
    expect(message).toBe(
      'Déclaration du 4e trimestre 2026, à faire au plus tard le 31/01/2027. À recopier\u00a0: Vente de marchandises (BIC)\u00a0: 450\u00a0€\u202f; Autres prestations de services (BNC)\u00a0: 2\u202f000\u00a0€. Cotisations estimées\u00a0: 571\u00a0€. La période finit le 31/12/2026\u00a0: ces montants peuvent encore changer.',
    )
    const ofPeriod = rows(emulator, 'receiptsBook').filter((row) => row['period'] === '4e trimestre 2026')
    expect(ofPeriod.reduce((sum, row) => sum + Math.round(Number(row['amount']) * 100), 0)).toBe(
      turnoverReturn?.receiptsCents,
    )
  })
  test('is by default the last one whose period is over', () => {
    expect(done(workshop(year), 'prepare-turnover-return').turnoverReturn).toMatchObject({
      period: '2026-Q3',
      boxes: [
        { label: 'Vente de marchandises (BIC)', euros: 0 },
        { label: 'Autres prestations de services (BNC)', euros: 2001 },
      ],
    })
  })
  test('shows in Échéances what it will cost', () => {
    const emulator = workshop(year)
    done(emulator, 'today')
    const row = rows(emulator, 'deadlines').find(({ id }) => id === 'urssaf-return/2026-Q4')
    expect(row).toMatchObject({ estimate: 571, basis: expect.stringContaining('2\u202f450,00') })
  })
  test('counts what was received before this tool and is not declared', () => {
    const emulator = workshop(year)
    done(emulator, 'setup', {
      settings: {
        'Déjà encaissé cette année': '9 000',
        "Déjà encaissé jusqu'au": '15/10/2026',
        'Dont pas encore déclaré': 'Prestation BNC : 1 000',
      },
    })
    const { findings, turnoverReturn } = done(emulator, 'prepare-turnover-return', { period: '2026-Q4' })
    expect(turnoverReturn).toMatchObject({ earlierCents: 100_000, receiptsCents: 245_000, turnoverCents: 345_000 })
    expect(findings.map(({ code }) => code)).toEqual(['earlier-turnover-open'])
  })
  test.each([
    [{}, { period: '2026-Q9' }, 'unknown-return-period'],
    [{}, { period: '2023-Q1' }, 'unknown-return-period'],
    [{ 'Date de début': '' }, { period: '2026-Q4' }, 'obligation-settings'],
  ])('with %j, %j is refused: %s', (settings, args, code) => {
    expect(refused(freshWorkbook({ ...DESIGNER, ...settings }), 'prepare-turnover-return', args).code).toBe(code)
  })
  test('without Date de début, what is missing comes first, with its cell', () => {
    const emulator = freshWorkbook({ ...DESIGNER, 'Date de début': '' })
    const at = emulator.book.values('Réglages').findIndex((line) => line.includes('Date de début'))
    const told = refused(emulator, 'prepare-turnover-return')
    expect(told).toMatchObject({ tab: 'Réglages', row: at + 1, column: 'Valeur' })
    expect(told.message).toMatch(
      /^Il manque dans Réglages «.Date de début.», dont vos échéances dépendent\. Rien n’a été écrit/,
    )
  })
})

describe('closing a period', () => {
  test('seals its lines, once, after those before it', () => {
    const emulator = workshop(year)
    expect(done(emulator, 'close-period', { period: '2026-Q3' }).message).toMatch(
      /^Période 3e trimestre 2026 close\u00a0: 2 recettes, 2\u202f000,50\u00a0€\. Empreinte [0-9a-f]{16}…$/,
    )
    expect(book(emulator)).toEqual([
      [1, '2026-07-20', 1200, '3e trimestre 2026', '2026-11-25'],
      [2, '2026-09-30', 800.5, '3e trimestre 2026', '2026-11-25'],
      [3, '2026-10-05', 450, '4e trimestre 2026', ''],
      [4, '2026-11-10', 2000, '4e trimestre 2026', ''],
    ])
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
    expect(refused(emulator, 'close-period', { period: '2026-Q3' }).code).toBe('period-sealed')
    expect(refused(emulator, 'close-period', { period: '2026-Q4' }).code).toBe('period-not-over')
  })
  test('before an earlier one that has receipts is refused', () => {
    const emulator = later(workshop(year), '2027-01-10')
    expect(refused(emulator, 'close-period', { period: '2026-Q4' }).code).toBe('earlier-period-open')
    expect(done(emulator, 'close-period').message).toContain('3e trimestre 2026')
  })
  test('a late payment keeps its day and is declared with the oldest open period', () => {
    const emulator = workshop(year)
    done(emulator, 'close-period', { period: '2026-Q3' })
    const number = sold(emulator, '2026-10-21', undefined, '300')
    pay(emulator, number, '2026-09-29', 30_000)
    const line = rows(emulator, 'receiptsBook').at(-1)
    expect([day(line?.['date']), line?.['period'], line?.['remarks']]).toEqual([
      '2026-09-29',
      '4e trimestre 2026',
      'Tardive\u00a0: déclarée avec la période 4e trimestre 2026',
    ])
    const prepared = done(emulator, 'prepare-turnover-return', { period: '2026-Q4' })
    expect(prepared.turnoverReturn).toMatchObject({ turnoverCents: 275_000, lateReceipts: [5] })
    done(emulator, 'today')
    expect(rows(emulator, 'deadlines').find(({ id }) => id === 'urssaf-return/2026-Q4')).toMatchObject({
      basis: expect.stringContaining('2\u202f750,00'),
    })
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
  test('a line that no longer says what was recorded is not sealed', () => {
    const emulator = workshop(year)
    emulator.book.type('Livre des recettes', 4, 7, [['1100']])
    expect(refused(emulator, 'close-period', { period: '2026-Q3' }).code).toBe('book-altered')
    done(emulator, 'restore')
    done(emulator, 'close-period', { period: '2026-Q3' })
  })
  test('a seal that is wiped or forged is found, and put back', () => {
    const emulator = workshop(year)
    done(emulator, 'close-period', { period: '2026-Q3' })
    const column = (emulator.book.values('Livre des recettes')[2] ?? []).indexOf('Scellé le') + 1
    emulator.book.type('Livre des recettes', 4, column, [['']])
    emulator.book.type('Livre des recettes', 6, column, [['25/11/2026']])
    expect(done(emulator, 'verify').findings.map(({ code, column: heading, row }) => [code, row, heading])).toEqual([
      ['cell-altered', 4, 'Scellé le'],
      ['cell-altered', 6, 'Scellé le'],
    ])
    done(emulator, 'restore')
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
  test('stopped anywhere, it is finished by the next run', () => {
    const args = { period: '2026-Q3' }
    const whole = workshop(year)
    const calls = perform(whole, 'close-period', args).run.calls.total
    for (let call = 1; call <= calls; call++) {
      const emulator = workshop(year)
      perform(emulator, 'close-period', args, { fault: { call, unflushed: call % 2 === 0 ? 'kept' : 'dropped' } })
      const again = perform(emulator, 'close-period', args).told
      // Stopped at its very end, it was done.
      expect(again?.ok || again?.error.code === 'period-sealed').toBe(true)
      expect([call, book(emulator)]).toEqual([call, book(whole)])
      expect(rows(emulator, 'journal').filter((row) => row['type'] === 'periodSealed')).toHaveLength(1)
      expect(done(emulator, 'verify').verdict?.ok).toBe(true)
    }
  })
})

describe('Et si ?', () => {
  test('says what more would cost and cross, and writes nothing', () => {
    const emulator = workshop(year)
    const before = emulator.save()
    const { message, whatIf } = done(emulator, 'what-if', { amountCents: 4_000_000, date: '2026-12-15' })
    expect(whatIf?.imagined.contributionEuros).toBeGreaterThan((whatIf?.asIs.contributionEuros ?? 0) + 10_000)
    expect(whatIf?.imagined.franchise?.kind).toBe('lost')
    expect(message).toContain('Seuil de TVA majoré, services')
    expect(message).toContain('Rien n’a été écrit.')
    expect(JSON.stringify(emulator.save().book)).toBe(JSON.stringify(before.book))
  })
})
