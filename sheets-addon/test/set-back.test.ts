import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, perform, refused, rows, sale, workshop } from './workshop.ts'

const PAYMENT = { number: 'F2026-0001', date: '2026-11-25', amountCents: 5_000, method: 'transfer' }
const CREDIT = { number: 'F2026-0001', reason: 'Retour', amountCents: 1_000 }

const start = freshWorkbook()
sale(start, 'Brasserie du Ponant')
done(start, 'issue-invoices')
sale(start, 'Brasserie du Ponant', { label: 'Seconde commande' })
const before = start.save()
done(start, 'record-payment', PAYMENT)
done(start, 'create-credit-note', CREDIT)
done(start, 'issue-invoices')
const after = start.save()

const everything = (emulator: Emulator) =>
  [...emulator.book.sheets()].map(({ name }) => emulator.book.values(name)).concat([[emulator.mails().length]])

describe('Google’s version history brings the file back, sheets and journal alike', () => {
  /** What is no part of the file, the properties above all, stays where it was. */
  const rolledBack = { ...before, rest: after.rest }
  test.each([
    ['issue-invoices', {}],
    ['create-credit-note', CREDIT],
    ['record-payment', PAYMENT],
    ['send-documents', { numbers: ['F2026-0001'] }],
    ['daily', {}],
  ])('%s writes nothing, says which lines are gone and how they come back', (action, args) => {
    const emulator = workshop(rolledBack)
    const was = everything(emulator)
    expect(refused(emulator, action, args)).toMatchObject({
      code: 'journal-cut',
      message: expect.stringContaining('Fichier › Historique des versions'),
    })
    expect(everything(emulator)).toEqual(was)
  })
  test('verifying says so too; the recent version put back, all goes on without a gap', () => {
    const { told } = perform(workshop(rolledBack), 'verify')
    expect(JSON.stringify(told)).toContain('journal')
    expect(told?.ok && told.outcome.verdict?.ok).not.toBe(true)
    const emulator = workshop({ ...after, rest: workshop(rolledBack).save().rest })
    sale(emulator, 'Brasserie du Ponant', { label: 'Troisième commande' })
    expect(done(emulator, 'issue-invoices').issued?.map(({ number }) => number)).toEqual(['F2026-0003'])
    expect(done(emulator, 'verify').findings).toEqual([])
  })
})

describe('the clock set back', () => {
  test('no document is dated before the one it follows, money keeps its day, and the right day goes on', () => {
    const emulator = workshop(before, '2026-11-24T08:00:00Z')
    const was = everything(emulator)
    expect(refused(emulator, 'issue-invoices')).toMatchObject({
      code: 'issue-date-too-early',
      message: expect.stringMatching(/24\/11\/2026.*25\/11\/2026/),
    })
    expect(refused(emulator, 'create-credit-note', CREDIT).code).toBe('issue-date-too-early')
    expect(refused(emulator, 'record-payment', PAYMENT).code).toBe('payment-in-future')
    expect(everything(emulator)).toEqual(was)
    done(emulator, 'daily')
    expect(rows(emulator, 'invoices').map(({ status }) => status)).toEqual(['Émise'])
    const again = workshop(emulator.save())
    expect(done(again, 'issue-invoices').issued).toHaveLength(1)
    expect(done(again, 'verify').findings).toEqual([])
  })
})
