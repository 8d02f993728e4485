import { formatDay } from '@tabellion/shared/calendar'
import { numberKey, textOf } from '@tabellion/shared/ledger'
import { openDesk } from '../../reminders/desk.ts'
import { showReminders } from '../../reminders/rows.ts'
import { dayOf } from '../../workbook/given.ts'
import { refuse } from '../../workbook/refusal.ts'
import { written } from '../../workbook/write.ts'
import { action } from '../action.ts'
import { about } from '../arguments.ts'

/** *Prévue le* is the user’s column: this types in it. */
export const postponeReminder = action({
  name: 'postpone-reminder',
  menu: 'Reporter une relance…',
  what: 'Reporte une relance prévue à un autre jour.',
  args: {
    required: ['id', 'date'],
    properties: {
      id: { type: 'string', description: 'Son ID dans l’onglet Relances.' },
      date: { type: 'string', description: 'Le jour où elle sera prévue.', format: 'date' },
    },
  },
  run: (ports, args) =>
    ports.lock.need(() => {
      const id = args.id.trim()
      const desk = openDesk(ports)
      const row = desk.rows.get(id)
      const column = desk.table.position.plannedOn
      if (row === undefined || column === undefined || desk.history.state(id)?.kind === 'sent')
        return refuse({ code: 'reminder-unknown', id })
      const on = dayOf(args.date, 'date')
      if (on === undefined || on <= desk.today)
        return refuse({ code: 'wrong-argument', argument: 'date', expected: 'une date à venir' })
      ports.sheets.writeEach('reminders', [{ row: row.row, column }], written('reminders', 'plannedOn', on))
      ports.sheets.flush()
      showReminders(ports, openDesk(ports))
      return { message: `Relance de ${textOf(row.cells.invoice)} reportée au ${formatDay(on)}.`, findings: [] }
    }),
})

/** *Suspendre les relances*, the user’s tick of *Factures*. */
export const suspendReminders = action({
  name: 'suspend-reminders',
  menu: 'Ne plus relancer…',
  what: 'Coche Suspendre les relances d’une facture ; peut être repris.',
  args: about('de la facture', {
    undo: { type: 'boolean', description: 'Relancer de nouveau.' },
  }),
  run: (ports, args) =>
    ports.lock.need(() => {
      const number = args.number.trim()
      const isBack = args.undo === true
      const { workbook } = openDesk(ports)
      const table = workbook.table('invoices')
      const row = table.rows.find(({ cells }) => numberKey(textOf(cells.number)) === numberKey(number))
      const column = table.position.remindersSuspended
      if (row === undefined || column === undefined) return refuse({ code: 'unknown-number', number })
      ports.sheets.writeEach('invoices', [{ row: row.row, column }], !isBack)
      ports.sheets.flush()
      showReminders(ports, openDesk(ports))
      const message = isBack ? `${number} : les relances reprennent.` : `${number} ne sera plus relancée.`
      return { message, findings: [] }
    }),
})
