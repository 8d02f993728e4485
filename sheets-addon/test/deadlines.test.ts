import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, perform, refused, rows, workshop } from './workshop.ts'

const DESIGNER = { 'Date de début': '01/04/2023', 'Rythme Urssaf': 'Trimestriel', Département: '69' }
const day = (serial: unknown): string => new Date(Date.UTC(1899, 11, 30 + Number(serial))).toISOString().slice(0, 10)
const calendar = (emulator: Emulator): readonly string[] =>
  rows(emulator, 'deadlines').map((row) => `${day(row['day'])} ${row['id']} ${row['status']}`)
const row = (emulator: Emulator, id: string) => rows(emulator, 'deadlines').find((candidate) => candidate['id'] === id)
const columnOf = (emulator: Emulator, heading: string): number =>
  (emulator.book.values('Échéances')[2] ?? []).indexOf(heading) + 1
/** Types in the row of a duty, as a person would. */
function typeIn(emulator: Emulator, id: string, heading: string, text: string): void {
  const at = emulator.book.values('Échéances').findIndex((line) => line[columnOf(emulator, 'ID') - 1] === id)
  emulator.book.type('Échéances', at + 1, columnOf(emulator, heading), [[text]])
}
const setting = (emulator: Emulator, settings: Readonly<Record<string, string>>) =>
  done(emulator, 'setup', { settings })
const later = (emulator: Emulator, on: string): Emulator => workshop(emulator.save(), `${on}T08:00:00Z`)

describe('Échéances is filled', () => {
  test('with the next twelve months of a graphic designer, each with its source and what a delay costs', () => {
    const emulator = freshWorkbook(DESIGNER)
    const { actions } = done(emulator, 'today')
    expect(calendar(emulator)).toEqual([
      '2026-10-31 urssaf-return/2026-Q3 En retard',
      '2026-12-15 cfe-payment/2026 À préparer',
      '2027-01-31 urssaf-return/2026-Q4 À venir',
      '2027-01-31 urssaf-rhythm-option/2027 À venir',
      '2027-04-30 urssaf-return/2027-Q1 À venir',
      '2027-06-04 income-tax-return/2026 À venir',
      '2027-07-31 urssaf-return/2027-Q2 À venir',
      '2027-09-01 einvoicing-issue/2027-09 À venir',
      '2027-09-30 flat-income-tax-option/2028 À venir',
      '2027-10-31 urssaf-return/2027-Q3 À venir',
      '2027-10-31 urssaf-rhythm-option/2028/advised À venir',
      '2027-11-25 ereporting/2027-10 À venir',
    ])
    expect(actions).toEqual([
      {
        code: 'deadline-near',
        count: 1,
        message: 'Paiement de la CFE, 2026\u00a0: dans 20 jours, le 15/12/2026.',
        tab: 'Échéances',
        row: 5,
      },
    ])
    expect(row(emulator, 'urssaf-return/2026-Q3')?.['alerts']).toBe('aucun')
    const returned = row(emulator, 'urssaf-return/2026-Q4')
    expect(returned).toMatchObject({
      authority: 'Urssaf',
      obligation: 'Déclaration de chiffre d’affaires et paiement des cotisations',
      period: '4e trimestre 2026',
      estimate: 0,
      source: 'CSS art. R613-8',
    })
    expect(String(returned?.['lateCost'])).toContain('majoration de retard de 5\u00a0%')
    expect(String(returned?.['link'])).toMatch(/^https:\/\//)
    expect(day(returned?.['checkedOn'])).toBe('2026-11-23')
  })
  test('dates that nobody has published yet are said to be so', () => {
    const emulator = freshWorkbook(DESIGNER)
    done(emulator, 'refresh-deadlines')
    expect(row(emulator, 'income-tax-return/2026')?.['basis']).toContain('Date à confirmer')
  })
  test('nothing is guessed without the start of the activity, and it is asked for', () => {
    const emulator = freshWorkbook()
    const { findings, message } = done(emulator, 'refresh-deadlines')
    expect(calendar(emulator)).toEqual([])
    expect(message).toBe('Vos échéances ne peuvent être calculées\u00a0: il manque un réglage.')
    expect(findings.map(({ code, column, tab }) => [code, tab, column])).toEqual([
      ['setting-needed', 'Réglages', 'Valeur'],
    ])
    expect(done(emulator, 'today').actions?.map(({ code }) => code)).toEqual(['deadlines-unknown'])
  })
  test('a setting that cannot be read is told in its cell, and its default holds', () => {
    const emulator = freshWorkbook({ ...DESIGNER, 'Jour de dépôt CA3': '30', 'Rythme Urssaf': 'Hebdomadaire' })
    const { findings } = done(emulator, 'refresh-deadlines')
    expect(findings.map(({ message }) => message)).toEqual([
      'Réglages, ligne 42, colonne «\u00a0Valeur\u00a0»\u00a0: «\u00a0Jour de dépôt CA3\u00a0» vaut «\u00a030\u00a0», qui ne se lit pas. Attendu\u00a0: un jour de 15 à 24.',
      expect.stringContaining('«\u00a0Rythme Urssaf\u00a0» vaut «\u00a0Hebdomadaire\u00a0»'),
    ])
    expect(row(emulator, 'urssaf-return/2026-Q4')).toBeDefined()
  })
})

describe('what the user writes in Échéances', () => {
  test('stays whatever is refreshed, and a duty done or without object is silent', () => {
    const emulator = freshWorkbook(DESIGNER)
    done(emulator, 'today')
    typeIn(emulator, 'cfe-payment/2026', 'Statut', 'Fait')
    typeIn(emulator, 'cfe-payment/2026', 'Fait le', '25/11/2026')
    typeIn(emulator, 'cfe-payment/2026', 'Référence de dépôt', 'CFE-0042')
    typeIn(emulator, 'cfe-payment/2026', 'Montant réel', '240')
    typeIn(emulator, 'urssaf-rhythm-option/2027', 'Note', 'je reste au trimestre')
    typeIn(emulator, 'urssaf-return/2026-Q4', 'Rappels', '15')
    expect(done(emulator, 'today').actions).toEqual([])
    const next = later(emulator, '2027-01-20')
    done(next, 'refresh-deadlines')
    expect(row(next, 'cfe-payment/2026')).toMatchObject({ status: 'Fait', reference: 'CFE-0042', actual: 240 })
    expect(row(next, 'urssaf-rhythm-option/2027')).toMatchObject({
      status: 'À préparer',
      note: 'je reste au trimestre',
    })
    expect(row(next, 'urssaf-return/2026-Q4')).toMatchObject({ alerts: '15', status: 'À préparer' })
    expect(rows(next, 'journal').flatMap((each) => (each['type'] === 'deadlineMarked' ? [each['key']] : []))).toEqual([
      'cfe-payment/2026 done',
    ])
  })
  test('a row that was done and is deleted by mistake comes back done', () => {
    const emulator = freshWorkbook(DESIGNER)
    done(emulator, 'today')
    done(emulator, 'mark-deadline', {
      id: 'cfe-payment/2026',
      status: 'done',
      reference: 'CFE-0042',
      amountCents: 24_000,
    })
    emulator.user.deleteRows('Échéances', 5)
    expect(row(emulator, 'cfe-payment/2026')).toBeUndefined()
    done(emulator, 'refresh-deadlines')
    expect(row(emulator, 'cfe-payment/2026')).toMatchObject({ status: 'Fait', reference: 'CFE-0042', actual: 240 })
  })
  test('a status set early is kept until the day overtakes it', () => {
    const emulator = freshWorkbook(DESIGNER)
    done(emulator, 'today')
    typeIn(emulator, 'urssaf-return/2026-Q4', 'Statut', 'À faire')
    const next = later(emulator, '2026-12-01')
    done(next, 'today')
    expect(row(next, 'urssaf-return/2026-Q4')?.['status']).toBe('À faire')
    const late = later(next, '2027-02-03')
    done(late, 'today')
    expect(row(late, 'urssaf-return/2026-Q4')?.['status']).toBe('En retard')
  })
})

describe('mark-deadline', () => {
  test('done with its reference, then reopened', () => {
    const emulator = freshWorkbook(DESIGNER)
    expect(
      done(emulator, 'mark-deadline', { id: 'cfe-payment/2026', status: 'done', reference: 'X1', amountCents: 24_050 })
        .message,
    ).toBe('Paiement de la CFE, 2026\u00a0: fait le 25/11/2026, référence X1. Plus de rappel.')
    expect(row(emulator, 'cfe-payment/2026')).toMatchObject({ status: 'Fait', reference: 'X1', actual: 240.5 })
    expect(done(emulator, 'today').actions).toEqual([])
    done(emulator, 'mark-deadline', { id: 'cfe-payment/2026', status: 'open' })
    expect(row(emulator, 'cfe-payment/2026')).toMatchObject({ status: 'À préparer', doneOn: '' })
    expect(done(emulator, 'today').actions?.map(({ code }) => code)).toEqual(['deadline-near'])
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
  test('without object, with a reason', () => {
    const emulator = freshWorkbook(DESIGNER)
    done(emulator, 'mark-deadline', { id: 'cfe-payment/2026', status: 'Sans objet', reason: 'exonérée' })
    expect(row(emulator, 'cfe-payment/2026')).toMatchObject({ status: 'Sans objet', note: 'exonérée' })
    expect(refused(emulator, 'mark-deadline', { id: 'cfe-payment/2026', status: 'not-applicable' }).code).toBe(
      'reason-needed',
    )
  })
  test.each([
    [{ id: 'cfe-payment/2062', status: 'done' }, 'unknown-deadline'],
    [{ id: 'cfe-payment/2026', status: 'finie' }, 'unknown-mark'],
    [{ id: 'cfe-payment/2026', status: 'done', doneOn: '2026-11-26' }, 'mark-in-future'],
    [{ id: 'cfe-payment/2026', status: 'done', doneOn: '2026-02-31' }, 'wrong-argument'],
  ])('%j is refused: %s', (args, code) => {
    expect(refused(freshWorkbook(DESIGNER), 'mark-deadline', args).code).toBe(code)
  })
  test('stopped anywhere, it is finished by the next look', () => {
    const start = (() => {
      const emulator = freshWorkbook(DESIGNER)
      done(emulator, 'today')
      return emulator.save()
    })()
    const args = { id: 'cfe-payment/2026', status: 'done', reference: 'X1' }
    const whole = workshop(start)
    const calls = perform(whole, 'mark-deadline', args).run.calls.total
    for (let call = 1; call <= calls; call++) {
      const emulator = workshop(start)
      perform(emulator, 'mark-deadline', args, { fault: { call, unflushed: call % 2 === 0 ? 'kept' : 'dropped' } })
      const marked = rows(emulator, 'journal').some((each) => each['type'] === 'deadlineMarked')
      done(emulator, 'today')
      expect([call, row(emulator, 'cfe-payment/2026')?.['status']]).toEqual([call, marked ? 'Fait' : 'À préparer'])
      done(emulator, 'mark-deadline', args)
      expect(calendar(emulator)).toEqual(calendar(whole))
      expect(rows(emulator, 'journal').filter((each) => each['type'] === 'deadlineMarked')).toHaveLength(1)
    }
  })
})

describe('a profile that changes', () => {
  test('adds its own duties and sets aside those it ends, until they come back', () => {
    const emulator = freshWorkbook(DESIGNER)
    done(emulator, 'today')
    setting(emulator, {
      'Régime de TVA': 'Réel normal trimestriel',
      'Régime depuis le': '01/01/2027',
      'Exonéré de CFE': 'VRAI',
    })
    done(emulator, 'today')
    expect(row(emulator, 'vat-ca3/2027-Q1')?.['status']).toBe('À venir')
    expect(row(emulator, 'cfe-payment/2026')).toMatchObject({
      status: 'Sans objet',
      basis: 'Ne vous concerne plus, d’après vos réglages',
    })
    expect(rows(emulator, 'journal').some((each) => each['type'] === 'deadlineMarked')).toBe(false)
    setting(emulator, { 'Exonéré de CFE': 'FAUX' })
    done(emulator, 'today')
    expect(row(emulator, 'cfe-payment/2026')).toMatchObject({
      status: 'À préparer',
      basis: expect.stringContaining('Date'),
    })
  })
  test('another rhythm keeps the return of the period that is over, and asks no day twice', () => {
    const emulator = freshWorkbook(DESIGNER)
    done(emulator, 'today')
    const january = later(emulator, '2027-01-05')
    setting(january, { 'Rythme Urssaf': 'Mensuel' })
    done(january, 'today')
    const returns = calendar(january).filter((text) => text.includes('urssaf-return/') && !text.includes('Sans objet'))
    expect(returns.slice(1, 4)).toEqual([
      '2027-01-31 urssaf-return/2026-Q4 À préparer',
      '2027-02-28 urssaf-return/2027-01 À venir',
      '2027-03-31 urssaf-return/2027-02 À venir',
    ])
  })
  test('what was marked done stays done', () => {
    const emulator = freshWorkbook(DESIGNER)
    done(emulator, 'mark-deadline', { id: 'cfe-payment/2026', status: 'done', reference: 'X1' })
    setting(emulator, { 'Exonéré de CFE': 'VRAI' })
    done(emulator, 'refresh-deadlines')
    expect(row(emulator, 'cfe-payment/2026')).toMatchObject({ status: 'Fait', reference: 'X1' })
  })
})

test('round trips do not follow the number of rows', () => {
  const calls = (state: ReturnType<Emulator['save']>, action: string) =>
    perform(workshop(state, '2027-03-01T08:00:00Z'), action).run.calls.spreadsheet
  const small = freshWorkbook(DESIGNER)
  done(small, 'today')
  const large = freshWorkbook({
    ...DESIGNER,
    'Rythme Urssaf': 'Mensuel',
    'Régime de TVA': 'Réel normal mensuel',
    'Prestations à des professionnels UE': 'VRAI',
  })
  done(large, 'today')
  expect(rows(large, 'deadlines').length).toBeGreaterThan(3 * rows(small, 'deadlines').length)
  expect(calls(large.save(), 'today')).toBeLessThanOrEqual(calls(small.save(), 'today') + 2)
  expect(calls(large.save(), 'today')).toBeLessThanOrEqual(30)
})
