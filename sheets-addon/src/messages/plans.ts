import { formatDay } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'
import type { PlanRefusal } from '../plans/problems.ts'
import type { Sentences } from './sentences.ts'
import { of } from './typography.ts'

export const planRefusals: Sentences<PlanRefusal> = {
  'plan-sum': ({ due, number, sum }) =>
    `Les parts font ${formatEuros(sum)}, et ${number} a ${formatEuros(due)} à recevoir. Rien n’a été écrit : corrigez une part.`,
  'plan-date': ({ after, number, on }) =>
    `Échéancier ${of(number)} : la part du ${formatDay(on)} doit venir après le ${formatDay(after)}. Rien n’a été écrit : changez sa date.`,
  'plan-part': ({ number, rank }) =>
    `Échéancier ${of(number)} : la part ${rank} n’est pas un montant positif. Rien n’a été écrit : corrigez-la.`,
  'plan-count': ({ most, number }) => `L’échéancier ${of(number)} compte de 2 à ${most} parts. Rien n’a été écrit.`,
  'plan-nothing-due': ({ number }) => `${number} n’a rien à recevoir : il n’y a pas de quoi faire un échéancier.`,
  'plan-disputed': ({ number }) =>
    `${number} est en litige. Rien n’a été écrit : décochez « En litige » dans Factures quand il est réglé.`,
  'no-plan': ({ number }) => `${number} n’a pas d’échéancier en cours. Rien n’a changé.`,
  'plan-without-email': ({ number }) =>
    `Le client ${of(number)} n’a pas d’adresse e-mail valable. Rien n’est parti : complétez sa fiche dans Clients.`,
  'plans-offered-already': ({ number, on }) =>
    `Des échéanciers ont déjà été proposés pour ${number} le ${formatDay(on)}. Rien n’est parti : regardez vos messages envoyés.`,
}
