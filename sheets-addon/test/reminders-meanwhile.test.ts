import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { statementArguments } from './statements.ts'
import { AUTOMATIC, CONTACT, invoiced, on, paid, reminders, subjects, tick } from './unpaid.ts'
import { client, done, freshWorkbook, refused, rows, sale } from './workshop.ts'

const number = 'F2026-0001'
const credit = (emulator: Emulator, date: string, amount: string) => {
  const csv = ['Date;Libellé;Montant', `${date};VIR INST PONANT;${amount}`, ''].join('\n')
  done(emulator, 'import-statement', statementArguments(csv, 'releve.csv'))
}
const reminded = (emulator: Emulator) => subjects(emulator).filter((subject) => /F2026/.test(subject))
const morning = (emulator: Emulator, day: string) => {
  emulator.clock.set(`${day}T08:00:00Z`)
  return done(emulator, 'daily')
}
/** What a cell of the card says instead. */
function card(emulator: Emulator, heading: string, text: string): void {
  const column = (emulator.book.values('Clients')[2] ?? []).indexOf(heading) + 1
  emulator.book.type('Clients', 4, column, [[text]])
}

describe('a yes given on a closed day', () => {
  test('after the list was made, it is kept too, and leaves on the first open morning', () => {
    const emulator = on(invoiced(), '2027-01-03')
    done(emulator, 'prepare-reminders')
    for (const time of ['first', 'again'])
      expect([time, done(emulator, 'prepare-reminders').reminders?.map(({ status }) => status)]).toEqual([
        time,
        ['À valider'],
      ])
    expect(done(emulator, 'send-reminders').message).toBe('1 relance partira le prochain jour ouvré.')
    morning(emulator, '2027-01-04')
    expect(reminded(emulator)).toHaveLength(1)
  })
  test('a dispute before that morning holds it; solved, it leaves', () => {
    const emulator = on(invoiced(), '2027-01-03')
    done(emulator, 'send-reminders')
    tick(emulator, 'En litige')
    morning(emulator, '2027-01-04')
    expect([reminders(emulator)[0]?.[4], reminded(emulator)]).toEqual(['Suspendue', []])
    const column = (emulator.book.values('Factures')[2] ?? []).indexOf('En litige') + 1
    emulator.book.type('Factures', 4, column, [['FAUX']])
    morning(emulator, '2027-01-05')
    expect(reminded(emulator)).toHaveLength(1)
  })
})

describe('money that came and that nobody has matched yet', () => {
  test('holds the formal notice as it holds the rest, by letter or by mail, until the user says it is another', () => {
    const emulator = on(invoiced({ ...CONTACT, 'Relance courtoise': 'non', 'Relance ferme': 'non' }), '2027-01-25')
    credit(emulator, '24/01/2027', '450,00')
    done(emulator, 'prepare-reminders')
    for (const channel of ['Recommandé', 'E-mail']) {
      emulator.book.type('Relances', 4, 5, [[channel]])
      expect(refused(emulator, 'formal-notice', { number }).message).toMatch(/450,00\u00a0€, 24\/01\/2027/)
    }
    expect([emulator.mails(), reminders(emulator)[0]?.[4]]).toEqual([[], 'Suspendue'])
    expect(done(emulator, 'formal-notice', { number, anyway: true }).sent).toHaveLength(1)
  })
  test('the sum that a notice asked for, penalties included, holds what would follow', () => {
    const emulator = on(invoiced(AUTOMATIC), '2027-01-25')
    done(emulator, 'formal-notice', { number })
    done(emulator, 'post-notice', { number })
    // 450 + 0.92 of penalties to the end of the known half-year + 40
    credit(emulator, '28/01/2027', '490,92')
    morning(emulator, '2027-02-08')
    const after = rows(emulator, 'reminders').find(({ level }) => level === 'Recouvrement')
    expect(after).toMatchObject({ status: 'Suspendue', why: expect.stringMatching(/490,92.*à rapprocher d’abord/) })
  })
  test('the sum of all that a client owes holds each of its invoices', () => {
    const emulator = freshWorkbook(AUTOMATIC)
    sale(emulator, 'Brasserie du Ponant', { group: 'A' })
    sale(emulator, 'Brasserie du Ponant', { group: 'B', unitPrice: '300' })
    done(emulator, 'issue-invoices')
    emulator.clock.set('2026-12-30T08:00:00Z')
    credit(emulator, '29/12/2026', '750,00')
    morning(emulator, '2026-12-30')
    expect(reminded(emulator)).toEqual([])
    expect(reminders(emulator).map((cells) => cells[4])).toEqual(['Suspendue', 'Suspendue'])
  })
})

test('what a client paid too much elsewhere holds an invoice that it can pay', () => {
  const emulator = freshWorkbook(AUTOMATIC)
  sale(emulator, 'Brasserie du Ponant', { group: 'A' })
  sale(emulator, 'Brasserie du Ponant', { group: 'B', unitPrice: '300' })
  done(emulator, 'issue-invoices')
  emulator.clock.set('2026-12-30T08:00:00Z')
  done(emulator, 'record-payment', { ...paid, amountCents: 75_000, date: '2026-12-20' })
  morning(emulator, '2026-12-30')
  expect(reminded(emulator)).toEqual([])
  expect(rows(emulator, 'reminders')).toMatchObject([
    { invoice: 'F2026-0002', status: 'Suspendue', why: expect.stringMatching(/300,00.*à imputer d’abord/) },
  ])
  expect(refused(emulator, 'formal-notice', { number: 'F2026-0002' }).message).toMatch(/300,00.*chez vous/)
  done(emulator, 'use-credit', { number: 'F2026-0002' })
  morning(emulator, '2026-12-31')
  expect(rows(emulator, 'reminders')[0]).toMatchObject({ status: 'Sans objet' })
})

test('a consumer owes no interest on an instalment for a notice about another', () => {
  const emulator = freshWorkbook(CONTACT)
  client(emulator, 'Zoé Martel', { type: 'Particulier' })
  sale(emulator, 'Zoé Martel', { unitPrice: '900' })
  emulator.clock.set('2026-05-04T08:00:00Z')
  done(emulator, 'issue-invoices')
  done(emulator, 'create-plan', { number, count: 3, firstDate: '2026-07-01' })
  emulator.clock.set('2026-08-10T08:00:00Z')
  done(emulator, 'formal-notice', { number })
  done(emulator, 'post-notice', { number })
  emulator.clock.set('2026-08-17T08:00:00Z')
  // 600 € were late: legal interest of seven days, 600 × 2.75 % × 7 / 365 = 0.32.
  expect(done(emulator, 'explain-amount', { number }).claim).toMatchObject({ penaltiesCents: 32 })
  done(emulator, 'record-payment', { ...paid, amountCents: 60_000, date: '2026-08-17' })
  emulator.clock.set('2026-10-05T08:00:00Z')
  expect(done(emulator, 'explain-amount', { number }).claim).toMatchObject({
    principalCents: 30_000,
    penaltiesCents: 0,
  })
})

describe('a card that changed since the invoice', () => {
  test('renamed, it is found by its number of company or its address: never means never, and mails go on', () => {
    for (const [mode, mails] of [
      ['Jamais', 0],
      ['Automatiques', 1],
    ] as const) {
      const emulator = on(invoiced(AUTOMATIC), '2026-12-29')
      card(emulator, 'Relances', mode)
      card(emulator, 'Nom ou raison sociale', 'Ponant Brasseurs SAS')
      morning(emulator, '2026-12-30')
      expect([mode, reminded(emulator).length, reminders(emulator).length]).toEqual([mode, mails, mails])
    }
  })
  test('gone, nothing leaves by itself, and the list says why', () => {
    const emulator = on(invoiced(AUTOMATIC), '2026-12-29')
    card(emulator, 'Nom ou raison sociale', 'Tout autre')
    card(emulator, 'E-mail', 'autre@client.example')
    morning(emulator, '2026-12-30')
    expect(reminded(emulator)).toEqual([])
    expect(rows(emulator, 'reminders')[0]).toMatchObject({
      status: 'À valider',
      why: expect.stringMatching(/n’est pas dans Clients/),
    })
  })
})

test('without an address nothing leaves by itself: the letter is to say yes to, and Aujourd’hui says so', () => {
  const emulator = freshWorkbook(AUTOMATIC)
  client(emulator, 'Sans Adresse', { email: '' })
  sale(emulator, 'Sans Adresse')
  done(emulator, 'issue-invoices')
  morning(emulator, '2026-12-30')
  expect(reminders(emulator)).toEqual([[number, 'Relance courtoise', 'Courrier', 450, 'À valider']])
  expect(done(emulator, 'today').actions?.map(({ code }) => code)).toContain('reminders-to-approve')
})

test('a letter that was posted no longer says to post it', () => {
  const emulator = on(invoiced(), '2027-01-25')
  done(emulator, 'formal-notice', { number })
  done(emulator, 'prepare-reminders')
  done(emulator, 'post-notice', { number })
  expect(rows(emulator, 'reminders').find(({ level }) => level === 'Mise en demeure')).toMatchObject({
    status: 'Envoyée',
    why: '',
  })
})
