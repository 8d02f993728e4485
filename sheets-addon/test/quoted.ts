import { expect } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, rows, sale, workshop } from './workshop.ts'

export const PONANT = 'Brasserie du Ponant'

/** A quote of two lines, 2 630 €. */
export function quoted(settings: Readonly<Record<string, string>> = {}, args: object = {}): Emulator {
  const emulator = freshWorkbook(settings)
  const vat = settings['Régime de TVA'] ? { vatRate: '20' } : {}
  sale(emulator, PONANT, { label: 'Refonte du site', unitPrice: '2450', date: '', group: 'Site', ...vat })
  sale(emulator, PONANT, { label: 'Formation à l’outil', quantity: '1,5', unitPrice: '120', group: 'Site', ...vat })
  expect(done(emulator, 'create-quote', args).issued).toHaveLength(1)
  return emulator
}
export const quotes = (emulator: Emulator) =>
  rows(emulator, 'quotes').map((row) => [
    row['number'],
    row['version'],
    row['gross'],
    row['status'],
    row['leftToInvoice'],
  ])
export const lines = (emulator: Emulator) =>
  rows(emulator, 'sales').map((row) => [row['toInvoice'], row['status'], row['document'], row['quote']])
export const ids = (emulator: Emulator) => rows(emulator, 'sales').map((row) => String(row['id']))
export const later = (emulator: Emulator, day: string) => workshop(emulator.save(), `${day}T08:00:00Z`)
