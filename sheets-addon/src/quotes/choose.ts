import { type Group, groupLines, nameKey } from '@tabellion/shared/invoicing'
import { isToInvoice, type Row, textOf } from '@tabellion/shared/ledger'
import type { QuoteRequest } from '../actions/quotes/request.ts'
import type { Finding } from '../workbook/finding.ts'
import { refuse } from '../workbook/refusal.ts'
import type { QuoteState } from './states.ts'

type SalesRow = Row<'sales'>

/** The rows of the quote named, with those ticked for the same job; those named; or the ticked ones. */
export function chooseRows(
  free: readonly SalesRow[],
  all: readonly SalesRow[],
  { number, rows }: QuoteRequest,
  states: ReadonlyMap<string, QuoteState>,
): readonly SalesRow[] {
  if (number !== undefined) {
    const state = states.get(number)
    if (state === undefined) return refuse({ code: 'unknown-quote', number })
    if (state.decision !== undefined)
      return refuse({ code: state.decision === 'accepted' ? 'quote-already-accepted' : 'quote-declined', number })
    const attached = free.filter((row) => textOf(row.cells.quote) === number)
    const jobs = new Set(attached.map(jobOf))
    const joining = free.filter((row) => isToInvoice(row) && textOf(row.cells.quote) === '' && jobs.has(jobOf(row)))
    return attached.length === 0 ? refuse({ code: 'quote-without-row', number }) : [...attached, ...joining]
  }
  if (rows === undefined) return free.filter(isToInvoice)
  const wanted = new Set(rows)
  const known = new Set(all.map((row) => textOf(row.cells.id)))
  for (const id of wanted) if (id === '' || !known.has(id)) refuse({ code: 'unknown-row', id })
  return free.filter((row) => wanted.has(textOf(row.cells.id)))
}

const jobOf = ({ cells }: SalesRow): string =>
  JSON.stringify([nameKey(textOf(cells.client)), nameKey(textOf(cells.group))])

export interface ReadRow {
  readonly row: SalesRow
  readonly findings: readonly Finding[]
  readonly line: Group['lines'][number]
}

/**
 * One group per client and *Regroupement*. Rows of a quote bring the others of the same quote: a new version says all of it.
 * Rows without one join the group's only quote, else make their own.
 */
export function groupsOf(
  chosen: readonly ReadRow[],
  free: readonly SalesRow[],
  read: (row: SalesRow) => ReadRow,
): readonly { readonly group: Group; readonly attached?: string }[] {
  const quoteOf = ({ row }: ReadRow): string => textOf(row.cells.quote)
  const groups: { group: Group; attached?: string }[] = []
  const byRow = new Map(chosen.map((one) => [one.line.row, one]))
  const seen = new Set<string>()
  // A quote's lines are never split by row: one quote, whatever the client's invoices are.
  for (const group of groupLines(
    chosen.map(({ line }) => ({ ...line, quote: '' })),
    new Map(),
  )) {
    const members = group.lines.flatMap(({ row }) => byRow.get(row) ?? [])
    const attached = [...new Set(members.map(quoteOf).filter((number) => number !== ''))]
    const loose = members.filter((member) => quoteOf(member) === '')
    for (const number of attached) {
      if (seen.has(number)) continue
      seen.add(number)
      const own = free.filter((row) => textOf(row.cells.quote) === number).map((row) => byRow.get(row.row) ?? read(row))
      const all = [...own, ...(attached.length === 1 ? loose : [])].sort((a, b) => a.line.row - b.line.row)
      groups.push({ group: { ...group, lines: all.map(({ line }) => line) }, attached: number })
    }
    if (attached.length !== 1 && loose.length > 0)
      groups.push({ group: { ...group, lines: loose.map(({ line }) => line) } })
  }
  return groups
}
