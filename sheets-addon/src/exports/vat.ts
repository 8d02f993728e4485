import {
  type BookedDocument,
  bookedDocument,
  invoicedVat,
  type ReceivedShare,
  receivedVat,
  type ServicesDue,
  type VatDue,
  vatSummary,
} from '@tabellion/shared/bookkeeping'
import {
  contains,
  type Day,
  formatDay,
  formatPeriod,
  monthPeriod,
  nextPeriod,
  type Period,
  quarterPeriod,
  yearPeriod,
} from '@tabellion/shared/calendar'
import { type VatRegime, vatRegimeOn } from '@tabellion/shared/deadlines'
import { headingKey } from '@tabellion/shared/ledger'
import { type Cents, formatScaled, minus, sum } from '@tabellion/shared/money'
import { readBusiness } from '../obligations/profile.ts'
import type { Workbook } from '../workbook/open.ts'
import { csvFile, decimal, type ExportFacts, type ExportFile, isWithin, rangeName } from './export-file.ts'

/**
 * VAT by period and rate, its lines, and how it agrees with the receipts book: what the book received of VAT is due now, or was due
 * before, at delivery or on the debits.
 */
export function vatFiles(facts: ExportFacts): readonly ExportFile[] {
  const { settings, workbook } = facts
  const services: ServicesDue = headingKey(settings.text('Exigibilité')) === 'debits' ? 'debits' : 'receipts'
  const { documents, shares, takenOver } = vatFacts(workbook)
  const invoiced = invoicedVat(documents, services)
  const received = receivedVat([...documents, ...takenOver], shares, services)
  const due = [...invoiced, ...received]
    .filter(({ date }) => isWithin(facts, date))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const booked = facts.entries.filter(({ date, vat }) => vat !== 0 && isWithin(facts, date))
  if (due.length === 0 && booked.length === 0) return []
  const periods = periodsOf(facts)
  return [
    csvFile(rangeName('tva', facts, 'csv'), [
      ['Période', 'Taux', 'Base HT', 'TVA exigible'],
      ...periods.flatMap((period) =>
        vatSummary(due, period).rates.map(({ base, rate, tax }) => [
          formatPeriod(period),
          `${formatScaled(rate, 3)} %`,
          decimal(base),
          decimal(tax),
        ]),
      ),
    ]),
    csvFile(rangeName('tva-detail', facts, 'csv'), [
      ['Date', 'Pièce', 'Taux', 'Base HT', 'TVA', 'Exigible'],
      ...due.map(({ base, date, document, rate, tax, why }) => [
        formatDay(date),
        document,
        `${formatScaled(rate, 3)} %`,
        decimal(base),
        decimal(tax),
        WHY[why],
      ]),
    ]),
    csvFile(rangeName('tva-rapprochement', facts, 'csv'), [
      [
        'Période',
        'TVA encaissée (livre des recettes)',
        'dont exigible à l’encaissement',
        'dont exigible à la livraison ou sur les débits',
        'TVA exigible à la livraison ou sur les débits',
        'TVA exigible',
      ],
      ...periods.map((period) => {
        const line = reconcile(period, booked, due)
        return [formatPeriod(period), line.booked, line.onReceipt, line.elsewhere, line.invoiced, line.due].map(
          (cell) => (typeof cell === 'number' ? decimal(cell) : cell),
        )
      }),
    ]),
  ]
}

const WHY: Readonly<Record<VatDue['why'], string>> = {
  delivery: 'À la livraison',
  receipt: 'À l’encaissement',
  debit: 'Sur les débits',
}

/** What the book received of VAT, against what falls due. */
export function reconcile(
  period: Period,
  booked: readonly { readonly date: Day; readonly vat: Cents }[],
  due: readonly VatDue[],
): Readonly<Record<'booked' | 'onReceipt' | 'elsewhere' | 'invoiced' | 'due', Cents>> {
  const inside = due.filter(({ date }) => contains(period, date))
  const of = (receipt: boolean): Cents =>
    sum(inside.flatMap(({ tax, why }) => ((why === 'receipt') === receipt ? [tax] : [])))
  const all = sum(booked.flatMap(({ date, vat }) => (contains(period, date) ? [vat] : [])))
  return {
    booked: all,
    onReceipt: of(true),
    elsewhere: minus(all, of(true)),
    invoiced: of(false),
    due: sum([of(true), of(false)]),
  }
}

interface VatFacts {
  readonly documents: readonly BookedDocument[]
  /** Issued with another tool, which declared what was due at their issue. */
  readonly takenOver: readonly Pick<BookedDocument, 'kind' | 'number'>[]
  readonly shares: readonly ReceivedShare[]
}

function vatFacts(workbook: Workbook): VatFacts {
  const documents: BookedDocument[] = []
  const takenOver: Pick<BookedDocument, 'kind' | 'number'>[] = []
  const shares: ReceivedShare[] = []
  for (const { event } of workbook.events(
    ({ type }) => type === 'reserved' || type === 'paid' || type === 'takenOver',
  )) {
    if (event.type === 'reserved') documents.push(bookedDocument(event.document))
    else if (event.type === 'takenOver') takenOver.push({ kind: event.kind, number: event.number })
    else if (event.type === 'paid')
      shares.push(
        ...event.allocations.flatMap(({ number, shares: parts }) =>
          parts.map((part) => ({ ...part, document: number, date: event.on })),
        ),
      )
  }
  return { documents, takenOver, shares }
}

const PERIODS: Readonly<Record<VatRegime, (on: Day) => Period>> = {
  franchise: quarterPeriod,
  'ca3-monthly': monthPeriod,
  'ca3-quarterly': quarterPeriod,
  simplified: yearPeriod,
}

/** Those of the seller's own returns. */
function periodsOf({ from, settings, to }: ExportFacts): readonly Period[] {
  const { profile } = readBusiness(settings)
  const periodOf = PERIODS[profile ? vatRegimeOn(profile, to) : 'ca3-quarterly']
  const periods: Period[] = []
  for (let period = periodOf(from); period <= periodOf(to); period = nextPeriod(period)) periods.push(period)
  return periods
}
