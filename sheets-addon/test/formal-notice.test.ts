import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { statementArguments } from './statements.ts'
import { CONTACT, invoiced, on, paid, reminders, tick } from './unpaid.ts'
import { done, freshWorkbook, refused, rows, sale } from './workshop.ts'

const number = 'F2026-0001'
const first = (emulator: Emulator) => rows(emulator, 'reminders')[0]
const plain = (text: unknown) => String(text).replaceAll(/[\u00a0\u202f]/g, ' ')

describe('the formal notice', () => {
  test('claims principal, penalties and forty euros as of today, in a letter and in its row', () => {
    const emulator = on(invoiced(), '2026-12-30')
    const outcome = done(emulator, 'formal-notice', { number })
    expect(outcome.files).toEqual(['Drive/Facturation/2026/Relances/F2026-0001_mise-en-demeure_2026-12-30.pdf'])
    // 450 × 12.40 % × 5 / 365 = 0.76
    expect(first(emulator)).toMatchObject({
      level: 'Mise en demeure',
      claimed: 490.76,
      principal: 450,
      penalties: 0.76,
      recoveryFee: 40,
      daysLate: 5,
      status: 'À poster',
      sentOn: '',
    })
    expect(done(emulator, 'today').actions?.map(({ code }) => code)).toContain('letters-to-post')
  })
  test('is said from the day it is posted, under its registered number; nothing more before its delay is over', () => {
    const emulator = on(invoiced(), '2027-02-08')
    done(emulator, 'formal-notice', { number })
    expect(refused(emulator, 'formal-notice', { number }).code).toBe('notice-made')
    emulator.clock.set('2027-02-09T08:00:00Z')
    const posted = done(emulator, 'post-notice', { number, date: '2027-02-09', registered: '1A 234 567 8901 2' })
    expect(posted.message).toMatch(/envoyée le 09\/02\/2027.*Sans règlement au 17\/02\/2027/)
    // The same words again have the same answer; another day is another thing.
    expect(done(emulator, 'post-notice', { number, date: '2027-02-09' }).message).toBe(posted.message)
    expect(refused(emulator, 'post-notice', { number, date: '2027-02-08' }).code).toBe('notice-said')
    expect(refused(emulator, 'formal-notice', { number }).code).toBe('notice-said')
    expect(first(emulator)).toMatchObject({
      status: 'Envoyée',
      // 9 February 2027.
      sentOn: 46_427,
      registeredNumber: '1A 234 567 8901 2',
    })
    for (const day of ['2027-02-17', '2027-02-18']) {
      emulator.clock.set(`${day}T08:00:00Z`)
      const { reminders: listed = [] } = done(emulator, 'prepare-reminders')
      expect(listed.map(({ level }) => level)).toEqual(day === '2027-02-17' ? [] : ['Recouvrement'])
    }
  })
  test('left in a drawer, it is made again as of the day it leaves', () => {
    const emulator = on(invoiced(), '2026-12-30')
    done(emulator, 'formal-notice', { number })
    emulator.clock.set('2027-01-06T08:00:00Z')
    done(emulator, 'record-payment', { ...paid, amountCents: 5_000, date: '2027-01-05' })
    done(emulator, 'prepare-reminders')
    expect(first(emulator)).toMatchObject({ status: 'À poster', why: expect.stringMatching(/refaites la lettre/) })
    expect(done(emulator, 'formal-notice', { number }).files).toEqual([
      'Drive/Facturation/2027/Relances/F2026-0001_mise-en-demeure_2027-01-06.pdf',
    ])
    expect(first(emulator)).toMatchObject({ principal: 400, status: 'À poster' })
    expect(rows(emulator, 'reminders')).toHaveLength(1)
  })
  test('of who has paid since, it says not to post it; posted all the same, it is written down', () => {
    const emulator = on(invoiced(), '2026-12-30')
    done(emulator, 'formal-notice', { number })
    done(emulator, 'record-payment', { ...paid, date: '2026-12-30' })
    done(emulator, 'prepare-reminders')
    expect(first(emulator)).toMatchObject({ status: 'Sans objet', why: expect.stringMatching(/ne postez pas/) })
    expect(refused(emulator, 'formal-notice', { number }).message).toMatch(/réglée/)
    expect(done(emulator, 'post-notice', { number }).message).toMatch(/réglée depuis/)
    expect(first(emulator)).toMatchObject({ status: 'Envoyée', sentOn: 46_386 })
  })
  test('by e-mail it is sent at once; by telephone it is none', () => {
    for (const [channel, status, mails] of [
      ['E-mail', 'Envoyée', 1],
      ['Courrier', 'À poster', 0],
      ['Téléphone', 'À poster', 0],
    ] as const) {
      const emulator = on(invoiced({ ...CONTACT, 'Relance courtoise': 'non', 'Relance ferme': 'non' }), '2027-01-25')
      done(emulator, 'prepare-reminders')
      emulator.book.type('Relances', 4, 5, [[channel]])
      done(emulator, 'formal-notice', { number })
      expect([first(emulator)?.['status'], emulator.mails().length]).toEqual([status, mails])
      // What was said is never said again, nor anything gentler after it.
      done(emulator, 'send-reminders')
      expect(reminders(emulator).map(([, level]) => level)).toEqual(['Mise en demeure'])
    }
  })
  test('refuses what is not late, paid, disputed, unknown, dated wrong', () => {
    const start = invoiced()
    expect(refused(on(start, '2026-12-25'), 'formal-notice', { number }).message).toMatch(/due que le 25\/12\/2026/)
    const settled = on(start, '2026-12-30')
    expect(refused(settled, 'post-notice', { number }).code).toBe('notice-not-made')
    done(settled, 'formal-notice', { number })
    expect(refused(settled, 'post-notice', { number, date: '2026-12-29' }).code).toBe('posting-date')
    expect(refused(settled, 'post-notice', { number, date: '2026-12-31' }).code).toBe('posting-date')
    const disputed = on(start, '2026-12-30')
    tick(disputed, 'En litige')
    expect(refused(disputed, 'formal-notice', { number }).message).toMatch(/litige/)
    expect(refused(disputed, 'formal-notice', { number: 'F2026-0009' }).code).toBe('unknown-number')
    expect(refused(on(start, '2027-01-03'), 'formal-notice', { number }).message).toMatch(/jour chômé/)
  })
  test('a row deleted by hand comes back with what was said', () => {
    const emulator = on(invoiced(), '2026-12-30')
    done(emulator, 'formal-notice', { number })
    for (const step of ['made', 'posted']) {
      if (step === 'posted') done(emulator, 'post-notice', { number })
      done(emulator, 'prepare-reminders')
      const before = first(emulator)
      emulator.book.put('Relances', 4, 1, [Array.from({ length: 21 }, () => '')])
      done(emulator, 'prepare-reminders')
      expect(plain(JSON.stringify(first(emulator)))).toBe(
        plain(JSON.stringify({ ...before, why: first(emulator)?.['why'] })),
      )
    }
  })
})

test('explained line by line, with the way to court and its last day', () => {
  const emulator = on(invoiced(), '2026-12-30')
  const { claim, lines } = done(emulator, 'explain-amount', { number })
  expect(claim).toEqual({
    principalCents: 45_000,
    penaltiesCents: 76,
    recoveryFeeCents: 4_000,
    totalCents: 49_076,
    daysLate: 5,
    // From the end of the work, 20 November, not from the term of its invoice.
    prescribedOn: '2031-11-20',
  })
  expect(plain(lines?.join('\n'))).toMatch(
    /Pénalités du 26\/12\/2026 au 30\/12\/2026 : 450,00 € × 12,40 % × 5 \/ 365 : 0,76 €/,
  )
})

test('explained across two half-years: each at its rate, on what was left each day, rounded once', () => {
  const emulator = freshWorkbook(CONTACT)
  emulator.clock.set('2026-05-11T08:00:00Z')
  sale(emulator, 'Brasserie du Ponant', { date: '07/05/2026', unitPrice: '4500' })
  done(emulator, 'issue-invoices')
  emulator.clock.set('2026-08-31T08:00:00Z')
  done(emulator, 'record-payment', { ...paid, amountCents: 150_000, date: '2026-07-15' })
  const { claim, lines } = done(emulator, 'explain-amount', { number })
  // By hand: 4 500 × 12.15 % × 20 / 365 = 29.959; 4 500 × 12.40 % × 15 / 365 = 22.932; 3 000 × 12.40 % × 47 / 365 = 47.901.
  expect(plain(lines?.slice(0, 6).join('\n'))).toBe(
    [
      'F2026-0001, échue le 10/06/2026 : reste dû : 3 000,00 €',
      'Pénalités du 11/06/2026 au 30/06/2026 : 4 500,00 € × 12,15 % × 20 / 365 : 29,96 €',
      'Pénalités du 01/07/2026 au 15/07/2026 : 4 500,00 € × 12,40 % × 15 / 365 : 22,93 €',
      'Pénalités du 16/07/2026 au 31/08/2026 : 3 000,00 € × 12,40 % × 47 / 365 : 47,90 €',
      'Indemnité forfaitaire pour frais de recouvrement : 40,00 €',
      'Total : 3 140,79 €',
    ].join('\n'),
  )
  expect(claim).toMatchObject({ principalCents: 300_000, penaltiesCents: 10_079, totalCents: 314_079, daysLate: 82 })
})

describe('confiée au recouvrement', () => {
  const handed = { number, collector: 'Recouvreurs associés', commission: '15' }
  test('is a status; it is silent, and speaks again once taken back', () => {
    const emulator = on(invoiced(), '2026-12-30')
    expect(plain(done(emulator, 'hand-over', handed).message)).toMatch(/382,50 € attendus après commission de 15 %/)
    expect(rows(emulator, 'invoices')[0]?.['status']).toBe('Confiée au recouvrement')
    expect(done(emulator, 'prepare-reminders').reminders).toEqual([])
    expect(refused(emulator, 'formal-notice', { number }).message).toMatch(/confiée au recouvrement/)
    done(emulator, 'hand-over', { number, undo: true })
    expect(rows(emulator, 'invoices')[0]?.['status']).toBe('En retard')
    expect(done(emulator, 'prepare-reminders').reminders).toHaveLength(1)
  })
  test('what it brings in is a receipt of the whole sum; what it keeps, an expense, once', () => {
    const emulator = on(invoiced(), '2026-12-30')
    done(emulator, 'hand-over', handed)
    emulator.clock.set('2027-02-01T08:00:00Z')
    // 200 € in full, its share to be billed; then 250 € of which it sends 212.50.
    done(emulator, 'record-payment', { ...paid, amountCents: 20_000, date: '2027-01-29' })
    expect(plain(rows(emulator, 'invoices')[0]?.['status'])).toBe('Confiée au recouvrement · 200,00 € reçus')
    done(emulator, 'record-payment', { ...paid, amountCents: 25_000, feeCents: 3_750, date: '2027-02-01' })
    done(emulator, 'daily')
    done(emulator, 'daily')
    expect(rows(emulator, 'receiptsBook').map(({ amount }) => amount)).toEqual([200, 250])
    expect(rows(emulator, 'invoices')[0]?.['status']).toBe('Payée')
    expect(rows(emulator, 'expenses').map(({ date, gross, supplier }) => [date, supplier, gross])).toEqual([
      // 29 January and 1 February 2027.
      [46_416, 'Recouvreurs associés', 30],
      [46_419, 'Recouvreurs associés', 37.5],
    ])
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
  test('irrécouvrable comes before it, and nothing is kept of money that came before', () => {
    const emulator = on(invoiced(), '2026-12-30')
    done(emulator, 'record-payment', { ...paid, amountCents: 5_000, date: '2026-12-28' })
    done(emulator, 'hand-over', handed)
    done(emulator, 'write-off', { number, reason: 'Liquidation judiciaire' })
    expect(plain(rows(emulator, 'invoices')[0]?.['status'])).toMatch(/^Irrécouvrable/)
    done(emulator, 'daily')
    expect(rows(emulator, 'expenses')).toEqual([])
  })
})

test('a line of the bank of that amount, seen after the letter was made, keeps it from the post', () => {
  const emulator = on(invoiced(), '2026-12-30')
  done(emulator, 'formal-notice', { number })
  const csv = ['Date;Libellé;Montant', '29/12/2026;VIR INST PONANT;450,00', ''].join('\n')
  done(emulator, 'import-statement', statementArguments(csv, 'releve.csv'))
  done(emulator, 'prepare-reminders')
  expect(first(emulator)).toMatchObject({ status: 'Suspendue', why: expect.stringMatching(/à rapprocher d’abord/) })
})

test('a job under way with another client is not touched by it', () => {
  const emulator = freshWorkbook(CONTACT)
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  expect(refused(emulator, 'formal-notice', { number }).message).toMatch(/due que le/)
  expect(rows(emulator, 'reminders')).toEqual([])
})
