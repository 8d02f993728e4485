import { type Day, formatDay } from '@tabellion/shared/calendar'
import type { Question, QuestionCode, UnsignedCode } from '@tabellion/shared/exchange'
import { type Cents, formatEuros } from '@tabellion/shared/money'
import type { Way } from '../bridge/way.ts'
import { enumerate, quote, type Sentences, say } from './sentences.ts'
import { of, typeset } from './typography.ts'

/** Why a well-signed message was not looked at. */
export type BridgeRefusalProblem =
  | { readonly code: 'clock-differs'; readonly way: Way; readonly minutes: number }
  | { readonly code: 'unknown-op' | 'op-not-allowed'; readonly op: string }
  | { readonly code: 'pairing-expired' }
  | { readonly code: 'id-reused' }
  | { readonly code: 'redeploy' }
  | { readonly code: 'wrong-order'; readonly path: string }
  | { readonly code: 'order-reused'; readonly order: string }
  | { readonly code: 'too-many-orders'; readonly most: number }
  | { readonly code: 'orders-wait' }

const refusals: Sentences<BridgeRefusalProblem | { readonly code: 'wrong-body'; readonly path: string }> = {
  'clock-differs': ({ way, minutes }) =>
    minutes > 0
      ? `L’horloge de cet ordinateur avance de ${span(minutes)} sur celle de Google. Rien n’a été enregistré : réglez l’heure automatiquement, puis renvoyez.`
      : way === 'block'
        ? `Ce bloc a été préparé il y a ${span(-minutes)}, un mois au plus est accepté. Rien n’a été enregistré : préparez-en un nouveau dans l’extension.`
        : `L’horloge de cet ordinateur retarde de ${span(-minutes)} sur celle de Google, ou le message a attendu en route. Rien n’a été enregistré : réglez l’heure automatiquement, puis renvoyez.`,
  'unknown-op': ({ op }) =>
    `La feuille ne connaît pas la demande ${quote(op)}. Rien n’a été enregistré : mettez le script de la feuille à jour, puis redéployez-le.`,
  'op-not-allowed': ({ op }) =>
    `Cette clé ne donne pas le droit de demander ${quote(op)}. Rien n’a été enregistré : reconnectez ce navigateur par Facturation › Réglages › Connecter l’extension.`,
  'pairing-expired': () =>
    'Ce code d’appairage a plus d’une heure, ou n’a jamais été confirmé. Demandez-en un nouveau par Facturation › Réglages › Connecter l’extension.',
  'id-reused': () =>
    'Un autre message est déjà arrivé sous le même identifiant. Rien n’a été enregistré : confirmez de nouveau dans l’extension.',
  redeploy: () =>
    'Le script déployé est plus ancien que celui qui écrit dans cette feuille. Rien n’a été enregistré : dans Extensions › Apps Script, choisissez Déployer › Gérer les déploiements, modifiez le déploiement et prenez « Nouvelle version ».',
  'wrong-order': ({ path }) =>
    `La commande n’est pas formée comme la feuille l’attend${path === '' ? '' : ` (${path})`}. Rien n’a été enregistré : comparez-la à l’exemple de Recevoir des commandes.`,
  'order-reused': ({ order }) =>
    `Une autre commande porte déjà le n° ${quote(order)}. Celle-ci n’est pas enregistrée : donnez-lui un autre numéro.`,
  'too-many-orders': ({ most }) =>
    `${most} commandes sont déjà arrivées aujourd’hui, le plus que la feuille reçoive en un jour. Celle-ci n’est pas enregistrée : renvoyez-la demain.`,
  'orders-wait': () => 'La feuille ne peut pas recevoir de commande en ce moment. Renvoyez celle-ci plus tard.',
  'wrong-body': ({ path }) =>
    `La demande n’est pas formée comme la feuille l’attend${path === '' ? '' : ` (${path})`}. Rien n’a été enregistré : mettez à jour l’extension et le script de la feuille.`,
}

export const bridgeSentence = (
  problem: BridgeRefusalProblem | { readonly code: 'wrong-body'; readonly path: string },
): string => typeset(say(refusals, problem))

/** Said to whoever asks, who proved nothing: it helps to mend a message, and tells nothing of the file. */
const unproved: Readonly<Record<UnsignedCode, string>> = {
  unreadable: 'Ce message n’est pas formé comme la feuille l’attend.',
  'too-large': 'Ce message est trop long : 100 000 caractères au plus.',
  'wrong-version': 'Ce message est d’une autre version que celle de la feuille.',
  'unknown-key': 'Cette clé n’existe pas, ou a été révoquée.',
  'wrong-mac': 'La signature ne correspond pas au message : vérifiez la clé, et ce qui est signé.',
  crashed: 'La feuille n’a pas pu répondre. Renvoyez ce message plus tard.',
}
export const unsignedSentence = (code: UnsignedCode): string => typeset(unproved[code])

/** « 12 min », « 3 h », « 40 jours ». */
function span(minutes: number): string {
  if (minutes < 120) return `${minutes} min`
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} jours`
}

/** What the sheet asks back, as facts. */
export type QuestionFacts =
  | { readonly code: 'unknown-invoice'; readonly number: string }
  | { readonly code: 'already-settled'; readonly number: string; readonly shown: Cents }
  | { readonly code: 'invoice-credited'; readonly number: string; readonly documents: readonly string[] }
  | { readonly code: 'balance-changed'; readonly number: string; readonly shown: Cents; readonly now: Cents }
  | {
      readonly code: 'period-closed'
      readonly period: string
      readonly periodName: string
      readonly entersName: string
    }
  | { readonly code: 'already-matched'; readonly documents: readonly string[]; readonly on: Day }
  | { readonly code: 'line-ignored' }
  | { readonly code: 'payment-refused'; readonly why: string; readonly number?: string }
  | { readonly code: 'unknown-payment' }
  | { readonly code: 'unknown-client'; readonly client: string }

const questions: Sentences<QuestionFacts> = {
  'unknown-invoice': ({ number }) =>
    `Aucun document ne porte le n° ${quote(number)} dans cette feuille. Choisissez une autre facture.`,
  'already-settled': ({ number }) =>
    `${number} est déjà réglée par un autre paiement. Si c’est bien un second versement, il sera gardé en crédit client ; sinon, choisissez une autre facture.`,
  'invoice-credited': ({ number, documents }) =>
    `${number} a été annulée par ${enumerate(documents)}. Choisissez la facture qui la remplace.`,
  'balance-changed': ({ number, shown, now }) =>
    `Il reste ${formatEuros(now)} à payer sur ${number}, vous en aviez vu ${formatEuros(shown)} : un paiement, un avoir ou une correction est passé entre-temps. Vérifiez que cet argent n’est pas déjà saisi, puis confirmez ou choisissez autrement.`,
  'period-closed': ({ periodName, entersName }) =>
    `La période ${periodName} est clôturée. Ce paiement garde sa date et sera déclaré avec ${entersName}, comme recette tardive. Confirmez, ou annulez.`,
  'already-matched': ({ documents, on }) =>
    `Cette ligne de banque est déjà rapprochée ${of(enumerate(documents))}, le ${formatDay(on)}. Annulez d’abord ce rapprochement si elle paie autre chose.`,
  'line-ignored': () =>
    'Cette ligne de banque est marquée « À ignorer » dans la feuille. Confirmez si elle paie bien une facture.',
  'payment-refused': ({ why }) => why,
  'unknown-payment': () => 'Ce rapprochement n’est pas enregistré dans la feuille : il n’y a rien à annuler.',
  'unknown-client': ({ client }) =>
    `Aucun client ne s’appelle ${quote(client)} dans l’onglet Clients. Son nom a peut-être changé : actualisez, puis recommencez.`,
}

/** Those that may be sent again as they are, once the person has said so. */
const ACCEPTED: ReadonlySet<QuestionCode> = new Set<QuestionCode>([
  'already-settled',
  'balance-changed',
  'period-closed',
  'line-ignored',
])

export function questionOf(facts: QuestionFacts): Question {
  return {
    code: facts.code,
    message: typeset(say(questions, facts)).slice(0, 1000),
    accept: ACCEPTED.has(facts.code),
    ...('number' in facts && facts.number !== undefined ? { number: facts.number } : {}),
    ...('shown' in facts ? { shownCents: facts.shown } : {}),
    ...('now' in facts ? { nowCents: facts.now } : {}),
    ...('documents' in facts ? { documents: facts.documents } : {}),
    ...('period' in facts ? { period: facts.period } : {}),
  }
}
