import { parseSiret, sirenOf, vatNumberOf } from '@tabellion/shared/party'
import type { KnownSettings } from '../../actions/change-settings.ts'
import { siretVerdict } from '../panes/new-client.ts'
import { emailCheck, postcodeCheck } from '../parts/checks.ts'
import { el } from '../parts/dom.ts'
import { field, type Verdict } from '../parts/field.ts'
import { type Screen, settingOf } from './screen.ts'

/** The five facts without which nothing can be issued; the rest is welcome. */
export function youScreen(known: KnownSettings, onSiret: (vatNumber: string) => void): Screen {
  const value = (name: Parameters<typeof settingOf>[1]): string => settingOf(known, name)
  const name = field('Prénom et nom', {
    isRequired: true,
    value: value('Prénom et nom'),
    complete: 'name',
    hint: 'Avec « EI » sur vos factures : nous l’ajoutons.',
  })
  const siret = field('SIRET', {
    isRequired: true,
    value: value('SIRET'),
    mode: 'numeric',
    hint: '14 chiffres, sur votre avis de situation Insee.',
    check: ownSiret,
  })
  const address = field('Adresse', { isRequired: true, value: value('Adresse'), complete: 'address-line1' })
  const postcode = field('Code postal', {
    isRequired: true,
    value: value('Code postal'),
    mode: 'numeric',
    complete: 'postal-code',
    check: postcodeCheck,
  })
  const city = field('Ville', { isRequired: true, value: value('Ville'), complete: 'address-level2' })
  const email = field('E-mail', {
    isOptional: true,
    type: 'email',
    value: value('E-mail'),
    complete: 'email',
    check: emailCheck,
  })
  const phone = field('Téléphone', { isOptional: true, type: 'tel', value: value('Téléphone'), complete: 'tel' })
  const trading = field('Nom commercial', { isOptional: true, value: value('Nom commercial') })
  const tell = (): void => {
    const read = parseSiret(siret.value())
    if (read.ok) onSiret(vatNumberOf(sirenOf(read.value)))
  }
  siret.input.addEventListener('input', tell)
  tell()
  return {
    name: 'Vous',
    title: 'Qui êtes-vous ?',
    intro: 'Ces lignes sont obligatoires sur chaque facture.',
    element: el(
      'div',
      { class: 'fields' },
      el('div', { class: 'pair' }, name.element, siret.element),
      address.element,
      el('div', { class: 'pair is-narrow-first' }, postcode.element, city.element),
      el('div', { class: 'pair' }, email.element, phone.element),
      trading.element,
    ),
    fields: () => [name, siret, address, postcode, city, email],
    values: () => ({
      'Prénom et nom': name.value(),
      SIRET: siret.value(),
      Adresse: address.value(),
      'Code postal': postcode.value(),
      Ville: city.value(),
      'E-mail': email.value(),
      Téléphone: phone.value(),
      'Nom commercial': trading.value(),
    }),
  }
}

/** Judged at each digit; its VAT number follows from it. */
function ownSiret(text: string): Verdict {
  const read = parseSiret(text)
  if (!read.ok) return siretVerdict(text)
  return { mood: 'good', text: `✓ Valable. Votre n° de TVA serait ${vatNumberOf(sirenOf(read.value))}.` }
}
