import type { Day } from '@tabellion/shared/calendar'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { dayReader, ordersOf } from '../date.ts'
import type { Assumption, DateOrder, StatementProblem } from '../problem.ts'
import type { Format } from '../statement.ts'
import { type Columns, columnsOf, findColumns } from './columns.ts'
import { readHeading } from './heading.ts'
import { findDateOrder, type OrderFound } from './order.ts'
import { plainHeading } from './plain-heading.ts'
import { decimalMark } from './profile.ts'
import { findSections, hasDatedAmount, type Rows, type Section } from './sections.ts'

export interface TableContext {
  readonly format: Format
  readonly today: Day
  readonly dateOrder?: DateOrder | undefined
  /** The physical line of a row. */
  readonly lineOf: (row: number) => number
  /** Whether the delimiter and the like are those of a European export. */
  readonly isEuropean: boolean
}

/** How the lists of a file are to be read, settled before the first row is. */
export interface Plan {
  readonly lists: readonly { readonly section: Section; readonly columns: Columns }[]
  readonly mark: ',' | '.'
  readonly order: DateOrder
  readonly orderFrom: OrderFound['from']
  readonly days: (text: string) => Day | undefined
  readonly assumed: readonly Assumption[]
}

/** Rows looked at to tell the columns of a list. */
const ENOUGH = 2_000

/**
 * Finds every list of dated amounts in the rows of a CSV file or a sheet, by its headings or by what it holds, then settles the
 * decimal mark and the order of day and month once for all. Undefined: there is no list.
 */
export function planTables(rows: Rows, context: TableContext): Result<Plan, StatementProblem> | undefined {
  const lists: { section: Section; columns: Columns; headings: readonly string[] | undefined }[] = []
  for (const section of findSections(rows)) {
    const data = datedRows(rows, section)
    const headings = section.heading === undefined ? undefined : rows[section.heading]
    const columns = data.length === 0 && headings === undefined ? undefined : findColumns(headings, data)
    if (columns !== undefined) lists.push({ section, columns, headings })
  }
  if (lists.length === 0) return undefined
  const mark = decimalMark(moneyCells(rows, lists))
  const isEuropean =
    context.isEuropean || mark === ',' || lists.some(({ headings }) => headings?.some(isFrenchHeading) === true)
  const order = orderOf(rows, lists, isEuropean, context)
  if (order === undefined)
    return fail({ code: 'date-order-unknown', format: context.format, example: firstDate(rows, lists) })
  const assumed = lists.flatMap(({ section, columns, headings }) => assumptionsOf(section, columns, headings, context))
  if (order.from !== undefined) assumed.push({ code: 'date-order', order: order.order, from: order.from })
  return ok({ lists, mark, order: order.order, orderFrom: order.from, days: dayReader(order.order), assumed })
}

/**
 * The rows that hold a date and an amount. Without headings an account line (BNP, SG) may look like one: the movements are those
 * dated in the column that most are.
 */
function datedRows(rows: Rows, section: Section): Rows {
  const data: (readonly string[])[] = []
  for (let at = section.from; at < section.to && data.length < ENOUGH; at += 1) {
    const row = rows[at]
    if (row !== undefined && hasDatedAmount(row)) data.push(row)
  }
  const counts = new Map<number, number>()
  for (const row of data) {
    const column = row.findIndex((cell) => ordersOf(cell.trim()) !== undefined)
    counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  const main = [...counts].sort(([a, timesOfA], [b, timesOfB]) => timesOfB - timesOfA || a - b)[0]?.[0]
  return data.filter((row) => main !== undefined && ordersOf((row[main] ?? '').trim()) !== undefined)
}

type Lists = readonly { readonly section: Section; readonly columns: Columns }[]

function orderOf(rows: Rows, lists: Lists, isEuropean: boolean, context: TableContext): OrderFound | undefined {
  const dates: string[] = []
  const labels: (readonly [string, string])[] = []
  for (const { section, columns } of lists) {
    const label = columns.labels[0]
    for (let at = section.from; at < section.to; at += 1) {
      const date = rows[at]?.[columns.date]
      if (date === undefined || date === '') continue
      dates.push(date)
      if (label !== undefined && labels.length < 300) labels.push([date, rows[at]?.[label] ?? ''])
    }
  }
  return findDateOrder({ dates, labels, today: context.today, isEuropean, asked: context.dateOrder })
}

function firstDate(rows: Rows, [list]: Lists): string {
  const row =
    list === undefined
      ? undefined
      : rows.slice(list.section.from).find((cells) => ordersOf((cells[list.columns.date] ?? '').trim()) === 'both')
  return (list === undefined ? undefined : row?.[list.columns.date]?.trim()) ?? ''
}

function* moneyCells(rows: Rows, lists: Lists): Iterable<string> {
  for (const { section, columns } of lists) {
    const wanted = columnsOf(columns.amount)
    const step = Math.max(1, Math.floor((section.to - section.from) / 1_000))
    for (let at = section.from; at < section.to; at += step)
      for (const column of wanted) yield (rows[at]?.[column] ?? '').trim()
  }
}

/** Shown when the words of the headings did not suffice. */
function assumptionsOf(
  section: Section,
  columns: Columns,
  headings: readonly string[] | undefined,
  context: TableContext,
): Assumption[] {
  const assumed: Assumption[] = []
  const told = columns.roles.map((role, column) => ({ column, role })).filter(({ role }) => role !== 'ignored')
  if (headings === undefined)
    assumed.push({ code: 'no-headings', columns: told.map(({ column, role }) => ({ column: column + 1, role })) })
  else if (told.some(({ column, role }) => isGuess(headings[column] ?? '', role))) {
    const named = told.map(({ column, role }) => ({ heading: headings[column]?.trim() ?? '', role }))
    assumed.push({ code: 'headings', line: context.lineOf(section.heading ?? 0), headings: named })
  }
  if (columns.amount.shape === 'split' && columns.amount.guessed)
    assumed.push({ code: 'debit-then-credit', columns: [columns.amount.debit + 1, columns.amount.credit + 1] })
  if (columns.amount.shape === 'signed' && columns.amount.isPlus) assumed.push({ code: 'plus-only' })
  if (columns.isUnsigned) assumed.push({ code: 'unsigned-amounts' })
  if (columns.booked !== undefined && headings !== undefined) {
    assumed.push({
      code: 'date-column',
      heading: headings[columns.date]?.trim() ?? '',
      instead: headings[columns.booked]?.trim() ?? '',
    })
  }
  return assumed
}

function isGuess(heading: string, role: Columns['roles'][number]): boolean {
  const words = readHeading(heading)
  if (role === 'date') return words.dateRank === undefined
  if (role === 'amount' || role === 'debit' || role === 'credit') return words.money === undefined
  return role === 'label' && words.text === undefined
}

const isFrenchHeading = (heading: string): boolean =>
  /libelle|montant|solde|valeur|devise|operation|comptab|beneficiaire|reference de|numero|debit euros|sens\b/.test(
    plainHeading(heading),
  ) || /[éèêà]/i.test(heading)
