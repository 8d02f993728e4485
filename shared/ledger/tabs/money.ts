import { computed, details, listed, rowId, type Tab, tick, typed, written } from '../column.ts'

/** features E.4: one row per allocation; frozen once it has its *Recette n°*. */
export const payments = {
  title: 'Paiements',
  purpose: 'Chaque somme reçue, facture par facture. Saisissez ici, ou utilisez Facturation › Enregistrer un paiement…',
  columns: {
    date: typed("Date d'encaissement", 'date', { width: 116 }),
    invoice: listed('Facture', 'invoices!number'),
    // Of a *Crédit client* row, *Référence* names the document it came with.
    client: computed(
      'Client',
      'text',
      '=IF({invoice}="";"";IFERROR(INDEX({invoices!client};MATCH(IF({invoice}="Crédit client";{reference};{invoice});{invoices!number};0));""))',
      { width: 170 },
    ),
    amount: typed('Montant', 'amount'),
    method: listed('Mode de règlement', 'paymentMethods'),
    reference: typed('Référence'),
    fee: typed('Frais retenus', 'amount'),
    netReceived: computed('Net reçu', 'amount', '=IF({amount}="";"";ROUND({amount}-{fee};2))'),
    source: written('Source'),
    operation: written('Opération'),
    receiptNumber: written('Recette n°', 'integer'),
    matchedOn: written('Rapproché le', 'date'),
    why: written('Pourquoi', 'text', { width: 220 }),
    id: rowId(),
  },
} as const satisfies Tab

/** features E.5. */
export const bank = {
  title: 'Banque',
  purpose: 'Les lignes de vos relevés importés, et celles confirmées dans l’extension.',
  columns: {
    date: written('Date', 'date'),
    label: written('Libellé', 'text', { width: 260 }),
    credit: written('Crédit', 'amount'),
    debit: written('Débit', 'amount'),
    status: listed('Statut', 'bankStatuses'),
    leftToAllocate: computed(
      'Reste à affecter',
      'amount',
      // What a processor kept never came; money out counts against what it pays back.
      '=IF(OR({date}="";{status}="";{status}="À ignorer");"";ROUND(N({credit})-N({debit})-SUMIFS({payments!netReceived};{payments!operation};{id});2))',
    ),
    proposal: written('Proposition'),
    why: written('Pourquoi', 'text', { width: 220 }),
    invoices: written('Factures'),
    valueDate: written('Date de valeur', 'date', details),
    counterparty: written('Contrepartie', 'text', details),
    iban: written('IBAN', 'text', details),
    reference: written('Référence', 'text', details),
    shownBalance: written('Solde affiché', 'amount', details),
    account: written('Compte', 'text', details),
    readOn: written('Lu le', 'date', details),
    source: written('Source', 'text', details),
    fingerprint: written('Empreinte', 'text', details),
    note: typed('Note', 'text', details),
    id: rowId(),
  },
} as const satisfies Tab

/** features E.12: *livre des recettes*, append-only. CGI art. 50-0, 5. */
export const receiptsBook = {
  title: 'Livre des recettes',
  purpose: 'Votre seule comptabilité obligatoire : elle s’écrit toute seule à chaque paiement, à sa date.',
  columns: {
    rank: written('N°', 'integer'),
    date: written("Date d'encaissement", 'date', { width: 116 }),
    document: written('Référence de la pièce'),
    client: written('Client', 'text', { width: 170 }),
    nature: written('Nature', 'text', { width: 160 }),
    category: written('Catégorie'),
    amount: written('Montant encaissé', 'amount'),
    method: written('Mode de règlement'),
    remarks: written('Observations', 'text', { width: 220 }),
    period: written('Période', 'text', details),
    vat: written('Dont TVA', 'amount', details),
    sealedOn: written('Scellé le', 'date', details),
    fingerprint: written('Empreinte', 'text', details),
    payment: written('Paiement', 'text', { ...details, aliases: ['Paiement (ID)'] }),
  },
} as const satisfies Tab

/** features E.12: *registre des achats*, for the sale of goods and lodging. */
export const purchases = {
  title: 'Registre des achats',
  purpose: 'Obligatoire si vous vendez des marchandises ou logez : vos achats, dans l’ordre. Ils viennent de Dépenses.',
  columns: {
    rank: written('N°', 'integer'),
    date: written('Date', 'date'),
    supplier: written('Fournisseur', 'text', { width: 170 }),
    document: written('Référence de la pièce'),
    nature: written("Nature de l'achat", 'text', { width: 220 }),
    gross: written('Montant TTC', 'amount'),
    method: written('Mode de règlement'),
    receipt: written('Justificatif'),
  },
} as const satisfies Tab

/** features E.9. */
export const expenses = {
  title: 'Dépenses',
  purpose: 'Ce que votre activité vous coûte. En micro-entreprise, ces dépenses ne diminuent ni cotisations ni impôt.',
  columns: {
    date: typed('Date', 'date'),
    supplier: typed('Fournisseur', 'text', { width: 170 }),
    category: listed('Catégorie', 'expenseCategories'),
    variability: listed('Fixe / Variable', 'variabilities'),
    description: typed('Description', 'text', { width: 220 }),
    gross: typed('Montant TTC', 'amount'),
    method: listed('Mode de règlement', 'paymentMethods'),
    receipt: typed('Justificatif'),
    expenseReport: tick('Note de frais'),
    toReinvoice: tick('À refacturer'),
    goods: tick('Achat de marchandises', { width: 108 }),
    vat: typed('TVA', 'amount', details),
    client: listed('Client', 'clients!name', details),
    recurrence: listed('Récurrence', 'recurrences', details),
    operation: written('Opération', 'text', details),
    id: rowId(),
  },
} as const satisfies Tab

const month = (heading: string) => typed(heading, 'amount')

/** features E.9. */
export const budget = {
  title: 'Budget',
  purpose: 'Vos dépenses prévues et réelles. Ce budget sert à connaître votre vrai revenu.',
  columns: {
    category: listed('Catégorie', 'expenseCategories', { width: 170 }),
    variability: listed('Fixe / Variable', 'variabilities'),
    january: month('Janv.'),
    february: month('Févr.'),
    march: month('Mars'),
    april: month('Avr.'),
    may: month('Mai'),
    june: month('Juin'),
    july: month('Juil.'),
    august: month('Août'),
    september: month('Sept.'),
    october: month('Oct.'),
    november: month('Nov.'),
    december: month('Déc.'),
    total: computed('Total', 'amount', '=IF({category}="";"";SUM({january}:{december}))'),
    actual: computed(
      'Réalisé',
      'amount',
      '=IF({category}="";"";SUMIFS({expenses!gross};{expenses!category};{category}))',
    ),
    gap: computed('Écart', 'amount', '=IF({category}="";"";ROUND({total}-{actual};2))'),
  },
} as const satisfies Tab
