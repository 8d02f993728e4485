import { type Day, daysBetween, formatDay } from '@tabellion/shared/calendar'
import { tabTitle } from '@tabellion/shared/ledger'
import { formatEuros } from '@tabellion/shared/money'
import { canBeLate } from '@tabellion/shared/regulation'
import type { TodoItem } from '../actions/action.ts'
import { sentenceWithoutPlace } from '../messages/findings.ts'
import { typeset } from '../messages/typography.ts'
import { type DeadlineRow, kindOf, settledOf } from './deadline-row.ts'
import type { ObligationFinding } from './problems.ts'

/** Duties open today that have reached one of their reminders, the latest first to be late; nothing of what is settled. */
export function openDeadlines(
  rows: readonly DeadlineRow[],
  today: Day,
): readonly (DeadlineRow & { readonly day: Day })[] {
  return rows
    .flatMap((row) => (row.day === undefined || row.id === '' ? [] : [{ ...row, day: row.day }]))
    .filter((row) => {
      if (settledOf(row) !== 'open' || row.closedByUs || row.steps.length === 0) return false
      const left = daysBetween(today, row.day)
      return left < 0 ? canBeLate(kindOf(row.id)) : left <= Math.max(...row.steps)
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** « Paiement de la CFE, 2026 : dans 20 jours, le 15/12/2026 (240,00 €). » Late ones first, since they cost money each month. */
export function deadlineItems(
  rows: readonly DeadlineRow[],
  findings: readonly ObligationFinding[],
  today: Day,
): readonly TodoItem[] {
  const open = openDeadlines(rows, today)
  const late = open.filter(({ day }) => day < today)
  const items: TodoItem[] = []
  if (late[0])
    items.push({
      code: 'deadlines-late',
      count: late.length,
      message: typeset(
        late.length === 1
          ? `${sentence(late[0], today)}`
          : `${late.length} échéances en retard, depuis le ${formatDay(late[0].day)} : ${late.map(({ title }) => title).join(', ')}.`,
      ),
      tab: tabTitle('deadlines'),
      row: late[0].row,
    })
  for (const row of open.filter(({ day }) => day >= today))
    items.push({
      code: 'deadline-near',
      count: 1,
      message: typeset(sentence(row, today)),
      tab: tabTitle('deadlines'),
      row: row.row,
    })
  // A start that cannot be read silences every deadline, as an empty one does: neither may pass for « rien ne vous attend ».
  const wrong = findings.find(
    ({ at, code }) => code === 'setting-needed' || (code === 'setting-unreadable' && at?.tab === 'settings'),
  )
  const needed = wrong?.code === 'setting-needed' || wrong?.code === 'setting-unreadable' ? wrong : undefined
  if (needed)
    items.push({
      code: 'deadlines-unknown',
      count: 1,
      message: typeset(
        needed.code === 'setting-needed'
          ? `Écrivez « ${needed.setting} » dans Réglages pour connaître vos échéances fiscales et sociales.`
          : sentenceWithoutPlace(needed),
      ),
      tab: tabTitle('settings'),
      ...(needed.at?.row === undefined ? {} : { row: needed.at.row }),
    })
  return items
}

export function sentence(row: DeadlineRow & { readonly day: Day }, today: Day): string {
  const amount = row.estimate === undefined || row.estimate === 0 ? '' : ` (${formatEuros(row.estimate)})`
  return `${row.title}, ${row.period} : ${whenText(row.day, today)}${amount}.`
}

/** « dans 20 jours, le 15/12/2026 », « demain », « aujourd’hui », « en retard depuis le 15/12/2026 ». */
export function whenText(day: Day, today: Day): string {
  const left = daysBetween(today, day)
  if (left < 0) return `en retard depuis le ${formatDay(day)}`
  if (left === 0) return 'aujourd’hui'
  return left === 1 ? 'demain' : `dans ${left} jours, le ${formatDay(day)}`
}
