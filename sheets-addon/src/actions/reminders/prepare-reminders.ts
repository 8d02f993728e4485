import { counted } from '../../messages/sentences.ts'
import { typeset } from '../../messages/typography.ts'
import { openDesk } from '../../reminders/desk.ts'
import { showReminders } from '../../reminders/rows.ts'
import { action, noArguments } from '../action.ts'
import { toldReminders } from './told.ts'

/** Writes what each late invoice calls for; nothing leaves. */
export const prepareReminders = action({
  name: 'prepare-reminders',
  menu: 'Préparer les relances',
  what: 'Met à jour l’onglet Relances : ce qui est à valider, ce qui est retenu et pourquoi. Rien ne part.',
  args: noArguments,
  run: (ports) =>
    ports.lock.need(() => {
      const desk = openDesk(ports)
      const rows = showReminders(ports, desk)
      const told = toldReminders(desk, rows)
      const count = (status: string): number => rows.filter((row) => row.status === status).length
      const ready = count('toApprove') + count('failed')
      const held = count('suspended')
      const parts = [
        ready > 0 ? `${counted(ready, 'relance', 'relances')} à valider.` : 'Aucune relance à valider.',
        ...(held > 0
          ? [`${counted(held, 'relance retenue', 'relances retenues')} : voyez Pourquoi dans Relances.`]
          : []),
      ]
      return { message: typeset(parts.join(' ')), findings: [], reminders: told }
    }),
})
