import { formatIban, parseBic, parseIban } from '@tabellion/shared/party'
import type { KnownSettings } from '../../actions/change-settings.ts'
import { el } from '../parts/dom.ts'
import { choice, field, tick, type Verdict } from '../parts/field.ts'
import type { StyleField } from '../parts/style-field.ts'
import { type Screen, settingOf } from './screen.ts'

const METHODS = ['Virement', 'Chèque', 'Carte', 'Espèces', 'Paiement en ligne']
const TERMS = [
  'À réception',
  '15 jours',
  '30 jours',
  '45 jours',
  '60 jours',
  '30 jours fin de mois',
  '45 jours fin de mois',
]

export function paymentScreen(known: KnownSettings, style: StyleField): Screen {
  const value = (name: Parameters<typeof settingOf>[1]): string => settingOf(known, name)
  const iban = field('IBAN', {
    isOptional: true,
    value: value('IBAN'),
    hint: 'Imprimé avec un code QR que vos clients scannent.',
    check: (text): Verdict => {
      const read = parseIban(text)
      return read.ok
        ? { mood: 'good', text: `✓ ${formatIban(read.value)}` }
        : { mood: 'bad', text: 'Cet IBAN n’est pas valable : vérifiez chaque caractère.' }
    },
  })
  const bic = field('BIC', {
    isOptional: true,
    value: value('BIC'),
    check: (text): Verdict | undefined =>
      parseBic(text).ok ? undefined : { mood: 'bad', text: '8 ou 11 caractères.' },
  })
  const term = choice('Délai de paiement', TERMS, value('Délai de paiement'))
  const chosen = new Set(
    value('Modes de règlement')
      .split(/[,;\n]/)
      .map((method) => method.trim()),
  )
  const others = [...chosen].filter((method) => method !== '' && !METHODS.includes(method))
  const ticks = [...METHODS, ...others].map((method) => ({ method, tick: tick(method, chosen.has(method)) }))
  return {
    name: 'Paiement',
    title: 'Comment vous paie-t-on ?',
    intro: 'Et à quoi ressemblent vos documents.',
    element: el(
      'div',
      { class: 'fields' },
      el('div', { class: 'pair is-wide-first' }, iban.element, bic.element),
      el(
        'div',
        { class: 'pair' },
        term.element,
        el(
          'fieldset',
          { class: 'ticks' },
          el('legend', { class: 'legend' }, 'Modes acceptés'),
          ticks.map((entry) => entry.tick.element),
        ),
      ),
      style.element,
    ),
    fields: () => [iban, bic],
    values: () => ({
      IBAN: iban.value(),
      BIC: bic.value(),
      'Délai de paiement': term.value(),
      'Modes de règlement':
        ticks
          .filter((entry) => entry.tick.input.checked)
          .map(({ method }) => method)
          .join(', ') || 'Virement',
      Couleur: style.color(),
    }),
  }
}
