import type { Day } from '@tabellion/shared/calendar'
import type { QuoteDocument } from '@tabellion/shared/invoicing'
import { canonicalJson, sha256Hex } from '@tabellion/shared/kernel'
import { type Cents, cents, type Rate, rate, sum } from '@tabellion/shared/money'
import { type Cell, readDate, readRate, readScaled, textOf } from './cell.ts'
import type { ColumnKey } from './columns.ts'
import type { RegisterEntry } from './read-invoices.ts'
import { numberKey } from './read-payments.ts'
import type { Row, Table } from './table.ts'
import type { LineStatus, QuoteStatus } from './vocabulary.ts'

/** A row of *Devis* as numbers and days. */
export interface QuoteEntry {
  readonly row: number
  readonly number: string
  readonly version: number
  readonly client: string
  readonly date?: Day
  readonly validUntil?: Day
  readonly gross: Cents
  /** *Acompte %*: the user's. */
  readonly depositRate: Rate
  readonly status: string
  /** Typed by hand, when no action said it. */
  readonly acceptedOn?: Day
  readonly proof: string
  readonly order: string
}

export function readQuotes(table: Table<'quotes'>): readonly QuoteEntry[] {
  return table.rows.filter(({ cells }) => textOf(cells.number) !== '').map(readQuote)
}

function readQuote({ row, cells }: Row<'quotes'>): QuoteEntry {
  const date = dayOf(cells.date)
  const validUntil = dayOf(cells.validUntil)
  const acceptedOn = dayOf(cells.acceptedOn)
  const depositRate = readRate(cells.depositRate)
  const version = readScaled(cells.version, 0)
  const gross = readScaled(cells.gross, 2)
  return {
    row,
    number: textOf(cells.number),
    version: version.ok ? (version.value ?? 1) : 1,
    client: textOf(cells.client),
    ...(date === undefined ? {} : { date }),
    ...(validUntil === undefined ? {} : { validUntil }),
    gross: cents(gross.ok ? (gross.value ?? 0) : 0),
    depositRate: depositRate.ok ? (depositRate.value ?? rate(0)) : rate(0),
    status: textOf(cells.status),
    ...(acceptedOn === undefined ? {} : { acceptedOn }),
    proof: textOf(cells.proof),
    order: textOf(cells.order),
  }
}

const dayOf = (cell: Cell): Day | undefined => {
  const read = readDate(cell)
  return read.ok ? read.value : undefined
}

/** What was billed of a quote: deposits, parts and balance, less credit notes. */
export const invoicedOf = (register: readonly RegisterEntry[], number: string): Cents =>
  sum(register.filter(({ quote }) => numberKey(quote) === numberKey(number)).map(({ payable }) => payable))

export interface QuoteFacts {
  readonly sent: boolean
  readonly decision?: 'accepted' | 'declined'
  readonly validUntil?: Day
  readonly gross: Cents
  readonly invoiced: Cents
}

/** *Statut* of *Devis* (features F.2): what was billed first, then what the client said, then the calendar. */
export function quoteStatusOf({ decision, gross, invoiced, sent, validUntil }: QuoteFacts, today: Day): QuoteStatus {
  if (decision === 'declined') return 'declined'
  if (invoiced > 0) return invoiced >= gross ? 'invoiced' : 'partlyInvoiced'
  if (decision === 'accepted') return 'accepted'
  if (validUntil !== undefined && validUntil < today) return 'expired'
  return sent ? 'sent' : 'draft'
}

/** *Statut* of its rows of *Ventes* that are not billed yet. */
export const quotedLineStatus = ({ decision, sent }: Pick<QuoteFacts, 'decision' | 'sent'>): LineStatus =>
  decision === 'accepted' ? 'accepted' : sent ? 'quoteSent' : 'quoted'

/** The row of *Devis* that follows from a quote: its ⚙ columns, and the deposit it proposes. */
export function quoteCells(
  document: QuoteDocument,
  facts: { readonly id: string; readonly fileUrl: string; readonly order: string },
): Readonly<Partial<Record<ColumnKey<'quotes'>, Cell>>> {
  const { quote, totals } = document
  return {
    number: document.number,
    version: quote.version,
    client: document.buyer.name,
    subject: document.subject,
    date: document.issueDate,
    validUntil: quote.validUntil,
    net: totals.net / 100,
    gross: totals.gross / 100,
    depositRate: quote.deposit === undefined ? '' : quote.deposit.rate / 100_000,
    status: 'Brouillon',
    file: facts.fileUrl,
    termsVersion: document.termsVersion ?? '',
    remindedOn: '',
    order: facts.order,
    fingerprint: sha256Hex(canonicalJson(document)),
    id: facts.id,
  }
}
