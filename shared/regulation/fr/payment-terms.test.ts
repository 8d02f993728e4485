import { day, type PaymentTerm, parsePaymentTerm } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { paymentTermProblem } from './payment-terms.ts'

const term = (text: string): PaymentTerm => {
  const read = parsePaymentTerm(text)
  if (!read) throw new Error(text)
  return read
}
test.each([
  ['À réception', 'ordinary', undefined],
  ['60 jours', 'ordinary', undefined],
  ['61 jours', 'ordinary', '2026-05-02'],
  ['45 jours fin de mois', 'ordinary', undefined],
  ['Fin de mois 45 jours', 'ordinary', undefined],
  ['60 jours fin de mois', 'ordinary', '2026-05-02'],
  ['45 jours', 'periodic', undefined],
  ['46 jours', 'periodic', '2026-04-17'],
  ['30 jours', 'transport', undefined],
  ['31 jours', 'transport', '2026-04-02'],
] as const)('%s, %s: latest %s', (text, kind, latest) => {
  expect(paymentTermProblem(day('2026-03-03'), term(text), kind)?.latest).toBe(latest)
})
