import { parseVatNumber } from '@tabellion/shared/party'
import type { KnownSettings } from '../../actions/change-settings.ts'
import { button, el } from '../parts/dom.ts'
import { choice, field, tick, type Verdict } from '../parts/field.ts'
import { radios } from '../parts/radios.ts'
import { booleanText, type Screen, settingOf, yes } from './screen.ts'

const NONE = 'Je ne facture pas la TVA'
const LIABLE = 'Je facture la TVA'

/** `proposed` is the number that follows from the SIRET of the first screen. */
export function vatScreen(known: KnownSettings, proposed: () => string): Screen {
  const value = (name: Parameters<typeof settingOf>[1]): string => settingOf(known, name)
  const isLiable = value('Régime de TVA') !== 'Franchise en base'
  const regimes = ['Réel simplifié', 'Réel normal trimestriel', 'Réel normal mensuel']
  const regime = choice('Régime', regimes, isLiable ? value('Régime de TVA') : 'Réel simplifié')
  const number = field('N° de TVA', {
    isRequired: true,
    value: value('N° TVA'),
    check: (text): Verdict | undefined =>
      parseVatNumber(text).ok
        ? { mood: 'good', text: '✓ Valable.' }
        : { mood: 'bad', text: 'FR, une clé de 2 chiffres, puis votre SIREN.' },
  })
  const take = button(
    '',
    () => {
      number.input.value = proposed()
      number.refresh()
    },
    { kind: 'quiet', key: 'prendre' },
  )
  const eu = tick(
    'Je vends des services à des entreprises de l’UE',
    yes(value('Prestations à des professionnels UE')),
    'un n° de TVA est alors nécessaire, même en franchise',
  )
  const choices = radios(
    'La TVA sur vos factures',
    [
      [NONE, 'Franchise en base : « TVA non applicable, art. 293 B du CGI »'],
      [LIABLE, 'Chaque ligne a son taux'],
    ],
    isLiable ? LIABLE : NONE,
    follow,
  )
  eu.input.addEventListener('change', () => follow())

  function follow(): void {
    const liable = choices.value() === LIABLE
    regime.element.hidden = !liable
    const needed = liable || eu.input.checked
    numbered.hidden = !needed
    number.input.required = needed
    take.textContent = `Prendre ${proposed()}, calculé d’après votre SIRET`
    take.hidden = proposed() === '' || number.value().replace(/\s/g, '') === proposed()
  }
  const numbered = el('div', { class: 'field' }, number.element, take)
  number.input.addEventListener('input', follow)
  take.addEventListener('click', () => follow())
  follow()
  return {
    name: 'TVA',
    title: 'Et la TVA ?',
    intro: 'La plupart des micro-entrepreneurs sont en franchise. Vous pourrez changer plus tard.',
    element: el('div', { class: 'fields' }, choices.element, regime.element, eu.element, numbered),
    fields: () => (numbered.hidden ? [] : [number]),
    values: () => ({
      'Régime de TVA': choices.value() === LIABLE ? regime.value() : 'Franchise en base',
      'Prestations à des professionnels UE': booleanText(eu.input.checked),
      ...(numbered.hidden ? {} : { 'N° TVA': number.value() }),
    }),
    shown: () => {
      // Whoever needs one has nothing to type: it follows from the SIRET.
      if (number.value() === '') {
        number.input.value = proposed()
        number.refresh()
      }
      follow()
    },
  }
}
