import { fecFileName, fecText } from '@tabellion/shared/bookkeeping'
import { formatDay } from '@tabellion/shared/calendar'
import { utf8Bytes } from '@tabellion/shared/kernel'
import {
  type ColumnKey,
  columnOf,
  readDate,
  readScaled,
  type TabKey,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import { cents } from '@tabellion/shared/money'
import { parseSiret, sirenOf } from '@tabellion/shared/party'
import { refuse } from '../workbook/refusal.ts'
import { csvFile, decimal, type ExportFacts, type ExportFile, isWithin, rangeName } from './export-file.ts'

const REGISTER = [
  'number',
  'kind',
  'client',
  'subject',
  'issueDate',
  'dueDate',
  'net',
  'vat',
  'gross',
  'payable',
  'received',
  'credited',
  'balanceDue',
  'status',
  'originInvoice',
] as const satisfies readonly ColumnKey<'invoices'>[]

/** The documents issued between the two days, as *Factures* shows them. */
export const invoiceListFiles = (facts: ExportFacts): readonly ExportFile[] =>
  listFiles(facts, 'factures', facts.workbook.table('invoices'), REGISTER, 'issueDate')

const DEADLINES = [
  'day',
  'authority',
  'obligation',
  'period',
  'status',
  'doneOn',
  'reference',
  'estimate',
  'actual',
  'note',
  'source',
  'link',
] as const satisfies readonly ColumnKey<'deadlines'>[]

/** What was due, what was done of it, and the number that the administration gave. */
export const deadlineListFiles = (facts: ExportFacts): readonly ExportFile[] =>
  listFiles(facts, 'echeances', facts.workbook.table('deadlines'), DEADLINES, 'day')

const PURCHASES = [
  'rank',
  'date',
  'supplier',
  'document',
  'nature',
  'gross',
  'method',
  'receipt',
] as const satisfies readonly ColumnKey<'purchases'>[]

export const purchaseListFiles = (facts: ExportFacts): readonly ExportFile[] =>
  listFiles(facts, 'registre-des-achats', facts.workbook.table('purchases'), PURCHASES, 'date')

function listFiles<K extends TabKey>(
  facts: ExportFacts,
  name: string,
  table: Table<K>,
  columns: readonly ColumnKey<K>[],
  dated: ColumnKey<K>,
): readonly ExportFile[] {
  const rows = table.rows.flatMap(({ cells }) => {
    const on = readDate(cells[dated])
    return on.ok && on.value !== undefined && isWithin(facts, on.value) ? [{ cells, on: on.value }] : []
  })
  if (rows.length === 0) return []
  const sorted = [...rows].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return [
    csvFile(rangeName(name, facts, 'csv'), [
      columns.map((key) => columnOf(table.tab, key).heading),
      ...sorted.map(({ cells }) => columns.map((key) => shown(table.tab, key, cells[key]))),
    ]),
  ]
}

/** What cannot be read stays as typed. */
function shown<K extends TabKey>(tab: K, key: ColumnKey<K>, cell: string | number | boolean): string {
  const { kind } = columnOf(tab, key)
  if (kind === 'date') {
    const on = readDate(cell)
    if (on.ok) return on.value === undefined ? '' : formatDay(on.value)
  }
  if (kind === 'amount') {
    const amount = readScaled(cell, 2)
    if (amount.ok) return amount.value === undefined ? '' : decimal(cents(amount.value))
  }
  return textOf(cell)
}

/** LPF art. A47 A-1: a micro-entrepreneur owes none; their accountant asks for its shape. */
export function fecFiles({ entries, seals, settings, ...range }: ExportFacts): readonly ExportFile[] {
  const siret = parseSiret(settings.text('SIRET'))
  if (!siret.ok) return refuse({ code: 'fec-needs-siren' })
  const kept = entries.filter(({ date }) => isWithin(range, date))
  if (kept.length === 0) return []
  return [
    { name: fecFileName(sirenOf(siret.value), range.to), type: 'text/plain', bytes: utf8Bytes(fecText(kept, seals)) },
  ]
}
