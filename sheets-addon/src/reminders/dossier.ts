import { type Day, formatDay } from '@tabellion/shared/calendar'
import type { DossierPart, Report } from '@tabellion/shared/documents/pdf'
import type { NumberReserved } from '@tabellion/shared/journal'
import {
  numberKey,
  paymentMethods,
  type RegisterEntry,
  readPayments,
  readRegister,
  textOf,
} from '@tabellion/shared/ledger'
import { type Cents, formatEuros } from '@tabellion/shared/money'
import { ownerLines } from '../exports/receipts-book.ts'
import { imagesFor } from '../issuing/filing.ts'
import { typeset } from '../messages/typography.ts'
import { claimFor, claimLines, debtorOf } from './claims.ts'
import type { Desk } from './desk.ts'
import { documentPart, jobEntries, letterPart, lettersSaid, quoteOf, wordsPage } from './dossier-papers.ts'
import { documentsOf } from './history.ts'
import type { Owed } from './owed.ts'
import { missingRate } from './words.ts'

/** One thing that happened, in the index; with its paper when there is one. */
export interface Entry {
  /** Its place in the order; shown unless nobody knows the day. */
  readonly on: string
  readonly undated?: true
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
}

export function gatherDossier(desk: Desk, owed: Owed): Dossier {
  const { number } = owed
  const { settings, today, workbook } = desk
  const register = readRegister(workbook.table('invoices'))
  const notes = register.filter(
    ({ kind, originInvoice }) => kind === 'credit' && numberKey(originInvoice) === numberKey(number),
  )
  const [event] = documentsOf(workbook, [number]).values()
  // What was paid before it is part of the same job.
  const deposits = (event?.document.deposits ?? []).flatMap(
    (one) => register.find((other) => numberKey(other.number) === numberKey(one.number)) ?? [],
  )
  const family = [...deposits, owed.settlement.entry, ...notes]
  const events = documentsOf(
    workbook,
    family.map((one) => one.number),
  )
  const quote = event?.document.quoteNumber === undefined ? undefined : quoteOf(workbook, event.document.quoteNumber)
  const images = imagesFor(workbook, [...events.values(), ...(quote ? [quote] : [])])
  const numbers = new Set([...family.map((one) => one.number), ...(quote ? [quote.number] : [])].map(numberKey))
  const claim = claimFor(
    workbook,
    desk.history,
    owed,
    { anchor: owed.due, amount: owed.debt.left },
    event?.document,
    today,
  )
  const account = claimLines(claim, owed, owed.due, debtorOf(owed, event?.document))
  const entries: Entry[] = [
    ...jobEntries(desk, owed, quote, images),
    ...family.map((entry) => invoiceEntry(entry, events.get(entry.number), images)),
    ...sendEntries(desk, numbers),
    ...paymentEntries(desk, numbers),
    ...lettersSaid(desk, number),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const owner = ownerLines(settings)
  return {
    entries: [
      ...entries,
      {
        on: today,
        what: 'Décompte',
        detail: `Arrêté au ${formatDay(today)}`,
        amount: claim.total,
        ...letterPart(
          `decompte_${today}.pdf`,
          wordsPage(desk, {
            day: today,
            subject: typeset(`Décompte de ${number}, arrêté au ${formatDay(today)}`),
            recipient: [owed.settlement.entry.client],
            before: typeset(`Compte arrêté à ce jour, paiements et avoirs déduits. ${missingRate(claim)}`.trim()),
            amounts: account.map(([label, amount]) => [typeset(label), amount]),
          }),
        ),
      },
    ],
    today,
    index: {
      title: 'Dossier d’impayé',
      owner,
      scope: typeset(
        `${number} – ${owed.settlement.entry.client} – ${formatEuros(claim.total)} réclamés au ${formatDay(today)}`,
      ),
      day: today,
      accent: settings.text('Couleur'),
      columns: [
        { heading: 'Date', share: 20 },
        { heading: 'Pièce', share: 34 },
        { heading: 'Détail', share: 94 },
        { heading: 'Montant', share: 22, align: 'right' },
        { heading: 'Page', share: 14, align: 'right' },
      ],
      sums: [],
      foot: typeset(`${owner[0] ?? ''} – dossier d’impayé ${number}, montants en euros`),
      empty: '',
    },
  }
}

const NAMES = {
  standard: 'Facture',
  deposit: 'Facture d’acompte',
  balance: 'Facture de solde',
  credit: 'Avoir',
} as const

const invoiceEntry = (
  { issueDate, kind, number, payable }: RegisterEntry,
  event: NumberReserved | undefined,
  images: Parameters<typeof documentPart>[1],
): Entry => ({
  on: issueDate ?? '',
  what: NAMES[kind],
  detail: event ? number : `${number}, document d’un autre outil : à joindre`,
  amount: payable,
  ...(event ? documentPart(event, images) : {}),
})

const sendEntries = ({ workbook }: Desk, numbers: ReadonlySet<string>): readonly Entry[] =>
  workbook
    .events(({ key, type }) => type === 'sent' && numbers.has(numberKey(key)))
    .flatMap(({ event }): Entry[] =>
      event.type === 'sent'
        ? [{ on: event.on, what: 'Envoi par e-mail', detail: `${event.number} à ${event.to.join(', ')}` }]
        : [],
    )

const paymentEntries = ({ workbook }: Desk, numbers: ReadonlySet<string>): readonly Entry[] =>
  readPayments(workbook.table('payments')).flatMap(({ amount, date = '', invoice, method, reference }): Entry[] =>
    amount !== undefined && numbers.has(numberKey(invoice))
      ? [
          {
            on: date,
            what: amount < 0 ? 'Remboursement' : 'Paiement',
            detail: [textOf(invoice), method ? paymentMethods.labels[method] : '', reference]
              .filter(Boolean)
              .join(', '),
            amount,
          },
        ]
      : [],
  )
