import type { KnownSettings } from '../../actions/change-settings.ts'
import { frenchDayCheck } from '../parts/checks.ts'
import { el } from '../parts/dom.ts'
import { choice, field, tick } from '../parts/field.ts'
import { radios } from '../parts/radios.ts'
import { booleanText, type Screen, settingOf, yes } from './screen.ts'

/** What the trade changes: the page, the units, the category of the turnover. */
export const TRADES = [
  ['Consultant', 'Conseil, informatique, rédaction'],
  ['Graphiste', 'Création, illustration, design'],
  ['Artisan', 'Bâtiment, réparation, fabrication'],
  ['Commerce', 'Vente de produits'],
  ['Formateur', 'Formation, accompagnement'],
  ['Services à la personne', 'Ménage, jardin, garde, cours'],
  ['Photographe', 'Photo, vidéo'],
] as const
/** Proposed with the trade, as long as the user has not chosen. */
const NATURES: Readonly<Record<string, string>> = {
  Artisan: 'Prestation BIC',
  Commerce: 'Vente de marchandises',
  'Services à la personne': 'Prestation BIC',
}

export function tradeScreen(known: KnownSettings): Screen {
  const value = (name: Parameters<typeof settingOf>[1]): string => settingOf(known, name)
  let natureIsChosen = known.values['Nature principale'] !== undefined
  const nature = choice(
    'Ce que vous vendez surtout',
    ['Prestation BNC', 'Prestation BIC', 'Vente de marchandises'],
    value('Nature principale'),
    'BNC : professions libérales. BIC : artisanat et services commerciaux.',
  )
  nature.select.addEventListener('change', () => {
    natureIsChosen = true
  })
  const trade = radios(
    'Votre métier',
    TRADES,
    value('Métier'),
    (chosen) => {
      if (!natureIsChosen) nature.select.value = NATURES[chosen] ?? 'Prestation BNC'
      insurance.element.hidden = chosen !== 'Artisan'
    },
    'is-dense',
  )
  const rhythm = choice('Déclarations à l’Urssaf', ['Trimestriel', 'Mensuel'], value('Rythme Urssaf'))
  const began = field('Début d’activité', {
    isOptional: true,
    value: value('Date de début'),
    placeholder: 'jj/mm/aaaa',
    check: frenchDayCheck,
  })
  const flatTax = tick(
    'Versement libératoire',
    yes(value('Versement libératoire')),
    'l’impôt payé avec les cotisations',
  )
  const acre = tick('ACRE', yes(value('ACRE')), 'l’exonération de début d’activité')
  const insurance = field('Assurance professionnelle', {
    isOptional: true,
    value: value('Assurance professionnelle'),
    hint: 'Obligatoire sur les factures du bâtiment : assureur, coordonnées, territoire.',
  })
  insurance.element.hidden = value('Métier') !== 'Artisan'
  return {
    name: 'Activité',
    title: 'Que faites-vous ?',
    intro: 'De là viennent la mise en page, vos échéances et vos cotisations.',
    element: el(
      'div',
      { class: 'fields' },
      trade.element,
      insurance.element,
      nature.element,
      el('div', { class: 'pair' }, rhythm.element, began.element),
      flatTax.element,
      acre.element,
    ),
    fields: () => [began],
    values: () => ({
      Métier: trade.value(),
      'Nature principale': nature.value(),
      'Rythme Urssaf': rhythm.value(),
      'Date de début': began.value(),
      'Versement libératoire': booleanText(flatTax.input.checked),
      ACRE: booleanText(acre.input.checked),
      ...(insurance.element.hidden ? {} : { 'Assurance professionnelle': insurance.value() }),
    }),
  }
}
