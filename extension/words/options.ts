import { typeset } from '@tabellion/shared/kernel'
import type { LogEntry } from '../store/rows.ts'

export const optionWords = {
  title: 'Réglages de l’extension',
  connection: 'Connexion',
  banks: 'Banques',
  names: 'Noms appris',
  privacy: 'Confidentialité',
  data: 'Données',
  connectedTo: 'Reliée à',
  since: typeset('Dernier échange :'),
  disconnect: 'Déconnecter',
  disconnectHow: typeset(
    'La clé est oubliée ici. Pour la révoquer aussi dans la feuille : Facturation › Réglages › Connecter l’extension…, liste des navigateurs.',
  ),
  noBanks: 'Aucune banque n’est suivie. L’extension ne lit une page que lorsque vous cliquez sur son icône.',
  banksHow: 'Les pages de ces banques sont lues à chaque visite. Retirer une banque retire aussi l’autorisation.',
  remove: 'Retirer',
  pages: 'Pages apprises',
  noPages: typeset(
    'Aucune page n’a été apprise. Si une liste est mal lue, ouvrez-la, cliquez sur l’icône, puis sur « Apprendre cette page ».',
  ),
  pagesHow: typeset(
    'Où sont la date, le libellé et le montant dans la page d’une banque. Exportée, une page sert à un autre navigateur ; le fichier ne contient aucune opération.',
  ),
  exportPage: 'Exporter',
  importPage: 'Importer une page apprise…',
  pageTaken: (place: string): string => typeset(`La page ${place} sera lue comme elle a été apprise.`),
  noPage: typeset(
    'Ce fichier n’est pas une page apprise. Choisissez un fichier « tabellion-page-….json », tel que l’extension l’a exporté.',
  ),
  noNames:
    'Rien d’appris. Les noms que vos clients ont à la banque s’apprennent quand vous confirmez un rapprochement.',
  namesHow: typeset('Ce que vos confirmations ont appris. « Oublier » : ce nom ne comptera plus.'),
  forget: 'Oublier',
  keep: 'Ajouter à la feuille',
  inSheet: 'dans la feuille',
  privacyHow: typeset(
    'Tout ce que l’extension a lu, et où c’est allé. Les lignes de banque restent dans ce navigateur ; seules celles que vous rapprochez partent, vers votre feuille et nulle part ailleurs. La page de la banque n’apprend rien de vos factures.',
  ),
  log: 'Journal',
  when: 'Quand',
  what: 'Quoi',
  where: 'Où',
  noLog: 'Rien n’a été lu ni envoyé.',
  exportAll: 'Tout exporter (JSON)',
  eraseAll: 'Tout effacer…',
  eraseSure: 'Oui, tout effacer',
  eraseHow:
    'Lignes de banque, rapprochements, noms appris, clé et journal seront effacés de ce navigateur. Votre feuille n’est pas touchée.',
  cancel: 'Garder',
  erased: 'Tout a été effacé.',
  client: 'Client',
  name: 'À la banque',
} as const

const FIELDS: Readonly<Record<string, string>> = {
  browser: 'nom du navigateur',
  version: 'version',
  known: 'dernière version connue',
  allocations: 'factures et montants',
  method: 'moyen de paiement',
  why: 'raisons',
  decidedAt: 'moment',
  feeCents: 'frais',
  accepted: 'réponses',
  payment: 'paiement',
  client: 'client',
  name: 'nom à la banque',
  verdict: 'oui ou non',
  'line.id': 'empreinte de la ligne',
  'line.date': 'date',
  'line.amountCents': 'montant',
  'line.label': 'libellé',
  'line.valueDate': 'date de valeur',
  'line.counterparty': 'payeur',
  'line.reference': 'référence',
  'line.maskedIban': 'compte du payeur, masqué',
  'line.account': 'compte',
}
const OPS = {
  hello: 'Présentation',
  pull: 'Demande des factures',
  record: 'Rapprochement',
  undo: 'Annulation',
  learn: 'Nom appris',
  order: 'Commande',
} as const
const ANSWERS = { done: 'fait', asks: 'question', refused: 'refus' } as const

/** One entry of the log, as it is shown: what, and where. */
export function logText({ event }: LogEntry): { readonly what: string; readonly where: string } {
  switch (event.kind) {
    case 'page-read':
      return {
        what: `Page lue : ${event.rows} lignes, dont ${event.added} nouvelles`,
        where: `${event.origin} → ce navigateur`,
      }
    case 'file-read':
      return {
        what: `Relevé lu : ${event.rows} lignes, dont ${event.added} nouvelles`,
        where: `${event.file} → ce navigateur`,
      }
    case 'sent': {
      const fields = event.fields.map((field) => FIELDS[field] ?? field).join(', ')
      return { what: `${OPS[event.op]}${fields === '' ? '' : ` : ${fields}`}`, where: `→ ${event.to}` }
    }
    case 'received':
      return { what: `Réponse (${OPS[event.op].toLowerCase()}) : ${ANSWERS[event.status]}`, where: `${event.from} →` }
    case 'permission':
      return { what: event.granted ? 'Banque suivie' : 'Banque retirée', where: event.origin }
    case 'connected':
      return { what: 'Connexion', where: event.file }
    case 'disconnected':
      return { what: 'Déconnexion', where: event.file }
    case 'exported':
      return { what: 'Export des données', where: 'vers un fichier de cet ordinateur' }
    case 'erased':
      return { what: 'Effacement', where: 'ce navigateur' }
  }
}
