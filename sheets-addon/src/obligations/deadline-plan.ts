import { addDays, type Day, firstDay, lastDay, parsePeriod } from '@tabellion/shared/calendar'
import { type Obligation, obligationKey } from '@tabellion/shared/deadlines'
import type { DeadlineMarked } from '@tabellion/shared/journal'
import { type Cell, type ColumnKey, type DeadlineStatus, deadlineStatuses, textOf } from '@tabellion/shared/ledger'
import { canBeLate } from '@tabellion/shared/regulation'
import type { Patch } from '../workbook/write.ts'
import { type DeadlineCells, deadlineCells, type Estimate } from './deadline-cells.ts'
import { type DeadlineRow, kindOf, PASSED, settledOf, statusOn, WITHDRAWN } from './deadline-row.ts'

export type DeadlineColumn = ColumnKey<'deadlines'>

/** What brings *Échéances* up to date. Cells that are the user's are set in rows of their own only by `marks`. */
export interface DeadlinePlan {
  readonly patches: readonly Patch<'deadlines'>[]
  readonly statuses: readonly { readonly row: number; readonly status: DeadlineStatus }[]
  readonly added: readonly Readonly<Partial<Record<DeadlineColumn, Cell>>>[]
  /** What the user changed by hand in *Statut*, for the journal. */
  readonly adopted: readonly DeadlineMarked[]
}

export interface DeadlineFacts {
  readonly rows: readonly DeadlineRow[]
  /** Our cells of each row as they stand. */
  readonly cells: ReadonlyMap<number, Readonly<Record<string, Cell>>>
  readonly due: readonly Obligation[]
  /** By `obligationKey`. */
  readonly estimates: ReadonlyMap<string, Estimate>
  /** The last status that the journal holds of each duty. */
  readonly marked: ReadonlyMap<string, DeadlineMarked['status']>
  /** The marks themselves, of duties whose row is not there. */
  readonly marks: ReadonlyMap<string, DeadlineMarked>
  /** The day of the last run: what fell due since then is added late, what fell due before is nobody's news. */
  readonly refreshed: Day | undefined
  readonly today: Day
}

export function planDeadlines(facts: DeadlineFacts): DeadlinePlan {
  const { due, rows, today } = facts
  const byId = new Map<string, DeadlineRow>()
  for (const row of rows) if (row.id !== '' && !byId.has(row.id)) byId.set(row.id, row)
  const dueById = new Map(due.map((each) => [obligationKey(each), each]))
  const patches: Patch<'deadlines'>[] = []
  const statuses: { row: number; status: DeadlineStatus }[] = []
  const adopted: DeadlineMarked[] = []
  for (const row of byId.values()) {
    const mark = typedMark(row, facts.marked.get(row.id) ?? 'open', today)
    if (mark) adopted.push(mark)
    const each = dueById.get(row.id)
    const next = each ? renewed(row, each, facts) : withdrawn(row, today)
    if (next === undefined) continue
    const current = facts.cells.get(row.row) ?? {}
    const changed = Object.entries(next.cells).filter(([key, cell]) => textOf(current[key] ?? '') !== textOf(cell))
    if (changed.length > 0) patches.push({ row: row.row, cells: Object.fromEntries(changed) })
    if (next.status !== undefined && next.status !== row.status) statuses.push({ row: row.row, status: next.status })
  }
  const first = byId.size === 0
  const since = first ? addDays(today, -BEFORE_FIRST_DAYS) : (facts.refreshed ?? today)
  const over = [...byId.values()].filter(
    (row) => kindOf(row.id) === 'urssaf-return' && !row.closedByUs && isOver(row, today),
  )
  const added = due
    .filter(
      (each) =>
        !byId.has(obligationKey(each)) &&
        each.day >= since &&
        (each.day >= today || !first || canBeLate(each.obligation)) &&
        !isCovered(each, over, dueById),
    )
    .map((each) => ({ ...newRow(each, facts), ...(first && each.day < today ? BEFORE : {}) }))
  return { patches, statuses, added, adopted }
}

/** Two months back: what a newcomer may have forgotten, without a list of what they did elsewhere. */
export const BEFORE_FIRST_DAYS = 62
/** Listed as late, and silent: perhaps it was done before this tool. */
const BEFORE = {
  alerts: 'aucun',
  note: 'Due avant votre premier passage ici : choisissez « Fait » si elle l’est.',
} as const

interface Next {
  readonly cells: Partial<DeadlineCells>
  readonly status?: DeadlineStatus
}

function renewed(row: DeadlineRow, due: Obligation, { estimates, refreshed, today }: DeadlineFacts): Next {
  const cells = deadlineCells(due, estimates.get(row.id), today)
  if (settledOf(row) !== 'open') return { cells }
  const next = statusOn(row.id, due.day, today)
  if (next === 'notApplicable') return { cells: { ...cells, basis: PASSED }, status: next }
  if (row.status === undefined) return { cells }
  // Ours is what we would have written last time, or what the day has overtaken; anything else is the user's word.
  const ours =
    row.closedByUs ||
    row.day !== due.day ||
    (refreshed !== undefined && row.status === statusOn(row.id, row.day ?? due.day, refreshed)) ||
    RANKS[row.status] < RANKS[next]
  return ours ? { cells, status: next } : { cells }
}

const RANKS: Readonly<Record<DeadlineStatus, number>> = {
  upcoming: 0,
  toPrepare: 1,
  toDo: 2,
  late: 3,
  done: 4,
  notApplicable: 4,
}

/** The profile no longer has this duty. One of a period that is over is owed all the same: it was begun under the old profile. */
function withdrawn(row: DeadlineRow, today: Day): Next | undefined {
  if (settledOf(row) !== 'open' || row.basis === PASSED) return undefined
  if (isOver(row, today) && row.day !== undefined && canBeLate(kindOf(row.id))) {
    const status = statusOn(row.id, row.day, today)
    return row.status !== undefined && RANKS[row.status] < RANKS[status] ? { cells: {}, status } : undefined
  }
  return { cells: { basis: WITHDRAWN, estimate: '' }, ...(row.status === undefined ? {} : { status: 'notApplicable' }) }
}

/** Whoever changes rhythm ends the period begun: a return of the new rhythm for days that a kept row declares is not due too. */
function isCovered(due: Obligation, rows: readonly DeadlineRow[], dueById: ReadonlyMap<string, Obligation>): boolean {
  if (due.obligation !== 'urssaf-return') return false
  return rows.some(({ id }) => {
    const period = periodOf(id)
    if (period === undefined || dueById.has(id)) return false
    return firstDay(period) <= firstDay(due.period) && lastDay(due.period) <= lastDay(period)
  })
}

function isOver({ id }: DeadlineRow, today: Day): boolean {
  const period = periodOf(id)
  return period !== undefined && lastDay(period) < today
}
const periodOf = (id: string) => parsePeriod(id.split('/')[1] ?? '')

function newRow(
  due: Obligation,
  { estimates, marks, today }: DeadlineFacts,
): Readonly<Partial<Record<DeadlineColumn, Cell>>> {
  const id = obligationKey(due)
  const cells = deadlineCells(due, estimates.get(id), today)
  const mark = marks.get(id)
  const status = statusOn(id, due.day, today)
  return {
    ...cells,
    status: deadlineStatuses.labels[status],
    ...(status === 'notApplicable' ? { basis: PASSED } : {}),
    ...(mark && mark.status !== 'open' ? markCells(mark) : {}),
  }
}

/** The user's own cells that a mark fills. */
const markCells = (mark: DeadlineMarked): Readonly<Partial<Record<DeadlineColumn, Cell>>> => ({
  ...(mark.status === 'open'
    ? {}
    : { status: deadlineStatuses.labels[mark.status === 'done' ? 'done' : 'notApplicable'] }),
  ...(mark.doneOn === undefined ? {} : { doneOn: mark.doneOn }),
  ...(mark.reference === undefined ? {} : { reference: mark.reference }),
  ...(mark.amount === undefined ? {} : { actual: mark.amount / 100 }),
  ...(mark.reason === undefined ? {} : { note: mark.reason }),
})

/** What a mark leaves in an existing row: reopened, the row says again what its day says. */
export const appliedCells = (row: DeadlineRow, mark: DeadlineMarked, today: Day): ReturnType<typeof markCells> =>
  mark.status === 'open' && row.day !== undefined
    ? { status: deadlineStatuses.labels[statusOn(row.id, row.day, today)], doneOn: '' }
    : markCells(mark)

/** What somebody chose in *Statut* since the last run. */
function typedMark(row: DeadlineRow, known: DeadlineMarked['status'], today: Day): DeadlineMarked | undefined {
  const status = settledOf(row)
  if (status === known) return undefined
  return {
    type: 'deadlineMarked',
    v: 1,
    id: row.id,
    status,
    on: today,
    source: 'typed',
    ...(row.doneOn === undefined ? {} : { doneOn: row.doneOn }),
    ...(row.reference === '' ? {} : { reference: row.reference }),
    ...(row.actual === undefined ? {} : { amount: row.actual }),
    ...(status === 'not-applicable' && row.note !== '' ? { reason: row.note } : {}),
  }
}
