import { describe, expect, test } from 'vitest'
import type { Refusal } from '../emulator/types.ts'
import { AUTOMATIC, CONTACT, invoiced, on, reminders } from './unpaid.ts'
import { client, done, freshWorkbook, perform, refused, rows, sale } from './workshop.ts'

const ids = ['F2026-0001/2026-12-25/1']
const mailSays = (error: Refusal['error'], nth: number | 'every') => ({
  refusals: [{ service: 'MailApp', method: 'sendEmail', nth, error } as const],
})

describe('what cannot leave is told, with nothing half done', () => {
  test('an e-mail wanted for a client without address: the row and the column of the card', () => {
    const emulator = freshWorkbook(CONTACT)
    const row = client(emulator, 'Théâtre Bleu', { email: '' })
    sale(emulator, 'Théâtre Bleu')
    done(emulator, 'issue-invoices')
    emulator.clock.set('2026-12-30T08:00:00Z')
    done(emulator, 'prepare-reminders')
    emulator.book.type('Relances', 4, 5, [['E-mail']])
    const outcome = done(emulator, 'send-reminders')
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({ code: 'client-without-email', tab: 'Clients', row, column: 'E-mail' }),
    )
    expect(reminders(emulator).map((cells) => cells[4])).toEqual(['À valider'])
    expect(emulator.mails()).toEqual([])
  })
  test('an address that Google refuses: failed, in the row and in the list, and not tried again by itself', () => {
    const emulator = on(invoiced(AUTOMATIC), '2026-12-30')
    const { told } = perform(
      emulator,
      'daily',
      {},
      mailSays({ message: 'Invalid email: compta@client.example' }, 'every'),
    )
    expect(told?.ok && told.outcome.findings).toContainEqual(expect.objectContaining({ code: 'wrong-recipient' }))
    expect(rows(emulator, 'reminders')[0]).toMatchObject({ status: 'Échec', why: 'L’e-mail n’est pas parti.' })
    emulator.clock.set('2026-12-31T08:00:00Z')
    done(emulator, 'daily')
    expect(emulator.mails()).toEqual([])
    // Looked at and said yes to, it leaves.
    expect(done(emulator, 'send-reminders').sent).toHaveLength(1)
  })
  test('the quota spent midway: the others leave the next morning, each once', () => {
    const emulator = freshWorkbook(AUTOMATIC)
    for (const name of ['Atelier Brun', 'Cabinet Roux', 'Librairie Noire']) {
      client(emulator, name)
      sale(emulator, name)
    }
    done(emulator, 'issue-invoices')
    emulator.clock.set('2026-12-30T08:00:00Z')
    perform(emulator, 'daily', {}, mailSays('mail-day-limit', 2))
    expect(emulator.mails().filter(({ subject }) => subject.includes('F2026'))).toHaveLength(1)
    emulator.clock.set('2026-12-31T08:00:00Z')
    done(emulator, 'daily')
    const subjects = emulator.mails().flatMap(({ subject }) => (subject.includes('F2026') ? [subject] : []))
    expect(subjects).toHaveLength(3)
    expect(new Set(subjects).size).toBe(3)
  })
  test('a clock set back: what was said is not said again, and nobody is late before the day', () => {
    const emulator = on(invoiced(AUTOMATIC), '2026-12-30')
    done(emulator, 'daily')
    for (const today of ['2026-12-28', '2026-12-10', '2026-12-30', '2026-12-31']) {
      emulator.clock.set(`${today}T08:00:00Z`)
      done(emulator, 'daily')
      done(emulator, 'send-reminders')
    }
    expect(emulator.mails().filter(({ subject }) => subject.includes('F2026'))).toHaveLength(1)
    expect(rows(emulator, 'reminders')).toHaveLength(1)
  })
  test('a reminder by its id: unknown, of an invoice paid, credited or in dispute', () => {
    const start = invoiced()
    expect(refused(on(start, '2026-12-30'), 'send-reminders', { ids: ['zz'] }).code).toBe('reminder-unknown')
    const credited = on(start, '2026-12-30')
    done(credited, 'create-credit-note', { number: 'F2026-0001', reason: 'Annulation' })
    expect(refused(credited, 'send-reminders', { ids }).message).toMatch(/annulée par un avoir/)
    expect(refused(credited, 'hand-over', { number: 'F2026-0001' }).message).toMatch(/annulée par un avoir/)
    for (const action of ['hand-over', 'write-off'])
      expect(refused(credited, action, { number: 'F2026-0099', undo: true }).code).toBe('unknown-number')
    expect(refused(on(start, '2026-12-30'), 'hand-over', { number: 'F2026-0001', commission: '120 %' }).code).toBe(
      'wrong-argument',
    )
  })
})
