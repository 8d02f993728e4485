import { formatDay } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'
import type { NextReminder } from '@tabellion/shared/reminders'
import type { ReminderState } from '../reminders/history.ts'
import type { Owed } from '../reminders/owed.ts'
import type { ReminderRefusal } from '../reminders/problems.ts'
import { counted, quote, type Sentences } from './sentences.ts'
import { typeset } from './typography.ts'

const NOT_REMINDED: Readonly<
  Record<Extract<ReminderRefusal, { code: 'not-reminded' }>['why'], (detail: string) => string>
> = {
  settled: () => 'elle est réglée, ou annulée par un avoir.',
  notLate: (due) => `elle n’est due que le ${due}.`,
  dispute: () => 'elle est en litige. Décochez « En litige » dans Factures quand il est clos.',
  credit: (line) =>
    `une ligne de banque du même montant attend d’être rapprochée (${line}). Rapprochez-la, ou dites que ce n’est pas ce paiement.`,
  writtenOff: () => 'elle est irrécouvrable. Réclamez-la de nouveau d’abord.',
  handedOver: () => 'elle est confiée au recouvrement. Reprenez-la d’abord.',
  closedDay: (on) => `on n’écrit pas à un client un jour chômé. Recommencez le ${on}.`,
}

export const reminderRefusals: Sentences<ReminderRefusal> = {
  'reminder-unknown': ({ id }) =>
    `Aucune relance à faire ne s’appelle ${quote(id)}. Rien n’est parti : utilisez Facturation › Relances et impayés › Préparer les relances.`,
  'not-reminded': ({ detail, number, why }) =>
    `${number} n’est pas relancée : ${NOT_REMINDED[why](detail)} Rien n’est parti.`,
  'notice-said': ({ number, on }) =>
    `${number} : la mise en demeure a été faite le ${on.split('-').reverse().join('/')}. Rien n’est parti ; son PDF est dans le dossier Facturation de votre Drive.`,
}

/** *Pourquoi*: what it waits for, or what moved it. */
export function whyHeld({ credit, debt }: Owed, next: NextReminder, state: ReminderState | undefined): string {
  if (next.kind === 'held')
    return typeset(
      next.hold === 'dispute'
        ? 'En litige dans Factures.'
        : next.hold === 'suspended'
          ? 'Relances suspendues dans Factures.'
          : `Virement de ${credit ? `${formatEuros(credit.amount)} du ${formatDay(credit.date)}` : 'ce montant'} à rapprocher d’abord : ${credit?.label ?? ''}`,
    )
  if (state?.kind === 'failed') return state.why === 'quota' ? 'Quota d’e-mails atteint.' : 'L’e-mail n’est pas parti.'
  const { habit } = debt
  if (habit === undefined || next.kind === 'nothing') return ''
  const when =
    habit.median > 0
      ? `${habit.median} j après l’échéance`
      : habit.median === 0
        ? 'à l’échéance'
        : `${-habit.median} j avant l’échéance`
  return `Paie d’habitude ${when} (médiane de ${counted(habit.count, 'facture', 'factures')}).`
}
