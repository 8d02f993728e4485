import { computed, details, listed, rowId, type Tab, tick, typed, written } from '../column.ts'

/** features E.8. */
export const deadlines = {
  title: 'Échéances',
  purpose:
    'Ce que vous devez déclarer ou payer, quand, et ce qu’un retard coûte. Se remplit d’après Réglages, « Date de début ».',
  columns: {
    day: written('Date limite', 'date'),
    authority: written('Organisme', 'text', { width: 160 }),
    obligation: written('Obligation', 'text', { width: 230, wraps: true }),
    period: written('Période', 'text', { width: 126 }),
    basis: written('Base', 'text', { width: 380, wraps: true }),
    estimate: written('Montant estimé', 'amount'),
    status: listed('Statut', 'deadlineStatuses'),
    doneOn: typed('Fait le', 'date'),
    reference: typed('Référence de dépôt'),
    actual: typed('Montant réel', 'amount'),
    alerts: typed('Rappels'),
    lateCost: written('Ce que coûte un retard', 'text', { ...details, width: 220 }),
    source: written('Source', 'text', details),
    checkedOn: written('Vérifié le', 'date', details),
    link: written('Lien', 'text', details),
    note: typed('Note', 'text', details),
    /** What the calendar feed last said of it: its sequence and a digest. */
    published: written('Publication', 'text', { place: 'hidden' }),
    id: rowId(),
  },
} as const satisfies Tab

/** features E.13: what needs a look, each with its cell. */
export const checks = {
  title: 'Contrôles',
  purpose: 'Ce qui mérite un regard. Cochez « Ignoré » pour ne plus le voir.',
  columns: {
    severity: written('Gravité'),
    tab: written('Onglet'),
    row: written('Ligne'),
    problem: written('Problème', 'text', { width: 350, wraps: true }),
    rule: written('Règle', 'text', { width: 130, aliases: ['Colonne'] }),
    remedy: written('Que faire', 'text', { width: 260, wraps: true }),
    seenOn: written('Vu le', 'date'),
    ignored: tick('Ignoré'),
  },
} as const satisfies Tab

/** features F-070. */
export const checklists = {
  title: 'Listes de vérification',
  purpose: 'Des listes à cocher, à vous de les adapter.',
  columns: {
    moment: typed('Moment', 'text', { width: 176 }),
    task: typed('Tâche', 'text', { width: 520, wraps: true }),
    due: typed('Échéance', 'date'),
    done: tick('Fait', { progressOf: 'task' }),
    note: typed('Note', 'text', { width: 220 }),
    id: rowId(),
  },
} as const satisfies Tab

/** features F-083: one row per line ordered; the rows of one number are one order. */
export const orders = {
  title: 'Commandes',
  purpose: 'Les commandes reçues de votre site ou d’un formulaire. Un même numéro, une même commande.',
  columns: {
    receivedOn: typed('Reçue le', 'date'),
    order: typed('Commande'),
    client: typed('Client', 'text', { width: 170 }),
    email: typed('E-mail', 'text', { width: 190 }),
    label: typed('Désignation', 'text', { width: 260 }),
    quantity: typed('Quantité', 'quantity'),
    unitPrice: typed('Prix unitaire HT', 'price', { aliases: ['Prix unitaire'] }),
    vatRate: typed('Taux TVA', 'rate', { list: 'vatRates' }),
    net: computed('Montant HT', 'amount', '=IF({quantity}="";"";IFERROR(ROUND({quantity}*{unitPrice};2);""))', {
      aliases: ['Montant'],
    }),
    status: written('Statut'),
    check: written('Contrôle', 'text', { width: 260 }),
    quote: written('Devis'),
    invoice: written('Facture'),
    detail: typed('Détail', 'text', { ...details, width: 240 }),
    unit: listed('Unité', 'units', details),
    type: listed('Type', 'clientTypes', { ...details, help: 'Vide : Particulier, ou Professionnel s’il a un SIRET.' }),
    phone: typed('Téléphone', 'text', details),
    address: typed('Adresse', 'text', { ...details, width: 190 }),
    postcode: typed('Code postal', 'text', details),
    city: typed('Ville', 'text', details),
    country: typed('Pays', 'text', details),
    siret: typed('SIRET', 'text', { ...details, width: 130 }),
    vatNumber: typed('N° TVA', 'text', details),
    id: rowId(),
  },
} as const satisfies Tab
