import { daysBetween } from '@tabellion/shared/calendar'
import { channels, reminderLevelLabels, reminderStatuses, textOf } from '@tabellion/shared/ledger'
import { readAddresses } from '../../mail/addresses.ts'
import { addressOf } from '../../mail/prepare.ts'
import { counted } from '../../messages/sentences.ts'
import { channelOf } from '../../reminders/choose.ts'
import type { Desk } from '../../reminders/desk.ts'
import type { ReminderRow } from '../../reminders/rows.ts'
import type { SaidReminders } from '../../reminders/send.ts'
import type { TodoItem } from '../action.ts'

/** The user knows that the money is another’s. */
export const ANYWAY = {
  type: 'boolean',
  description: 'Même si une ligne de banque du même montant attend d’être rapprochée.',
} as const

/** One line of the list that the user says yes to. */
export interface ToldReminder {
  readonly id: string
  readonly number: string
  readonly client: string
  /** Of *Factures*. */
  readonly row: number
  readonly level: string
  readonly on: string
  readonly channel: string
  readonly to: readonly string[]
  readonly amountCents: number
  readonly daysLate: number
  /** 0 to 4. */
  readonly rank: number
  readonly status: string
  readonly why: string
  readonly hold?: 'dispute' | 'credit' | 'suspended'
  /** Waits for a yes that may be given to many at once. */
  readonly isReady: boolean
}

export const toldReminders = (desk: Desk, rows: readonly ReminderRow[]): readonly ToldReminder[] =>
  rows
    .filter(({ next }) => next.kind !== 'later')
    .map(({ id, next, owed, status, why }) => {
      const { amount, anchor, level, on } = next.reminder
      const to = readAddresses(addressOf(owed.client))
      return {
        id,
        number: owed.number,
        client: textOf(owed.row.cells.client),
        row: owed.row.row,
        level: reminderLevelLabels[level],
        on,
        channel: channels.labels[channelOf(desk, owed, id, level)],
        to: to.ok ? to.value : [],
        amountCents: amount,
        daysLate: daysBetween(anchor, desk.today),
        rank: level,
        status: reminderStatuses.labels[status],
        why,
        ...(next.kind === 'held' ? { hold: next.hold } : {}),
        isReady: status === 'toApprove' && level < 3,
      }
    })

/** What waits for a yes, as *Aujourd’hui* says it. */
export function reminderItems(rows: readonly ReminderRow[], desk: Desk): readonly TodoItem[] {
  const item = (code: string, wanted: readonly ReminderRow[], message: string): readonly TodoItem[] => {
    const row = desk.rows.get(wanted[0]?.id ?? '')?.row
    return wanted.length === 0
      ? []
      : [{ code, count: wanted.length, message, tab: 'Relances', ...(row === undefined ? {} : { row }) }]
  }
  const ready = rows.filter(({ status }) => status === 'toApprove' || status === 'failed')
  const held = rows.filter(({ next }) => next.kind === 'held' && next.hold === 'credit')
  const made = rows.filter(({ status }) => status === 'made')
  return [
    ...item('letters-to-post', made, `${counted(made.length, 'lettre', 'lettres')} à poster.`),
    ...item('reminders-to-approve', ready, `${counted(ready.length, 'relance', 'relances')} à valider.`),
    ...item(
      'reminders-held',
      held,
      `${counted(held.length, 'relance retenue', 'relances retenues')} : de l’argent reçu est à rapprocher ou à imputer.`,
    ),
  ]
}

export function saidSentence({ files, kept, left, noted, sent }: SaidReminders): string {
  const parts = [
    ...(sent.length > 0 ? [`${counted(sent.length, 'relance envoyée', 'relances envoyées')}.`] : []),
    ...(noted > 0 ? [`${counted(noted, 'relance notée', 'relances notées')}.`] : []),
    ...(files.length > 0
      ? [
          `${counted(files.length, 'lettre à imprimer et à poster', 'lettres à imprimer et à poster')} : ${files.join(', ')}.`,
        ]
      : []),
    ...(kept > 0 ? [`${counted(kept, 'relance partira', 'relances partiront')} le prochain jour ouvré.`] : []),
    ...(left.length > 0 ? ['Le temps a manqué pour les autres : elles partiront avec le prochain passage.'] : []),
  ]
  return parts.length === 0 ? 'Aucune relance n’est partie.' : parts.join(' ')
}
