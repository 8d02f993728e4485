import { addDays, type Day, formatDay } from '@tabellion/shared/calendar'
import { numberKey, textOf } from '@tabellion/shared/ledger'
import { typeset } from '../../messages/typography.ts'
import type { Ports } from '../../ports.ts'
import { openDesk } from '../../reminders/desk.ts'
import { readId } from '../../reminders/history.ts'
import { noticeDays } from '../../reminders/owed.ts'
import { showReminders } from '../../reminders/rows.ts'
import { sayReminders } from '../../reminders/send.ts'
import { journalHeld } from '../../workbook/append.ts'
import { dayOf } from '../../workbook/given.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'
import { about } from '../arguments.ts'
import { ANYWAY, saidSentence } from './told.ts'

/**
 * features F-053: the letter of today, with today’s figures. On paper it is made, and said only once it is posted: until then
 * it may be made again, as of the day it leaves. By e-mail it is sent at once.
 */
export const formalNotice = action({
  name: 'formal-notice',
  menu: 'Mettre en demeure…',
  what: 'Fait la mise en demeure d’une facture en retard : lettre PDF, pénalités et indemnité calculées à ce jour.',
  args: about('de la facture', { anyway: ANYWAY }),
  run: (ports, args) => {
    const said = sayReminders(ports, {
      kind: 'notice',
      number: args.number.trim(),
      anyway: args.anyway === true,
    })
    const made =
      said.files.length === 0
        ? saidSentence(said)
        : `Mise en demeure faite : imprimez ${said.files.join(', ')}, postez-la en recommandé, puis notez-le par Facturation › Relances et impayés › Mise en demeure postée.`
    return { message: typeset(made), findings: said.findings, sent: said.sent, files: said.files }
  },
})

/** The letter is at the post office: from that day on it is said, and its deadline runs. */
export const postNotice = action({
  name: 'post-notice',
  menu: 'Mise en demeure postée…',
  what: 'Note le jour où la lettre est partie et le numéro du recommandé : le délai court de ce jour.',
  args: about('de la facture', {
    date: { type: 'string', description: 'Le jour de l’envoi ; par défaut aujourd’hui.', format: 'date' },
    registered: { type: 'string', description: 'Le numéro du recommandé ; par défaut celui de l’onglet Relances.' },
  }),
  run: (ports, args) =>
    ports.lock.need(() =>
      post(ports, args.number.trim(), dayOf(args.date, 'date') ?? ports.clock.today, (args.registered ?? '').trim()),
    ),
})

function post(ports: Ports, given: string, on: Day, typed: string): Outcome {
  const desk = openDesk(ports)
  const { history, rows, settings, statuses, table, today } = desk
  const key = numberKey(given)
  const known = statuses.get(key) ?? refuse({ code: 'unknown-number', number: given })
  const { balanceDue, entry } = known.settlement
  const until = formatDay(addDays(on, noticeDays(settings)))
  const id = [...history.made].reverse().find((made) => numberKey(readId(made)?.number ?? '') === key)
  if (id === undefined) {
    const said = history.said(given).find(({ level }) => level === 3)
    if (said === undefined) return refuse({ code: 'notice-not-made', number: entry.number })
    // Asked again by whoever had no answer.
    if (said.on !== on) return refuse({ code: 'notice-said', number: entry.number, on: said.on })
  } else {
    const from = history.state(id)?.on ?? today
    if (on < from || on > today) return refuse({ code: 'posting-date', number: entry.number, on, from, today })
    const row = rows.get(id)
    const registered = typed || textOf(row?.cells.registeredNumber ?? '')
    const column = table.position.registeredNumber
    const event = { type: 'reminder-sent', v: 1, id, on, ...(registered === '' ? {} : { registered }) } as const
    // Before it is said: stopped in between, the number is in its column, where asking again would find it.
    if (row && column && typed !== '') ports.sheets.writeEach('reminders', [{ row: row.row, column }], typed)
    journalHeld(ports, desk.workbook, { events: [event] })
    showReminders(ports, openDesk(ports))
  }
  const more =
    balanceDue <= 0
      ? 'Elle est réglée depuis : dites à votre client de ne pas en tenir compte.'
      : `Sans règlement au ${until}, vous pourrez agir.`
  return { message: typeset(`Mise en demeure de ${entry.number} envoyée le ${formatDay(on)}. ${more}`), findings: [] }
}
