import type { Day } from '@tabellion/shared/calendar'
import type { PlanAgreed } from '@tabellion/shared/journal'
import {
  type DocumentStatus,
  instalmentStatus,
  instalmentStatuses,
  instalmentsOf,
  numberKey,
  type PaymentPlan,
  readPlans,
  textOf,
} from '@tabellion/shared/ledger'
import type { Sheets } from '../ports.ts'
import type { Workbook } from '../workbook/open.ts'
import { appendRecords, type Patch, positionsOf, writePatches } from '../workbook/write.ts'

/** Plans in force; the tab is read only once a plan was ever made. */
export const plansOf = (workbook: Workbook): ReadonlyMap<string, PaymentPlan> =>
  runningPlans(workbook).size === 0 ? new Map() : readPlans(workbook.tableIfAny('plans'))

/** Invoices whose last word about plans is a plan, by the journal's index alone. */
export function runningPlans(workbook: Workbook): ReadonlySet<string> {
  const running = new Set<string>()
  for (const { type, key } of workbook.journal().rows) {
    if (type === 'planned') running.add(key)
    else if (type === 'planEnded') running.delete(key)
  }
  return running
}

/** Brings *Échéanciers* to what the journal agreed and to what came: *Encaissé* and *Statut*; rows that a stop left out. */
export function refreshPlans(
  sheets: Sheets,
  workbook: Workbook,
  statuses: ReadonlyMap<string, DocumentStatus>,
  today: Day,
): boolean {
  const table = workbook.tableIfAny('plans')
  const running = runningPlans(workbook)
  if (table === undefined || running.size === 0) return false
  const known = new Set(table.rows.map(({ cells }) => numberKey(textOf(cells.invoice))))
  const lost = new Set([...running].filter((number) => !known.has(numberKey(number))))
  const missing = lost.size === 0 ? [] : [...plannedFor(workbook, lost).values()]
  appendRecords(
    sheets,
    table,
    missing.flatMap(({ rows }) => rows.map(({ cells }) => cells)),
    positionsOf(table),
  )
  const patches: Patch<'plans'>[] = []
  const byId = new Map(table.rows.map((row) => [textOf(row.cells.id), row]))
  for (const [key, plan] of readPlans(table)) {
    const settlement = statuses.get(key)?.settlement
    if (settlement === undefined) continue
    for (const part of instalmentsOf(settlement, plan)) {
      const row = byId.get(part.id ?? '')
      const status = instalmentStatuses.labels[instalmentStatus(part, today)]
      const received = part.settled / 100
      if (row && (textOf(row.cells.status) !== status || row.cells.received !== received))
        patches.push({ row: row.row, cells: { received, status } })
    }
  }
  if (patches.length > 0) writePatches(sheets, table, patches, positionsOf(table), () => false)
  return patches.length + missing.length > 0
}

/** The last plan of each of these invoices. */
export const plannedFor = (workbook: Workbook, numbers: ReadonlySet<string>): ReadonlyMap<string, PlanAgreed> =>
  new Map(
    workbook
      .events(({ type, key }) => type === 'planned' && numbers.has(key))
      .flatMap(({ event }) => (event.type === 'planned' ? [[event.number, event] as const] : [])),
  )
