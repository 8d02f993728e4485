import { computed, details, listed, rowId, type Tab, tick, typed, written } from '../column.ts'

/** features E.2: the register. Nothing is typed but the last three. */
export const invoices = {
  title: 'Factures',
  purpose:
    'Le registre des documents émis. Rien à saisir ici, sauf vos notes : tout vient des ventes et des paiements.',
  columns: {
    number: written('N° facture', 'text', { width: 110 }),
    kind: written('Type'),
    client: written('Client', 'text', { width: 170 }),
    subject: written('Objet', 'text', { width: 220 }),
    issueDate: written("Date d'émission", 'date'),
    dueDate: written("Date d'échéance", 'date'),
    gross: written('Total TTC', 'amount', { aliases: ['Total'] }),
    received: computed(
      'Encaissé',
      'amount',
      '=IF({number}="";"";ROUND(SUMIFS({payments!amount};{payments!invoice};{number});2))',
    ),
    // A credit note gives what its invoice gets; what was paid back in money is imputed to nothing.
    credited: computed(
      'Avoirs imputés',
      'amount',
      '=IF({number}="";"";IF({kind}="Avoir";ROUND({payable}-{received};2);ROUND(SUMIFS({invoices!received};{invoices!originInvoice};{number};{invoices!kind};"Avoir")-SUMIFS({invoices!payable};{invoices!originInvoice};{number};{invoices!kind};"Avoir");2)))',
    ),
    balanceDue: computed('Reste dû', 'amount', '=IF({number}="";"";ROUND({payable}-{received}-{credited};2))'),
    status: written('Statut', 'text', { width: 160 }),
    daysLate: computed(
      'Retard (j)',
      'integer',
      '=IF({dueDate}="";"";IF(AND({balanceDue}>0;{dueDate}<TODAY());TODAY()-{dueDate};""))',
    ),
    file: written('PDF', 'text', { width: 140 }),
    servicePeriod: written('Période de prestation', 'text', details),
    net: written('Total HT', 'amount', details),
    vat: written('TVA', 'amount', details),
    depositsDeducted: written('Acomptes déduits', 'amount', details),
    payable: written('Net à payer', 'amount', details),
    sentOn: written('Envoyée le', 'date', details),
    sentTo: written('Envoyée à', 'text', details),
    netVat: written('TVA nette', 'amount', details),
    // What came with this document and pays none: an issue, which does not read *Paiements*, sees it here.
    clientCredit: computed(
      'Crédit client',
      'amount',
      '=IF({number}="";"";ROUND(SUMIFS({payments!amount};{payments!invoice};"Crédit client";{payments!reference};{number});2))',
      details,
    ),
    nextReminder: written('Prochaine relance', 'date', details),
    reminderLevel: written('Niveau de relance', 'integer', details),
    originInvoice: written("Facture d'origine", 'text', details),
    quote: written('Devis', 'text', details),
    group: written('Regroupement', 'text', details),
    termsVersion: written('Version CGV', 'text', details),
    template: written('Modèle', 'text', details),
    rates: written('Barème', 'text', details),
    facturX: written('Factur-X', 'text', details),
    fingerprint: written('Empreinte', 'text', details),
    disputed: tick('En litige'),
    remindersSuspended: tick('Suspendre les relances'),
    note: typed('Note interne', 'text', { width: 220 }),
    id: rowId(),
  },
} as const satisfies Tab

/** features E.3. Quote lines are ledger rows: nothing is copied. */
export const quotes = {
  title: 'Devis',
  purpose: 'Vos devis. Leurs lignes sont dans Ventes ; un devis accepté s’y facture en une ou plusieurs fois.',
  columns: {
    number: written('N° devis', 'text', { width: 110 }),
    version: written('Version', 'integer'),
    client: written('Client', 'text', { width: 170 }),
    subject: written('Objet', 'text', { width: 220 }),
    date: written('Date', 'date'),
    validUntil: written("Valable jusqu'au", 'date'),
    net: written('Total HT', 'amount'),
    gross: written('Total TTC', 'amount', { aliases: ['Total'] }),
    depositRate: typed('Acompte %', 'rate'),
    deposit: computed('Acompte demandé', 'amount', '=IF({number}="";"";ROUND({gross}*{depositRate};2))'),
    status: written('Statut', 'text', { width: 130 }),
    acceptedOn: typed('Accepté le', 'date'),
    proof: typed("Preuve d'accord"),
    invoiced: computed('Facturé', 'amount', '=IF({number}="";"";SUMIFS({invoices!payable};{invoices!quote};{number}))'),
    leftToInvoice: computed('Reste à facturer', 'amount', '=IF({number}="";"";ROUND({gross}-{invoiced};2))'),
    file: written('PDF'),
    termsVersion: written('Version CGV', 'text', details),
    remindedOn: written('Relancé le', 'date', details),
    order: written('Commande', 'text', details),
    fingerprint: written('Empreinte', 'text', details),
    id: rowId(),
  },
} as const satisfies Tab

/** features E.7. */
export const plans = {
  title: 'Échéanciers',
  purpose: 'Les paiements en plusieurs fois accordés à vos clients, par Facturation › Factures et clients.',
  columns: {
    invoice: written('Facture'),
    rank: written('N°', 'integer'),
    plannedOn: typed('Date prévue', 'date'),
    planned: typed('Montant prévu', 'amount'),
    received: written('Encaissé', 'amount'),
    left: computed('Reste', 'amount', '=IF({planned}="";"";ROUND({planned}-{received};2))'),
    status: written('Statut'),
    agreedOn: typed('Accord du', 'date'),
    proof: typed('Preuve'),
    id: rowId(),
  },
} as const satisfies Tab

/** features E.6. Append-only: what was said to a client is never deleted. */
export const reminders = {
  title: 'Relances',
  purpose: 'Tout ce qui a été dit ou sera dit à un client en retard. Facturation › Relances et impayés les prépare.',
  columns: {
    invoice: written('Facture'),
    client: written('Client', 'text', { width: 170 }),
    level: written('Niveau', 'text', { width: 130 }),
    plannedOn: typed('Prévue le', 'date'),
    channel: listed('Canal', 'channels'),
    claimed: written('Montant réclamé', 'amount'),
    status: written('Statut'),
    sentOn: written('Envoyée le', 'date'),
    answer: typed('Réponse du client', 'text', { width: 220 }),
    recipient: written('Destinataire', 'text', details),
    subject: written('Objet', 'text', details),
    text: written('Texte', 'text', details),
    principal: written('Principal', 'amount', details),
    daysLate: written('Jours de retard', 'integer', details),
    rate: written('Taux', 'rate', details),
    penalties: written('Pénalités', 'amount', details),
    recoveryFee: written('Indemnité 40 €', 'amount', details),
    registeredNumber: typed('N° recommandé', 'text', details),
    attachment: typed('Pièce', 'text', details),
    why: written('Pourquoi', 'text', details),
    id: rowId(),
  },
} as const satisfies Tab
