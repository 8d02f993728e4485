import {
  bookCsvRows,
  bookTotals,
  categoryLabels,
  printed,
  type ReceiptEntry,
  remarksOf,
} from '@tabellion/shared/bookkeeping'
import { formatDay, formatLongDay, formatPeriod, type Period } from '@tabellion/shared/calendar'
import { type Report, type ReportSums, renderReport } from '@tabellion/shared/documents/pdf'
import { type PaymentMethod, paymentMethods, type Settings } from '@tabellion/shared/ledger'
import { type Cents, formatAmount } from '@tabellion/shared/money'
import { parseSiret } from '@tabellion/shared/party'
import { nameWithEi } from '@tabellion/shared/regulation'
import { typeset } from '../messages/typography.ts'
import { csvFile, type ExportFacts, type ExportFile, isWithin, rangeName } from './export-file.ts'

/** The *livre des recettes* as it is shown to whoever asks (CGI art. 50-0, 5): a table for machines, and pages to print. */
export function receiptsBookFiles(facts: ExportFacts): readonly ExportFile[] {
  const entries = facts.entries.filter(({ date }) => isWithin(facts, date))
  if (entries.length === 0) return []
  return [
    csvFile(rangeName('livre-des-recettes', facts, 'csv'), bookCsvRows(entries, facts.seals)),
    {
      name: rangeName('livre-des-recettes', facts, 'pdf'),
      type: 'application/pdf',
      bytes: renderReport(bookReport(entries, facts)),
    },
  ]
}

export function bookReport(
  entries: readonly ReceiptEntry[],
  { from, seals, settings, to, today }: ExportFacts,
): Report {
  const sealed = new Map(seals.map(({ period, sealedOn }) => [period, sealedOn]))
  return {
    title: 'Livre des recettes',
    owner: ownerLines(settings),
    scope: typeset(`Du ${formatLongDay(from)} au ${formatLongDay(to)}`),
    day: today,
    accent: settings.text('Couleur'),
    columns: [
      { heading: 'N°', share: 8 },
      { heading: 'Encaissée', share: 20 },
      { heading: 'Pièce', share: 23 },
      { heading: 'Client', share: 32 },
      { heading: 'Nature', share: 32 },
      { heading: 'Catégorie', share: 26 },
      { heading: 'Montant', share: 20, align: 'right' },
      { heading: 'Règlement', share: 21 },
    ],
    rows: printed(entries).map((entry) => {
      const on = sealed.get(entry.period)
      const note = [remarksOf(entry), ...(on === undefined ? [] : [`Scellée le ${formatDay(on)}`])]
        .filter((text) => text !== '')
        .join(' ; ')
      return {
        cells: [
          String(entry.rank),
          formatDay(entry.date),
          entry.document,
          entry.client,
          entry.nature,
          categoryLabels[entry.category],
          formatAmount(entry.amount),
          paymentMethods.labels[entry.method],
        ],
        ...(note === '' ? {} : { note: typeset(note) }),
      }
    }),
    sums: bookSums(entries),
    foot: typeset(
      `${ownerLines(settings)[0] ?? ''} – livre des recettes édité le ${formatDay(today)}, montants en euros`,
    ),
    empty: 'Aucune recette.',
  }
}

function bookSums(entries: readonly ReceiptEntry[]): readonly ReportSums[] {
  const { methods, months, quarters, years } = bookTotals(entries)
  const byPeriod = (heading: string, sums: ReadonlyMap<Period, Cents>): ReportSums => ({
    heading,
    lines: [...sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([period, amount]) => [formatPeriod(period), formatAmount(amount)]),
  })
  // Cash is told apart, last.
  const order = (method: PaymentMethod): number => (method === 'cash' ? 1 : 0)
  return [
    byPeriod('Par mois', months),
    byPeriod('Par trimestre', quarters),
    {
      heading: 'Par mode de règlement',
      lines: [...methods]
        .sort(([a], [b]) => order(a) - order(b))
        .map(([method, amount]) => [paymentMethods.labels[method], formatAmount(amount)]),
    },
    byPeriod('Total', years),
  ]
}

export function ownerLines(settings: Settings): readonly string[] {
  const siret = parseSiret(settings.text('SIRET'))
  const line = (text: string): readonly string[] => (text === '' ? [] : [text])
  return [
    nameWithEi(settings.text('Prénom et nom')),
    ...line(settings.text('Nom commercial')),
    ...line(
      [settings.text('Adresse'), `${settings.text('Code postal')} ${settings.text('Ville')}`.trim()]
        .filter((part) => part !== '')
        .join(', '),
    ),
    ...(siret.ok ? [`SIRET ${siret.value.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4')}`] : []),
  ]
}
