import { type Cell, channels, reminderLevelLabels, reminderStatuses } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { appendRecords, positionsOf, writePatches } from '../workbook/write.ts'
import type { Chosen } from './choose.ts'
import type { Desk } from './desk.ts'

export const claimedOf = ({ reminder }: Chosen, total: Chosen['claim']['total']): Chosen['claim']['total'] =>
  reminder.level >= 3 ? total : reminder.amount

/** The row as it is said. */
export function saidCells(one: Chosen): Readonly<Record<string, Cell>> {
  const { channel, claim, id, owed, reminder, to, worded } = one
  const { interest } = claim
  return {
    invoice: owed.number,
    client: owed.settlement.entry.client,
    level: reminderLevelLabels[reminder.level],
    plannedOn: reminder.on,
    channel: channels.labels[channel],
    claimed: claimedOf(one, claim.total) / 100,
    status: reminderStatuses.labels.sending,
    recipient: to.join(', '),
    subject: worded.letter.subject,
    text: worded.letter.body,
    principal: (reminder.level >= 3 ? claim.principal : reminder.amount) / 100,
    daysLate: claim.daysLate,
    rate: reminder.level >= 3 ? (interest.parts.at(-1)?.rate ?? 0) / 100_000 : '',
    penalties: reminder.level >= 3 ? interest.amount / 100 : '',
    recoveryFee: reminder.level >= 3 ? claim.fee / 100 : '',
    why: '',
    id,
  }
}

/** On their rows, or on new ones where the tab has none yet. */
export function writeSaid({ sheets }: Ports, { rows, table }: Desk, said: readonly Chosen[]): void {
  const positions = positionsOf(table)
  const there = said.flatMap((one) => {
    const row = rows.get(one.id)
    const { plannedOn: _, channel: __, ...cells } = saidCells(one)
    return row ? [{ row: row.row, cells }] : []
  })
  if (there.length > 0) writePatches(sheets, table, there, positions, () => false)
  appendRecords(sheets, table, said.filter(({ id }) => !rows.has(id)).map(saidCells), positions)
}
