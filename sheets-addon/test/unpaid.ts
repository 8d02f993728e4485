import type { Emulator, EmulatorState } from '../emulator/index.ts'
import { done, freshWorkbook, rows, sale, workshop } from './workshop.ts'

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
