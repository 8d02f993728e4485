import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { client, done, freshWorkbook, rows, sale, workshop } from './workshop.ts'

export const CONTACT = { 'E-mail': 'camille@orme.example', Département: '69' }
export const AUTOMATIC = { ...CONTACT, 'Relances par défaut': 'Automatiques' }

/** One invoice of 450 €, issued and due on Wednesday 25 November 2026 plus thirty days: Friday 25 December. */
export function invoiced(settings: Readonly<Record<string, string>> = CONTACT): EmulatorState {
  const emulator = freshWorkbook(settings)
  sale(emulator, 'Brasserie du Ponant')
  done(emulator, 'issue-invoices')
  return emulator.save()
}
export const on = (state: EmulatorState, day: string): Emulator => workshop(state, `${day}T08:00:00Z`)
export const reminders = (emulator: Emulator) =>
  rows(emulator, 'reminders').map((row) => [
    row['invoice'],
    row['level'],
    row['channel'],
    row['claimed'],
    row['status'],
  ])
export const subjects = (emulator: Emulator) => emulator.mails().map((mail) => mail.subject)
export const paid = { number: 'F2026-0001', amountCents: 45_000, method: 'transfer' }

export function tick(emulator: Emulator, heading: string): void {
  const column = (emulator.book.values('Factures')[2] ?? []).indexOf(heading) + 1
  emulator.book.type('Factures', 4, column, [['VRAI']])
}

/** From the quote to the notice, over four months. */
export function job(settings: Readonly<Record<string, string>> = CONTACT): Emulator {
  const emulator = freshWorkbook(settings)
  const at = (day: string) => emulator.clock.set(`${day}T08:00:00Z`)
  sale(emulator, 'Brasserie du Ponant', { label: 'Identité visuelle de la carte', unitPrice: '2000' })
  done(emulator, 'create-quote', { send: true })
  at('2026-11-26')
  done(emulator, 'accept-quote', { number: 'D2026-0001', date: '2026-11-26', proof: 'https://drive.example/signe' })
  done(emulator, 'request-deposit', { quote: 'D2026-0001' })
  at('2026-11-27')
  done(emulator, 'record-payment', {
    number: 'F2026-0001',
    date: '2026-11-27',
    amountCents: 60_000,
    method: 'transfer',
  })
  at('2026-11-30')
  done(emulator, 'invoice-quote', { number: 'D2026-0001', send: true })
  at('2026-12-15')
  done(emulator, 'create-credit-note', { number: 'F2026-0002', reason: 'Geste commercial', amountCents: 10_000 })
  at('2027-01-04')
  done(emulator, 'create-plan', { number: 'F2026-0002', count: 3, firstDate: '2027-01-18' })
  at('2027-01-25')
  done(emulator, 'send-reminders')
  at('2027-03-10')
  done(emulator, 'cancel-plan', { number: 'F2026-0002' })
  done(emulator, 'formal-notice', { number: 'F2026-0002' })
  done(emulator, 'post-notice', { number: 'F2026-0002', registered: '1A 234 567 8901 2' })
  at('2027-03-12')
  return emulator
}

/** The latest PDF whose name has this in it. */
export function pdfNamed(emulator: Emulator, part: string): Uint8Array {
  const file = [...emulator.drive.files()].reverse().find(({ name }) => name.includes(part) && name.endsWith('.pdf'))
  return emulator.drive.content(file?.id ?? '') ?? new Uint8Array()
}

/** The four letters posted to a debtor of this kind, who has no e-mail, of an invoice due on 9 September 2026. */
export function postedLetters(debtor: Readonly<Record<string, string>>): readonly Uint8Array[] {
  const emulator = freshWorkbook(CONTACT)
  client(emulator, 'Les Essais', { email: '', ...debtor })
  sale(emulator, 'Les Essais')
  emulator.clock.set('2026-08-10T08:00:00Z')
  done(emulator, 'issue-invoices')
  return LETTERS.map(([day, name]) => {
    emulator.clock.set(`${day}T08:00:00Z`)
    const { reminders: [next] = [] } = done(emulator, 'prepare-reminders')
    if (name === '_mise-en-demeure') {
      done(emulator, 'formal-notice', { number: 'F2026-0001' })
      done(emulator, 'post-notice', { number: 'F2026-0001', registered: '1A 234 567 8901 2' })
    } else done(emulator, 'send-reminders', { ids: [next?.id] })
    return pdfNamed(emulator, name)
  })
}
const LETTERS = [
  ['2026-09-15', '_relance'],
  ['2026-09-28', '_relance'],
  ['2026-10-12', '_mise-en-demeure'],
  ['2026-10-26', '_recouvrement'],
] as const
