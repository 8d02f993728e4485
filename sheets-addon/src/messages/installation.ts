import type { Observation, Observed } from '../installation/observed.ts'
import { counted, enumerate, quote } from './sentences.ts'
import { typeset } from './typography.ts'

/** `good`: as expected; `mend`: the user can act; `tell`: Google does otherwise than we know, the tool must be mended. */
export interface InstallationVerdict {
  readonly mood: 'good' | 'mend' | 'tell'
  readonly text: string
}

const TELL = 'Écrivez-nous ce point avec son numéro : l’outil doit s’y adapter.'
const good = (text: string): InstallationVerdict => ({ mood: 'good', text })
const mend = (text: string): InstallationVerdict => ({ mood: 'mend', text })
const tell = (text: string): InstallationVerdict => ({ mood: 'tell', text: `${text} ${TELL}` })

const TITLES: Readonly<Record<Observed['check'], string>> = {
  0: 'Réglages de Google',
  5: 'Textes',
  6: 'Fichiers',
  7: 'Formules',
  8: 'Fin d’un onglet',
  12: 'Listes',
  13: 'Cases à cocher',
  14: 'Verrou',
  23: 'Couleurs',
  25: 'Langage',
  26: 'Lecture d’un onglet',
}

/** What was found, and what to do. */
export function installationVerdict(seen: Observation): InstallationVerdict {
  const { mood, text } = 'failed' in seen ? failed(seen.check, seen.failed) : judge(seen)
  const number = seen.check === 0 ? '' : `n° ${seen.check}, `
  return { mood, text: typeset(`${number}${TITLES[seen.check]} : ${text}`) }
}

const failed = (check: Observed['check'], reason: string): InstallationVerdict =>
  check === 6
    ? mend(
        `Google Drive a refusé (${quote(reason)}). Autorisez l’accès aux fichiers créés par ce script en relançant une action, ou faites de la place dans votre Drive.`,
      )
    : mend(`cela n’a pu être vérifié (${quote(reason)}). Recommencez ; si cela dure, écrivez-nous ce message.`)

function judge(seen: Observed): InstallationVerdict {
  switch (seen.check) {
    case 0:
      return general(seen)
    case 5:
      return seen.changed.length > 0
        ? tell(`dans une cellule de texte, ${enumerate(seen.changed.map(quote))} devient autre chose.`)
        : good(
            `ce qui est écrit comme texte le reste (séparateur de milliers : ${seen.space === '' ? 'aucun' : codePoints(seen.space)}).`,
          )
    case 6:
      return seen.again === 'made'
        ? tell(
            'Google accepte deux fichiers sous le même identifiant : un document pourrait être doublé après une panne.',
          )
        : good(
            `un fichier n’est créé qu’une fois${seen.listed ? '' : ', n’est pas retrouvé aussitôt'}${seen.read ? '' : ' et ne se relit pas, comme prévu'}.`,
          )
    case 7:
      return seen.works
        ? good('les formules avec « ; » sont comprises.')
        : tell(`une formule avec « ; » n’est pas comprise (${quote(seen.stored)}).`)
    case 8:
      return good(
        `des formules vides ${seen.lastRow >= 60 ? 'comptent' : 'ne comptent pas'} comme remplies ; l’outil trouve la fin par ses colonnes.`,
      )
    case 12:
      return seen.lax === 'refused'
        ? tell('une valeur hors liste est refusée même quand elle est permise.')
        : good('une valeur hors liste s’écrit, elle est signalée ensuite.')
    case 13:
      return seen.value === '' || seen.value === 'false'
        ? good('une case jamais cochée compte comme décochée.')
        : tell(`une case jamais cochée vaut ${quote(seen.value)}.`)
    case 14:
      return good(
        seen.second
          ? 'deux verrous du même passage se cèdent la place ; l’outil n’en prend qu’un.'
          : 'un second verrou attend ; l’outil n’en prend qu’un.',
      )
    case 23:
      return seen.rule
        ? good('les règles de couleur avec « ; » sont acceptées.')
        : tell('une règle de couleur avec « ; » n’est pas gardée.')
    case 25:
      return seen.missing.length === 0
        ? good('tout ce dont le script a besoin est là.')
        : tell(`il manque ${enumerate(seen.missing)} à Apps Script.`)
    case 26:
      return seen.same
        ? good('un onglet se lit d’un coup.')
        : tell('un onglet lu d’un coup n’a pas le même contenu que lu pas à pas.')
  }
}

function general(seen: Extract<Observed, { check: 0 }>): InstallationVerdict {
  switch (seen.about) {
    case 'locale':
      return seen.locale === 'fr_FR' && seen.zone === 'Europe/Paris'
        ? good('le fichier est réglé sur la France et l’heure de Paris.')
        : mend(
            `le fichier est réglé sur ${seen.locale} et ${seen.zone}. Utilisez Facturation › Réglages › Réparer les onglets, qui le règle sur la France et Paris.`,
          )
    case 'daily':
      return seen.planned
        ? good('le passage quotidien est programmé.')
        : mend(
            'le passage quotidien n’est pas autorisé. Relancez cette vérification et acceptez la fenêtre de Google, ou ouvrez chaque jour le volet Aujourd’hui.',
          )
    case 'mail':
      return seen.left > 0
        ? good(`${counted(seen.left, 'e-mail peut encore partir', 'e-mails peuvent encore partir')} aujourd’hui.`)
        : mend('plus aucun e-mail ne part aujourd’hui (quota de Google). Les envois en attente partiront demain.')
  }
}

const codePoints = (text: string): string =>
  [...text].map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
