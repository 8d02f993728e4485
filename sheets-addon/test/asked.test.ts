import { describe, expect, test } from 'vitest'
import type { Answer, Emulator, Run } from '../emulator/index.ts'
import { invoiced, pay } from './money.ts'
import { done, freshWorkbook, rows, sale } from './workshop.ts'

const answer = (text: string): Answer => ({ button: 'OK', text })
const GIVEN_UP: Answer = { button: 'CANCEL', text: '' }

const asked = (emulator: Emulator, menu: string, ...answers: readonly Answer[]): Run =>
  emulator.run(menu, [], { context: 'menu', answers: [...answers, GIVEN_UP] })
/** What is read, spaces made plain. */
const texts = ({ dialogs }: Run): readonly string[] => dialogs.map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' '))

function quoted(): Emulator {
  const emulator = freshWorkbook()
  sale(emulator, 'Brasserie du Ponant', { unitPrice: '2000' })
  done(emulator, 'create-quote')
  return emulator
}

describe('a number that will not do is said right after it, and asked again', () => {
  test.each([
    ['menuRecordPayment', 'F2026-0099', /Aucun document ne porte le n° « F2026-0099 »/],
    ['menuCreateCreditNote', 'F2026-0099', /Aucun document/],
    ['menuDuplicateInvoice', 'F2026-0099', /Aucun document/],
    ['menuSendDocuments', 'F2026-0099', /Aucun document/],
    ['menuCreatePlan', 'F2026-0001', /n’a rien à recevoir/],
    ['menuWriteOff', 'F2026-0001', /n’a rien à recevoir/],
    ['menuHandOver', 'F2026-0001', /elle est réglée/],
    ['menuFormalNotice', 'F2026-0001', /elle est réglée/],
    ['menuPostponeReminder', 'R9', /Aucune relance à faire ne s’appelle « R9 »/],
    ['menuQuoteOrders', '1042', /1042/],
    ['menuRequestDeposit', 'D2026-0009', /D2026-0009/],
  ])('%s: %s', (menu, number, why) => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    const [first, second, ...others] = texts(asked(emulator, menu, answer(number)))
    expect(second).toMatch(why)
    expect(second?.endsWith(first ?? '')).toBe(true)
    expect(others).toEqual([])
  })
  test('a quote that was not accepted takes no deposit, one that was is not accepted twice', () => {
    const emulator = quoted()
    expect(texts(asked(emulator, 'menuRequestDeposit', answer('d2026-0001')))[1]).toMatch(
      /^Le devis D2026-0001 n’est pas accepté/,
    )
    done(emulator, 'accept-quote', { number: 'D2026-0001', date: '2026-11-25', proof: '' })
    expect(texts(asked(emulator, 'menuAcceptQuote', answer('D2026-0001')))[1]).toMatch(/25\/11\/2026/)
  })
  test('so is an amount above what is left', () => {
    const [, amount, again] = texts(asked(invoiced(), 'menuCreateCreditNote', answer('F2026-0001'), answer('500')))
    expect(amount).toContain('vide : tout ce qui reste, 450,00 €')
    expect(again).toMatch(/il ne reste que 450,00 € à annuler sur F2026-0001/)
  })
  test('a payment says what is due before its amount is asked', () => {
    const emulator = invoiced()
    const question = (): string => texts(asked(emulator, 'menuRecordPayment', answer('f2026-0001')))[1] ?? ''
    expect(question()).toMatch(
      /^F2026-0001, Brasserie du Ponant : reste dû 450,00 €\. Le montant reçu \(vide : 450,00 €/,
    )
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    expect(question()).toMatch(/déjà réglée\. Ce qui serait reçu de plus resterait au crédit du client/)
  })
  test('what cannot be an amount is asked again before the day', () => {
    const said = texts(asked(freshWorkbook(), 'plainWhatIf', answer('beaucoup'), answer('3000')))
    expect(said.map((text) => text.split(/[.,:]/)[0])).toEqual([
      'Le chiffre d’affaires de plus',
      'Cette réponse ne se comprend pas',
      'Le jour',
    ])
  })
})

describe('the last question says whose, how much, and what will happen', () => {
  const last = (run: Run): string => texts(run).at(-1) ?? ''
  const WHOSE = 'F2026-0001, Brasserie du Ponant, 450,00 €'
  test.each([
    [
      'menuCreateCreditNote',
      [answer('F2026-0001'), answer('100'), answer('')],
      `Avoir de 100,00 € sur ${WHOSE}. Il y restera 350,00 € à recevoir.`,
    ],
    [
      'menuCreateCreditNote',
      [answer('F2026-0001'), answer(''), answer('')],
      `Avoir de 450,00 € sur ${WHOSE}. Il n’y restera rien à recevoir.`,
    ],
    ['menuWriteOff', [answer('F2026-0001'), answer('Liquidation')], `${WHOSE} : cette somme ne sera plus réclamée`],
    [
      'menuHandOver',
      [answer('F2026-0001'), answer('Recouvre'), answer('')],
      `${WHOSE} à recevoir : confiée à Recouvre`,
    ],
    ['menuFormalNotice', [answer('F2026-0001')], `${WHOSE} à recevoir`],
    ['menuOfferPlans', [answer('F2026-0001')], `${WHOSE} à recevoir : la proposition part`],
    ['menuSendDocuments', [answer('')], `• ${WHOSE}`],
    ['menuSendDocuments', [answer('F2026-0001')], `• ${WHOSE}`],
  ] as const)('%s', (menu, answers, said) => {
    const emulator = invoiced()
    const before = emulator.mails().length
    expect(last(asked(emulator, menu, ...answers))).toContain(said)
    expect([rows(emulator, 'invoices').length, emulator.mails().length]).toEqual([1, before])
  })
  test('a credit note of what was paid says what is to be given back', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 450))
    const run = asked(emulator, 'menuCreateCreditNote', answer('F2026-0001'), answer('50'), answer(''))
    expect(last(run)).toContain('50,00 € déjà reçus seront à rendre')
  })
  test('a credit note on a deposit that its balance has deducted says what would be lost, before it is numbered', () => {
    const emulator = freshWorkbook()
    sale(emulator, 'Brasserie du Ponant', { group: 'Site', lineType: 'Acompte', unitPrice: '100' })
    done(emulator, 'issue-invoices')
    const credit = () => last(asked(emulator, 'menuCreateCreditNote', answer('F2026-0001'), answer('30'), answer('')))
    expect(credit()).not.toContain('acompte')
    sale(emulator, 'Brasserie du Ponant', { group: 'Site', lineType: 'Solde' })
    done(emulator, 'issue-invoices')
    expect(credit()).toMatch(/L’acompte F2026-0001 est déjà déduit de F2026-0002.: annulé seul, 30,00.€/)
  })
  test('ticked rows: each client and its sum; nothing to issue asks nothing', () => {
    const emulator = freshWorkbook()
    expect(asked(emulator, 'plainIssueInvoices').dialogs).toEqual([])
    sale(emulator, 'Brasserie du Ponant')
    expect(last(asked(emulator, 'plainIssueInvoices'))).toMatch(
      /^• Brasserie du Ponant, 450,00 €\nChaque facture reçoit son numéro/,
    )
    expect(rows(emulator, 'invoices')).toEqual([])
  })
  test('a credit of the client: what it pays', () => {
    const emulator = invoiced()
    done(emulator, 'record-payment', pay('F2026-0001', 500))
    sale(emulator, 'Brasserie du Ponant')
    done(emulator, 'issue-invoices')
    expect(last(asked(emulator, 'menuUseCredit', answer('F2026-0002')))).toContain(
      'F2026-0002, Brasserie du Ponant, 450,00 € à recevoir : 50,00 € de son crédit',
    )
  })
  test('a quote and its deposit', () => {
    const emulator = quoted()
    expect(last(asked(emulator, 'menuSendQuote', answer('D2026-0001')))).toContain(
      'D2026-0001, Brasserie du Ponant, 2 000,00 €',
    )
    done(emulator, 'accept-quote', { number: 'D2026-0001', date: '2026-11-25', proof: '' })
    expect(last(asked(emulator, 'menuRequestDeposit', answer('D2026-0001'), answer('25 %')))).toContain(
      'Acompte de 500,00 € sur le devis D2026-0001, Brasserie du Ponant, 2 000,00 €',
    )
    expect(last(asked(emulator, 'menuInvoiceQuote', answer('D2026-0001')))).toContain('Devis D2026-0001')
  })
})
