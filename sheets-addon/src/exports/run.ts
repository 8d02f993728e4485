import { type Day, earliest, yearOf } from '@tabellion/shared/calendar'
import type { FilesExported } from '@tabellion/shared/journal'
import { canonicalJson, sha256Hex } from '@tabellion/shared/kernel'
import { readSettings } from '@tabellion/shared/ledger'
import { bookFindings, journalBook, placedToday, sealsOf } from '../obligations/book.ts'
import { calendarScope } from '../obligations/feed.ts'
import type { ObligationFinding } from '../obligations/problems.ts'
import { readBusiness } from '../obligations/profile.ts'
import { bookPurchases } from '../obligations/purchases.ts'
import { refreshDeadlines } from '../obligations/refresh.ts'
import { recordPayments } from '../payments/record.ts'
import type { Ports } from '../ports.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendEvents } from '../workbook/write.ts'
import { type ArchiveKind, archivePart, planArchive } from './archive.ts'
import { calendarFiles } from './calendar-file.ts'
import type { ExportFacts, ExportFile } from './export-file.ts'
import { deadlineListFiles, fecFiles, invoiceListFiles, purchaseListFiles } from './lists.ts'
import { receiptsBookFiles } from './receipts-book.ts'
import { vatFiles } from './vat.ts'

/** What can be exported; each name is the door's. */
export const EXPORTS = {
  'receipts-book': receiptsBookFiles,
  invoices: invoiceListFiles,
  vat: vatFiles,
  purchases: purchaseListFiles,
  deadlines: deadlineListFiles,
  fec: fecFiles,
} as const satisfies Readonly<Record<string, (facts: ExportFacts) => readonly ExportFile[]>>
export type ExportKind = keyof typeof EXPORTS | 'calendar' | ArchiveKind
/** Made of documents, in as many files as it takes. */
const isArchive = (kind: ExportKind): kind is ArchiveKind => kind === 'archive' || kind === 'platform'

export interface Exported {
  readonly folder: string
  readonly files: readonly string[]
  readonly findings: readonly ObligationFinding[]
  /** Files of a long archive that another run will make. */
  readonly left: number
}

/** How many files of an archive are made, by its content. */
const MADE_PROPERTY = 'export.made'

/**
 * Under the lock: what the files are made of, and their ids in the journal. After it: the files themselves. The same content
 * asked for again, or after a stop, is the same files.
 */
export function exportFiles(ports: Ports, kind: ExportKind, from: Day, to: Day): Exported {
  if (to < from) refuse({ code: 'export-range', from, to })
  const held = ports.lock.need(() => prepare(ports, kind, from, to))
  const { event, facts } = held
  const done = Number(held.made)
  const paths: string[] = []
  const findings: ObligationFinding[] = [...held.findings]
  for (const [index, { id, name }] of event.files.entries()) {
    if (index < done) continue
    if (index > done && ports.clock.timeIsUp())
      return { folder: event.folder, files: paths, findings, left: event.files.length - index }
    const file = held.files?.[index]
    const part = file
      ? { bytes: file.bytes, findings: [] }
      : archivePart(facts, held.archive, index, held.images, ports.sheets)
    ports.files.create({ id, name, folder: event.folder, type: file?.type ?? 'application/zip', bytes: part.bytes })
    if (event.files.length > 1 && isArchive(kind))
      ports.store.write({ [MADE_PROPERTY]: `${event.content} ${index + 1}` })
    paths.push(`Drive/${event.folder}/${name}`)
    findings.push(...part.findings)
  }
  return { folder: event.folder, files: paths, findings, left: 0 }
}

function prepare(ports: Ports, kind: ExportKind, from: Day, to: Day) {
  const { clock } = ports
  recordPayments(ports, openWorkbook(ports))
  const listed = kind === 'calendar' || kind === 'deadlines' || kind === 'archive'
  const scope = kind === 'calendar' ? calendarScope(ports, openWorkbook(ports).properties()) : ''
  if (listed) refreshDeadlines(ports, openWorkbook(ports), kind === 'calendar')
  if (kind === 'purchases' || kind === 'archive') bookPurchases(ports, openWorkbook(ports))
  const workbook = openWorkbook(ports)
  const settings = readSettings(workbook.table('settings'))
  const book = journalBook(workbook)
  const altered = bookFindings(workbook.table('receiptsBook'), book.entries)[0]
  if (altered && kind !== 'calendar')
    refuse({ code: 'book-altered', rank: 'rank' in altered ? String(altered.rank) : '' })
  const { profile } = readBusiness(settings)
  const facts: ExportFacts = {
    workbook,
    settings,
    from,
    to,
    today: clock.today,
    entries: profile ? placedToday(book, profile) : book.entries,
    seals: sealsOf(book),
  }
  const archive = isArchive(kind)
    ? planArchive(workbook, facts, kind)
    : { kind: 'archive' as const, parts: [], issued: new Map<string, never>(), without: [] }
  const files = isArchive(kind)
    ? undefined
    : kind === 'calendar'
      ? calendarFiles(facts, scope, clock.instant)
      : EXPORTS[kind](facts)
  const names = (files ?? archive.parts).map(({ name }) => name)
  if (names.length === 0) refuse({ code: 'nothing-to-export', what: NAMES[kind] })
  const content = files
    ? sha256Hex(files.map(({ bytes }) => sha256Hex(bytes)).join('\n')).slice(0, 16)
    : archiveContent(workbook, facts.today)
  const withLogo = archive.parts.some(({ documents }) => documents.some(({ document }) => document.style.logo))
  const event = journalled(ports, workbook, { kind, from, to, content, names })
  const [madeOf, made = '0'] = (workbook.properties()[MADE_PROPERTY] ?? '').split(' ')
  return {
    event,
    facts,
    files,
    archive,
    images: withLogo ? workbook.tableIfAny('images') : undefined,
    made: isArchive(kind) && madeOf === content && Number(made) < names.length ? made : '0',
    findings: archive.without.map(
      (number): ObligationFinding => ({ code: 'no-facturx', number, severity: 'info', at: { tab: 'invoices' } }),
    ),
  }
}

export const NAMES: Readonly<Record<ExportKind, string>> = {
  'receipts-book': 'livre des recettes',
  invoices: 'liste des factures',
  vat: 'récapitulatif de TVA',
  purchases: 'registre des achats',
  deadlines: 'échéances',
  fec: 'fichier au format FEC',
  calendar: 'agenda',
  archive: 'archive',
  platform: 'Factur-X pour votre plateforme agréée',
}

/** Everything that happened but exports: until something does, an archive of the day is the same one. */
const archiveContent = (workbook: Workbook, today: Day): string =>
  sha256Hex(
    canonicalJson([
      today,
      ...workbook.journal().rows.flatMap(({ key, type }) => (type === 'exported' ? [] : [`${type} ${key}`])),
    ]),
  ).slice(0, 16)

/** The ids of the files, known and kept before any of them exists. */
export function journalled(
  ports: Ports,
  workbook: Workbook,
  asked: {
    readonly kind: string
    readonly from: Day
    readonly to: Day
    readonly content: string
    readonly names: readonly string[]
    /** In the folder of the year; *Déclarations* when it says nothing. */
    readonly folder?: string
  },
): FilesExported {
  const { sheets, store, files, clock } = ports
  const { content, from, kind, names, to } = asked
  const key = `${kind} ${from} ${to} ${content}`
  const journal = workbook.journal()
  if (journal.keys('exported').includes(key)) {
    const known = workbook
      .events((row) => row.type === 'exported' && row.key === key)
      .flatMap(({ event }) => (event.type === 'exported' ? [event] : []))
      .at(-1)
    if (known) return known
  }
  const ids = files.newIds(names.length)
  const event: FilesExported = {
    type: 'exported',
    v: 1,
    what: kind,
    from,
    to,
    on: clock.today,
    content,
    // What goes on into the future is filed today.
    folder: `Facturation/${yearOf(earliest(to, clock.today))}/${asked.folder ?? 'Déclarations'}`,
    files: names.map((name, index) => ({ id: ids[index] ?? '', name })),
  }
  store.write(pendingProperty)
  const head = appendEvents(sheets, [...schemaEvents(journal), event], journal.head, clock.instant)
  sheets.flush()
  store.write(headProperty(head))
  return event
}
