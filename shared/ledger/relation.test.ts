import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { type ClientInvoice, clientRelation } from './relation.ts'

const today = day('2026-11-25')
const invoice = (issueDate: string, more: Partial<ClientInvoice> = {}): ClientInvoice => ({
  issueDate: day(issueDate),
  isPaid: false,
  isTroubled: false,
  ...more,
})
const paid = { isPaid: true }

test.each([
  ['nobody billed yet', [], 'new'],
  ['a first invoice', [invoice('2026-11-01')], 'new'],
  ['two invoices', [invoice('2026-10-01', paid), invoice('2026-11-01')], 'regular'],
  ['three paid ones', [invoice('2026-09-01', paid), invoice('2026-10-01', paid), invoice('2026-11-01', paid)], 'loyal'],
  ['a client since a year to the day', [invoice('2025-11-25'), invoice('2026-11-01')], 'loyal'],
  ['one day less', [invoice('2025-11-26'), invoice('2026-11-01')], 'regular'],
  ['nothing for a year and a day', [invoice('2025-11-24', paid)], 'dormant'],
  ['thirty days late', [invoice('2026-09-26', { dueDate: day('2026-10-26') })], 'new'],
  ['thirty-one days late', [invoice('2026-09-25', { dueDate: day('2026-10-25') })], 'watch'],
  ['late once, but paid', [invoice('2026-05-01', { dueDate: day('2026-06-01'), isPaid: true })], 'new'],
  ['a dispute, though loyal', [invoice('2024-01-01', paid), invoice('2026-11-01', { isTroubled: true })], 'watch'],
] as const)('%s', (_, invoices, relation) => {
  expect(clientRelation(invoices, today)).toBe(relation)
})
