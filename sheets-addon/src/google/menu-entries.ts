/**
 * The menu of the spreadsheet, as features E.16 lays it out: what is done every day first, the rest one submenu further, and few
 * enough entries to fit a small screen. One line an entry: what is read, then the function of main.ts, or the submenu, it leads to.
 */
type Entry = readonly [label: string, leadsTo: string | readonly (Entry | null)[]]
type Entries = readonly (Entry | null)[]

/** A null is a line between two groups. */
const ENTRIES: Entries = [
  ['Aujourd’hui', 'menuToday'],
  null,
  ['Facturer les lignes cochées…', 'menuIssueInvoices'],
  ['Créer un devis avec la sélection…', 'menuCreateQuote'],
  ['Enregistrer un paiement…', 'menuRecordPayment'],
  null,
  [
    'Devis',
    [
      ['Devis en cours', 'menuQuotes'],
      null,
      ['Envoyer un devis…', 'menuSendQuote'],
      ['Accepter un devis…', 'menuAcceptQuote'],
      ['Devis refusé…', 'menuDeclineQuote'],
      ['Refaire un devis…', 'menuRemakeQuote'],
      null,
      ['Demander un acompte…', 'menuRequestDeposit'],
      ['Facturer le devis…', 'menuInvoiceQuote'],
      null,
      ['Devis d’une commande…', 'menuQuoteOrders'],
    ],
  ],
  [
    'Factures et clients',
    [
      ['Client de la ligne', 'menuClient'],
      ['Aperçu des lignes cochées', 'menuPreview'],
      ['Envoyer les documents…', 'menuSendDocuments'],
      null,
      ['Créer un avoir…', 'menuCreateCreditNote'],
      ['Dupliquer une facture…', 'menuDuplicateInvoice'],
      ['Imputer un crédit…', 'menuUseCredit'],
      null,
      ['Proposer un échéancier…', 'menuCreatePlan'],
      ['Proposer 2, 3 ou 4 fois par e-mail…', 'menuOfferPlans'],
      ['Annuler un échéancier…', 'menuCancelPlan'],
    ],
  ],
  [
    'Banque et achats',
    [
      ['Importer un relevé bancaire…', 'menuImportStatement'],
      ['Rapprocher…', 'menuMatch'],
      ['Rapprocher les certains…', 'menuConfirmMatches'],
      null,
      ['Importer une facture reçue…', 'menuReceived'],
    ],
  ],
  [
    'Relances et impayés',
    [
      ['Préparer les relances', 'menuPrepareReminders'],
      ['Envoyer les relances…', 'menuSendReminders'],
      ['Reporter une relance…', 'menuPostponeReminder'],
      ['Ne plus relancer…', 'menuSuspendReminders'],
      null,
      ['Mettre en demeure…', 'menuFormalNotice'],
      ['Mise en demeure postée…', 'menuPostNotice'],
      ['Expliquer ce montant…', 'menuExplainAmount'],
      ['Exporter le dossier d’impayé…', 'menuExportUnpaid'],
      ['Confier au recouvrement…', 'menuHandOver'],
      ['Passer en irrécouvrable…', 'menuWriteOff'],
    ],
  ],
  null,
  [
    'Échéances',
    [
      ['Préparer la déclaration Urssaf…', 'menuPrepareReturn'],
      ['Marquer l’échéance de la ligne…', 'menuMarkDeadline'],
      ['Clôturer la période…', 'menuClosePeriod'],
      ['Et si ?…', 'menuWhatIf'],
      null,
      ['Ajouter à mon agenda', 'menuCalendarFile'],
      ['Lien secret vers mon agenda…', 'menuCalendarFeed'],
      ['Révoquer le lien de l’agenda', 'menuRevokeFeed'],
      null,
      ['Mettre à jour les échéances', 'menuRefreshDeadlines'],
    ],
  ],
  [
    'Rapports et exports',
    [
      ['Livre des recettes…', 'menuExportBook'],
      ['Registre des achats…', 'menuExportPurchases'],
      ['Liste des factures…', 'menuExportInvoices'],
      ['Récapitulatif de TVA…', 'menuExportVat'],
      ['Échéances et références de dépôt…', 'menuExportDeadlines'],
      ['Fichier au format FEC…', 'menuExportFec'],
      ['Exporter pour ma plateforme…', 'menuExportPlatform'],
      ['Archive de l’année…', 'menuExportArchive'],
    ],
  ],
  [
    'Contrôles',
    [
      ['Contrôler le fichier', 'menuCheckFile'],
      ['Vérifier l’intégrité', 'menuVerify'],
      ['Restaurer ce qui a changé', 'menuRestore'],
    ],
  ],
  [
    'Réglages',
    [
      ['Assistant de démarrage…', 'menuSetup'],
      ['Reprendre mes clients et factures…', 'menuTakeover'],
      ['Reprendre une liste lue…', 'plainTakeover'],
      ['Modèles et logo…', 'menuLogo'],
      ['Connecter l’extension…', 'menuConnectExtension'],
      ['Navigateurs connectés…', 'plainBrowsers'],
      ['Recevoir des commandes…', 'menuReceiveOrders'],
      ['Clé des commandes…', 'plainReceiveOrders'],
      ['Réparer les onglets', 'menuRepairTabs'],
      ['Vérifier mon installation', 'menuInstallation'],
      ['Données d’exemple…', 'menuSampleData'],
    ],
  ],
  // For whoever has several Google accounts open, where no page can call the script (features C-24).
  [
    'Sans le volet',
    [
      ['Aujourd’hui', 'plainToday'],
      ['Émettre les lignes cochées…', 'plainIssueInvoices'],
      ['Client de la ligne', 'plainClient'],
      ['Préparer les relances', 'plainPrepareReminders'],
      ['Préparer la déclaration Urssaf…', 'plainPrepareReturn'],
      ['Et si ?…', 'plainWhatIf'],
      ['Créer les onglets', 'plainSetup'],
      ['Importer un relevé lu…', 'plainImportStatement'],
      ['Proposer des rapprochements', 'plainMatch'],
      ['Rapprocher la ligne de Banque…', 'plainMatchLine'],
      ['Code d’appairage…', 'plainConnectExtension'],
      ['Échanger par bloc collé…', 'plainExchangeBlock'],
    ],
  ],
  ['Aide', 'menuHelp'],
]

export function showMenu(): void {
  const ui = SpreadsheetApp.getUi()
  const built = (title: string, entries: Entries): GoogleAppsScript.Base.Menu =>
    entries.reduce((menu, entry) => {
      if (entry === null) return menu.addSeparator()
      const [label, leadsTo] = entry
      return typeof leadsTo === 'string' ? menu.addItem(label, leadsTo) : menu.addSubMenu(built(label, leadsTo))
    }, ui.createMenu(title))
  built('Facturation', ENTRIES).addToUi()
}
