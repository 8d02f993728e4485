import { readCents } from '../amount.ts'
import { readDay } from '../date.ts'
import type { RowProblem } from '../problem.ts'
import { proveTotal } from '../proof.ts'
import type { Account, StatementLine } from '../statement.ts'
import { accountsOf, proveBalances } from './balances.ts'
import { type Columns, columnsOf } from './columns.ts'
import type { Plan } from './plan.ts'
import { isAmountCell } from './profile.ts'
import { isRefused, kindReader, type RowContext, readRow } from './rows.ts'
import { isBalanceLabel, readSurrounding, type Surroundings } from './surroundings.ts'

export interface ListReading {
  readonly lines: readonly StatementLine[]
  readonly problems: readonly RowProblem[]
  readonly accounts: readonly Account[]
}
/** Takes the rows of one list as they come. */
export interface ListReader {
  readonly push: (row: readonly string[], line: number) => void
  readonly problems: readonly RowProblem[]
  /** Proves the balances; `headingLine`: where a total that fails is shown. */
  readonly finish: (headingLine: number) => ListReading
}

const MAY_BE_BALANCE = /sold|total|totaux|balance|^\d{5} ?\d|^[A-Z]{2}\d{2}/i

/** Reads one list; `above` are the rows that introduce it. */
export function listReader(
  plan: Plan,
  columns: Columns,
  above: readonly (readonly string[])[],
  hasHeading: boolean,
): ListReader {
  const around: Surroundings = {}
  for (const row of above) readSurrounding(row, around, false)
  const lines: StatementLine[] = []
  const problems: RowProblem[] = []
  /** Beside the lines: the balance printed at each (NaN: none) and its fee. */
  const balances: number[] = []
  const fees: number[] = []
  const currency = columns.currencyOfHeading ?? around.currency ?? 'EUR'
  const context: RowContext = {
    columns,
    days: plan.days,
    kinds: kindReader(),
    mark: plan.mark,
    account: around.account,
    currency,
  }

  /** A row beside the movements: blank, a title, a balance, a total, or, above the list, an account line that only looks like a movement. */
  const isAside = (row: readonly string[], problem: RowProblem): boolean => {
    const isFooter = lines.length > 0
    const first = row.find((cell) => cell.trim() !== '')
    if (first === undefined) return true
    const isTotal =
      isBalanceLabel(first) ||
      ('label' in problem && isBalanceLabel(problem.label)) ||
      ('text' in problem && isBalanceLabel(problem.text)) ||
      (problem.code === 'unreadable-date' && /^(?:sous\W?)?tota(?:l|ux)\b/i.test(problem.text)) ||
      (problem.code === 'no-transaction' && readDay(`1 ${problem.text}`, 'dmy') !== undefined)
    const mayBe =
      isTotal || problem.code === 'no-transaction' || problem.code === 'missing-date' || (!isFooter && !hasHeading)
    return (mayBe && readSurrounding(row, around, isFooter || isTotal)) || isTotal
  }

  const push = (whole: readonly string[], line: number): void => {
    const row = fitRow(whole, columns)
    if (row.length < 2 && (row[0] ?? '').trim() === '') return
    const read = readRow(row, line, context)
    if (read === undefined || isRefused(read)) {
      const problem = read?.problem ?? noTransaction(row, line)
      if (!isAside(row, problem)) problems.push(problem)
      return
    }
    if (read.rawLabel.length < 80 && MAY_BE_BALANCE.test(read.rawLabel) && isBalanceLabel(read.rawLabel)) {
      readSurrounding(row, around, false)
      return
    }
    lines.push(around.pending === true ? { ...read, pending: true } : read)
    if (columns.balance !== undefined) balances.push(readCents(row[columns.balance] ?? '', plan.mark))
    if (columns.fee !== undefined) fees.push(readCents(row[columns.fee] ?? '', plan.mark) || 0)
  }

  const finish = (headingLine: number): ListReading => {
    const proof = proveBalances(lines, balances, fees)
    const total = proveTotal(around.opening, around.closing, lines, headingLine)
    return {
      lines,
      problems: [...problems, ...proof.problems, ...(total === undefined ? [] : [total])],
      accounts: accountsOf(lines, around, proof.closing, currency),
    }
  }
  return { push, problems, finish }
}

function noTransaction(row: readonly string[], line: number): RowProblem {
  return {
    code: 'no-transaction',
    line,
    text: row
      .filter((cell) => cell.trim() !== '')
      .join(' ')
      .slice(0, 200),
  }
}

/** A label with an unquoted delimiter makes a row too long: its pieces are joined again where that makes the row fit. */
function fitRow(row: readonly string[], columns: Columns): readonly string[] {
  const width = columns.roles.length
  if (row.length <= width) return row
  const label = columns.labels[0]
  if (label === undefined || row.slice(width).every((cell) => cell.trim() === '')) return row
  const extra = row.length - width
  const joined = [
    ...row.slice(0, label),
    row.slice(label, label + extra + 1).join(' '),
    ...row.slice(label + extra + 1),
  ]
  return !fits(row, columns) && fits(joined, columns) ? joined : row
}

function fits(row: readonly string[], columns: Columns): boolean {
  const cells = columnsOf(columns.amount).map((column) => (row[column] ?? '').trim())
  return cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || isAmountCell(cell))
}
