import { computed, details, listed, rowId, type Tab, tick, typed, written } from '../column.ts'

/** features E.10. */
export const clients = {
  title: 'Clients',
  purpose: 'Une ligne par client. Le type décide des mentions, le délai de l’échéance.',
  columns: {
    name: typed('Nom ou raison sociale', 'text', { width: 190 }),
    type: listed('Type', 'clientTypes', {
      help: 'UE : une entreprise avec un n° de TVA. Un particulier étranger reste « Particulier », avec son pays.',
    }),
    contact: typed('Contact'),
    email: typed('E-mail', 'text', { width: 190 }),
    phone: typed('Téléphone'),
    address: typed('Adresse', 'text', { width: 190 }),
    postcode: typed('Code postal'),
    city: typed('Ville'),
    siret: typed('SIRET', 'text', { width: 130 }),
    paymentTerm: listed('Délai de paiement', 'paymentTerms'),
    reminders: listed('Relances', 'reminderModes'),
    balanceDue: computed(
      'Reste dû',
      'amount',
      '=IF({name}="";"";SUMIFS({invoices!balanceDue};{invoices!client};{name}))',
    ),
    code: typed('Code', 'text', details),
    addressExtra: typed('Complément', 'text', { ...details, aliases: ["Complément d'adresse"] }),
    country: typed('Pays', 'text', details),
    siren: typed('SIREN', 'text', details),
    vatNumber: typed('N° TVA', 'text', details),
    deliveryAddress: typed('Adresse de livraison', 'text', details),
    accountingEmail: typed('E-mail comptabilité', 'text', details),
    preferredMethod: listed('Mode de règlement préféré', 'paymentMethods', details),
    template: listed('Modèle', 'trades', details),
    message: typed('Message personnel', 'text', details),
    oneInvoicePerLine: tick('Une facture par ligne', details),
    termsAcceptedOn: typed('CGV acceptées le', 'date', details),
    termsVersion: typed('Version CGV', 'text', details),
    termsProof: typed('Preuve CGV', 'text', details),
    bankNames: typed('Noms en banque', 'text', {
      ...details,
      help: 'Comment la banque appelle ce client, séparés par « ; ». Après « ≠ », un nom qui n’est pas le sien.',
    }),
    penaltyRate: typed('Taux de pénalités convenu', 'rate', details),
    relation: written('Relation', 'text', details),
    invoiced: computed(
      'CA facturé',
      'amount',
      '=IF({name}="";"";SUMIFS({invoices!payable};{invoices!client};{name}))',
      details,
    ),
    received: computed(
      'CA encaissé',
      'amount',
      '=IF({name}="";"";SUMIFS({payments!amount};{payments!client};{name}))',
      details,
    ),
    averageDelay: written('Délai moyen (j)', 'integer', details),
    lastInvoice: computed(
      'Dernière facture',
      'date',
      '=IF({name}="";"";IF(COUNTIFS({invoices!client};{name})=0;"";MAXIFS({invoices!issueDate};{invoices!client};{name})))',
      details,
    ),
    id: rowId(),
  },
} as const satisfies Tab

/** features E.11. */
export const catalog = {
  title: 'Articles',
  purpose: 'Ce que vous vendez souvent. Un code saisi dans Ventes remplit la ligne.',
  columns: {
    code: typed('Code'),
    label: typed('Désignation', 'text', { width: 260 }),
    detail: typed('Détail type', 'text', { width: 240 }),
    unit: listed('Unité', 'units'),
    unitPrice: typed('Prix unitaire HT', 'price', { aliases: ['Prix unitaire'] }),
    vatRate: typed('Taux TVA', 'rate', { list: 'vatRates' }),
    nature: listed('Nature', 'natures'),
    active: tick('Actif'),
    lastPrice: computed(
      'Dernier prix vendu',
      'price',
      '=IF({code}="";"";IFERROR(INDEX(SORT(FILTER({sales!unitPrice};{sales!item}={code};{sales!document}<>"");1;FALSE);1;1);""))',
    ),
    soldThisYear: computed(
      'Vendu cette année',
      'amount',
      '=IF({code}="";"";SUMIFS({sales!net};{sales!item};{code};{sales!document};"?*";{sales!date};">="&DATE(YEAR(TODAY());1;1)))',
    ),
  },
} as const satisfies Tab
