import { formatDay } from '@tabellion/shared/calendar'
import type { EinvoiceVerdict, Field, GradedProblem, PreflightCode } from '@tabellion/shared/documents/preflight'
import { headingOf } from '@tabellion/shared/ledger'
import { formatEuros, percentText, type Rate } from '@tabellion/shared/money'
import { quote, type WithCode } from './sentences.ts'
import { of, typeset } from './typography.ts'

const DIRECTORY = 'annuaire-entreprises.data.gouv.fr'
const OUR_BUG = 'Signalez-nous cette erreur : elle vient de l’outil.'

/** Whose document it is. */
interface About {
  readonly client: string
}

/** What keeps a document from being a conformant Factur-X: what, why, and how to mend it. */
export function einvoiceText(problem: GradedProblem, about: About): string {
  const sentence = sentences[problem.code] as (given: GradedProblem & About) => string
  return sentence({ ...problem, ...about })
}

const sentences: {
  readonly [Code in PreflightCode]: (problem: WithCode<GradedProblem, Code> & About) => string
} = {
  'wrong-document-number': ({ text }) =>
    `le numéro ${quote(text)} serait refusé par les plateformes : 35 caractères au plus, lettres sans accent, chiffres et - _ / +. Corrigez le motif.`,
  'date-out-of-range': ({ client, date }) =>
    `dans le document pour ${client}, la date du ${formatDay(date)} n’est pas entre 2000 et 2099. Corrigez-la.`,
  'due-before-issue': ({ client, due, issued }) =>
    `l’échéance du document pour ${client} (${formatDay(due)}) précède son émission (${formatDay(issued)}). Corrigez le délai de paiement.`,
  'period-reversed': ({ client, from, to }) =>
    `dans le document pour ${client}, la période d’exécution commence le ${formatDay(from)} et finit avant, le ${formatDay(to)}. Corrigez les dates des lignes.`,
  'paid-after-issue': ({ client, issued, paid }) =>
    `la facture ${of(client)} se dit payée le ${formatDay(paid)}, après son émission du ${formatDay(issued)}. Émettez-la, puis enregistrez le paiement.`,
  'missing-party-text': (problem) => `${subject(problem)} est vide ou illisible, mention obligatoire. Complétez.`,
  'missing-siren': ({ client }) =>
    `il manque le SIREN ${of(client)}, sans lequel aucune plateforme ne peut lui remettre la facture. Vous le trouverez sur ${DIRECTORY}.`,
  'wrong-siren': (problem) =>
    `${subject(problem)} : ${quote(problem.text)} n’a pas la clé d’un SIREN (9 chiffres). Vérifiez-le sur ${DIRECTORY}.`,
  'wrong-siret': (problem) =>
    `${subject(problem)} : ${quote(problem.text)} n’a pas la clé d’un SIRET (14 chiffres). Vérifiez-le sur ${DIRECTORY}.`,
  'wrong-vat-number': (problem) =>
    `${subject(problem)} : ${quote(problem.text)} n’est pas un numéro de TVA valable. Vérifiez-le sur VIES.`,
  'siret-of-another': (problem) =>
    `${subject(problem)} : le SIRET ${problem.text} n’est pas un établissement de l’entreprise ${problem.siren}. Corrigez l’un des deux.`,
  'vat-number-of-another': (problem) =>
    `${subject(problem)} : ${problem.text} n’est pas le numéro de TVA de l’entreprise ${problem.siren}. Corrigez l’un des deux.`,
  'missing-vat-number': (problem) =>
    `${subject(problem)} est nécessaire à cette opération (TVA facturée, autoliquidation ou exonération hors de France). Écrivez le numéro.`,
  'missing-electronic-address': ({ client }) =>
    `${client} n’a ni numéro de TVA ni e-mail : sa facture électronique n’a pas d’adresse. Un e-mail suffit.`,
  'consumer-without-email': ({ client }) =>
    `${client} est un particulier sans e-mail : sa facture sera un PDF ordinaire, ce que la loi permet. Rien à faire.`,
  'wrong-email': (problem) =>
    `${subject(problem)} : ${quote(problem.text)} n’est pas une adresse e-mail. Corrigez-la, ou videz la cellule.`,
  'document-without-line': ({ client }) =>
    `le document pour ${client} n’a aucune ligne à payer. Ajoutez au moins une vente.`,
  'line-without-label': () => 'la désignation est vide, mention obligatoire. Décrivez ce qui a été vendu.',
  'quantity-zero': () => 'la quantité est nulle. Écrivez-la, ou donnez à la ligne le type « Texte ».',
  'line-price-negative': () => 'le prix est négatif. Pour une remise, écrivez un prix positif et le type « Remise ».',
  'discount-too-large': () => 'la remise dépasse 100 %. Corrigez-la.',
  'allowance-not-positive': () =>
    'le montant d’une ligne « Remise » est positif et sera déduit. Écrivez-le sans signe moins.',
  'unknown-unit': ({ unitCode }) =>
    `l’unité n’a pas de code européen (${quote(unitCode)}). Choisissez-la dans la liste.`,
  'rate-not-french': ({ rate }) =>
    `${percent(rate)} n’est pas un taux de TVA français. Choisissez un taux de la liste.`,
  'rate-of-another-category': ({ rate }) =>
    rate === 0
      ? 'un taux de 0 % demande un motif d’exonération. Choisissez-le, ou choisissez un autre taux.'
      : `un taux de ${percent(rate)} et un motif d’exonération se contredisent. Videz l’un des deux.`,
  'missing-exemption-reason': ({ reason }) =>
    reason !== undefined && reason !== 'other'
      ? 'la mention de cette exonération n’est pas connue à cette date. Mettez Tabellion à jour.'
      : 'la ligne n’a pas de TVA et ne dit pas pourquoi. Choisissez un motif d’exonération ; pour « Autre exonération », écrivez l’article dans Détail.',
  'vat-charged-in-franchise': ({ rate }) =>
    `un taux de ${percent(rate)} alors que vous êtes en franchise en base : la TVA facturée serait due. Videz la cellule, ou changez votre régime dans Réglages.`,
  'several-exemption-reasons': ({ client }) =>
    `les lignes ${of(client)} ont deux motifs d’exonération, et une facture électronique n’en admet qu’un. Faites deux factures, avec deux valeurs de Regroupement.`,
  'outside-scope-mixed': ({ client }) =>
    `parmi les lignes ${of(client)}, certaines sont hors du champ de la TVA et ne peuvent voisiner avec d’autres dans une facture électronique. Faites deux factures, avec deux valeurs de Regroupement.`,
  'missing-delivery-date': ({ client }) =>
    `la livraison à ${client}, dans l’UE, doit dire sa date. Remplissez la colonne Date des lignes.`,
  'wrong-line-amount': ({ expected, found }) =>
    `le montant est de ${formatEuros(found)} au lieu de ${formatEuros(expected)}. ${OUR_BUG}`,
  'wrong-total': ({ client, expected, found, term }) =>
    `dans le document pour ${client}, un total (${term}) est de ${formatEuros(found)} au lieu de ${formatEuros(expected)}. ${OUR_BUG}`,
  'document-not-positive': ({ client }) =>
    `le total pour ${client} n’est pas positif. Un remboursement se fait par un avoir.`,
  'negative-vat-base': ({ client }) =>
    `pour ${client}, une remise dépasse ce qu’elle réduit à l’un des taux de TVA. Diminuez-la.`,
  'prepaid-exceeds-total': ({ client }) =>
    `les acomptes ${of(client)} dépassent le total du solde. Complétez les lignes, ou faites un avoir sur un acompte.`,
  'wrong-iban': ({ field, text }) =>
    field.tab === 'document'
      ? `l’IBAN du client ${quote(text)} a une clé fausse. Redemandez-le-lui.`
      : `l’IBAN ${quote(text)} a une clé fausse. Recopiez celui de votre RIB.`,
  'wrong-bic': ({ text }) => `${quote(text)} n’est pas un BIC (8 ou 11 caractères). Recopiez celui de votre RIB.`,
  'incomplete-direct-debit': ({ client }) =>
    `le prélèvement ${of(client)} doit nommer le mandat (RUM) et votre identifiant de créancier (ICS). Complétez-les.`,
  'missing-payment-terms': ({ client }) =>
    `la facture ${of(client)} ne dit pas quand elle est à payer. Choisissez un délai de paiement.`,
  'missing-mention': ({ client, subject: note }) =>
    `une mention obligatoire entre professionnels manque au document pour ${client} (${NOTES[note]}, C. com. art. L441-9). ${OUR_BUG}`,
  'missing-reference': ({ client }) =>
    `le document pour ${client} corrige une facture sans la nommer. Refaites-le depuis la facture d’origine.`,
  'several-references': ({ client }) =>
    `la facture rectificative ${of(client)} en remplace plusieurs. Faites-en une par facture d’origine.`,
  'wrong-reference': ({ client, date, number }) =>
    `le document pour ${client} cite la facture ${quote(number)} du ${formatDay(date)} : son numéro serait refusé par les plateformes, ou sa date est postérieure.`,
}

const NOTES = { PMD: 'pénalités de retard', PMT: 'indemnité de 40 €', AAB: 'escompte' } as const

/** *Factures › Factur-X*: the verdict in few words, naming the first cell to fill. */
export function einvoiceStatus({ reasons, verdict }: EinvoiceVerdict): string {
  if (verdict === 'conformant') return 'Conforme'
  if (verdict === 'notApplicable') return typeset('Sans objet : particulier sans e-mail')
  const [first] = reasons
  return typeset(`Incomplet : ${first ? shortPlace(first.field) : 'à vérifier'}`)
}

function shortPlace(field: Field): string {
  switch (field.tab) {
    case 'settings':
      return field.setting
    case 'clients':
      return `${headingOf('clients', field.column)} du client`
    case 'sales':
      return `${headingOf('sales', field.column)} d’une ligne`
    case 'document':
      return 'contenu du document'
  }
}

/** « le réglage « N° TVA » », or « SIREN » of the client. */
function subject({ client, field }: GradedProblem & About): string {
  if (field.tab === 'settings') return `le réglage « ${field.setting} »`
  return field.tab === 'clients'
    ? `« ${headingOf('clients', field.column)} » ${client.trim() === '' ? 'd’un client' : of(client)}`
    : `un renseignement ${of(client)}`
}

const percent = (rate: Rate): string => `${percentText(rate).replace('.', ',')} %`
