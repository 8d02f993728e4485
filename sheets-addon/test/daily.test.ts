import { HEADING_ROW, tabs } from '@tabellion/shared/ledger'
import { expect, test } from 'vitest'
import { done, freshWorkbook, perform, rows, sale, type, workshop } from './workshop.ts'

const DAY = 86_400_000
const statuses = (emulator: ReturnType<typeof workshop>) => rows(emulator, 'invoices').map((row) => row['status'])

test('set-up plans one daily run, at seven in Paris; set up again, there is still one', () => {
  const emulator = freshWorkbook()
  done(emulator, 'setup')
  expect(emulator.triggers().map((trigger) => trigger.handler)).toEqual(['runDaily'])
})

test('a month of mornings at once: the status follows the day, integrity is looked at, nobody does anything', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  const later = workshop(emulator.save(), '2026-12-27T05:00:00Z')
  const [run] = later.clock.advance(DAY).filter((each) => each.function === 'runDaily')
  expect(run).toMatchObject({ function: 'runDaily' })
  expect(run?.error).toBe(undefined)
  expect(statuses(later)).toEqual(['En retard'])
  expect(later.properties('script')).toMatchObject({ 'integrity.last': expect.stringMatching(/^2026-12-2[78] 0$/) })
})

test('days without a run are caught up by the next, and a dropped trigger is planned anew', () => {
  const emulator = freshWorkbook()
  emulator.clock.advance(DAY)
  const later = workshop({ ...emulator.save() }, '2026-12-05T08:00:00Z')
  const today = done(later, 'today')
  expect(today.actions?.map((item) => item.code)).toContain('daily-restarted')
  expect(later.triggers()).toHaveLength(1)
  expect(done(later, 'daily').message).toMatch(/8 jours manqués rattrapés/)
  expect(done(later, 'daily').message).not.toMatch(/manqué/)
})

test('an alteration found in the morning is kept for who looks later', () => {
  const emulator = freshWorkbook()
  const row = sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  emulator.book.put('Ventes', row, 6, [['Autre chose que ce qui a été facturé']])
  expect(done(emulator, 'daily').findings).toContainEqual(expect.objectContaining({ code: 'cell-altered' }))
  expect(emulator.properties('script')).toMatchObject({ 'integrity.last': '2026-11-25 1' })
})

test('what the quota held back leaves in the morning', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  const refusals = [{ service: 'MailApp', method: 'sendEmail', error: 'mail-day-limit' }] as const
  perform(emulator, 'issue-invoices', { send: true }, { refusals })
  expect(done(emulator, 'today').actions?.map((item) => item.code)).toContain('mails-waiting')
  emulator.clock.advance(DAY)
  expect(emulator.mails().map((mail) => mail.subject)).toEqual(['Facture F2026-0001 – Camille Orme EI'])
  expect(statuses(emulator)).toEqual(['Envoyée'])
})

test('the morning says by mail which deadline is near, in one message, and not again the same day', () => {
  const emulator = freshWorkbook({ 'Date de début': '01/04/2023', Département: '69', 'E-mail': 'camille@orme.example' })
  for (let passed = 0; passed < 40 && emulator.mails().length === 0; passed++) emulator.clock.advance(DAY)
  expect(emulator.mails()).toHaveLength(1)
  done(emulator, 'daily')
  expect(emulator.mails()).toHaveLength(1)
})

test('a quiet morning reads each tab once, under one lock, whatever the rows', () => {
  const mornings = (invoices: number): readonly number[] => {
    const emulator = freshWorkbook({
      'Date de début': '01/04/2023',
      Département: '69',
      'E-mail': 'camille@orme.example',
    })
    for (let index = 0; index < invoices; index++) sale(emulator, 'Brasserie du Ponant', { group: `Lot ${index + 1}` })
    done(emulator, 'issue-invoices')
    const spent: number[] = []
    for (const day of ['2027-01-04', '2027-01-05', '2027-01-06']) {
      emulator.clock.set(`${day}T06:00:00Z`)
      const { calls } = perform(emulator, 'daily').run
      spent.push(calls.spreadsheet, calls.properties, calls.lock)
    }
    return spent
  }
  const few = mornings(1)
  expect(mornings(12)).toEqual(few)
  // Ten days late by then: the first morning writes statuses and reminders, the others have one day more to say.
  expect(few[0]).toBeLessThanOrEqual(35)
  expect(few.slice(6)).toEqual([24, 5, 2])
})

test('a column that somebody deleted is put back in the morning, and what follows it stays in its place', () => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  type(emulator, 'payments', { date: '25/11/2026', invoice: 'F2026-0001', amount: '450', method: 'Virement' })
  const headings = (tab: string): readonly string[] => emulator.book.displays(tab)[HEADING_ROW - 1] ?? []
  const before = headings('Paiements')
  emulator.user.deleteColumns('Paiements', before.indexOf(tabs.payments.columns.receiptNumber.heading) + 1)
  perform(emulator, 'daily')
  expect(done(emulator, 'daily').findings.map(({ code }) => code)).toEqual(['setting-needed'])
  expect(headings('Paiements')).toEqual(before)
  expect(rows(emulator, 'payments')).toMatchObject([{ invoice: 'F2026-0001', amount: 450 }])
  expect(statuses(emulator)).toEqual(['Payée'])
})
