import { csvText } from '@tabellion/shared/bookkeeping'
import { formatLongDay } from '@tabellion/shared/calendar'
import { toCii } from '@tabellion/shared/documents/cii'
import type { DocumentIssued, NumberReserved } from '@tabellion/shared/journal'
import { sha256Hex, utf8Bytes } from '@tabellion/shared/kernel'
import { type Cell, columnsOf, FIRST_DATA_ROW, type Table, textOf } from '@tabellion/shared/ledger'
import { RETENTION_YEARS } from '@tabellion/shared/regulation'
import type { ObligationFinding } from '../obligations/problems.ts'
import type { Sheets } from '../ports.ts'
import { documentFile } from '../workbook/document-file.ts'
import type { Workbook } from '../workbook/open.ts'
import { type ExportFacts, type ExportFile, isWithin, rangeName } from './export-file.ts'
import { deadlineListFiles, invoiceListFiles, purchaseListFiles } from './lists.ts'
import { ownerLines, receiptsBookFiles } from './receipts-book.ts'
import { vatFiles } from './vat.ts'
import { zip } from './zip.ts'

/** A few megabytes: what one run makes and Google takes in one piece. */
const DOCUMENTS_PER_PART = 40

/** `archive`: everything, to be kept. `platform`: the Factur-X alone, to be handed to the user's *plateforme agréée*. */
export type ArchiveKind = 'archive' | 'platform'

export interface ArchivePlan {
  readonly kind: ArchiveKind
  readonly parts: readonly { readonly name: string; readonly documents: readonly NumberReserved[] }[]
  readonly issued: ReadonlyMap<string, DocumentIssued>
  /** Documents of the range that are no Factur-X, left out for a platform. */
  readonly without: readonly string[]
}

/** The documents of the range, in files of a size that can be made at once. The first of an archive holds the books and the journal too. */
export function planArchive(
  workbook: Workbook,
  range: Pick<ExportFacts, 'from' | 'to'>,
  kind: ArchiveKind,
): ArchivePlan {
  const documents: NumberReserved[] = []
  const without: string[] = []
  const issued = new Map<string, DocumentIssued>()
  for (const { event } of workbook.events(({ type }) => type === 'reserved' || type === 'issued')) {
    if (event.type === 'reserved' && isWithin(range, event.document.issueDate)) {
      if (kind === 'archive' || event.electronic) documents.push(event)
      else without.push(event.number)
    }
    if (event.type === 'issued') issued.set(event.number, event)
  }
  const count = Math.max(kind === 'archive' ? 1 : 0, Math.ceil(documents.length / DOCUMENTS_PER_PART))
  const parts = Array.from({ length: count }, (_, index) => ({
    name: rangeName(
      kind === 'archive' ? 'archive' : 'factur-x',
      range,
      count === 1 ? 'zip' : `${index + 1}-sur-${count}.zip`,
    ),
    documents: documents.slice(index * DOCUMENTS_PER_PART, (index + 1) * DOCUMENTS_PER_PART),
  }))
  return { kind, parts, issued, without }
}

interface Entry {
  readonly path: string
  readonly bytes: Uint8Array
  readonly document?: string
  /** What the journal holds of it. */
  readonly journal?: string
}

/** One file of the archive: documents made again from their snapshots, each against the digest of the day it was issued. */
export function archivePart(
  facts: ExportFacts,
  { issued, kind, parts }: ArchivePlan,
  index: number,
  images: Table<'images'> | undefined,
  sheets: Sheets,
): { readonly bytes: Uint8Array; readonly findings: readonly ObligationFinding[] } {
  const findings: ObligationFinding[] = []
  const entries: Entry[] = []
  for (const event of parts[index]?.documents ?? []) {
    const bytes = documentFile(event, images)
    const digest = issued.get(event.number)?.digest
    // Never put in silence in the place of what was issued.
    if (digest !== undefined && digest !== sha256Hex(bytes)) {
      findings.push({ code: 'document-differs', number: event.number, severity: 'blocking', at: { tab: 'invoices' } })
      continue
    }
    if (kind === 'platform') {
      entries.push({ path: event.fileName, bytes })
      continue
    }
    const known = digest === undefined ? {} : { journal: digest }
    entries.push({ path: `Documents/${event.fileName}`, bytes, document: event.number, ...known })
    if (event.electronic)
      entries.push({
        path: `Factur-X/${event.fileName.replace(/\.pdf$/, '.xml')}`,
        bytes: utf8Bytes(toCii(event.document)),
        document: event.number,
      })
  }
  // A platform takes invoices, and may stumble over anything else.
  if (kind === 'archive') {
    if (index === 0) entries.push(...bookEntries(facts), { path: 'Journal.csv', bytes: journalBytes(sheets) })
    entries.push({ path: 'LISEZ-MOI.txt', bytes: utf8Bytes(readMe(facts)) })
    entries.push({ path: 'SOMMAIRE.csv', bytes: utf8Bytes(`\ufeff${csvText(summaryRows(entries))}`) })
  }
  return {
    bytes: zip(
      entries.map(({ bytes, path }) => [path, bytes]),
      facts.today,
    ),
    findings,
  }
}

function bookEntries(facts: ExportFacts): readonly Entry[] {
  const files: readonly ExportFile[] = [
    ...receiptsBookFiles(facts),
    ...invoiceListFiles(facts),
    ...purchaseListFiles(facts),
    ...deadlineListFiles(facts),
    ...vatFiles(facts),
  ]
  return files.map(({ bytes, name }) => ({ path: `Livres/${name}`, bytes }))
}

/** Cell by cell as stored: the chain can be checked again without this tool. */
function journalBytes(sheets: Sheets): Uint8Array {
  const columns = columnsOf('journal')
  const values = sheets.readColumns('journal', 1, columns.length) ?? []
  const rows = values
    .slice(FIRST_DATA_ROW - 1)
    .filter(([sequence]) => sequence !== '')
    .map((cells) => cells.map((cell: Cell) => (typeof cell === 'string' ? cell : textOf(cell))))
  return utf8Bytes(csvText([columns.map(([, { heading }]) => heading), ...rows]))
}

const summaryRows = (entries: readonly Entry[]): readonly (readonly string[])[] => [
  ['Fichier', 'Pièce', 'Octets', 'SHA-256', 'Empreinte au journal', 'Concorde'],
  ...entries.map(({ bytes, document = '', journal = '', path }) => {
    const digest = sha256Hex(bytes)
    return [
      path,
      document,
      String(bytes.length),
      digest,
      journal,
      journal === '' ? '' : journal === digest ? 'oui' : 'non',
    ]
  }),
]

const readMe = ({ from, settings, to, today }: ExportFacts): string =>
  [
    `Archive de ${ownerLines(settings)[0] ?? ''}`,
    `Du ${formatLongDay(from)} au ${formatLongDay(to)}, faite le ${formatLongDay(today)}.`,
    '',
    `À garder ${RETENTION_YEARS} ans (Code de commerce, art. L123-22).`,
    '',
    'Documents/ : chaque facture et avoir, refait de ce qui a été figé à son émission.',
    'Factur-X/ : les mêmes en données, pour ceux qui en ont.',
    'Livres/ : livre des recettes, listes et déclarations.',
    'Journal.csv : le journal, ligne par ligne. L’empreinte d’une ligne est le SHA-256 de l’empreinte de la ligne d’avant, de sa',
    'séquence, de son instant, de son type, de sa clé et de ses données, séparés par des retours à la ligne.',
    'SOMMAIRE.csv : l’empreinte SHA-256 de chaque fichier, à côté de celle que le journal a gardée à l’émission.',
    '',
  ].join('\r\n')
