import type { DocumentSent, NumberReserved } from '@tabellion/shared/journal'
import { type Row, type Table, textOf } from '@tabellion/shared/ledger'
import { applyToLedger, applyToRegister, writeNewIds } from '../../issuing/apply.ts'
import { billedRows } from '../../issuing/billed-rows.ts'
import { imagesFor, makeFiles, pathOf, summaryOf } from '../../issuing/filing.ts'
import { type IssueArguments, type IssuePlan, planIssue } from '../../issuing/plan.ts'
import { reserve } from '../../issuing/reserve.ts'
import { settle, withIds } from '../../issuing/settle.ts'
import { unfinished } from '../../issuing/unfinished.ts'
import { type Known, knownMails, WAITING } from '../../mail/clerk.ts'
import { deliver, sentSentence } from '../../mail/deliver.ts'
import { documentParcels } from '../../mail/parcel.ts'
import { prepareMails, type ToSend, withFiles } from '../../mail/prepare.ts'
import { unshownMails, unsureFindings, waitingMails } from '../../mail/waiting.ts'
import { checkSentence } from '../../messages/findings.ts'
import { adoptedSentence, hasTypedPayments } from '../../payments/adopt-first.ts'
import { recordPayments } from '../../payments/record.ts'
import type { Ports } from '../../ports.ts'
import { refreshQuotes } from '../../quotes/refresh.ts'
import type { Finding } from '../../workbook/finding.ts'
import { dayOf } from '../../workbook/given.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { missingStructure } from '../../workbook/repair.ts'
import { schemaEvents } from '../../workbook/schema.ts'
import { numberProperty } from '../../workbook/series.ts'
import { appendEvents } from '../../workbook/write.ts'
import type { Outcome } from '../action.ts'
import type { ArgumentsSchema, Given } from '../arguments.ts'
import { previewDigest } from './preview-digest.ts'

/** Rows that the issue itself adds to the ledger, and what makes asking twice the same. */
export interface Adding {
  readonly request: string
  /** Under the lock; `made`: an earlier run has done it. */
  readonly rows: (
    workbook: Workbook,
    incomplete: ReadonlySet<string>,
  ) => { readonly rows: readonly Row<'sales'>[] } | { readonly made: NumberReserved }
}

export const issueArguments = {
  properties: {
    send: { type: 'boolean', description: 'Envoyer aussi chaque facture par e-mail.' },
    rows: {
      type: 'array',
      description: 'Les ID des lignes à facturer, cochées ou non ; par défaut les lignes cochées.',
      items: { type: 'string' },
    },
    issueDate: { type: 'string', description: 'La date d’émission ; par défaut aujourd’hui.', format: 'date' },
    strict: { type: 'boolean', description: 'Tout refuser si une seule ligne bloque.' },
    expected: {
      type: 'string',
      description: 'L’empreinte d’un aperçu (preview-invoices) : rien n’est émis si les lignes ont changé depuis.',
    },
    seconds: { type: 'integer', description: 'Arrêter les PDF après tant de secondes ; un autre passage les finit.' },
  },
} as const satisfies ArgumentsSchema

/** Numbers, freezes, then files. Under the lock: everything about numbers; after it: pages, which can be made again at will. */
export function issueInvoices(ports: Ports, given: Given<typeof issueArguments>, adding?: Adding): Outcome {
  const args = readArguments(given)
  const { expected, seconds, ...chosen } = args
  const taken = ports.lock.hold(() => takeNumbers(ports, chosen, expected, adding))
  if (taken === undefined) return refuse({ code: 'lock-held' })
  if ('missing' in taken) return { message: 'Aucune facture émise.', findings: taken.missing, issued: [], files: [] }
  const filed = makeFiles(ports, taken.toFile, taken.images, seconds)
  const toSend = withFiles(taken.toSend, filed)
  const mails = prepareMails(taken.workbook, toSend, ports)
  const delivery = deliver(ports, documentParcels(mails, taken.images, ports), {
    closing: filed.map((file) => file.issued),
    unshown: taken.unshown,
    known: taken.known,
    waiting: toSend.length > 0 && toSend.length === taken.toSend.length ? 'all' : 'some',
    ...(seconds === undefined ? {} : { seconds }),
  })
  // A run that was stopped could not name its documents: the one that finishes them does.
  const issued = [...new Set([...taken.left, ...taken.reserved, ...taken.again])].map((event) => {
    const credit = taken.plan.candidates.find(({ document }) => document.number === event.number)?.credit ?? 0
    return { ...summaryOf(event), ...(credit > 0 ? { creditCents: credit } : {}) }
  })
  const left = taken.toFile.length - filed.length + delivery.left.length
  return {
    message: `${sentence(taken.reserved.length, taken.left.length, taken.plan)}${sentSentence(delivery.sent.length)}${adoptedSentence(taken.adopted)}`,
    findings: [...taken.plan.findings, ...taken.unsure, ...delivery.findings],
    issued,
    files: filed.map(({ event }) => pathOf(event)),
    ...(delivery.sent.length === 0 ? {} : { sent: delivery.sent }),
    ...(left > 0 ? { unfinished: left } : {}),
  }
}

interface ReadArguments extends Omit<IssueArguments, 'claimed'> {
  readonly expected?: string
  readonly seconds?: number
}

function readArguments(given: Given<typeof issueArguments>): ReadArguments {
  const issueDate = dayOf(given.issueDate, 'issueDate')
  return {
    send: given.send === true,
    strict: given.strict === true,
    ...(given.rows === undefined ? {} : { rows: given.rows }),
    ...(issueDate === undefined ? {} : { issueDate }),
    ...(given.expected === undefined ? {} : { expected: given.expected }),
    ...(given.seconds === undefined ? {} : { seconds: given.seconds }),
  }
}

interface Taken {
  readonly plan: IssuePlan
  readonly reserved: readonly NumberReserved[]
  /** Asked for again: what the first time made. */
  readonly again: readonly NumberReserved[]
  /** Documents of an earlier run that this one finishes. */
  readonly left: readonly NumberReserved[]
  /** Those whose file is to be made: the new ones and those an earlier run left. */
  readonly toFile: readonly NumberReserved[]
  /** Mails that their issue asked for, now or in an earlier run. */
  readonly toSend: readonly ToSend[]
  /** Mails of an earlier run that *Factures* does not show. */
  readonly unshown: readonly DocumentSent[]
  readonly unsure: readonly Finding[]
  readonly known: Known
  /** Payments typed by hand, recorded on the way. */
  readonly adopted: number
  readonly images: Table<'images'> | undefined
  readonly workbook: Workbook
}

function takeNumbers(
  ports: Ports,
  args: Omit<IssueArguments, 'claimed'>,
  expected: string | undefined,
  adding: Adding | undefined,
): Taken | { readonly missing: readonly Finding[] } {
  const { sheets, store, files, clock, ids } = ports
  const found = openWorkbook(ports)
  found.table('settings')
  const missing = missingStructure(ports, found)
  if (missing.length > 0) return { missing }
  const adopted = hasTypedPayments(found) ? recordPayments(ports, found).adopted.length : undefined
  const workbook = adopted === undefined ? found : openWorkbook(ports)
  const schema = schemaEvents(workbook.journal())
  const left = unfinished(workbook)
  const claimed = new Set(left.incomplete.flatMap((event) => event.rows.map((row) => row.id)))
  const asked = adding?.rows(workbook, new Set(left.incomplete.map(({ number }) => number)))
  const added = asked && 'rows' in asked ? asked.rows : []
  const wanted = added.length === 0 ? args : { ...args, added, rows: added.map(({ cells }) => textOf(cells.id)) }
  const plan = planIssue(workbook, { ...wanted, claimed }, clock.today, ids.next)
  if (expected !== undefined && expected !== previewDigest(plan)) refuse({ code: 'preview-stale' })
  const sales = workbook.table('sales')
  const invoices = workbook.table('invoices')
  writeNewIds(sheets, sales, plan.named)
  const fileIds = plan.candidates.length === 0 ? [] : files.newIds(plan.candidates.length)
  const reserved = plan.candidates.map((candidate, index) =>
    reserve({
      document: candidate.document,
      verdict: candidate.verdict,
      fileId: fileIds[index] ?? '',
      registerId: ids.next(),
      rows: billedRows(candidate),
      send: args.send,
      request: adding?.request,
    }),
  )
  const waiting = waitingMails(workbook)
  const unshown = unshownMails(workbook)
  if (schema.length + reserved.length > 0)
    store.write({ ...pendingProperty, ...(args.send && reserved.length > 0 ? { [WAITING]: '1' } : {}) })
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
  if (all.some(({ document }) => document.quoteNumber !== undefined)) refreshQuotes(ports, openWorkbook(ports))
  const toSend = [...waiting, ...reserved.flatMap((event) => (event.send ? [{ event, duplicate: false }] : []))]
  return {
    plan,
    reserved,
    again: asked && 'made' in asked ? [asked.made] : [],
    left: left.incomplete,
    toFile: [...left.unfiled, ...reserved],
    toSend,
    unshown,
    unsure: args.send ? unsureFindings(workbook) : [],
    known: knownMails(workbook, head),
    adopted: adopted ?? 0,
    images: imagesFor(workbook, [...all, ...toSend.map(({ event }) => event)]),
    workbook,
  }
}

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
