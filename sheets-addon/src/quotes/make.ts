import { yearOf } from '@tabellion/shared/calendar'
import { documentFileName } from '@tabellion/shared/documents/pdf'
import type { QuoteFiled, QuoteMade, StoredCells } from '@tabellion/shared/journal'
import { quoteCells, type Table, textOf } from '@tabellion/shared/ledger'
import type { QuoteRequest } from '../actions/quotes/request.ts'
import { writeNewIds } from '../issuing/apply.ts'
import { imagesFor, makeQuoteFiles } from '../issuing/filing.ts'
import { withIds } from '../issuing/settle.ts'
import { type Known, knownMails } from '../mail/clerk.ts'
import { type Delivery, deliver } from '../mail/deliver.ts'
import { documentParcels } from '../mail/parcel.ts'
import { prepareMails, type ToSend, withFiles } from '../mail/prepare.ts'
import { checkSentence } from '../messages/findings.ts'
import type { Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { missingStructure, repairStructure } from '../workbook/repair.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { numberProperty } from '../workbook/series.ts'
import { appendEvents } from '../workbook/write.ts'
import { applyToQuotedRows, applyToQuotes } from './apply.ts'
import { planQuotes, type QuoteCandidate } from './plan.ts'
import { refreshQuotes } from './refresh.ts'
import { quoteStates, quotesNamed, unfinishedQuotes } from './states.ts'

export interface QuotesMade {
  readonly made: readonly QuoteMade[]
  /** Of an earlier run that was stopped, finished now. */
  readonly left: readonly QuoteMade[]
  readonly unchanged: readonly QuoteMade[]
  readonly blocked: number
  readonly findings: readonly Finding[]
  readonly filed: readonly QuoteMade[]
  readonly sent: Delivery['sent']
  readonly unfinished: number
}

const NOTHING = { made: [], left: [], unchanged: [], blocked: 0, filed: [], sent: [], unfinished: 0 } as const

/** Numbers and keeps the quotes under the lock, then their files, then their mails when asked. */
export function makeQuotes(ports: Ports, request: QuoteRequest): QuotesMade {
  const taken = ports.lock.need(() => takeQuotes(ports, request))
  if ('missing' in taken) return { ...NOTHING, findings: taken.missing }
  const filed = makeQuoteFiles(ports, taken.toFile, taken.images)
  const wanted = [...taken.left, ...taken.made].filter(({ send, number }) => send && !taken.begun.has(number))
  const toSend = withFiles(
    wanted.map((event) => ({ event, duplicate: false })),
    filed,
  )
  const delivery = sendQuotes(
    ports,
    taken,
    toSend,
    filed.map(({ issued }) => issued),
  )
  return {
    ...taken,
    findings: [...taken.findings, ...delivery.findings],
    filed: filed.map(({ event }) => event),
    sent: delivery.sent,
    unfinished: taken.toFile.length - filed.length + delivery.left.length,
  }
}

/** Mails quotes whose file is made, and brings *Statut* to it. */
export function sendQuotes(
  ports: Ports,
  {
    known,
    images,
    workbook,
  }: { readonly known: Known; readonly images: Table<'images'> | undefined; readonly workbook: Workbook },
  toSend: readonly ToSend[],
  closing: readonly QuoteFiled[],
): Delivery {
  const delivery = deliver(ports, documentParcels(prepareMails(workbook, toSend, ports), images, ports), {
    closing,
    unshown: [],
    known,
    waiting: 'some',
  })
  if (delivery.sent.length > 0) ports.lock.hold(() => refreshQuotes(ports, openWorkbook(ports)))
  return delivery
}

interface Taken extends Omit<QuotesMade, 'filed' | 'sent' | 'unfinished'> {
  readonly toFile: readonly QuoteMade[]
  /** Their mail was begun by the run that was stopped. */
  readonly begun: ReadonlySet<string>
  readonly images: Table<'images'> | undefined
  readonly known: Known
  readonly workbook: Workbook
}

function takeQuotes(ports: Ports, request: QuoteRequest): Taken | { readonly missing: readonly Finding[] } {
  const { sheets, store, files, clock, ids } = ports
  let workbook = openWorkbook(ports)
  workbook.table('settings')
  const missing = missingStructure(ports, workbook)
  if (missing.length > 0) return { missing }
  if (workbook.tableIfAny('quotes') === undefined) {
    repairStructure(ports, ['quotes'])
    workbook = openWorkbook(ports)
  }
  const schema = schemaEvents(workbook.journal())
  const left = unfinishedQuotes(workbook)
  const claimed = new Set(left.incomplete.flatMap(({ rows }) => rows))
  const plan = planQuotes(workbook, request, claimed, clock.today, ids.next)
  const sales = workbook.table('sales')
  writeNewIds(sheets, sales, plan.named)
  const fileIds = plan.candidates.length === 0 ? [] : files.newIds(plan.candidates.length)
  const made = plan.candidates.map((candidate, index) => reserve(candidate, fileIds[index] ?? '', ids.next(), request))
  const all = [...left.incomplete, ...made]
  if (schema.length + made.length > 0) store.write(pendingProperty)
  const head = appendEvents(sheets, [...schema, ...made], workbook.journal().head, clock.instant)
  applyToQuotes(sheets, workbook.table('quotes'), all)
  const checks = new Map([...plan.blockedRows].map(([row, finding]) => [row, checkSentence(finding, row)]))
  applyToQuotedRows(sheets, withIds(sales, plan.named), all, checks)
  if (all.length + schema.length > 0) {
    sheets.flush()
    settleRows(ports, withIds(sales, plan.named), all)
    const last = made.filter(({ version }) => version === 1).at(-1)
    store.write({ ...headProperty(head), ...(last ? { [numberProperty('quotes')]: last.number } : {}) })
  }
  const states = quoteStates(workbook)
  const toFile = [...left.unfiled, ...made]
  return {
    made,
    left: left.incomplete,
    unchanged: plan.unchanged,
    blocked: plan.blockedRows.size,
    findings: plan.findings,
    toFile,
    begun: new Set(left.incomplete.filter(({ number }) => states.get(number)?.begun).map(({ number }) => number)),
    images: imagesFor(workbook, toFile),
    known: knownMails(workbook, head),
    workbook,
  }
}

function reserve(
  { document, rows, before }: QuoteCandidate,
  fileId: string,
  rowId: string,
  { send, order }: QuoteRequest,
): QuoteMade {
  const { number, quote } = document
  const name = documentFileName(document)
  const facts = {
    id: rowId,
    fileUrl: `https://drive.google.com/file/d/${fileId}/view`,
    order: order ?? before?.order ?? '',
  }
  return {
    type: 'quoted',
    v: 1,
    number,
    version: quote.version,
    document,
    register: quoteCells(document, facts) as StoredCells,
    rows,
    fileId,
    fileName: quote.version === 1 ? name : name.replace(/(_|\.)/, `-v${quote.version}$1`),
    folder: `Facturation/${yearOf(document.issueDate)}/Devis`,
    send,
    ...(facts.order === '' ? {} : { order: facts.order }),
  }
}

/** People sort while we write: where an ID is no longer in its row, the cells are put where they belong. */
function settleRows(ports: Ports, sales: Table<'sales'>, made: readonly QuoteMade[]): void {
  const column = sales.position.id
  if (column === undefined || made.length === 0) return
  const now = ports.sheets.readColumns('sales', column, column) ?? []
  if (sales.rows.every((row) => textOf(now[row.row - 1]?.[0] ?? '') === textOf(row.cells.id))) return
  applyToQuotedRows(ports.sheets, openWorkbook(ports).table('sales'), made, new Map())
  ports.sheets.flush()
}

/** The version in force, or why there is none. */
export function quoteNamed(workbook: Workbook, number: string): QuoteMade {
  const event = quotesNamed(workbook, new Set([number])).get(number as QuoteMade['number'])
  return event ?? refuse({ code: 'unknown-quote', number })
}
