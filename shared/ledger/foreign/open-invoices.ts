import type { Day } from '@tabellion/shared/calendar'
import type { ActivityNature, InvoiceKind } from '@tabellion/shared/invoicing'
import { type Cents, cents, minus } from '@tabellion/shared/money'
import { invoiceKinds, natures } from '../vocabulary.ts'
import { amountReader, readForeignDay } from './amounts.ts'
import type { ForeignRow } from './csv.ts'
import { type Guessed, guessColumns, type Wanted } from './guess.ts'

type InvoiceKey =
  | 'number'
  | 'kind'
  | 'client'
  | 'subject'
  | 'issueDate'
  | 'dueDate'
  | 'gross'
  | 'net'
  | 'vat'
  | 'received'
  | 'due'
  | 'nature'

const INVOICE_COLUMNS: readonly Wanted<InvoiceKey>[] = [
  {
    key: 'number',
    heading: 'N° facture',
    names: ['numéro', 'n°', 'n° de facture', 'numéro de facture', 'facture', 'référence', 'réf', 'invoice', 'number'],
  },
  { key: 'kind', heading: 'Type', names: ['type de document', 'nature du document'] },
  {
    key: 'client',
    heading: 'Client',
    names: ['nom du client', 'nom client', 'raison sociale', 'société', 'destinataire', 'customer', 'nom'],
  },
  { key: 'subject', heading: 'Objet', names: ['description', 'désignation', 'libellé', 'projet', 'intitulé', 'titre'] },
  {
    key: 'issueDate',
    heading: 'Date d’émission',
    names: ['date', 'date de facture', 'date de facturation', 'date facture', 'émise le', 'créée le', 'invoice date'],
  },
  {
    key: 'dueDate',
    heading: 'Date d’échéance',
    names: ['échéance', 'date limite', 'date limite de paiement', 'à payer avant le', 'due date'],
  },
  {
    key: 'gross',
    heading: 'Total TTC',
    names: ['total', 'montant ttc', 'ttc', 'montant', 'montant total', 'prix ttc', 'net à payer', 'total amount'],
  },
  { key: 'net', heading: 'Total HT', names: ['montant ht', 'ht', 'prix ht', 'base ht'] },
  { key: 'vat', heading: 'TVA', names: ['montant tva', 'total tva', 'montant de la tva'] },
  {
    key: 'received',
    heading: 'Encaissé',
    names: ['déjà réglé', 'déjà payé', 'payé', 'réglé', 'montant payé', 'montant réglé', 'montant encaissé', 'acompte'],
  },
  {
    key: 'due',
    heading: 'Reste dû',
    names: ['reste à payer', 'solde', 'solde dû', 'montant dû', 'restant dû', 'reste à encaisser', 'balance'],
  },
  { key: 'nature', heading: 'Nature', names: ['catégorie', 'activité'] },
]

export const foreignInvoiceHeadings: readonly string[] = INVOICE_COLUMNS.map(({ heading }) => heading)

export interface ForeignInvoice {
  readonly line: number
  readonly number: string
  readonly kind: InvoiceKind
  readonly client: string
  readonly subject: string
  readonly issueDate: Day
  readonly dueDate?: Day
  readonly gross: Cents
  /** Absent when the file tells neither net nor VAT. */
  readonly vat?: Cents
  readonly due: Cents
  readonly nature?: ActivityNature
}
/** A cell that keeps a row out: `text` is what it says, empty when it says nothing. */
export interface ForeignGap {
  readonly line: number
  readonly column: string
  readonly text: string
}
export interface ForeignInvoices extends Pick<Guessed<InvoiceKey>, 'columns' | 'unread'> {
  readonly invoices: readonly ForeignInvoice[]
  readonly gaps: readonly ForeignGap[]
  /** Columns without which nothing can be read. */
  readonly missing: readonly string[]
}

export function readForeignInvoices(
  rows: readonly ForeignRow[],
  told?: Readonly<Record<string, string>>,
): ForeignInvoices {
  const guessed = guessColumns(rows, INVOICE_COLUMNS, told)
  const cell = ({ cells }: ForeignRow, key: InvoiceKey): string => cells[guessed.at.get(key) ?? -1] ?? ''
  const headingOf = (key: InvoiceKey): string => INVOICE_COLUMNS.find((each) => each.key === key)?.heading ?? key
  const missing = (['number', 'client', 'issueDate'] as const).filter((key) => !guessed.at.has(key)).map(headingOf)
  if (!guessed.at.has('gross') && !guessed.at.has('due')) missing.push(headingOf('gross'))
  const readAmount = amountReader(guessed.rows.flatMap((row) => AMOUNTS.map((key) => cell(row, key))))
  const invoices: ForeignInvoice[] = []
  const gaps: ForeignGap[] = []
  for (const row of missing.length > 0 ? [] : guessed.rows) {
    const gapsBefore = gaps.length
    const gap = (key: InvoiceKey): undefined => {
      gaps.push({ line: row.line, column: headingOf(key), text: cell(row, key) })
      return undefined
    }
    const amount = (key: InvoiceKey): Cents | undefined =>
      cell(row, key) === '' ? undefined : (readAmount(cell(row, key)) ?? gap(key))
    const day = (key: InvoiceKey): Day | undefined =>
      cell(row, key) === '' ? undefined : (readForeignDay(cell(row, key)) ?? gap(key))
    const [gross, net, vat, received, due] = AMOUNTS.map(amount)
    const [issueDate, dueDate] = [day('issueDate'), day('dueDate')]
    const whole = gross ?? (due === undefined ? undefined : cents(due + (received ?? 0)))
    if (cell(row, 'number') === '') gap('number')
    if (cell(row, 'client') === '') gap('client')
    if (issueDate === undefined && cell(row, 'issueDate') === '') gap('issueDate')
    if (whole === undefined && cell(row, 'gross') === '') gap('gross')
    if (gaps.length > gapsBefore || issueDate === undefined || whole === undefined) continue
    const tax = vat ?? (net === undefined ? undefined : minus(whole, net))
    const nature = natures.parse(cell(row, 'nature'))
    invoices.push({
      line: row.line,
      number: cell(row, 'number'),
      kind: invoiceKinds.parse(cell(row, 'kind')) ?? 'standard',
      client: cell(row, 'client'),
      subject: cell(row, 'subject'),
      issueDate,
      ...(dueDate === undefined ? {} : { dueDate }),
      gross: whole,
      ...(tax === undefined ? {} : { vat: tax }),
      due: due ?? minus(whole, received ?? cents(0)),
      ...(nature === undefined ? {} : { nature }),
    })
  }
  return { columns: guessed.columns, unread: guessed.unread, invoices, gaps, missing }
}

const AMOUNTS = ['gross', 'net', 'vat', 'received', 'due'] as const
