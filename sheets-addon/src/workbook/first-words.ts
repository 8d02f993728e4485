/** features F-088: what the *Aide* tab says, read without the add-on too. A line without text is a heading. */
export const helpLines = (): readonly (readonly [about: string, text: string])[] => [
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
