import { addDays, daysBetween } from '@tabellion/shared/calendar'
import type { RemindersWorded } from '@tabellion/shared/journal'
import {
  type Cell,
  channels,
  type ReminderStatus,
  type Row,
  reminderLevelLabels,
  reminderStatuses,
  textOf,
} from '@tabellion/shared/ledger'
import { type NextReminder, reminderKey } from '@tabellion/shared/reminders'
import { whyHeld, whyNotPosted } from '../messages/reminders.ts'
import type { Ports } from '../ports.ts'
import { appendRecords, type Patch, positionsOf, writePatches } from '../workbook/write.ts'
import { channelOf } from './choose.ts'
import { bookCommissions } from './commissions.ts'
import type { Desk } from './desk.ts'
import type { Owed } from './owed.ts'
import { showRelations } from './relations.ts'

/** What is planned shows a week ahead: a row for each invoice that may never be late would be noise. */
const AHEAD = 7

export interface ReminderRow {
  readonly id: string
  readonly owed: Owed
  readonly next: Extract<NextReminder, { readonly kind: 'later' | 'due' | 'held' }>
  readonly status: ReminderStatus
  readonly why: string
}

/** What each debt is waiting for. */
export function reminderRows(desk: Desk): readonly ReminderRow[] {
  return desk.owed.flatMap((owed): ReminderRow[] => {
    const next = desk.next(owed)
    if (next.kind === 'nothing') return []
    const { anchor, approval, level, on } = next.reminder
    const id = reminderKey(owed.number, anchor, level)
    if (on > addDays(desk.today, AHEAD) && !desk.rows.has(id)) return []
    const state = desk.history.state(id)
    const status: ReminderStatus =
      next.kind === 'held'
        ? 'suspended'
        : state?.kind === 'failed' || state?.kind === 'made'
          ? state.kind
          : next.kind === 'due' && (approval || channelOf(desk, owed, id, level) !== 'mail')
            ? 'toApprove'
            : 'planned'
    return [{ id, owed, next, status, why: whyHeld(owed, next, state) }]
  })
}

/** Brings *Relances*, and the two columns of *Factures*, to what was said and to what comes next. Nothing is ever deleted. */
export function showReminders(ports: Ports, desk: Desk): readonly ReminderRow[] {
  const { history, rows, table } = desk
  const shown = reminderRows(desk)
  const byId = new Map(shown.map((row) => [row.id, row]))
  const patches = [...rows.values()].flatMap((row): Patch<'reminders'>[] => {
    const id = textOf(row.cells.id)
    const state = history.state(id)
    const now = byId.get(id)
    const cells: Patch<'reminders'>['cells'] =
      state?.kind === 'sent'
        ? { status: reminderStatuses.labels.sent, sentOn: state.on, why: '' }
        : state?.kind === 'unsure'
          ? { status: reminderStatuses.labels.sending, sentOn: '' }
          : state?.kind === 'made'
            ? toPost(row, now)
            : now
              ? { status: reminderStatuses.labels[now.status], claimed: now.next.reminder.amount / 100, why: now.why }
              : id.includes('/')
                ? { status: reminderStatuses.labels.moot }
                : {}
    const changed = Object.entries(cells).some(([key, value]) => row.cells[key as 'status'] !== value)
    return changed ? [{ row: row.row, cells }] : []
  })
  if (patches.length > 0) writePatches(ports.sheets, table, patches, positionsOf(table), () => false)
  const planned = shown.filter(({ id }) => !rows.has(id) && history.state(id)?.kind !== 'made')
  const added = [...planned.map((row) => cellsOf(desk, row)), ...lostRows(desk)]
  appendRecords(ports.sheets, table, added, positionsOf(table))
  const marked = [markInvoices(ports, desk), showRelations(ports, desk), bookCommissions(ports, desk)]
  if (patches.length + added.length > 0 || marked.includes(true)) ports.sheets.flush()
  return shown
}

function cellsOf(desk: Desk, { id, next, owed, status, why }: ReminderRow): Readonly<Record<string, Cell>> {
  const { amount, anchor, level, on } = next.reminder
  return {
    invoice: owed.number,
    client: owed.settlement.entry.client,
    level: reminderLevelLabels[level],
    plannedOn: on,
    channel: channels.labels[channelOf(desk, owed, id, level)],
    claimed: amount / 100,
    status: reminderStatuses.labels[status],
    principal: amount / 100,
    daysLate: Math.max(0, daysBetween(anchor, desk.today)),
    why,
    id,
  }
}

/** What was said and whose row somebody deleted: it comes back, word for word. */
function lostRows({ history, owed, rows, workbook }: Desk): readonly Readonly<Record<string, Cell>>[] {
  const said = owed.flatMap(({ number }) =>
    history.said(number).map(({ anchor, level }) => reminderKey(number, anchor, level)),
  )
  const lost = new Set([...said, ...history.made].filter((id) => !rows.has(id)))
  if (lost.size === 0) return []
  const cells = new Map<string, RemindersWorded['reminders'][number]['cells']>()
  for (const { event } of workbook.events(({ type }) => type === 'reminders-worded'))
    if (event.type === 'reminders-worded')
      for (const worded of event.reminders) if (lost.has(worded.id)) cells.set(worded.id, worded.cells)
  return [...cells].map(([id, found]) => {
    const state = history.state(id)
    if (state?.kind === 'made') return { ...found, status: reminderStatuses.labels.made }
    return state?.kind === 'sent' ? { ...found, status: reminderStatuses.labels.sent, sentOn: state.on } : found
  })
}

/** A letter that waits for the post, and whether it may still go. */
function toPost(row: Row<'reminders'>, now: ReminderRow | undefined): Patch<'reminders'>['cells'] {
  if (now === undefined) return { status: reminderStatuses.labels.moot, sentOn: '', why: whyNotPosted('settled') }
  const held = now.next.kind === 'held'
  const less = row.cells.principal !== now.next.reminder.amount / 100
  return {
    status: reminderStatuses.labels[now.status],
    sentOn: '',
    why: held ? now.why : whyNotPosted(less ? 'less' : 'waits'),
  }
}

/** *Prochaine relance* and *Niveau de relance*. */
function markInvoices({ sheets }: Ports, desk: Desk): boolean {
  const invoices = desk.workbook.table('invoices')
  const owed = new Map(desk.owed.map((one) => [one.row.row, one]))
  const patches = invoices.rows.flatMap((row): Patch<'invoices'>[] => {
    const one = owed.get(row.row)
    const next = one ? desk.next(one) : undefined
    const level = Math.max(-1, ...desk.history.said(textOf(row.cells.number)).map((said) => said.level))
    const cells = {
      nextReminder: next === undefined || next.kind === 'nothing' ? '' : next.reminder.on,
      reminderLevel: level < 0 ? '' : level,
    }
    return row.cells.nextReminder === cells.nextReminder && row.cells.reminderLevel === cells.reminderLevel
      ? []
      : [{ row: row.row, cells }]
  })
  if (patches.length > 0) writePatches(sheets, invoices, patches, positionsOf(invoices), () => true)
  return patches.length > 0
}
