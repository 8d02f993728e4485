import { HEADING_ROW, tabs } from '@tabellion/shared/ledger'
import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { book, codes, expectBalanced, invoiced, pay, pick, register, typedPayment } from './money.ts'
import { done, refused, sale } from './workshop.ts'

describe('with credit notes', () => {
  const credit = (emulator: Emulator, euros?: number) =>
    done(emulator, 'create-credit-note', {
      number: 'F2026-0001',
      reason: 'Geste commercial',
      ...(euros === undefined ? {} : { amountCents: euros * 100 }),
    })
  test('paid, then credited in part: too much was received, until the note is refunded', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    credit(emulator, 120)
    done(emulator, 'today')
    expect(register(emulator)).toEqual([
      ['F2026-0001', 450, 120, -120, 'Trop-perçu'],
      ['AV2026-0001', 0, -120, 0, 'Avoir émis'],
    ])
    expect(done(emulator, 'today').actions?.map(({ code }) => code)).toContain('invoices-overpaid')
    expect(refused(emulator, 'record-payment', pay('AV2026-0001', 120)).code).toBe('credit-note-received')
    expect(refused(emulator, 'record-payment', pay('AV2026-0001', -121)).code).toBe('refund-too-large')
    done(emulator, 'record-payment', pay('AV2026-0001', -120))
    expect(register(emulator)).toEqual([
      ['F2026-0001', 450, 0, 0, 'Payée'],
      ['AV2026-0001', -120, 0, 0, 'Avoir soldé'],
    ])
    expect(book(emulator).at(-1)).toEqual([2, 'AV2026-0001', 'Prestations BNC', -120, 'Virement'])
    expect(refused(emulator, 'record-payment', pay('AV2026-0001', -1)).code).toBe('refund-too-large')
    expectBalanced(emulator)
  })
  test('or the invoice itself is refunded', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    credit(emulator, 120)
    done(emulator, 'record-payment', pay('F2026-0001', -120))
    expect(register(emulator)).toEqual([
      ['F2026-0001', 330, 120, 0, 'Payée'],
      ['AV2026-0001', 0, -120, 0, 'Avoir soldé'],
    ])
    expectBalanced(emulator)
  })
  test('or the note pays another invoice', () => {
    const emulator = invoiced()
    sale(emulator, 'Brasserie du Ponant', { unitPrice: '200' })
    done(emulator, 'issue-invoices')
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    credit(emulator, 120)
    done(emulator, 'record-payment', pay('F2026-0002', 120, { fromCredit: 'AV2026-0001', method: 'other' }))
    expect(register(emulator)).toEqual([
      ['F2026-0001', 450, 0, 0, 'Payée'],
      ['F2026-0002', 120, 0, 80, 'Partiellement payée'],
      ['AV2026-0001', -120, 0, 0, 'Avoir soldé'],
    ])
    expect(pick(emulator, 'receiptsBook', 'amount', 'remarks').slice(-2)).toEqual([
      [-120, 'Crédit client utilisé, sans mouvement d’argent'],
      [120, 'Crédit client utilisé, sans mouvement d’argent'],
    ])
    expectBalanced(emulator)
  })
  test('nothing is received for an invoice that was cancelled; money that came all the same is typed, and is too much', () => {
    const emulator = invoiced()
    credit(emulator)
    const refusal = refused(emulator, 'record-payment', pay('F2026-0001', 450))
    expect(refusal.code).toBe('invoice-credited')
    expect(refusal.message).toContain('AV2026-0001')
    expect(register(emulator).map((row) => row.at(-1))).toEqual(['Soldée par avoir', 'Avoir soldé'])
    typedPayment(emulator, { amount: '450' })
    expect(codes(done(emulator, 'check-file')).filter((code) => !code.includes('integrity'))).toContain(
      'fix received-too-much',
    )
    expect(register(emulator).map((row) => row.at(-1))).toEqual(['Trop-perçu', 'Avoir émis'])
    expectBalanced(emulator)
  })
})

describe('a debt that is given up', () => {
  test('says since when and why, is claimed no more, and is paid all the same when money comes', () => {
    const emulator = invoiced()
    expect(refused(emulator, 'write-off', { number: 'F2026-0001' }).code).toBe('missing-write-off-reason')
    expect(refused(emulator, 'write-off', { number: 'F2026-0009', reason: 'x' }).code).toBe('unknown-number')
    done(emulator, 'write-off', { number: 'F2026-0001', reason: 'liquidation judiciaire' })
    const status = 'Irrécouvrable le 25/11/2026\u00a0: liquidation judiciaire'
    expect(register(emulator)).toEqual([['F2026-0001', 0, 0, 450, status]])
    emulator.clock.advance(68 * 86_400_000)
    expect(done(emulator, 'today').actions?.map(({ code }) => code) ?? []).not.toContain('invoices-overdue')
    expect(register(emulator)[0]?.at(-1)).toBe(status)
    done(emulator, 'write-off', { number: 'F2026-0001', undo: true })
    expect(register(emulator)[0]?.at(-1)).toBe('En retard')
    done(emulator, 'write-off', { number: 'F2026-0001', reason: 'introuvable' })
    done(emulator, 'record-payment', pay('F2026-0001', 450, { date: '2027-01-30' }))
    expect(register(emulator)[0]?.at(-1)).toBe('Payée')
    expect(refused(emulator, 'write-off', { number: 'F2026-0001', reason: 'x' }).code).toBe('nothing-due')
    expectBalanced(emulator)
  })
  test('a disputed invoice says so, and waits', () => {
    const emulator = invoiced()
    const headings = (emulator.book.values(tabs.invoices.title)[HEADING_ROW - 1] ?? []).map(String)
    emulator.book.type(tabs.invoices.title, 4, headings.indexOf('En litige') + 1, [['VRAI']])
    done(emulator, 'today')
    expect(register(emulator)[0]?.at(-1)).toBe('En litige')
  })
})
