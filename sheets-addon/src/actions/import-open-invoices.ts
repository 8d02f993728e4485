import { nameKey, takenOverRank } from '@tabellion/shared/invoicing'
import type { InvoiceTakenOver } from '@tabellion/shared/journal'
import {
  type ForeignInvoice,
  headingKey,
  numberKey,
  readForeignInvoices,
  readProfile,
  readRegister,
  readSettings,
  type Settings,
  textOf,
} from '@tabellion/shared/ledger'
import { formatEuros, sum } from '@tabellion/shared/money'
import { fileArguments, readForeignFile } from '../imports/foreign-file.ts'
import type { ImportProblem } from '../imports/problems.ts'
import { takeOver } from '../imports/take-over.ts'
import { counted } from '../messages/sentences.ts'
import { typeset } from '../messages/typography.ts'
import { recordPayments } from '../payments/record.ts'
import type { Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendEvents, appendRecords, positionsOf } from '../workbook/write.ts'
import { action, type Outcome } from './action.ts'
import type { Given } from './arguments.ts'

/** Invoices of another tool that are still to be paid: their numbers are kept, and ours go on after them. */
export const importOpenInvoices = action({
  name: 'import-open-invoices',
  menu: '',
  what: 'Reprend les factures encore dues d’un autre outil, avec leur numéro ; la numérotation continue après elles.',
  args: fileArguments,
  run: (ports, args) => ports.lock.need(() => importThem(ports, args)),
})

function importThem(ports: Ports, args: Given<typeof fileArguments>): Outcome {
  const file = readForeignFile(args)
  const { invoices, gaps, columns, unread, missing } = readForeignInvoices(file.rows, file.told)
  if (missing.length > 0)
    return refuse({ code: 'import-no-column', needed: missing, found: [...columns.map(({ from }) => from), ...unread] })
  const workbook = openWorkbook(ports)
  const settings = readSettings(workbook.table('settings'))
  const { fresh, findings } = chooseOpen(workbook, settings, invoices, ports.clock.today)
  for (const gap of gaps) findings.push({ code: 'import-unreadable', ...gap, severity: 'fix' })
  const due = formatEuros(sum(fresh.map((invoice) => invoice.due)))
  const imported = { columns, unread, rows: fresh.length, added: fresh.map(({ number }) => number) }
  const many = counted(fresh.length, 'facture', 'factures')
  if (file.isPreview)
    return {
      message: typeset(`Aperçu : ${many} à reprendre, ${due} à recevoir. Rien n’a été écrit.`),
      findings,
      imported,
    }
  const events = fresh.map((invoice) => takeOver(invoice, settings, ports.ids.next()))
  write(ports, workbook, events)
  continueNumbering(ports, settings, events)
  const recorded = recordPayments(ports, openWorkbook(ports))
  return {
    message: typeset(`${many} ${fresh.length > 1 ? 'reprises' : 'reprise'}, ${due} à recevoir.`),
    findings: [...findings, ...recorded.findings],
    imported,
  }
}

/** Of the file’s invoices, those that the register does not have and that something is still due on. */
function chooseOpen(
  workbook: Workbook,
  settings: Settings,
  invoices: readonly ForeignInvoice[],
  today: string,
): { readonly fresh: readonly ForeignInvoice[]; readonly findings: Finding[] } {
  const known = new Set([
    ...readRegister(workbook.table('invoices')).map(({ number }) => numberKey(number)),
    ...workbook.journal().keys('takenOver').map(numberKey),
  ])
  const names = new Set((workbook.tableIfAny('clients')?.rows ?? []).map(({ cells }) => nameKey(textOf(cells.name))))
  const isLiable = headingKey(settings.text('Régime de TVA')) !== 'franchise en base'
  const fresh: ForeignInvoice[] = []
  const findings: Finding[] = []
  const say = (problem: ImportProblem, severity: Finding['severity']): void => {
    findings.push({ ...problem, severity })
  }
  for (const invoice of invoices) {
    const { line, number, due, kind, issueDate, vat } = invoice
    if (known.has(numberKey(number))) say({ code: 'import-known-number', line, number }, 'info')
    else if (kind === 'credit') say({ code: 'import-credit-note', line, number }, 'fix')
    else if (due <= 0) say({ code: 'import-settled', line, number }, 'info')
    else if (issueDate > today) say({ code: 'import-in-future', line, number, on: issueDate }, 'fix')
    else if (isLiable && vat === undefined) say({ code: 'import-no-vat', line, number }, 'fix')
    else {
      known.add(numberKey(number))
      fresh.push(invoice)
    }
  }
  const strangers = [...new Set(fresh.map(({ client }) => client).filter((client) => !names.has(nameKey(client))))]
  if (strangers.length > 0) say({ code: 'import-client-missing', clients: strangers }, 'info')
  return { fresh, findings }
}

/** The journal first, then the register: what an earlier run left is finished by this one. */
function write(ports: Ports, workbook: Workbook, events: readonly InvoiceTakenOver[]): void {
  const { sheets, store, clock } = ports
  const journal = workbook.journal()
  const invoices = workbook.table('invoices')
  const present = new Set(readRegister(invoices).map(({ number }) => number))
  const left = new Set(journal.keys('takenOver').filter((number) => !present.has(number)))
  const unfinished = workbook.events(({ type, key }) => type === 'takenOver' && left.has(key)).map(({ event }) => event)
  const records = [...unfinished, ...events].flatMap((event) => (event.type === 'takenOver' ? [event.register] : []))
  if (records.length === 0) return
  let head = journal.head
  if (events.length > 0) {
    store.write(pendingProperty)
    head = appendEvents(sheets, [...schemaEvents(journal), ...events], head, clock.instant)
  }
  appendRecords(sheets, invoices, records, positionsOf(invoices))
  sheets.flush()
  if (events.length > 0) store.write(headProperty(head))
}

/**
 * Numbers that our pattern does not read are named in *Dernière facture hors de cet outil*, which the numbering goes on from;
 * those that it reads count by themselves.
 */
function continueNumbering(ports: Ports, settings: Settings, events: readonly InvoiceTakenOver[]): void {
  const pattern = readProfile(settings, 1).patterns.invoices
  if (pattern === undefined) return
  const rankOf = (number: string): number => takenOverRank(pattern, number, ports.clock.today) ?? 0
  const highest = events.reduce<{ number: string; rank: number } | undefined>((best, { number }) => {
    const rank = rankOf(number)
    return rank > (best?.rank ?? 0) ? { number, rank } : best
  }, undefined)
  const setting = 'Dernière facture hors de cet outil'
  const said = settings.text(setting)
  if (highest === undefined || (said !== '' && rankOf(said) >= highest.rank)) return
  const table = openWorkbook(ports).table('settings')
  const row = settings.row(setting)
  const column = table.position.value
  if (row !== undefined && column !== undefined) ports.sheets.writeEach('settings', [{ row, column }], highest.number)
  else
    appendRecords(
      ports.sheets,
      table,
      [{ section: 'Numérotation', name: setting, value: highest.number }],
      positionsOf(table),
    )
  ports.sheets.flush()
}
