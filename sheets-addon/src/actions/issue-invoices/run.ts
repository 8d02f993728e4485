import { parseDay } from '@tabellion/shared/calendar'
import type { NumberReserved } from '@tabellion/shared/journal'
import { type Finding, sha256Hex } from '@tabellion/shared/kernel'
import { type Table, textOf } from '@tabellion/shared/ledger'
import { checkSentence } from '../../messages/findings.ts'
import type { Ports } from '../../ports.ts'
import { documentFile } from '../../workbook/document-file.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { missingStructure } from '../../workbook/repair.ts'
import { schemaEvents } from '../../workbook/schema.ts'
import { numberProperty } from '../../workbook/series.ts'
import { appendEvents } from '../../workbook/write.ts'
import type { IssuedSummary, Outcome } from '../action.ts'
import type { Arguments } from '../arguments.ts'
import { applyToLedger, applyToRegister, writeNewIds } from './apply.ts'
import { type IssueArguments, type IssuePlan, planIssue } from './plan.ts'
import { previewDigest } from './preview-digest.ts'
import { reserve } from './reserve.ts'

/** Numbers, freezes, then files. Under the lock: everything about numbers; after it: pages, which can be made again at will. */
export function issueInvoices(ports: Ports, given: Arguments): Outcome {
  const args = readArguments(given)
  const { expected, seconds, ...chosen } = args
  const taken = ports.lock.hold(() => takeNumbers(ports, chosen, expected))
  if (taken === undefined) return refuse({ code: 'lock-held' })
  if ('missing' in taken) return { message: 'Aucune facture émise.', findings: taken.missing, issued: [], files: [] }
  const filed = fileDocuments(ports, taken.toFile, taken.images, seconds)
  const issued = taken.reserved.map(summary)
  return {
    message: sentence(issued.length, taken.finished, taken.plan),
    findings: taken.plan.findings,
    issued,
    files: filed.map((event) => pathOf(event)),
    ...(filed.length < taken.toFile.length ? { unfinished: taken.toFile.length - filed.length } : {}),
  }
}

interface ReadArguments extends Omit<IssueArguments, 'claimed'> {
  readonly expected?: string
  readonly seconds?: number
}

function readArguments(given: Arguments): ReadArguments {
  const issueDate = given['issueDate'] === undefined ? undefined : parseDay(String(given['issueDate']))
  if (given['issueDate'] !== undefined && issueDate === undefined)
    refuse({ code: 'wrong-argument', argument: 'issueDate', expected: 'une date AAAA-MM-JJ' })
  return {
    send: given['send'] === true,
    strict: given['strict'] === true,
    ...(given['rows'] === undefined ? {} : { rows: given['rows'] as readonly string[] }),
    ...(issueDate === undefined ? {} : { issueDate }),
    ...(given['expected'] === undefined ? {} : { expected: String(given['expected']) }),
    ...(given['seconds'] === undefined ? {} : { seconds: Number(given['seconds']) }),
  }
}

interface Taken {
  readonly plan: IssuePlan
  readonly reserved: readonly NumberReserved[]
  /** How many documents of an earlier run were finished by this one. */
  readonly finished: number
  /** Those whose file is to be made: the new ones and those an earlier run left. */
  readonly toFile: readonly NumberReserved[]
  readonly images: Table<'images'> | undefined
}

function takeNumbers(
  ports: Ports,
  args: Omit<IssueArguments, 'claimed'>,
  expected: string | undefined,
): Taken | { readonly missing: readonly Finding[] } {
  const { sheets, store, files, clock, ids } = ports
  const workbook = openWorkbook(ports)
  workbook.table('settings')
  const missing = missingStructure(ports, workbook)
  if (missing.length > 0) return { missing }
  const schema = schemaEvents(workbook.journal())
  const left = unfinished(workbook)
  const claimed = new Set(left.incomplete.flatMap((event) => event.rows.map((row) => row.id)))
  const plan = planIssue(workbook, { ...args, claimed }, clock.today, ids.next)
  if (expected !== undefined && expected !== previewDigest(plan)) refuse({ code: 'preview-stale' })
  const sales = workbook.table('sales')
  const invoices = workbook.table('invoices')
  writeNewIds(sheets, sales, plan.named)
  const fileIds = plan.candidates.length === 0 ? [] : files.newIds(plan.candidates.length)
  const reserved = plan.candidates.map((candidate, index) =>
    reserve(candidate, fileIds[index] ?? '', ids.next(), args.send),
  )
  if (schema.length + reserved.length > 0) store.write(pendingProperty)
  const head = appendEvents(sheets, [...schema, ...reserved], workbook.journal().head, clock.instant)
  const all = [...left.incomplete, ...reserved]
  applyToRegister(sheets, invoices, all, clock.today)
  applyToLedger(
    sheets,
    withIds(sales, plan.named),
    all,
    new Map([...plan.blockedRows].map(([row, finding]) => [row, checkSentence(finding, row)])),
  )
  if (all.length > 0 || schema.length > 0) {
    sheets.flush()
    settle(ports, sales, all, plan.named)
    const last = reserved.at(-1)
    store.write({ ...headProperty(head), ...(last ? { [numberProperty('invoices')]: last.number } : {}) })
  }
  const withLogo = all.some((event) => event.document.style.logo)
  return {
    plan,
    reserved,
    finished: left.incomplete.length,
    toFile: [...left.unfiled, ...reserved],
    images: withLogo ? workbook.tableIfAny('images') : undefined,
  }
}

/** What earlier runs were stopped in: numbers whose file is not made, or that the register lacks. */
export function unfinished(workbook: Workbook): {
  readonly incomplete: readonly NumberReserved[]
  readonly unfiled: readonly NumberReserved[]
} {
  const journal = workbook.journal()
  const closed = new Set(journal.keys('issued'))
  const register = new Set(workbook.table('invoices').rows.map((row) => textOf(row.cells.number)))
  const left = new Set(journal.keys('reserved').filter((number) => !closed.has(number) || !register.has(number)))
  if (left.size === 0) return { incomplete: [], unfiled: [] }
  const events = workbook
    .events((row) => row.type === 'reserved' && left.has(row.key))
    .map((stored) => stored.event as NumberReserved)
  return { incomplete: events, unfiled: events.filter((event) => !closed.has(event.number)) }
}

/** Rows named in this run carry their new ID from here on. */
const withIds = (sales: Table<'sales'>, named: ReadonlyMap<number, string>): Table<'sales'> =>
  named.size === 0
    ? sales
    : {
        ...sales,
        rows: sales.rows.map((row) =>
          named.has(row.row) ? { ...row, cells: { ...row.cells, id: named.get(row.row) as string } } : row,
        ),
      }

/** People sort while we write: where an ID is no longer in its row, the cells are put where they belong. */
function settle(
  ports: Ports,
  sales: Table<'sales'>,
  reserved: readonly NumberReserved[],
  named: ReadonlyMap<number, string>,
): void {
  const column = sales.position.id
  if (column === undefined) return
  const now = ports.sheets.readColumns('sales', column, column) ?? []
  const moved = withIds(sales, named).rows.some((row) => textOf(now[row.row - 1]?.[0] ?? '') !== textOf(row.cells.id))
  if (!moved) return
  applyToLedger(ports.sheets, openWorkbook(ports).table('sales'), reserved, new Map())
  ports.sheets.flush()
}

/** One file per document, then one line each in the journal. What cannot be made now is made by the next run. */
function fileDocuments(
  ports: Ports,
  events: readonly NumberReserved[],
  images: Table<'images'> | undefined,
  seconds: number | undefined,
): readonly NumberReserved[] {
  if (events.length === 0) return []
  const made: { readonly event: NumberReserved; readonly digest: string; readonly bytes: number }[] = []
  for (const event of events) {
    if (ports.clock.timeIsUp(seconds)) break
    const bytes = documentFile(event, images)
    ports.files.create({ id: event.fileId, name: event.fileName, folder: event.folder, type: 'application/pdf', bytes })
    made.push({ event, digest: sha256Hex(bytes), bytes: bytes.length })
  }
  const closed = ports.lock.hold(() => {
    const head = openWorkbook(ports).headOnly()
    ports.store.write(pendingProperty)
    const next = appendEvents(
      ports.sheets,
      made.map(({ event, digest, bytes }) => ({ type: 'issued', v: 1, number: event.number, digest, bytes })),
      head,
      ports.clock.instant,
    )
    ports.sheets.flush()
    ports.store.write(headProperty(next))
    return true
  })
  if (closed === undefined) refuse({ code: 'lock-held' })
  return made.map(({ event }) => event)
}

const pathOf = (event: NumberReserved): string => `Drive/${event.folder}/${event.fileName}`

const summary = (event: NumberReserved): IssuedSummary => ({
  number: event.number,
  kind: event.document.kind,
  client: event.document.buyer.name,
  payableCents: event.document.totals.payable,
  file: pathOf(event),
})

function sentence(issued: number, finished: number, plan: IssuePlan): string {
  const left = new Set([...plan.blockedRows.keys()]).size
  const done = issued === 0 ? 'Aucune facture émise.' : issued === 1 ? '1 facture émise.' : `${issued} factures émises.`
  const completed =
    finished === 0
      ? ''
      : finished === 1
        ? ' 1 document d’un passage interrompu a été terminé.'
        : ` ${finished} documents d’un passage interrompu ont été terminés.`
  const blocked =
    left === 0
      ? ''
      : left === 1
        ? ' 1 ligne laissée de côté : voyez sa colonne Contrôle.'
        : ` ${left} lignes laissées de côté : voyez leur colonne Contrôle.`
  return `${done}${completed}${blocked}`
}
