import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { eInvoicingBinds } from './e-invoicing.ts'

test.each([
  ['reception', '2026-08-31', false],
  ['reception', '2026-09-01', true],
  ['issue', '2027-08-31', false],
  ['issue', '2027-09-01', true],
  ['reporting', '2027-09-01', true],
  ['client-siren', '2027-08-31', false],
  ['operation-nature', '2027-09-01', true],
] as const)('%s on %s: %s', (step, on, binds) => {
  expect(eInvoicingBinds(step, day(on))).toBe(binds)
})
