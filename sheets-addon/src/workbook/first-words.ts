/** features F-088: what the *Aide* tab says, read without the add-on too. A line without text is a heading. */
export const HELP: readonly (readonly [about: string, text: string])[] = [
  ['Facturer', ''],
  [
    'Ma première facture',
    'Une fiche dans Clients, une ligne par prestation dans Ventes, « À facturer » cochée, puis Facturation › Facturer les lignes cochées. Regardez l’aperçu : le numéro n’est pris qu’à la confirmation.',
  ],
  [
    'Une erreur sur une facture émise',
    'Elle ne se modifie ni ne se supprime. Facturation › Factures et clients › Créer un avoir, puis Dupliquer une facture pour la refaire.',
  ],
  [
    'Un devis, un acompte',
    'Cochez les lignes, Facturation › Créer un devis avec la sélection. L’accord noté, demandez l’acompte, puis facturez le reste : l’acompte se déduit seul.',
  ],
  ['Être payé', ''],
  [
    'Un paiement reçu',
    'Facturation › Enregistrer un paiement, ou une ligne dans Paiements. Le livre des recettes et le statut suivent. Un relevé bancaire importé propose les rapprochements.',
  ],
  [
    'Un client ne paie pas',
    'Facturation › Relances et impayés prépare les relances : lisez-les, envoyez-les. Au bout, la mise en demeure, puis le dossier d’impayé avec toutes les pièces.',
  ],
  ['Être en règle', ''],
  [
    'Mes échéances',
    'Écrivez « Date de début » dans Réglages : l’onglet Échéances dit quoi déclarer, quand, et ce que coûte un retard. Un chiffre d’affaires nul se déclare aussi.',
  ],
  [
    'Ce que je dois garder',
    'Factures et livre des recettes : dix ans. Facturation › Rapports et exports › Archive de l’année les réunit.',
  ],
  ['Quand quelque chose ne va pas', ''],
  [
    'Un onglet ou une colonne manque',
    'Facturation › Réglages › Réparer les onglets. Ce qui a été effacé revient par Fichier › Historique des versions.',
  ],
  [
    'Une cellule a changé',
    'Facturation › Contrôles › Vérifier l’intégrité, puis Restaurer ce qui a changé. Contrôler le fichier liste tout ce qui mérite un regard.',
  ],
  ['Le volet ne répond pas', 'Plusieurs comptes Google sont ouverts : tout se fait par Facturation › Sans le volet.'],
]

/** features F-070: lists to begin with; they are the user's rows from then on. */
export const CHECKLIST: readonly (readonly [moment: string, tasks: readonly string[]])[] = [
  [
    'Au démarrage',
    [
      'Remplir l’assistant de démarrage, et relire une facture d’aperçu',
      'Demander l’Acre dans les 60 jours, si vous y avez droit',
      'Ouvrir un compte réservé à l’activité au-delà de 10 000 € de recettes deux années de suite',
      'Souscrire l’assurance obligatoire de votre métier (bâtiment : décennale)',
      'Choisir un médiateur de la consommation, si vous vendez à des particuliers',
      'Choisir une plateforme agréée pour recevoir les factures électroniques',
    ],
  ],
  [
    'Chaque mois',
    [
      'Facturer ce qui est fait',
      'Importer le relevé bancaire et rapprocher',
      'Lire et envoyer les relances',
      'Regarder Échéances, et les seuils du Tableau de bord',
    ],
  ],
  [
    'Chaque déclaration Urssaf',
    ['Préparer la déclaration, la recopier, payer', 'Noter la référence de dépôt, puis clôturer la période'],
  ],
  [
    'Nouveau client',
    [
      'Vérifier son SIREN sur annuaire-entreprises.data.gouv.fr',
      'Faire accepter devis et conditions avant de commencer',
    ],
  ],
  ['Avant un gros devis', ['Demander un acompte, et écrire ce qui n’est pas compris']],
  [
    'En fin d’année',
    ['Payer la CFE au plus tard le 15 décembre', 'Exporter l’archive de l’année, et en garder une copie ailleurs'],
  ],
]
