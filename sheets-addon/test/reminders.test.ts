import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { statementArguments } from './statements.ts'
import { AUTOMATIC, CONTACT, invoiced, on, paid, reminders, subjects, tick } from './unpaid.ts'
import { client, done, freshWorkbook, refused, rows, sale } from './workshop.ts'

describe('the morning run, automatic', () => {
  test('sends the courteous, then the firm, then leaves the formal notice to the user', () => {
    const emulator = on(invoiced(AUTOMATIC), '2026-12-20')
    for (let day = Date.parse('2026-12-26'); day <= Date.parse('2027-01-26'); day += 86_400_000) {
      emulator.clock.set(`${new Date(day).toISOString().slice(0, 10)}T08:00:00Z`)
      done(emulator, 'daily')
    }
    const mails = emulator.mails().filter(({ to }) => to.includes('compta@client.example'))
    expect(mails.map(({ sentAt, subject }) => [sentAt.slice(0, 10), subject])).toEqual([
      ['2026-12-30', 'Facture en attente – facture F2026-0001 – Camille Orme EI'],
      ['2027-01-11', 'Relance – facture F2026-0001 – Camille Orme EI'],
    ])
    expect(reminders(emulator)).toEqual([
      ['F2026-0001', 'Relance courtoise', 'E-mail', 450, 'Envoyée'],
      ['F2026-0001', 'Relance ferme', 'E-mail', 450, 'Envoyée'],
      ['F2026-0001', 'Mise en demeure', 'Recommandé', 450, 'À valider'],
    ])
    expect(rows(emulator, 'invoices').map((row) => row['reminderLevel'])).toEqual([2])
    expect(done(emulator, 'today').actions?.map(({ code }) => code)).toContain('reminders-to-approve')
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
  test('never says anything of what is paid, credited, disputed, given up or suspended', () => {
    const start = invoiced(AUTOMATIC)
    for (const settle of [
      (emulator: Emulator) => done(emulator, 'record-payment', { ...paid, date: '2026-12-29' }),
      (emulator: Emulator) => done(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Annulation' }),
      (emulator: Emulator) => done(emulator, 'write-off', { number: 'F2026-0001', reason: 'Liquidation' }),
      (emulator: Emulator) =>
        done(emulator, 'hand-over', { number: 'F2026-0001', collector: 'Recouvreurs', commission: '15 %' }),
      (emulator: Emulator) => tick(emulator, 'En litige'),
      (emulator: Emulator) => tick(emulator, 'Suspendre les relances'),
    ]) {
      const emulator = on(start, '2026-12-29')
      settle(emulator)
      emulator.clock.set('2026-12-30T08:00:00Z')
      done(emulator, 'daily')
      emulator.clock.set('2027-01-20T08:00:00Z')
      done(emulator, 'daily')
      expect(emulator.mails().filter(({ to }) => to.includes('compta@client.example'))).toEqual([])
    }
  })
  test('catches up after two weeks without a run, one level at a time', () => {
    const emulator = on(invoiced(AUTOMATIC), '2027-01-18')
    for (const day of ['18', '19', '20', '21', '22', '25', '26', '27']) {
      emulator.clock.set(`2027-01-${day}T08:00:00Z`)
      done(emulator, 'daily')
    }
    expect(subjects(emulator).filter((subject) => /F2026/.test(subject))).toEqual([
      'Facture en attente – facture F2026-0001 – Camille Orme EI',
      'Relance – facture F2026-0001 – Camille Orme EI',
    ])
  })
  test('who owes several invoices gets one mail a day, the oldest first', () => {
    const emulator = freshWorkbook(AUTOMATIC)
    for (const group of ['A', 'B', 'C']) sale(emulator, 'Brasserie du Ponant', { group })
    done(emulator, 'issue-invoices')
    const later = on(emulator.save(), '2026-12-30')
    done(later, 'daily')
    done(later, 'daily')
    const reminded = () => subjects(later).filter((subject) => /F2026/.test(subject))
    expect(reminded()).toHaveLength(1)
    later.clock.set('2026-12-31T08:00:00Z')
    done(later, 'daily')
    later.clock.set('2027-01-04T08:00:00Z')
    done(later, 'daily')
    expect(new Set(reminded()).size).toBe(3)
    expect(reminded()).toHaveLength(3)
  })
  test('a payment typed by hand the evening before holds the reminder back', () => {
    const emulator = on(invoiced(AUTOMATIC), '2026-12-30')
    emulator.book.type('Paiements', 4, 1, [['29/12/2026']])
    emulator.book.type('Paiements', 4, 2, [['F2026-0001']])
    emulator.book.type('Paiements', 4, 4, [['450']])
    emulator.book.type('Paiements', 4, 5, [['Virement']])
    done(emulator, 'daily')
    expect(subjects(emulator).filter((subject) => /F2026/.test(subject))).toEqual([])
  })
})

describe('the user’s yes', () => {
  test('prepared, nothing leaves; said yes to, it leaves once, with the invoice as a duplicate', () => {
    const emulator = on(invoiced(), '2026-12-30')
    const prepared = done(emulator, 'prepare-reminders')
    expect(prepared).toMatchObject({
      message: '1 relance à valider.',
      reminders: [{ id: 'F2026-0001/2026-12-25/1', amountCents: 45_000, to: ['compta@client.example'], isReady: true }],
    })
    expect(emulator.mails()).toEqual([])
    expect(done(emulator, 'send-reminders').message).toBe('1 relance envoyée.')
    expect(done(emulator, 'send-reminders').message).toBe('Aucune relance n’est partie.')
    const [mail] = emulator.mails()
    expect(mail?.attachments.map(({ name }) => name)).toEqual(['F2026-0001_Brasserie-du-Ponant.pdf'])
    expect(mail?.body).toMatch(/F2026-0001, de 450,00\u00a0€, était à régler le 25\/12\/2026/)
    expect(rows(emulator, 'reminders')[0]).toMatchObject({ status: 'Envoyée', recipient: 'compta@client.example' })
  })
  test('given on a Sunday, it is kept and leaves on Monday morning', () => {
    const emulator = on(invoiced(), '2027-01-03')
    expect(done(emulator, 'send-reminders').message).toBe('1 relance partira le prochain jour ouvré.')
    expect(emulator.mails()).toEqual([])
    emulator.clock.set('2027-01-04T08:00:00Z')
    done(emulator, 'daily')
    expect(subjects(emulator)).toHaveLength(1)
  })
  test('a day typed in « Prévue le » is the day', () => {
    const emulator = on(invoiced(AUTOMATIC), '2026-12-28')
    done(emulator, 'prepare-reminders')
    emulator.book.type('Relances', 4, 4, [['06/01/2027']])
    for (const day of ['2026-12-30', '2027-01-05']) {
      emulator.clock.set(`${day}T08:00:00Z`)
      done(emulator, 'daily')
    }
    expect(emulator.mails().filter(({ to }) => to.includes('compta@client.example'))).toEqual([])
    emulator.clock.set('2027-01-06T08:00:00Z')
    done(emulator, 'daily')
    expect(subjects(emulator).filter((subject) => /F2026/.test(subject))).toHaveLength(1)
  })
  test('a credit of that amount in the bank holds it, until the user says it is another', () => {
    const emulator = on(invoiced(), '2026-12-30')
    const csv = ['Date;Libellé;Montant', '29/12/2026;VIR INST PONANT;450,00', ''].join('\n')
    done(emulator, 'import-statement', statementArguments(csv, 'releve.csv'))
    expect(done(emulator, 'prepare-reminders').reminders).toMatchObject([{ status: 'Suspendue', isReady: false }])
    const ids = ['F2026-0001/2026-12-25/1']
    expect(done(emulator, 'send-reminders').sent).toEqual([])
    expect(refused(emulator, 'send-reminders', { ids }).message).toMatch(/450,00\u00a0€, 29\/12\/2026/)
    expect(done(emulator, 'send-reminders', { ids, anyway: true }).sent).toHaveLength(1)
  })
  test('who has no address gets a letter to print', () => {
    const emulator = freshWorkbook(CONTACT)
    client(emulator, 'Théâtre Bleu', { email: '' })
    sale(emulator, 'Théâtre Bleu')
    done(emulator, 'issue-invoices')
    const later = on(emulator.save(), '2026-12-30')
    const outcome = done(later, 'send-reminders')
    expect(outcome.files).toEqual(['Drive/Facturation/2026/Relances/F2026-0001_relance_2026-12-30.pdf'])
    expect(later.drive.files().map(({ path }) => path)).toContain(
      'Facturation/2026/Relances/F2026-0001_relance_2026-12-30.pdf',
    )
    expect(reminders(later)).toEqual([['F2026-0001', 'Relance courtoise', 'Courrier', 450, 'Envoyée']])
  })
})

describe('put off, or held, by the user', () => {
  const id = 'F2026-0001/2026-12-25/1'
  test('a reminder leaves on the day that was chosen, and not before', () => {
    const emulator = on(invoiced(AUTOMATIC), '2026-12-29')
    done(emulator, 'prepare-reminders')
    expect(refused(emulator, 'postpone-reminder', { id, date: '2026-12-29' }).code).toBe('wrong-argument')
    expect(refused(emulator, 'postpone-reminder', { id: 'F2026-0009/2026-12-25/1', date: '2027-01-08' }).code).toBe(
      'reminder-unknown',
    )
    emulator.user.select('Relances', 'A4')
    const answers = ['', 'demain', '08/01/2027'].map((text) => ({ button: 'OK' as const, text }))
    emulator.run('menuPostponeReminder', [], { context: 'menu', answers })
    for (const day of ['2026-12-30', '2027-01-07', '2027-01-08']) {
      expect([day, subjects(emulator)]).toEqual([day, []])
      emulator.clock.set(`${day}T08:00:00Z`)
      done(emulator, 'daily')
    }
    expect(subjects(emulator)).toHaveLength(1)
    expect(refused(emulator, 'postpone-reminder', { id, date: '2027-02-01' }).code).toBe('reminder-unknown')
  })
  test('an invoice is no longer reminded until it is again', () => {
    const emulator = on(invoiced(AUTOMATIC), '2026-12-30')
    const [button, text] = ['OK' as const, 'F2026-0001']
    emulator.run('menuSuspendReminders', [], { context: 'menu', answers: [{ button, text }] })
    done(emulator, 'daily')
    expect(subjects(emulator)).toEqual([])
    expect(done(emulator, 'prepare-reminders').reminders).toMatchObject([{ hold: 'suspended', isReady: false }])
    expect(refused(emulator, 'suspend-reminders', { number: 'F2026-0009' }).code).toBe('unknown-number')
    expect(done(emulator, 'suspend-reminders', { number: 'F2026-0001', undo: true }).message).toContain('reprennent')
    done(emulator, 'daily')
    expect(subjects(emulator)).toHaveLength(1)
  })
  test('the words of the user are those of the mail, of its letter and of the row', () => {
    const emulator = on(invoiced(), '2027-01-12')
    done(emulator, 'send-reminders')
    emulator.clock.set('2027-01-25T08:00:00Z')
    const firm = 'F2026-0001/2026-12-25/2'
    const letter = done(emulator, 'preview-reminder', { id: firm }).letter
    expect(letter?.body).toContain('450,00')
    done(emulator, 'send-reminders', { ids: [firm], text: 'Bonjour,\n\nRéglez-moi, s’il vous plaît.\n' })
    expect(emulator.mails().at(-1)?.body).toBe('Bonjour,\n\nRéglez-moi, s’il vous plaît.\n')
    expect(rows(emulator, 'reminders').find((row) => row['id'] === firm)).toMatchObject({
      text: expect.stringContaining('Réglez-moi, s’il'),
    })
    expect(refused(emulator, 'preview-reminder', { id: firm }).code).toBe('reminder-unknown')
  })
})
