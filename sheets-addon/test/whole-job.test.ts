import { plain } from '@tabellion/shared/documents/inspection'
import { expect, test } from 'vitest'
import { AUTOMATIC } from './unpaid.ts'
import { done, freshWorkbook, rows, sale } from './workshop.ts'

const [QUOTE, DEPOSIT, BALANCE] = ['D2026-0001', 'F2026-0001', 'F2026-0002'] as const

test('a whole job: from the quote to the last euro, by way of two reminders, a plan that was not kept and a formal notice', () => {
  const emulator = freshWorkbook(AUTOMATIC)
  const at = (day: string): void => emulator.clock.set(`${day}T08:00:00Z`)
  const mornings = (...days: readonly string[]): void => {
    for (const day of days) {
      at(day)
      done(emulator, 'daily')
    }
  }
  const paid = (number: string, date: string, amountCents: number): void => {
    at(date)
    done(emulator, 'record-payment', { number, date, amountCents, method: 'transfer' })
  }
  const quote = () => rows(emulator, 'quotes').map((row) => [row['gross'], row['status'], row['leftToInvoice']])
  const invoices = () =>
    rows(emulator, 'invoices').map((row) => [
      row['kind'],
      row['payable'],
      row['balanceDue'],
      plain(String(row['status'])),
    ])
  const said = () => rows(emulator, 'reminders').map((row) => [row['level'], row['claimed'], row['status']])
  const plan = () => rows(emulator, 'plans').map((row) => [row['planned'], row['received'], row['status']])
  const lastMail = () => plain(emulator.mails().at(-1)?.body ?? '')

  at('2026-03-02')
  sale(emulator, 'Brasserie du Ponant', { label: 'Identité visuelle', unitPrice: '2000', date: '' })
  sale(emulator, 'Brasserie du Ponant', { label: 'Carte des bières', quantity: '4', unitPrice: '100', date: '' })
  done(emulator, 'create-quote', { send: true })
  expect(quote()).toEqual([[2400, 'Envoyé', 2400]])
  expect(lastMail()).toContain('le devis D2026-0001 : 2 400,00 €, valable jusqu’au 01/04/2026')

  done(emulator, 'accept-quote', { number: QUOTE, date: '2026-03-02', proof: 'https://drive.example/signe' })
  done(emulator, 'request-deposit', { quote: QUOTE, send: true })
  paid(DEPOSIT, '2026-03-03', 72_000)
  expect(quote()).toEqual([[2400, 'Facturé en partie', 1680]])
  expect(invoices()).toEqual([['Acompte', 720, 0, 'Payée']])

  at('2026-03-09')
  done(emulator, 'invoice-quote', { number: QUOTE, send: true })
  expect(quote()).toEqual([[2400, 'Facturé', 0]])
  expect(invoices()[1]).toEqual(['Solde', 1680, 1680, 'Envoyée'])

  // Due on 8 April; five and fifteen days later it is asked for, by itself.
  mornings('2026-04-13', '2026-04-23')
  expect(said()).toEqual([
    ['Relance courtoise', 1680, 'Envoyée'],
    ['Relance ferme', 1680, 'Envoyée'],
  ])
  expect(lastMail()).toContain('reste impayée : 1 680,00 €, à régler depuis le 08/04/2026, soit 15 jours de retard')

  done(emulator, 'create-plan', { number: BALANCE, count: 3, firstDate: '2026-05-11' })
  paid(BALANCE, '2026-05-11', 56_000)
  mornings('2026-06-16', '2026-06-26')
  expect(plan()).toEqual([
    [560, 560, 'Payée'],
    [560, 0, 'En retard'],
    [560, 0, 'À venir'],
  ])
  expect(invoices()[1]).toEqual(['Solde', 1680, 1120, 'En retard · 560,00 € reçus'])
  expect(said().slice(2)).toEqual([
    ['Relance courtoise', 560, 'Envoyée'],
    ['Relance ferme', 560, 'Envoyée'],
  ])
  expect(lastMail()).toContain('560,00 € selon notre échéancier, à régler depuis le 11/06/2026')

  // The third instalment was missed too, on 11 July: it is late from there, not from 11 June.
  at('2026-07-15')
  done(emulator, 'formal-notice', { number: BALANCE })
  done(emulator, 'post-notice', { number: BALANCE, registered: '1A 234' })
  expect(said()[4]).toEqual(['Mise en demeure', 1167.16, 'Envoyée'])
  // By hand: 560 × 12.15 % × 19 / 365 = 3.542; 560 × 12.40 % × 11 / 365 = 2.093; 1 120 × 12.40 % × 4 / 365 = 1.522.
  const { claim, lines = [] } = done(emulator, 'explain-amount', { number: BALANCE })
  expect(claim).toMatchObject({ principalCents: 112_000, penaltiesCents: 716, recoveryFeeCents: 4000, daysLate: 34 })
  expect(lines.slice(0, 6).map(plain)).toEqual([
    'F2026-0002, échéances manquées depuis le 11/06/2026 : reste dû : 1 120,00 €',
    'Pénalités du 12/06/2026 au 30/06/2026 : 560,00 € × 12,15 % × 19 / 365 : 3,54 €',
    'Pénalités du 01/07/2026 au 11/07/2026 : 560,00 € × 12,40 % × 11 / 365 : 2,09 €',
    'Pénalités du 12/07/2026 au 15/07/2026 : 1 120,00 € × 12,40 % × 4 / 365 : 1,53 €',
    'Indemnité forfaitaire pour frais de recouvrement : 40,00 €',
    'Total : 1 167,16 €',
  ])

  paid(BALANCE, '2026-07-22', 112_000)
  mornings('2026-07-24', '2026-08-03', '2026-09-01')
  expect(invoices()).toEqual([
    ['Acompte', 720, 0, 'Payée'],
    ['Solde', 1680, 0, 'Payée'],
  ])
  expect(plan().map(([, received, status]) => [received, status])).toEqual(Array(3).fill([560, 'Payée']))
  expect(said()).toHaveLength(5)
  const toClient = emulator.mails().filter(({ to }) => to.includes('compta@client.example'))
  expect(toClient.map(({ subject }) => subject.split(' – ')[0])).toEqual([
    'Devis D2026-0001',
    'Facture d’acompte F2026-0001',
    'Facture de solde F2026-0002',
    'Facture en attente',
    'Relance',
    'Facture en attente',
    'Relance',
  ])
  expect(rows(emulator, 'receiptsBook').map(({ amount }) => amount)).toEqual([720, 560, 1120])
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
})
