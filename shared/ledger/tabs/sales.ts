import { computed, details, frozen, listed, rowId, type Tab, tick, typed, written } from '../column.ts'

/** features E.1: the ledger, one row per line of work; a document is a group of rows. */
export const sales = {
  title: 'Ventes',
  purpose: 'Une ligne par prestation ou vente. Cochez « À facturer », puis Facturation › Facturer les lignes cochées…',
  columns: {
    toInvoice: tick('À facturer', { help: 'Cochez les lignes à facturer, puis ouvrez le menu Facturation.' }),
    date: typed('Date', 'date', { ...frozen, help: 'Le jour du travail ou de la livraison, au format jj/mm/aaaa.' }),
    client: listed('Client', 'clients!name', { ...frozen, width: 170, help: 'Un nom de l’onglet Clients.' }),
    group: typed('Regroupement', 'text', {
      ...frozen,
      width: 120,
      help: 'Facultatif : mêmes client et regroupement, même facture.',
    }),
    item: listed('Article', 'catalog!code', {
      ...frozen,
      help: 'Facultatif : un code de l’onglet Articles, qui remplit la ligne.',
    }),
    label: typed('Désignation', 'text', { ...frozen, width: 260 }),
    quantity: typed('Quantité', 'quantity', { ...frozen, help: 'Un nombre positif, quatre décimales au plus : 0,25.' }),
    unit: listed('Unité', 'units', frozen),
    unitPrice: typed('Prix unitaire HT', 'price', {
      ...frozen,
      aliases: ['Prix unitaire'],
      help: 'Un nombre, six décimales au plus : 450 ou 12,50.',
    }),
    discount: typed('Remise %', 'rate', { ...frozen, help: '10 ou 10 % : dix pour cent.' }),
    net: computed(
      'Montant HT',
      'amount',
      '=IF({quantity}="";"";IFERROR(ROUND({quantity}*{unitPrice}*(1-{discount});2)*IF({lineType}="Remise";-1;1);""))',
      {
        aliases: ['Montant'],
        fixedAtIssue: true,
      },
    ),
    check: written('Contrôle', 'text', { width: 190 }),
    status: written('Statut'),
    document: written('Document'),
    detail: typed('Détail', 'text', { ...frozen, ...details, width: 240 }),
    vatRate: typed('Taux TVA', 'rate', { ...frozen, ...details, list: 'vatRates' }),
    gross: computed('Montant TTC', 'amount', '=IF({net}="";"";ROUND({net}*(1+{vatRate});2))', {
      ...details,
      fixedAtIssue: true,
    }),
    nature: listed('Nature', 'natures', { ...frozen, ...details }),
    lineType: listed('Type de ligne', 'lineTypes', { ...frozen, ...details }),
    quote: written('Devis', 'text', details),
    originInvoice: written("Facture d'origine", 'text', details),
    recurrence: listed('Récurrence', 'recurrences', details),
    order: typed('Commande', 'text', details),
    clientReference: typed('Référence client', 'text', { ...frozen, ...details }),
    exemption: listed("Motif d'exonération", 'exemptions', { ...frozen, ...details, width: 260 }),
    id: rowId(),
  },
} as const satisfies Tab
