import type { ColumnRole } from '../problem.ts'
import { readHeading } from './heading.ts'
import { columnsOf, findMoney, type MoneyRoles } from './money-columns.ts'
import { profileColumns } from './profile.ts'
import type { Rows } from './sections.ts'
import type { Sketch } from './sketch.ts'
import { findTexts, type TextColumns } from './text-columns.ts'

export { columnsOf } from './money-columns.ts'

export interface Columns extends TextColumns, MoneyRoles {
  readonly date: number
  /** Better named than `date`, but empty on some rows. */
  readonly booked?: number
  readonly valueDate?: number
  readonly operationDate?: number
  readonly roles: readonly ColumnRole[]
}

/** More rows tell no more about the columns. */
const SAMPLE = 400
/** Ranks of `HeadingWords`: from 9 on a date is of something else than the movement. */
const OTHER_DATE = 9

/** Gives each column its role, by its heading where there is one and always by what it holds; undefined: no dated amounts. */
export function findColumns(headings: readonly string[] | undefined, data: Rows): Columns | undefined {
  const fitting = headings === undefined ? data : data.filter((row) => usedWidth(row) <= headings.length)
  const step = Math.max(1, Math.floor(data.length / SAMPLE))
  const sample = (fitting.length > 0 ? fitting : data).filter((_, at) => at % step === 0)
  const width = Math.max(headings?.length ?? 0, ...sample.map((row) => row.length))
  const sketch: Sketch = {
    words: Array.from({ length: width }, (_, column) => readHeading(headings?.[column] ?? '')),
    profiles: profileColumns(sample, width),
    sample,
    hasHeadings: headings !== undefined,
  }
  const dates = dateColumns(sketch)
  const money = findMoney(sketch)
  const [best] = dates
  if (best === undefined || money === undefined) return undefined
  const texts = findTexts(sketch, new Set([...dates, ...money.all]))
  const columns: Omit<Columns, 'roles'> = { ...texts, ...money.roles, ...dateRoles(sketch, dates, best) }
  return { ...columns, roles: Array.from({ length: width }, (_, column) => roleOf(columns, column)) }
}

/** Cells up to the last filled one: more than there are headings, where a label holds the delimiter. */
function usedWidth(row: readonly string[]): number {
  let width = row.length
  while (width > 0 && (row[width - 1] ?? '').trim() === '') width -= 1
  return width
}

/** Columns that hold dates, the one that says when the row was booked first. */
function dateColumns({ words, profiles, sample }: Sketch): number[] {
  const rank = (column: number): number => words[column]?.dateRank ?? (words[column]?.isValueDate ? 6 : 5)
  // Of the same date in two zones, the local one is the one the customer knows.
  const zone = (column: number): number => (words[column]?.isUtc ? 1 : 0)
  return [...profiles.entries()]
    .filter(([column, { dates, filled }]) => {
      const named = words[column]?.dateRank
      if (sample.length === 0) return named !== undefined && named < OTHER_DATE
      return dates > 0 && dates * 2 >= filled && (dates * 3 >= sample.length || named !== undefined)
    })
    .map(([column]) => column)
    .sort((a, b) => rank(a) - rank(b) || zone(a) - zone(b) || a - b)
}

/** The date of all rows: the best one that none lacks. What it is not (value, operation, booking of some rows) goes beside it. */
function dateRoles(
  { words, profiles, sample, hasHeadings }: Sketch,
  dates: readonly number[],
  best: number,
): Pick<Columns, 'date' | 'booked' | 'valueDate' | 'operationDate'> {
  const isFull = (column: number): boolean => sample.length === 0 || profiles[column]?.dates === sample.length
  const date = dates.find(isFull) ?? best
  const others = dates.filter((column) => column !== date)
  if (!hasHeadings) return { date, ...(others[0] !== undefined && { valueDate: others[0] }) }
  const value = others.find((column) => words[column]?.isValueDate)
  const operation = others.find((column) => {
    const heading = words[column]
    const isOther = heading?.dateRank !== undefined && (heading.dateRank >= OTHER_DATE || !heading.isOperationDate)
    return column !== best && column !== value && !isOther
  })
  return {
    date,
    ...(best !== date && (words[best]?.dateRank ?? OTHER_DATE) < OTHER_DATE && { booked: best }),
    ...(value !== undefined && { valueDate: value }),
    ...(operation !== undefined && { operationDate: operation }),
  }
}

function roleOf(columns: Omit<Columns, 'roles'>, column: number): ColumnRole {
  const { amount } = columns
  const [out, into] = columnsOf(amount)
  if (column === out) return amount.shape === 'signed' ? 'amount' : 'debit'
  if (column === into) return 'credit'
  if (amount.shape !== 'split' && column === amount.sign) return 'sign'
  if (columns.labels.includes(column)) return 'label'
  if (columns.parties.includes(column)) return 'counterparty'
  const single: readonly (readonly [number | undefined, ColumnRole])[] = [
    [columns.date, 'date'],
    [columns.valueDate, 'value-date'],
    [columns.operationDate, 'operation-date'],
    [columns.booked, 'operation-date'],
    [columns.balance, 'balance'],
    [columns.payer, 'counterparty'],
    [columns.payee, 'counterparty'],
    [columns.iban, 'counterparty-iban'],
    [columns.reference, 'reference'],
    [columns.endToEndId, 'end-to-end-id'],
    [columns.bankId, 'bank-id'],
    [columns.currency, 'currency'],
    [columns.kind, 'kind'],
    [columns.status, 'status'],
    [columns.account, 'account'],
  ]
  return single.find(([at]) => at === column)?.[1] ?? 'ignored'
}
