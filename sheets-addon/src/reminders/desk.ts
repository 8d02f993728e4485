import { type Day, isWorkingDay } from '@tabellion/shared/calendar'
import type { Seller } from '@tabellion/shared/invoicing'
import {
  type DocumentStatus,
  numberKey,
  type Row,
  readDate,
  readProfile,
  readSettings,
  type Settings,
  type Table,
  textOf,
} from '@tabellion/shared/ledger'
import { type NextReminder, nextReminder, reminderKey } from '@tabellion/shared/reminders'
import { recordPayments } from '../payments/record.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { type ReminderHistory, readId, reminderHistory } from './history.ts'
import { type Owed, readOwed, zoneOf } from './owed.ts'

/** Everything that decides what is said, read once under the lock, after money was recorded: nobody is asked for what came. */
export interface Desk {
  readonly workbook: Workbook
  readonly settings: Settings
  readonly seller: Seller
  readonly statuses: ReadonlyMap<string, DocumentStatus>
  readonly history: ReminderHistory
  readonly owed: readonly Owed[]
  readonly table: Table<'reminders'>
  /** Rows of *Relances* by our ids. */
  readonly rows: ReadonlyMap<string, Row<'reminders'>>
  readonly today: Day
  readonly isOpen: boolean
  next(owed: Owed): NextReminder
}

export function openDesk(ports: Ports): Desk {
  const before = openWorkbook(ports)
  before.table('reminders')
  const { adopted, statuses } = recordPayments(ports, before)
  return deskOf(adopted.length === 0 ? before : openWorkbook(ports), statuses, ports.clock.today)
}

/** The ladder of whoever has a letter made, even of a client that is never reminded. */
const LETTER = { mode: 'toApprove', days: { 3: 0, 4: 0 } } as const

/** For who has just recorded money. */
export function deskOf(workbook: Workbook, statuses: Desk['statuses'], today: Day): Desk {
  const table = workbook.table('reminders')
  const settings = readSettings(workbook.table('settings'))
  const history = reminderHistory(workbook)
  const rows = new Map(table.rows.map((row) => [textOf(row.cells.id), row] as const))
  return {
    workbook,
    settings,
    seller: readProfile(settings, 1).profile.seller,
    statuses,
    history,
    owed: readOwed(workbook, statuses),
    table,
    rows,
    today,
    isOpen: isWorkingDay(today, zoneOf(settings)),
    next: ({ debt, number, policy }) => {
      const moved = (level: Parameters<typeof reminderKey>[2], anchor: Day): Day | undefined => {
        const read = readDate(rows.get(reminderKey(number, anchor, level))?.cells.plannedOn ?? '')
        return read.ok ? read.value : undefined
      }
      // A letter on the table comes before whatever the ladder would say: nobody gets something gentler meanwhile.
      const letter = history.made
        .flatMap((id) => readId(id) ?? [])
        .find((made) => numberKey(made.number) === numberKey(number))
      const found = nextReminder(debt, history.said(number), letter ? { ...policy, ...LETTER } : policy, moved, today)
      if (found.kind === 'nothing') return found
      const { reminder } = found
      if (letter?.anchor === reminder.anchor && reminder.level <= letter.level) {
        const waits = { ...reminder, level: letter.level, on: today, approval: true }
        const hold = debt.holds[0]
        return hold ? { kind: 'held', reminder: waits, hold } : { kind: 'due', reminder: waits }
      }
      const state = history.state(reminderKey(number, reminder.anchor, reminder.level))
      // Approved, it leaves by itself; refused by the post office, somebody must look first.
      const approval =
        state?.kind === 'failed' ? state.why !== 'quota' : state?.kind === 'approved' ? false : reminder.approval
      return { ...found, reminder: { ...reminder, approval } }
    },
  }
}
