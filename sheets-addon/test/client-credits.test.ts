import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { expectBalanced, invoiced, money, pay, register } from './money.ts'
import { client, done, perform, refused, rows, sale, type, workshop } from './workshop.ts'

const second = (emulator: Emulator, unitPrice = '100') => {
  sale(emulator, 'Brasserie du Ponant', { unitPrice })
  return done(emulator, 'issue-invoices')
}
const overpaid = (): Emulator => {
  const emulator = invoiced()
  done(emulator, 'record-payment', pay('F2026-0001', 470))
  return emulator
}

describe('what a client has with us', () => {
  test('is proposed on their next invoice, and pays it when asked: no money moves', () => {
    const emulator = overpaid()
    sale(emulator, 'Brasserie du Ponant', { unitPrice: '100' })
    client(emulator, 'Théâtre Bleu')
    sale(emulator, 'Théâtre Bleu')
    const shown = done(emulator, 'preview-invoices').preview?.groups.map(({ warnings }) =>
      warnings.map(({ text }) => text),
    )
    expect(shown?.[0]?.join()).toMatch(/a 20,00.€ de crédit, venu de F2026-0001/)
    expect(shown?.[1]?.join()).not.toContain('crédit')
    const { findings, issued } = done(emulator, 'issue-invoices')
    expect(findings.map(({ code }) => code)).toContain('client-credit')
    expect(issued?.map(({ creditCents, number }) => [number, creditCents])).toEqual([
      ['F2026-0002', 2000],
      ['F2026-0003', undefined],
    ])
    expect(done(emulator, 'client-card', { search: 'Ponant' }).client?.creditCents).toBe(2000)
    expect(done(emulator, 'use-credit', { number: 'F2026-0002' }).message).toMatch(
      /^20,00.€ de crédit imputés sur F2026-0002.*80,00.€ à recevoir/,
    )
    expect(money(emulator).slice(2)).toEqual([
      ['Crédit client', 'Brasserie du Ponant', -20, 'F2026-0001', 2],
      ['F2026-0002', 'Brasserie du Ponant', 20, '', 2],
    ])
    expect(register(emulator)[1]).toEqual(['F2026-0002', 20, 0, 80, 'Partiellement payée'])
    expect(done(emulator, 'client-card', { search: 'Ponant' }).client?.creditCents).toBe(0)
    expect(refused(emulator, 'use-credit', { number: 'F2026-0002' }).code).toBe('no-client-credit')
    expectBalanced(emulator)
  })
  test('is at most what the invoice asks for; the rest stays theirs', () => {
    const emulator = overpaid()
    second(emulator, '12')
    expect(done(emulator, 'use-credit', { number: 'F2026-0002' }).message).toMatch(/garde 8,00.€ de crédit/)
    expect(refused(emulator, 'use-credit', { number: 'F2026-0002' }).code).toBe('more-than-due')
    expect(refused(emulator, 'use-credit', { number: 'F2026-0099' }).code).toBe('unknown-number')
    expectBalanced(emulator)
  })
  test('typed by hand in Paiements, is seen by the issue that follows', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    type(emulator, 'payments', {
      date: '25/11/2026',
      invoice: 'Crédit client',
      reference: 'F2026-0001',
      amount: '30',
      method: 'Virement',
    })
    const { issued, message } = second(emulator)
    expect(message).toContain('1 paiement saisi à la main a été enregistré aussi')
    expect(issued?.[0]?.creditCents).toBe(3000)
    expect(rows(emulator, 'receiptsBook')).toHaveLength(2)
    // Looked at once: the next one reads nothing more.
    expect(second(emulator).message).not.toContain('saisi à la main')
  })
  test('after a credit note on a paid invoice is the note’s, once', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    done(emulator, 'create-credit-note', { number: 'F2026-0001', reason: 'Geste commercial', amountCents: 5_000 })
    expect(second(emulator).issued?.[0]?.creditCents).toBe(5000)
    done(emulator, 'use-credit', { number: 'F2026-0002' })
    expect(register(emulator).map(([number, , , due, status]) => [number, due, status])).toEqual([
      ['F2026-0001', 0, 'Payée'],
      ['AV2026-0001', 0, 'Avoir soldé'],
      ['F2026-0002', 50, 'Partiellement payée'],
    ])
    expectBalanced(emulator)
  })
  test('stopped anywhere and asked again pays once', () => {
    const emulator = overpaid()
    second(emulator)
    const start = emulator.save()
    const whole = workshop(start)
    const { total } = perform(whole, 'use-credit', { number: 'F2026-0002' }).run.calls
    for (let call = 2; call <= total; call += 3) {
      const each = workshop(start)
      perform(each, 'use-credit', { number: 'F2026-0002' }, { fault: { call, unflushed: 'dropped' } })
      perform(each, 'use-credit', { number: 'F2026-0002' })
      expect([call, money(each).length, register(each)]).toEqual([call, 4, register(whole)])
    }
  })
})
