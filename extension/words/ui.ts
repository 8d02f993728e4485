import { typeset } from '@tabellion/shared/kernel'

const say = <Texts extends Readonly<Record<string, string>>>(
  texts: Texts,
): { readonly [Key in keyof Texts]: string } => {
  const set = Object.entries(texts).map(([key, text]) => [key, typeset(text)])
  return Object.fromEntries(set)
}

/** French texts of the pages, typed with plain spaces. */
export const words = say({
  appName: 'Tabellion',
  noAnswer: 'L’extension n’a pas répondu. Fermez cette fenêtre, puis cliquez de nouveau sur son icône.',
  // Standing.
  notConnected: 'Non connectée',
  notConnectedWhy: 'Cette extension n’est reliée à aucune feuille. Elle ne lit rien et n’envoie rien.',
  connectHow:
    'Dans votre feuille : Facturation › Réglages › Connecter l’extension. Copiez le code, puis collez-le ici.',
  pairingCode: 'Code de connexion',
  connect: 'Connecter',
  connecting: 'Connexion',
  connected: 'Connectée',
  demonstration: 'démonstration',
  byHand: 'par bloc',
  byHandFile: 'Votre feuille',
  exchange: 'Échanger…',
  upToDate: 'À jour',
  offline: 'Hors ligne',
  problem: 'À régler',
  neverPulled: 'jamais échangé',
  refresh: 'Actualiser',
  refreshing: 'Échange en cours',
  options: 'Options',
  openAddress: 'Ouvrir l’adresse de la feuille',
  // To match.
  tabMatch: 'À rapprocher',
  tabOpen: 'Ouvertes',
  tabOpenLong: 'Factures ouvertes',
  tabLate: 'En retard',
  tabDeadlines: 'Échéances',
  tabDeadlinesLong: 'Prochaines échéances',
  match: 'Rapprocher',
  otherInvoice: 'Autre facture…',
  ignore: 'Ignorer',
  undo: 'Annuler',
  ignored: 'Ignorée',
  toSend: 'à envoyer',
  seeCertain: 'Voir les propositions certaines',
  nothingToMatch: 'Rien à rapprocher.',
  nothingToMatchHow:
    'Ouvrez la page des opérations de votre banque et cliquez sur l’icône de l’extension, ou importez un relevé : les paiements reçus apparaîtront ici.',
  searchInvoice: 'Chercher un numéro, un client, un montant',
  searchHint: 'Numéro, client ou montant',
  noInvoiceFound: 'Aucune facture ouverte ne correspond.',
  otherProposals: 'Autres propositions',
  allOpen: 'Toutes les factures ouvertes',
  close: 'Fermer',
  due: 'échéance',
  fee: 'frais gardés',
  over: 'de trop, gardés pour le client',
  accept: 'Enregistrer quand même',
  drop: 'Ne pas enregistrer',
  sheetAsks: 'La feuille demande',
  others: 'Encaissements sans facture connue',
  // Invoices.
  noOpen: 'Aucune facture à encaisser.',
  noOpenHow: 'Celles que vous émettrez apparaîtront ici jusqu’à leur paiement.',
  noLate: 'Aucune facture en retard.',
  noLateHow: 'Une facture apparaît ici le lendemain de son échéance.',
  copyIban: 'Copier l’IBAN',
  copyReference: 'Copier la référence',
  copied: 'Copié',
  whole: 'sur',
  noDeadlines: 'Aucune échéance connue.',
  noDeadlinesHow: 'Elles viennent de l’onglet Échéances de votre feuille.',
  estimate: 'estimé',
  // Reading the tab.
  readNone: 'Cette page ne montre pas d’opérations bancaires.',
  readEmpty: 'Cette page dit qu’il n’y a aucune opération.',
  readUnreadable:
    'Cette page montre des opérations, mais elles n’ont pu être lues. Téléchargez le relevé en CSV ou en OFX, puis importez-le.',
  // Import.
  importTitle: 'Importer un relevé',
  importHow:
    'Déposez ici le fichier de votre banque (CSV, OFX, Excel, CAMT…), choisissez-le, ou collez des lignes copiées.',
  chooseFile: 'Choisir un fichier…',
  importInTab: 'Importer un relevé…',
  pastedName: 'texte collé',
  reading: 'Lecture',
  dayFirst: 'Le jour d’abord',
  monthFirst: 'Le mois d’abord',
  assumedTitle: 'Ce qui a été supposé',
  problemsTitle: 'À vérifier',
  seeMatches: 'Les propositions sont ci-dessous.',
  pasteHere: 'Ou collez ici des lignes copiées (Ctrl + V), ou déposez le fichier.',
})

export const counted = (count: number, one: string, many: string): string =>
  typeset(`${count.toLocaleString('fr-FR')} ${Math.abs(count) < 2 ? one : many}`)
