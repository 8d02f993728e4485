import type { ArithmeticProblem, ReceptionProblem } from '@tabellion/shared/documents/reception'
import { capitalized } from '@tabellion/shared/kernel'
import { formatEuros } from '@tabellion/shared/money'
import { enumerate, quote, type Sentences, say } from './sentences.ts'
import { typeset } from './typography.ts'

const ASK_AGAIN = 'Demandez à votre fournisseur de vous l’envoyer de nouveau.'
const BY_HAND = 'Saisissez la dépense à la main dans l’onglet Dépenses.'

/** Why a supplier's file cannot be read as an e-invoice, and what to do. */
export const receptionSentences: Sentences<ReceptionProblem> = {
  'unknown-file': () =>
    'ce fichier n’est ni un PDF ni du XML. Choisissez la facture telle que vous l’avez reçue de votre plateforme.',
  'plain-pdf': () => `ce PDF ne contient aucune donnée : ce n’est pas une facture électronique. ${BY_HAND}`,
  'no-invoice-inside': ({ names }) =>
    `ce PDF contient ${enumerate(names.map(quote))}, mais aucune facture électronique. ${BY_HAND}`,
  'broken-attachment': ({ name }) => `la pièce jointe ${quote(name)} de ce PDF est illisible. ${ASK_AGAIN}`,
  'broken-pdf': () =>
    `ce PDF est abîmé ou incomplet. Téléchargez-le de nouveau. S’il reste illisible : ${ASK_AGAIN.toLowerCase()}`,
  'encrypted-pdf': () =>
    'ce PDF est protégé par un mot de passe, ce qu’une facture électronique ne peut pas être. Demandez un fichier sans protection.',
  'broken-xml': ({ at }) =>
    `ce fichier XML est abîmé ou incomplet (au caractère ${at}). Téléchargez-le de nouveau. S’il reste illisible : ${ASK_AGAIN.toLowerCase()}`,
  'xml-with-doctype': () =>
    `ce fichier XML contient des définitions qu’aucune facture n’a besoin d’avoir : par prudence, il n’a pas été lu. ${ASK_AGAIN}`,
  'not-an-invoice': ({ root }) =>
    `ce fichier XML n’est pas une facture (il commence par ${quote(root)}). Choisissez le fichier de la facture.`,
  'obsolete-format': () =>
    `cette facture est au format ZUGFeRD 1 de 2014, que les règles européennes ne reconnaissent plus. ${BY_HAND}`,
  'unknown-profile': ({ profile }) =>
    profile === ''
      ? `cette facture ne dit pas de quel profil elle est. ${BY_HAND}`
      : `le profil ${quote(profile)} nous est inconnu. ${BY_HAND}`,
  'missing-fact': ({ term }) =>
    `il manque à cette facture ${FACTS[term] ?? 'une information obligatoire'} (${term}). ${ASK_AGAIN}`,
  'unreadable-fact': ({ term, text }) =>
    `dans cette facture, ${FACTS[term] ?? 'une information'} (${term}) est illisible : ${quote(text)}. ${ASK_AGAIN}`,
}

/** The same, as a sentence of its own. */
export function receptionSentence(problem: ReceptionProblem): string {
  const text = say(receptionSentences, problem)
  return typeset(capitalized(text))
}

/** A supplier's sum that does not follow from the others. */
export function arithmeticSentence({ expected, found, of, term }: ArithmeticProblem): string {
  const what = FACTS[term] ?? 'un montant'
  const where = of === undefined ? '' : term === 'BT-131' ? ` de la ligne ${of}` : ` (TVA ${of})`
  return `${what}${where} est de ${formatEuros(found)}, les autres montants de la facture donnent ${formatEuros(expected)}. Vérifiez avant de payer.`
}

const FACTS: Readonly<Record<string, string>> = {
  'BT-1': 'le numéro',
  'BT-2': 'la date',
  'BT-3': 'le type de document',
  'BT-5': 'la devise',
  'BT-9': 'l’échéance',
  'BT-25': 'le numéro de la facture d’origine',
  'BT-26': 'la date de la facture d’origine',
  'BT-27': 'le nom du fournisseur',
  'BT-44': 'le nom du client',
  'BT-92': 'le montant d’une remise',
  'BT-106': 'la somme des lignes',
  'BT-107': 'la somme des remises',
  'BT-108': 'la somme des frais',
  'BT-109': 'le total hors taxes',
  'BT-110': 'le total de la TVA',
  'BT-112': 'le total TTC',
  'BT-115': 'le net à payer',
  'BT-116': 'la base de TVA',
  'BT-117': 'le montant de TVA',
  'BT-118': 'la catégorie de TVA',
  'BT-129': 'une quantité',
  'BT-131': 'le montant',
  'BT-136': 'la remise d’une ligne',
  'BT-146': 'un prix unitaire',
}
