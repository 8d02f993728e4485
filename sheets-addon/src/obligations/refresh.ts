import { addDays, addMonths, type Day, latest, parseDay } from '@tabellion/shared/calendar'
import { obligations } from '@tabellion/shared/deadlines'
import type { DeadlineMarked } from '@tabellion/shared/journal'
import { canonicalJson, sha256Hex } from '@tabellion/shared/kernel'
import { type Cell, deadlineStatuses, type Positions, rateStatuses, type Table } from '@tabellion/shared/ledger'
import { lawTables } from '@tabellion/shared/regulation'
import type { Ports } from '../ports.ts'
import { drawGauges } from '../workbook/dashboard.ts'
import { headProperty, openWorkbook, pendingProperty, type Workbook } from '../workbook/open.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendEvents, appendRecords, positionsOf, writePatches } from '../workbook/write.ts'
import { readBook } from './book.ts'
import { type Business, openBusiness } from './business.ts'
import { calendarOf, SCOPE_PROPERTY } from './calendar.ts'
import { appliedCells, BEFORE_FIRST_DAYS, planDeadlines } from './deadline-plan.ts'
import { type DeadlineRow, readDeadlines, settingSteps, settledOf } from './deadline-row.ts'
import { contributionsOf, declaredBook, returnEstimates } from './estimates.ts'
import { limitsOf } from './limits.ts'
import type { ObligationFinding } from './problems.ts'
import { readOverrides } from './rate-overrides.ts'
import { planRates } from './rates-plan.ts'
import { writeCells } from './write-cells.ts'

/** The day of the last run, and what the tab was made from: the same again, and there is nothing to do. */
export const STATE_PROPERTY = 'deadlines.state'
/** Marks up to this sequence of the journal are in the tab: what follows may come from a run that was stopped. */
export const MARKED_PROPERTY = 'deadlines.marked'

export interface Refreshed {
  readonly rows: readonly DeadlineRow[]
  readonly findings: readonly ObligationFinding[]
  readonly added: number
}

/**
 * Brings *Échéances* and *Barèmes* to today, under the lock: journal first, then rows. `whatever` looks at every cell even when
 * nothing has changed since the last run. A constant number of round trips, whatever the rows.
 */
export function refreshDeadlines(ports: Ports, workbook: Workbook, whatever = false): Refreshed {
  const { sheets, store, clock } = ports
  const { today } = clock
  const business = openBusiness(workbook)
  const table = workbook.tableIfAny('deadlines')
  if (!('profile' in business) || table === undefined)
    return { rows: table ? readDeadlines(table, settingSteps('')) : [], findings: business.findings, added: 0 }
  const steps = settingSteps(business.settings.text('Rappels des échéances'))
  const journal = workbook.journal()
  const properties = workbook.properties()
  const [stateDay = '', stateDigest] = (properties[STATE_PROPERTY] ?? '').split(' ')
  const state = digestOf(business, journal.keys('paid').length)
  const marked = lastMarks(journal.keys('deadlineMarked'))
  const unapplied = journal.rows.filter(
    ({ sequence, type }) => type === 'deadlineMarked' && sequence > Number(properties[MARKED_PROPERTY] ?? 0),
  )
  const before = readDeadlines(table, steps)
  const edited = before.some((row) => row.id !== '' && settledOf(row) !== (marked.get(row.id) ?? 'open'))
  if (!whatever && unapplied.length === 0 && !edited && stateDay === today && stateDigest === state)
    return { rows: before, findings: business.findings, added: 0 }

  const present = new Set(before.map(({ id }) => id))
  const lost = [...marked].some(([id, status]) => status !== 'open' && !present.has(id))
  const marks = unapplied.length > 0 || lost ? marksOf(workbook) : new Map<string, DeadlineMarked>()
  const again = new Set(unapplied.map(({ key }) => key.split(' ')[0] ?? ''))
  const finished = before.flatMap((row) => {
    const mark = again.has(row.id) ? marks.get(row.id) : undefined
    return mark?.source === 'action' ? [{ row: row.row, cells: appliedCells(row, mark, today) }] : []
  })
  const current = writeCells(sheets, table, finished) ? openWorkbook(ports).table('deadlines') : table
  const rows = readDeadlines(current, steps)

  const overrides = readOverrides(workbook.tableIfAny('rates'))
  const book = workbook.tableIfAny('receiptsBook')
  const ranks = new Map(book?.rows.map(({ cells, row }) => [Number(cells.rank), row]))
  const declared = declaredBook(book ? readBook(book, business.profile, today) : [], business, (rank) =>
    ranks.get(rank),
  )
  const contributions = contributionsOf(declared, overrides.own, today)
  const [first, last] = windowOf(rows, today)
  const plan = planDeadlines({
    rows,
    cells: new Map(current.rows.map(({ cells, row }) => [row, cells as Readonly<Record<string, Cell>>])),
    due: obligations(business.profile, first, last),
    estimates: returnEstimates(contributions, business.profile, today),
    marked,
    marks,
    refreshed: parseDay(stateDay),
    today,
  })
  let head = journal.head
  if (plan.adopted.length > 0) {
    store.write(pendingProperty)
    head = appendEvents(sheets, [...schemaEvents(journal), ...plan.adopted], head, clock.instant)
  }
  const positions = positionsOf(current)
  if (plan.patches.length > 0) writePatches(sheets, current, plan.patches, positions, () => false)
  const statuses = plan.statuses.map(({ row, status }) => ({ row, cells: { status: deadlineStatuses.labels[status] } }))
  writeCells(sheets, current, statuses)
  appendRecords(sheets, current, plan.added, positions)
  refreshRates(ports, workbook.tableIfAny('rates'), parseDay(stateDay))
  const changed = plan.patches.length + statuses.length + plan.added.length + finished.length > 0
  const after = changed ? openWorkbook(ports).table('deadlines') : current
  const now = changed ? readDeadlines(after, steps) : rows
  publish(sheets, after, now, properties[SCOPE_PROPERTY] ?? '', today)
  drawGauges(sheets, limitsOf(business, overrides.own, today), gaugePositions(workbook))
  sheets.flush()
  store.write({
    ...(plan.adopted.length > 0 ? headProperty(head) : {}),
    [STATE_PROPERTY]: `${today} ${state}`,
    [MARKED_PROPERTY]: String(head.sequence),
  })
  return {
    rows: now,
    findings: [
      ...business.findings,
      ...overrides.findings,
      ...declared.findings,
      ...contributions.findings,
      ...rows.flatMap(({ findings }) => findings),
    ],
    added: plan.added.length,
  }
}

const gaugePositions = (workbook: Workbook): Positions =>
  positionsOf(...(['sales', 'receiptsBook'] as const).flatMap((tab) => workbook.tableIfAny(tab) ?? []))

/** Once a calendar was made of the file, its events keep count of their changes (RFC 5545, 3.8.7.4). */
function publish(
  sheets: Ports['sheets'],
  table: Table<'deadlines'>,
  rows: readonly DeadlineRow[],
  scope: string,
  today: Day,
): void {
  if (scope === '') return
  const { published } = calendarOf(rows, scope, today)
  const patches = rows.flatMap(({ published: before, row }) => {
    const next = published.get(row)
    return next === undefined || next === before ? [] : [{ row, cells: { published: next } }]
  })
  if (patches.length > 0) writePatches(sheets, table, patches, positionsOf(table), () => false)
}

/** *Barèmes* follows the law that this version knows. */
function refreshRates({ sheets, clock }: Ports, table: Table<'rates'> | undefined, refreshed: Day | undefined): void {
  if (table === undefined) return
  const plan = planRates(table, lawTables(), clock.today, refreshed)
  const positions = positionsOf(table)
  if (plan.patches.length > 0) writePatches(sheets, table, plan.patches, positions, () => false)
  writeCells(sheets, table, [
    ...plan.values.map(({ row, value }) => ({ row, cells: { value } })),
    ...plan.statuses.map(({ row, status }) => ({ row, cells: { status: rateStatuses.labels[status] } })),
  ])
  appendRecords(sheets, table, plan.added, positions)
}

/** From the oldest row to twelve months ahead; later rows too, when the clock was set back. */
function windowOf(rows: readonly DeadlineRow[], today: Day): readonly [Day, Day] {
  let [first, last] = [
    rows.some(({ id }) => id !== '') ? today : addDays(today, -BEFORE_FIRST_DAYS),
    addMonths(today, 12),
  ]
  for (const { day, id } of rows) {
    if (day === undefined || id === '') continue
    if (day < first) first = day
    last = latest(last, day)
  }
  return [first, last]
}

const digestOf = ({ earlier, profile, settings }: Business, payments: number): string =>
  sha256Hex(canonicalJson([profile, earlier, settings.text('Rappels des échéances'), payments])).slice(0, 16)

/** The last status of each duty, from the journal's keys alone. */
function lastMarks(keys: readonly string[]): ReadonlyMap<string, DeadlineMarked['status']> {
  return new Map(
    keys.map((key) => {
      const [id = '', status] = key.split(' ')
      return [id, status === 'done' || status === 'not-applicable' ? status : 'open']
    }),
  )
}

export function marksOf(workbook: Workbook): ReadonlyMap<string, DeadlineMarked> {
  const marks = new Map<string, DeadlineMarked>()
  for (const { event } of workbook.events(({ type }) => type === 'deadlineMarked'))
    if (event.type === 'deadlineMarked') marks.set(event.id, event)
  return marks
}
