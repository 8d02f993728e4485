import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, perform, refused, rows, sale, workshop } from './workshop.ts'

const start = (() => {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Brasserie du Ponant', { label: 'Déclinaison en trois formats', quantity: '1,5', unitPrice: '120' })
  done(emulator, 'issue-invoices')
  return emulator.save()
})()
const asked = { number: 'F2026-0001' }
const copied = (emulator: Emulator) =>
  rows(emulator, 'sales')
    .slice(2)
    .map((row) => [row['label'], row['quantity'], row['unitPrice'], row['toInvoice'], row['status']])

describe('copying an invoice', () => {
  test('twice makes two copies, under one key a single one, even much later', () => {
    const emulator = workshop(start)
    done(emulator, 'duplicate-invoice', asked)
    done(emulator, 'duplicate-invoice', asked)
    expect(copied(emulator)).toHaveLength(4)
    const { message } = done(emulator, 'duplicate-invoice', { ...asked, key: 'commande-7' })
    expect(message).toContain('à la fin de Ventes')
    done(emulator, 'duplicate-invoice', asked)
    const again = done(emulator, 'duplicate-invoice', { ...asked, key: 'commande-7' })
    expect(again.message).toContain('ligne 10 de Ventes')
    expect(copied(emulator)).toHaveLength(8)
    expect(new Set(rows(emulator, 'sales').map((row) => row['id'])).size).toBe(10)
  })
  test('refuses a key that cannot be part of an ID', () => {
    expect(refused(workshop(start), 'duplicate-invoice', { ...asked, key: '=1+1' }).code).toBe('wrong-argument')
  })
  test('stopped anywhere and asked again makes one copy, whole', () => {
    const whole = workshop(start)
    const calls = perform(whole, 'duplicate-invoice', asked).run.calls.total
    const expected = copied(whole)
    expect(expected).toHaveLength(2)
    for (let call = 1; call <= calls; call++)
      for (const unflushed of ['kept', 'dropped'] as const) {
        const emulator = workshop(start)
        perform(emulator, 'duplicate-invoice', asked, { fault: { call, unflushed } })
        done(emulator, 'duplicate-invoice', asked)
        expect([call, unflushed, copied(emulator)]).toEqual([call, unflushed, expected])
      }
  })
  test('that was answered, or of another invoice, is no part of a stopped one', () => {
    const emulator = workshop(start)
    const calls = perform(workshop(start), 'duplicate-invoice', asked).run.calls.total
    perform(emulator, 'duplicate-invoice', asked, { fault: { call: calls - 1, unflushed: 'kept' } })
    sale(emulator, 'Brasserie du Ponant', { label: 'Autre commande' })
    done(emulator, 'issue-invoices')
    done(emulator, 'duplicate-invoice', { number: 'F2026-0002' })
    done(emulator, 'duplicate-invoice', asked)
    expect(copied(emulator).map(([label]) => label)).toEqual([
      'Maquette de la page d’accueil',
      'Déclinaison en trois formats',
      'Autre commande',
      'Autre commande',
      'Maquette de la page d’accueil',
      'Déclinaison en trois formats',
    ])
  })
})
