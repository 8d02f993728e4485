import { readAddress } from '@tabellion/shared/exchange'
import { type Field, field } from './field.ts'

/** Where the deployed script answers, as it is pasted. */
export const addressField = (good: string): Field =>
  field('Adresse de l’application web', {
    placeholder: 'https://script.google.com/macros/s/…/exec',
    hint: 'Elle finit par /exec.',
    check: (text) =>
      readAddress(text).ok
        ? { mood: 'good', text: good }
        : {
            mood: 'bad',
            text: 'Ce n’est pas l’adresse d’un déploiement : elle commence par https://script.google.com/macros/s/ et finit par /exec.',
          },
  })
