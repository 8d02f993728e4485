import { parseSiret, sirenOf } from '@tabellion/shared/party'
import { emailCheck, postcodeCheck } from '../parts/checks.ts'
import { el } from '../parts/dom.ts'
import { allRight, choice, type Field, field, type Verdict } from '../parts/field.ts'

export interface ClientForm {
  readonly element: HTMLElement
  /** Undefined while something is missing: it is then shown. */
  read(name: string): Readonly<Record<string, string>> | undefined
}

/** What an invoice must say of its buyer, and no more. */
export function clientForm(): ClientForm {
  const type = choice('Type', ['Professionnel', 'Particulier', 'Administration', 'UE', 'Hors UE'], 'Professionnel')
  const address = field('Adresse', { isRequired: true })
  const postcode = field('Code postal', { isRequired: true, mode: 'numeric', check: postcodeCheck })
  const city = field('Ville', { isRequired: true })
  const email = field('E-mail', { type: 'email', isOptional: true, check: emailCheck })
  const siret = field('SIRET', { isOptional: true, mode: 'numeric', check: siretVerdict })
  const vatNumber = field('N° TVA', { isRequired: true })
  const country = field('Pays', { isRequired: true })
  const isAbroad = (): boolean => /UE$/.test(type.value())
  const fields = (): readonly Field[] => [
    address,
    ...(isAbroad() ? [city, country] : [postcode, city]),
    ...(type.value() === 'UE' ? [vatNumber] : []),
    email,
  ]
  const follow = (): void => {
    siret.element.hidden = isAbroad() || type.value() === 'Particulier'
    vatNumber.element.hidden = type.value() !== 'UE'
    country.element.hidden = !isAbroad()
    postcode.input.required = !isAbroad()
  }
  type.select.addEventListener('change', follow)
  follow()
  return {
    element: el(
      'div',
      { style: 'display: grid; gap: var(--space-3)' },
      type.element,
      address.element,
      el('div', { class: 'pair is-narrow-first' }, postcode.element, city.element),
      country.element,
      vatNumber.element,
      email.element,
      siret.element,
    ),
    read(name) {
      if (!allRight(fields())) return undefined
      return {
        name,
        type: type.value(),
        address: address.value(),
        postcode: postcode.value(),
        city: city.value(),
        email: email.value(),
        ...(siret.element.hidden ? {} : { siret: siret.value() }),
        ...(isAbroad() ? { country: country.value() } : {}),
        ...(type.value() === 'UE' ? { vatNumber: vatNumber.value() } : {}),
      }
    },
  }
}

export function siretVerdict(text: string): Verdict {
  const read = parseSiret(text)
  if (read.ok) return { mood: 'good', text: `✓ SIREN ${sirenOf(read.value)}` }
  switch (read.problem.code) {
    case 'wrong-key':
      return { mood: 'bad', text: 'La clé ne tombe pas juste : un chiffre est faux.' }
    case 'not-digits':
      return { mood: 'bad', text: 'Des chiffres seulement.' }
    default:
      return { mood: 'bad', text: `14 chiffres ; il y en a ${text.replace(/\D/g, '').length}.` }
  }
}
