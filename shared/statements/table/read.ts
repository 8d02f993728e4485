import { fail, ok, type Result } from '@tabellion/shared/kernel'
import type { Assumption, DateOrder, RowProblem, StatementProblem } from '../problem.ts'
import type { Account, Format, StatementLine } from '../statement.ts'
import { mergeAccounts } from './balances.ts'
import { withWholeDays } from './dated.ts'
import { type ListReading, listReader } from './list-reader.ts'
import { type Plan, planTables, type TableContext } from './plan.ts'
import type { Rows } from './sections.ts'

export interface TableReading {
  readonly accounts: readonly Account[]
  readonly lines: readonly StatementLine[]
  readonly problems: readonly RowProblem[]
  readonly assumed: readonly Assumption[]
  readonly mark: ',' | '.'
  readonly order: DateOrder
}

/** Reads every list of dated amounts in the rows of a CSV file or a sheet. Undefined: there is none. */
export function readTables(printed: Rows, context: TableContext): Result<TableReading, StatementProblem> | undefined {
  const { rows, assumed } = withWholeDays(printed, context.today)
  const plan = planTables(rows, context)
  if (plan === undefined || !plan.ok) return plan
  const readings = plan.value.lists.map(({ section, columns }) => {
    const above = section.above.map((at) => rows[at] ?? [])
    const reader = listReader(plan.value, columns, above, section.heading !== undefined)
    for (let at = section.from; at < section.to; at += 1) reader.push(rows[at] ?? [], context.lineOf(at))
    return reader.finish(section.heading === undefined ? 1 : context.lineOf(section.heading))
  })
  const joined = joinReadings(readings, plan.value, context.format)
  return joined.ok ? ok({ ...joined.value, assumed: [...assumed, ...joined.value.assumed] }) : joined
}

/** The lists of a file as one; refused when there were rows and not one could be read. */
export function joinReadings(
  readings: readonly ListReading[],
  plan: Plan,
  format: Format,
): Result<TableReading, StatementProblem> {
  const [first, ...others] = readings
  const lines = others.length === 0 ? (first?.lines ?? []) : readings.flatMap((reading) => reading.lines)
  const problems = readings.flatMap((reading) => reading.problems)
  if (lines.length === 0) {
    const cause = problems.find(
      ({ code }) => code !== 'no-transaction' && code !== 'not-executed' && code !== 'balance-mismatch',
    )
    if (cause !== undefined) return fail({ code: 'no-readable-row', format, rows: problems.length, first: cause })
  }
  const accounts = mergeAccounts(readings.flatMap((reading) => reading.accounts))
  return ok({ lines, problems, accounts, assumed: plan.assumed, mark: plan.mark, order: plan.order })
}
