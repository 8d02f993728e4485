import type { NumberReserved } from '@tabellion/shared/journal'
import type { Table } from '@tabellion/shared/ledger'
import { formatEuros, negate } from '@tabellion/shared/money'
import { applyToLedger, applyToRegister } from '../../issuing/apply.ts'
import { type CreditedInvoice, creditedInvoice } from '../../issuing/credited-invoice.ts'
import { imagesFor, makeFiles, pathOf, summaryOf } from '../../issuing/filing.ts'
import { reserve } from '../../issuing/reserve.ts'
import { finishRows, settle } from '../../issuing/settle.ts'
import { unfinished } from '../../issuing/unfinished.ts'
import { hasTypedPayments } from '../../payments/adopt-first.ts'
import { recordPayments } from '../../payments/record.ts'
import type { Ports } from '../../ports.ts'
import { journalNow } from '../../workbook/append.ts'
import type { Finding } from '../../workbook/finding.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook, wasStopped } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { schemaEvents } from '../../workbook/schema.ts'
import { numberProperty } from '../../workbook/series.ts'
import { appendEvents } from '../../workbook/write.ts'
import type { Outcome } from '../action.ts'
import type { Given } from '../arguments.ts'
import { planCredit } from './plan.ts'
import { type CreditRequest, type creditArguments, readRequest } from './request.ts'
import { creditRows } from './rows.ts'

/** Numbers and freezes under the lock, then the file, as an invoice. */
export function createCreditNote(ports: Ports, args: Given<typeof creditArguments>): Outcome {
  const request = readRequest(args)
  const taken = ports.lock.need(() => takeNumber(ports, request))
  const filed = makeFiles(ports, taken.toFile, taken.images)
  const events = filed.map((file) => file.issued)
  if (events.length > 0 && !journalNow(ports, () => ({ events }))) refuse({ code: 'lock-held' })
  const { credit } = taken
  return {
    message: credit ? sentence(credit, taken.again) : 'Aucun avoir émis.',
    findings: taken.findings,
    issued: credit ? [summaryOf(credit)] : [],
    files: filed.map(({ event }) => pathOf(event)),
    ...(filed.length < taken.toFile.length ? { unfinished: taken.toFile.length - filed.length } : {}),
  }
}

interface Taken {
  readonly credit?: NumberReserved
  /** The credit note was made by an earlier run of the same request. */
  readonly again: boolean
  readonly findings: readonly Finding[]
  readonly toFile: readonly NumberReserved[]
  readonly images: Table<'images'> | undefined
}

function takeNumber(ports: Ports, request: CreditRequest): Taken {
  const { sheets, store, files, clock, ids } = ports
  const opened = openWorkbook(ports)
  opened.table('settings')
  const typed = hasTypedPayments(opened)
  if (typed) recordPayments(ports, opened)
  const workbook = typed ? openWorkbook(ports) : opened
  const schema = schemaEvents(workbook.journal())
  const left = unfinished(workbook)
  const found = creditedInvoice(workbook, request.number)
  const before = alreadyMade(workbook, found, request, new Set(left.incomplete.map((event) => event.number)))
  if (before) {
    finishRows(ports, workbook, left.incomplete)
    return {
      credit: before,
      again: true,
      findings: [],
      toFile: left.unfiled,
      images: imagesFor(workbook, left.unfiled),
    }
  }
  const plan = planCredit(workbook, found, request, clock.today, ids.next)
  if (plan.credit === undefined) return { again: false, findings: plan.findings, toFile: [], images: undefined }
  const { document, rows, verdict } = plan.credit
  const event = reserve({
    document,
    verdict,
    fileId: files.newIds(1)[0] ?? '',
    registerId: ids.next(),
    rows: creditRows(document, rows, found.invoice),
    send: false,
    request: request.identity,
  })
  store.write(pendingProperty)
  const head = appendEvents(sheets, [...schema, event], workbook.journal().head, clock.instant)
  const all = [...left.incomplete, event]
  const sales = workbook.table('sales')
  applyToRegister(sheets, workbook.table('invoices'), all, clock.today)
  applyToLedger(sheets, sales, all, new Map())
  sheets.flush()
  settle(ports, sales, all)
  store.write({ ...headProperty(head), [numberProperty('credits')]: event.number })
  const toFile = [...left.unfiled, event]
  return { credit: event, again: false, findings: plan.findings, toFile, images: imagesFor(workbook, toFile) }
}

/**
 * The credit note that this very request has made: under the caller's key, whenever it was; else only if the run that made
 * it was stopped, since two alike may be meant.
 */
function alreadyMade(
  workbook: Workbook,
  { earlier }: CreditedInvoice,
  request: CreditRequest,
  incomplete: ReadonlySet<string>,
): NumberReserved | undefined {
  const same = earlier.filter((event) => event.request === request.identity)
  if (request.named) return same.at(-1)
  const last = same.at(-1)
  if (last === undefined) return undefined
  const newest = workbook.journal().rows.at(-1)?.key
  const stopped = incomplete.has(last.number) || (wasStopped(workbook.properties()) && newest === last.number)
  return stopped ? last : undefined
}

function sentence({ document, number }: NumberReserved, again: boolean): string {
  const amount = formatEuros(negate(document.totals.payable))
  const on = document.preceding[0]?.number ?? ''
  return again
    ? `L’avoir ${number} de ${amount} sur ${on} était déjà émis : il est terminé.`
    : `Avoir ${number} émis : ${amount} en moins sur ${on}.`
}
