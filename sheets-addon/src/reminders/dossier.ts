import { type Day, formatDay, parseDay } from '@tabellion/shared/calendar'
import { type DossierPart, type Report, renderDossier, renderLetter } from '@tabellion/shared/documents/pdf'
import type { NumberReserved, WordedLetter } from '@tabellion/shared/journal'
import {
  numberKey,
  paymentMethods,
  type Row,
  readPayments,
  readRegister,
  reminderStatuses,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import { type Cents, cents, formatAmount } from '@tabellion/shared/money'
import { zipSync } from 'fflate'
import { csvFile } from '../exports/export-file.ts'
import { ownerLines } from '../exports/receipts-book.ts'
import { typeset } from '../messages/typography.ts'
import { documentFile } from '../workbook/document-file.ts'
import { logoBytes } from '../workbook/logo.ts'
import { claimFor, claimLines, debtorOf, documentsOf } from './claims.ts'
import type { Desk } from './desk.ts'
import type { Owed } from './owed.ts'

/** One thing that happened, in the index; with its paper when there is one. */
interface Entry {
  readonly on: string
  readonly what: string
  readonly detail: string
  readonly amount?: Cents
  readonly part?: DossierPart
  readonly file?: { readonly name: string; readonly bytes: () => Uint8Array }
}

/** features F-055: all that a lawyer asks for, in the order it happened, as one PDF to read and one archive of its papers. */
export interface Dossier {
  readonly entries: readonly Entry[]
  readonly index: Omit<Report, 'rows'>
  readonly today: Day
  readonly account: readonly (readonly [label: string, amount: string])[]
}

export function gatherDossier(desk: Desk, owed: Owed): Dossier {
  const { number } = owed
  const { workbook } = desk
  const register = readRegister(workbook.table('invoices'))
  const notes = register.filter(
    ({ kind, originInvoice }) => kind === 'credit' && numberKey(originInvoice) === numberKey(number),
  )
  const family = [owed.settlement.entry, ...notes]
  const keys = new Set(family.map((one) => numberKey(one.number)))
  const events = documentsOf(
    workbook,
    family.map((one) => one.number),
  )
  const images = [...events.values()].some(({ document }) => document.style.logo)
    ? workbook.tableIfAny('images')
    : undefined
  const said = desk.table.rows.filter(({ cells }) => numberKey(textOf(cells.invoice)) === numberKey(number))
  const letters = lettersOf(desk, number)
  const event = events.get(number)
  const sends = workbook.events(({ key, type }) => type === 'sent' && keys.has(numberKey(key)))
  const entries: Entry[] = [
    ...agreements(owed, event),
    ...family.map(({ issueDate = '', kind, number: name, payable }): Entry => {
      const found = events.get(name)
      return {
        on: issueDate,
        what: kind === 'credit' ? 'Avoir' : 'Facture',
        detail: name,
        amount: payable,
        ...(found ? documentPart(found, images) : {}),
      }
    }),
    ...sends.flatMap(({ event: sent }): Entry[] =>
      sent.type === 'sent' ? [{ on: sent.on, what: 'Envoi', detail: `${sent.number} à ${sent.to.join(', ')}` }] : [],
    ),
    ...readPayments(workbook.table('payments')).flatMap(({ amount, date = '', invoice, method, reference }): Entry[] =>
      amount !== undefined && keys.has(numberKey(invoice))
        ? [
            {
              on: date,
              what: 'Paiement',
              detail: [method ? paymentMethods.labels[method] : '', reference].filter(Boolean).join(', '),
              amount,
            },
          ]
        : [],
    ),
    ...said.flatMap((row) => reminderEntries(row, letters.get(textOf(row.cells.id)), desk)),
  ]
  entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const claim = claimFor(
    workbook,
    desk.history,
    owed,
    { anchor: owed.due, amount: owed.debt.left },
    event?.document,
    desk.today,
  )
  const owner = ownerLines(desk.settings)
  return {
    entries,
    today: desk.today,
    account: claimLines(claim, owed, debtorOf(owed, event?.document)),
    index: {
      title: 'Dossier d’impayé',
      owner,
      scope: typeset(`${number} – ${owed.settlement.entry.client}, au ${formatDay(desk.today)}`),
      day: desk.today,
      accent: desk.settings.text('Couleur'),
      columns: [
        { heading: 'Date', share: 20 },
        { heading: 'Pièce', share: 32 },
        { heading: 'Détail', share: 96 },
        { heading: 'Montant', share: 22, align: 'right' },
        { heading: 'Page', share: 14, align: 'right' },
      ],
      sums: [],
      foot: typeset(`${owner[0] ?? ''} – dossier d’impayé ${number}, montants en euros`),
      empty: '',
    },
  }
}

const dayText = (on: string): string => {
  const day = parseDay(on)
  return day === undefined ? '' : formatDay(day)
}

/** What the client agreed to, as far as it is written here. */
function agreements({ client }: Owed, event: NumberReserved | undefined): readonly Entry[] {
  const accepted = client?.cells.termsAcceptedOn
  const proof = textOf(client?.cells.termsProof ?? '')
  const quote = event?.document.quoteNumber
  return [
    ...(quote === undefined ? [] : [{ on: '', what: 'Devis', detail: quote }]),
    ...(proof === '' && textOf(accepted ?? '') === ''
      ? []
      : [
          {
            on: '',
            what: 'CGV acceptées',
            detail: [textOf(client?.cells.termsVersion ?? ''), textOf(accepted ?? ''), proof]
              .filter(Boolean)
              .join(', '),
          },
        ]),
  ]
}

function documentPart(event: NumberReserved, images: Table<'images'> | undefined): Pick<Entry, 'part' | 'file'> {
  const version = event.document.style.logo?.version
  const logo = version === undefined || images === undefined ? undefined : logoBytes(images, version)
  return {
    part: { kind: 'document', document: event.document, options: { duplicate: true, ...(logo ? { logo } : {}) } },
    file: { name: event.fileName, bytes: () => documentFile(event, images, true) },
  }
}

function lettersOf({ workbook }: Desk, number: string): ReadonlyMap<string, WordedLetter> {
  const letters = new Map<string, WordedLetter>()
  for (const { event } of workbook.events(({ type }) => type === 'reminders-worded'))
    if (event.type === 'reminders-worded')
      for (const { id, letter } of event.reminders) if (letter && id.startsWith(`${number}/`)) letters.set(id, letter)
  return letters
}

/** What was said, on its own page, and what was answered. */
function reminderEntries({ cells }: Row<'reminders'>, letter: WordedLetter | undefined, desk: Desk): readonly Entry[] {
  if (textOf(cells.status) !== reminderStatuses.labels.sent) return []
  const on = parseDay(textOf(cells.sentOn)) ?? desk.today
  const how = [textOf(cells.channel), textOf(cells.recipient), textOf(cells.registeredNumber), textOf(cells.attachment)]
  const answer = textOf(cells.answer)
  const page = letter ?? mailPage(cells, on, desk)
  return [
    {
      on,
      what: textOf(cells.level),
      detail: how.filter(Boolean).join(', '),
      ...(typeof cells.claimed === 'number' ? { amount: cents(Math.round(cells.claimed * 100)) } : {}),
      part: { kind: 'letter', letter: page },
      file: { name: `${on}_${textOf(cells.level)}.pdf`, bytes: () => renderLetter(page) },
    },
    ...(answer === '' ? [] : [{ on, what: 'Réponse du client', detail: answer }]),
  ]
}

const mailPage = (cells: Row<'reminders'>['cells'], on: Day, { seller, settings }: Desk): WordedLetter => ({
  day: on,
  sender: [seller.name, ...(seller.email === undefined ? [] : [seller.email])],
  recipient: [textOf(cells.client), textOf(cells.recipient)],
  place: '',
  subject: textOf(cells.subject),
  posting: 'E-mail',
  before: textOf(cells.text),
  amounts: [],
  after: '',
  signature: '',
  foot: seller.name,
  accent: settings.text('Couleur'),
  enclosed: '',
})

/** The PDF with its index, and the archive with each paper apart. */
export function dossierFiles(
  { account, entries, index, today }: Dossier,
  number: string,
): readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[] {
  const parts = entries.flatMap(({ part }) => part ?? [])
  const rows = entries.map(({ amount, detail, on, part, what }) => ({
    cells: [dayText(on), what, typeset(detail), amount === undefined ? '' : formatAmount(amount)],
    ...(part ? { part: parts.indexOf(part) } : {}),
  }))
  const counted = account.map(([label, amount]) => ({
    cells: ['', 'Décompte', typeset(label), amount.replace(/\s*€/, '')],
  }))
  const whole = renderDossier({ ...index, rows: [...rows, ...counted] }, parts)
  const name = `dossier-impaye_${number.replaceAll('/', '-')}`
  const chronology = csvFile('chronologie.csv', [
    ['Date', 'Pièce', 'Détail', 'Montant'],
    ...[...rows, ...counted].map(({ cells }) => cells),
  ])
  const mtime = new Date(`${today}T12:00:00`)
  const papers = entries.flatMap(({ file }, at) =>
    file ? [[`${String(at + 1).padStart(2, '0')}_${file.name}`, file.bytes()] as const] : [],
  )
  const packed = zipSync(
    Object.fromEntries(
      [...papers, [`${name}.pdf`, whole] as const, [chronology.name, chronology.bytes] as const].map(
        ([path, bytes]) => [path, [bytes, { level: path.endsWith('.pdf') ? 0 : 6, mtime }] as const],
      ),
    ) as Parameters<typeof zipSync>[0],
  )
  return [
    { name: `${name}.pdf`, type: 'application/pdf', bytes: whole },
    { name: `${name}.zip`, type: 'application/zip', bytes: packed },
  ]
}
