import type { FranchiseVerdict, Gauge, GaugeId } from '@tabellion/shared/bookkeeping'
import { formatDay, yearOf } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'
import { typeset } from '../messages/typography.ts'
import type { ToldGauge } from './told.ts'

export const gaugeLabels: Readonly<Record<GaugeId, string>> = {
  micro: 'Plafond micro, toutes activités',
  'micro-services': 'Plafond micro, services',
  vat: 'Seuil de TVA, toutes activités',
  'vat-services': 'Seuil de TVA, services',
  'vat-upper': 'Seuil de TVA majoré, toutes activités',
  'vat-upper-services': 'Seuil de TVA majoré, services',
}

/** « Seuil de TVA, services : 31 200,00 € sur 37 500,00 € ; dépassé le 14/12/2026 à ce rythme. » */
export function gaugeSentence({
  changed,
  crossedOn,
  expectedOn,
  id,
  limit,
  prorated,
  reached,
  toConfirm,
}: Gauge): string {
  const parts = [
    `${gaugeLabels[id]} : ${formatEuros(reached)} sur ${formatEuros(limit)}`,
    ...(prorated ? ['au prorata de la première année'] : []),
    ...(crossedOn === undefined ? [] : [`dépassé le ${formatDay(crossedOn)}`]),
    ...(expectedOn === undefined ? [] : [`dépassé le ${formatDay(expectedOn)} à ce rythme`]),
    ...(toConfirm ? ['à confirmer : dernière valeur connue'] : []),
    ...(changed ? ['votre valeur, dans Barèmes'] : []),
  ]
  return typeset(`${parts.join(' ; ')}.`)
}

export const toldGauge = (gauge: Gauge): ToldGauge => ({
  id: gauge.id,
  label: gaugeLabels[gauge.id],
  limitCents: gauge.limit,
  reachedCents: gauge.reached,
  prorated: gauge.prorated,
  toConfirm: gauge.toConfirm,
  ...(gauge.changed ? { changed: true } : {}),
  ...(gauge.crossedOn === undefined ? {} : { crossedOn: gauge.crossedOn }),
  ...(gauge.expectedOn === undefined ? {} : { expectedOn: gauge.expectedOn }),
  message: gaugeSentence(gauge),
})

export function franchiseSentence(verdict: FranchiseVerdict): string {
  switch (verdict.kind) {
    case 'kept':
      return 'La franchise en base de TVA reste acquise.'
    case 'ends':
      return typeset(`Le seuil de TVA est dépassé : la franchise finit le 31/12/${yearOf(verdict.from) - 1}.`)
    case 'lost':
      return typeset(
        verdict.because === 'upper-crossed'
          ? `Le seuil majoré est dépassé : la TVA est due dès le ${formatDay(verdict.from)}, cette vente comprise.`
          : `Le seuil de l’an dernier est dépassé : la TVA est due depuis le ${formatDay(verdict.from)}.`,
      )
    case 'unknown':
      return typeset('Franchise de TVA : à confirmer, les seuils de l’année ne sont pas connus.')
  }
}
