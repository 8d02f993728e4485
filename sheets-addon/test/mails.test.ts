import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { client, done, freshWorkbook, perform, refused, rows, sale, workshop } from './workshop.ts'

const CONTACT = { 'E-mail': 'camille@orme.example', Téléphone: '06 00 00 00 01', Site: 'orme.example' }

/** Two clients with an e-mail, one row each. */
function ready(settings: Readonly<Record<string, string>> = {}): Emulator {
  const emulator = freshWorkbook({ ...CONTACT, ...settings })
  client(emulator, 'Éditions du Merle', { email: 'a@merle.example; b@merle.example', accountingEmail: '' })
  sale(emulator, 'Brasserie du Ponant')
  sale(emulator, 'Éditions du Merle', { label: 'Couverture du catalogue' })
  return emulator
}
const shown = (emulator: Emulator) =>
  rows(emulator, 'invoices').map((row) => [row['number'], row['sentOn'], row['sentTo'], row['status']])
const journal = (emulator: Emulator) =>
  rows(emulator, 'journal')
    .filter((row) => /send-begun|sent/.test(String(row['type'])))
    .map((row) => `${String(row['type'])} ${String(row['key'])}`)
const SENT_ON = 46_351
const send = (emulator: Emulator, numbers: readonly string[]) => done(emulator, 'send-documents', { numbers })

test('issued and sent in one go: each with its PDF, in the seller’s name, shown in the register', () => {
  const emulator = ready()
  const outcome = done(emulator, 'issue-invoices', { send: true })
  expect(outcome.message).toBe('2 factures émises. 2 e-mails envoyés.')
  expect(outcome.findings.filter((finding) => finding.code !== 'missing-siren')).toEqual([])
  expect(outcome.sent).toEqual([
    { number: 'F2026-0001', to: ['compta@client.example'] },
    { number: 'F2026-0002', to: ['a@merle.example', 'b@merle.example'] },
  ])
  const [first, second] = emulator.mails()
  expect(first).toMatchObject({
    to: ['compta@client.example'],
    replyTo: 'camille@orme.example',
    name: 'Camille Orme EI',
  })
  expect(second).toMatchObject({ to: ['a@merle.example', 'b@merle.example'] })
  const file = emulator.drive.files().find((candidate) => candidate.name.startsWith('F2026-0001'))
  expect(first?.attachments).toEqual([
    {
      name: 'F2026-0001_Brasserie-du-Ponant.pdf',
      type: 'application/pdf',
      bytes: emulator.drive.content(file?.id ?? ''),
    },
  ])
  expect(shown(emulator)).toEqual([
    ['F2026-0001', SENT_ON, 'compta@client.example', 'Envoyée'],
    ['F2026-0002', SENT_ON, 'a@merle.example, b@merle.example', 'Envoyée'],
  ])
  expect(journal(emulator)).toEqual([
    'send-begun F2026-0001',
    'sent F2026-0001',
    'send-begun F2026-0002',
    'sent F2026-0002',
  ])
  expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  expect(done(emulator, 'issue-invoices', { send: true }).sent).toBe(undefined)
  expect(done(emulator, 'send-documents').message).toBe('Tout ce qui a été émis a déjà été envoyé.')
  expect(emulator.mails()).toHaveLength(2)
})

test('what was issued without a mail is not sent by a later issue, and is by « Envoyer »', () => {
  const emulator = ready()
  done(emulator, 'issue-invoices')
  sale(emulator, 'Brasserie du Ponant', { label: 'Seconde commande du mois' })
  done(emulator, 'issue-invoices', { send: true })
  expect(emulator.mails().map((mail) => mail.subject)).toEqual(['Facture F2026-0003 – Camille Orme EI'])
  expect(done(emulator, 'send-documents').sent?.map((one) => one.number)).toEqual(['F2026-0001', 'F2026-0002'])
})

test('sent again, it is a « Duplicata »; the register shows the latest mail', () => {
  const emulator = ready()
  done(emulator, 'issue-invoices', { send: true })
  const later = workshop(emulator.save(), '2026-12-02T08:00:00Z')
  send(later, ['F2026-0001'])
  const [mail] = later.mails()
  expect(mail?.subject).toBe('Duplicata – Facture F2026-0001 – Camille Orme EI')
  expect(mail?.attachments.map(({ name }) => name)).toEqual(['F2026-0001_Brasserie-du-Ponant_duplicata.pdf'])
  expect(shown(later)[0]).toEqual(['F2026-0001', SENT_ON + 7, 'compta@client.example', 'Envoyée'])
  expect(done(later, 'verify').verdict?.ok).toBe(true)
  expect(refused(later, 'send-documents', { numbers: ['F2026-0009'] }).code).toBe('unknown-number')
})

describe('what cannot leave is said, and the rest goes on', () => {
  test('a client without e-mail, and one whose address is none', () => {
    const emulator = ready()
    const bare = client(emulator, 'Théâtre Bleu', { email: '' })
    const odd = client(emulator, 'Atelier des Saules', { email: 'saules@exemple' })
    sale(emulator, 'Théâtre Bleu', { label: 'Affiche de la saison' })
    sale(emulator, 'Atelier des Saules', { label: 'Enseigne et carte' })
    const outcome = done(emulator, 'issue-invoices', { send: true })
    expect(outcome.sent).toHaveLength(2)
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({ code: 'client-without-email', tab: 'Clients', row: bare, column: 'E-mail' }),
    )
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({
        code: 'wrong-recipient',
        tab: 'Clients',
        row: odd,
        message: expect.stringContaining('saules@exemple'),
      }),
    )
    // Asked again, they are not tried again by themselves; once mended, by their number or with all the others.
    expect(done(emulator, 'issue-invoices', { send: true }).findings).toEqual([])
    emulator.book.type('Clients', bare, 4, [['billetterie@bleu.example']])
    expect(done(emulator, 'send-documents').sent).toEqual([{ number: 'F2026-0003', to: ['billetterie@bleu.example'] }])
  })
  test('an address that Google refuses', () => {
    const emulator = ready()
    const refusals = [
      { service: 'MailApp', method: 'sendEmail', error: { message: 'Invalid email: compta@client.example' } },
    ] as const
    const { told } = perform(emulator, 'issue-invoices', { send: true }, { refusals })
    expect(told?.ok && told.outcome.sent).toHaveLength(1)
    expect(told?.ok && told.outcome.findings).toContainEqual(expect.objectContaining({ code: 'wrong-recipient' }))
    expect(shown(emulator)[0]).toEqual(['F2026-0001', '', '', 'Émise'])
    expect(send(emulator, ['F2026-0001']).sent).toHaveLength(1)
    expect(emulator.mails().map((mail) => mail.subject)[1]).toBe('Facture F2026-0001 – Camille Orme EI')
  })
  test('the quota spent midway: the others wait for tomorrow, and leave then', () => {
    const emulator = ready()
    const refusals = [{ service: 'MailApp', method: 'sendEmail', nth: 2, error: 'mail-day-limit' }] as const
    const { told } = perform(emulator, 'issue-invoices', { send: true }, { refusals })
    expect(told?.ok && told.outcome.sent?.map((one) => one.number)).toEqual(['F2026-0001'])
    expect(told?.ok && told.outcome.findings).toContainEqual(
      expect.objectContaining({ code: 'mail-quota-spent', message: expect.stringMatching(/F2026-0002.*demain/) }),
    )
    const tomorrow = workshop(emulator.save(), '2026-11-26T08:00:00Z')
    expect(done(tomorrow, 'issue-invoices').sent?.map((one) => one.number)).toEqual(['F2026-0002'])
    expect(done(tomorrow, 'verify').verdict?.ok).toBe(true)
  })
  test('the quota is looked at before: a mail that would not fit is not begun', () => {
    const emulator = ready()
    const many = Array.from({ length: 99 }, (_, index) => `m${index}@merle.example`)
    for (const [row, addresses] of [
      [4, many.slice(0, 49)],
      [5, many.slice(49)],
    ] as const)
      emulator.book.type('Clients', row, 4, [[addresses.join(';')]])
    sale(emulator, 'Brasserie du Ponant', { label: 'Seconde commande du mois', group: 'B' })
    const outcome = done(emulator, 'issue-invoices', { send: true })
    expect(outcome.sent).toHaveLength(2)
    expect(outcome.findings).toContainEqual(expect.objectContaining({ code: 'mail-quota-spent' }))
    expect(journal(emulator).some((event) => event.endsWith('F2026-0003'))).toBe(false)
  })
  test('a template with an unknown token holds everything back, and says where', () => {
    const emulator = ready({ 'Texte des factures': 'Bonjour, voici {numéro}.' })
    const outcome = done(emulator, 'issue-invoices', { send: true })
    expect(outcome.issued).toHaveLength(2)
    expect(emulator.mails()).toEqual([])
    expect(outcome.findings.filter((finding) => finding.code === 'unknown-mail-token')).toMatchObject([
      { tab: 'Réglages', column: 'Valeur', message: expect.stringContaining('{numéro}') },
    ])
  })
})

test('sending costs two round trips of the spreadsheet, whatever the number of mails', () => {
  const calls = (count: number, args: object): number => {
    const emulator = freshWorkbook()
    for (let index = 0; index < count; index++) sale(emulator, 'Brasserie du Ponant', { group: `Lot ${index}` })
    return perform(emulator, 'issue-invoices', args).run.calls.spreadsheet
  }
  const [one, four] = [calls(1, {}), calls(4, {})]
  expect([four - one, calls(1, { send: true }) - one, calls(4, { send: true }) - four]).toEqual([0, 2, 2])
})

test('two runs that send at the same time send each mail once', () => {
  const start = ready().save()
  const whole = workshop(start)
  const { run } = perform(whole, 'issue-invoices', { send: true })
  const first = run.trace.findIndex((call) => call.startsWith('MailApp')) - 2
  for (let call = first; call <= run.calls.total; call += 3) {
    const emulator = workshop(start)
    const meanwhile = (): void => void perform(emulator, 'send-documents')
    perform(emulator, 'issue-invoices', { send: true }, { at: { call, meanwhile } })
    const subjects = emulator.mails().map((mail) => mail.subject)
    expect([call, [...subjects].sort()]).toEqual([call, whole.mails().map((mail) => mail.subject)])
    done(emulator, 'send-documents')
    expect(emulator.mails()).toHaveLength(2)
    expect(shown(emulator)).toEqual(shown(whole))
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  }
}, 120_000)

describe('words', () => {
  const emulator = ready({ 'Régime de TVA': 'Réel normal trimestriel', 'N° TVA': 'FR54999990377' })
  const add = (label: string, more: Readonly<Record<string, string>>) =>
    sale(emulator, 'Brasserie du Ponant', { label, vatRate: '20', group: 'Chantier', ...more })
  emulator.book.type('Ventes', 4, 16, [['20'], ['20']])
  done(emulator, 'issue-invoices', { send: true })
  add('Acompte de 30 %', { lineType: 'Acompte', unitPrice: '300' })
  done(emulator, 'issue-invoices', { send: true })
  add('Escalier en chêne', { lineType: 'Solde', unitPrice: '1000' })
  done(emulator, 'issue-invoices', { send: true })
  done(emulator, 'create-credit-note', { number: 'F2026-0004', reason: 'Geste commercial', amountCents: 5_000 })
  done(emulator, 'send-documents')
  send(emulator, ['F2026-0001'])
  add('Devanture vitrée', { date: '', group: 'Devanture' })
  done(emulator, 'create-quote', { send: true })
  add('Serrure posée et réglée le jour même', { group: 'Serrure' })
  done(emulator, 'issue-invoices')
  const paid = { number: 'F2026-0005', date: '2026-11-25', amountCents: 54_000, method: 'cheque' }
  done(emulator, 'record-payment', paid)
  done(emulator, 'send-documents')
  test.each([
    ['facture', 0],
    ['acompte', 2],
    ['solde', 3],
    ['avoir', 4],
    ['duplicata', 5],
    ['devis', 6],
    ['facture-reglee', 7],
  ] as const)('of a mail: %s', async (name, index) => {
    const mail = emulator.mails()[index]
    const text = [
      `De : ${mail?.name} (réponse à ${mail?.replyTo})`,
      `À : ${mail?.to.join(', ')}`,
      `Objet : ${mail?.subject}`,
      `Pièce jointe : ${mail?.attachments.map((attachment) => attachment.name).join(', ')}`,
      '',
      mail?.body ?? '',
    ].join('\n')
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `mail-${name}.txt`))
  })
})
