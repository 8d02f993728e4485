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
  spare: (sum) => `son client a ${sum} chez vous, de quoi la payer. Imputez ce crédit d’abord, ou rendez-le.`,
  writtenOff: () => 'elle est irrécouvrable. Réclamez-la de nouveau d’abord.',
  handedOver: () => 'elle est confiée au recouvrement. Reprenez-la d’abord.',
  closedDay: (on) => `on n’écrit pas à un client un jour chômé. Recommencez le ${on}.`,
}

const POSTED = 'Facturation › Relances et impayés › Mise en demeure postée'
const french = (on: string): string => on.split('-').reverse().join('/')

export const reminderRefusals: Sentences<ReminderRefusal> = {
  'reminder-unknown': ({ id }) =>
    `Aucune relance à faire ne s’appelle ${quote(id)}. Rien n’est parti : utilisez Facturation › Relances et impayés › Préparer les relances.`,
  'not-reminded': ({ detail, number, why }) =>
    `${number} n’est pas relancée : ${NOT_REMINDED[why](detail)} Rien n’est parti.`,
  'notice-said': ({ number, on }) =>
    `${number} : la mise en demeure a été envoyée le ${french(on)}. Rien n’a changé ; son PDF est dans le dossier Facturation de votre Drive.`,
  'notice-made': ({ number, on }) =>
    `${number} : la lettre faite le ${french(on)} dit déjà la même chose. Postez-la, puis notez-le : ${POSTED}.`,
  'notice-not-made': ({ number }) =>
    `${number} : aucune lettre n’attend d’être postée. Faites-la d’abord par Facturation › Relances et impayés › Mettre en demeure.`,
  'posting-date': ({ from, number, on, today }) =>
    `${number} : le ${french(on)} ne peut être le jour de l’envoi. La lettre est du ${french(from)}, nous sommes le ${french(today)}. Rien n’a été noté.`,
}

/** *Pourquoi*, of a letter that is made. */
export const whyNotPosted = (what: 'settled' | 'less' | 'waits'): string =>
  typeset(
    what === 'settled'
      ? 'Elle n’est plus à réclamer ainsi : ne postez pas la lettre.'
      : what === 'less'
        ? 'Le reste dû a changé : refaites la lettre avant de la poster.'
        : `Lettre à poster, puis : ${POSTED}`,
  )

/** *Pourquoi*: what it waits for, or what moved it. */
export function whyHeld(
  { client, credit, debt, spare }: Owed,
  next: NextReminder,
  state: ReminderState | undefined,
): string {
  if (next.kind === 'held')
    return typeset(
      next.hold === 'dispute'
        ? 'En litige dans Factures.'
        : next.hold === 'suspended'
          ? 'Relances suspendues dans Factures.'
          : credit
            ? `Virement de ${formatEuros(credit.amount)} du ${formatDay(credit.date)} à rapprocher d’abord : ${credit.label}`
            : `Son client a ${spare === undefined ? 'un crédit' : formatEuros(spare)} chez vous : à imputer d’abord.`,
    )
  if (state?.kind === 'failed') return state.why === 'quota' ? 'Quota d’e-mails atteint.' : 'L’e-mail n’est pas parti.'
  if (client === undefined) return typeset('Ce client n’est pas dans Clients : vérifiez son nom.')
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
