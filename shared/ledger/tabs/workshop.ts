import { computed, details, listed, type Tab, typed, written } from '../column.ts'

/** features E.13. Found by *Réglage*; a value is always text. */
export const settings = {
  title: 'Réglages',
  purpose:
    'Qui vous êtes et comment vous facturez. Facturation › Réglages › Assistant de démarrage remplit cet onglet.',
  columns: {
    section: written('Rubrique', 'text', { width: 100 }),
    name: written('Réglage', 'text', { width: 220 }),
    value: typed('Valeur', 'text', { width: 280 }),
    explanation: written('Explication', 'text', { width: 540 }),
  },
} as const satisfies Tab

/** features D-28: every value of the law that we use, dated and sourced. */
export const rates = {
  title: 'Barèmes',
  purpose: 'Chaque taux, seuil et mention utilisés, avec leur source et le jour où nous les avons vérifiés.',
  columns: {
    key: written('Clé', 'text', { width: 140, wraps: true }),
    label: written('Libellé', 'text', { width: 240, wraps: true }),
    value: typed('Valeur', 'text', { width: 130, wraps: true }),
    from: written('Du', 'date'),
    to: written('Au', 'date'),
    activity: written('Activité', 'text', { width: 100 }),
    source: written('Source', 'text', { width: 180, wraps: true }),
    checkedOn: written('Vérifié le', 'date'),
    age: computed('Âge (mois)', 'integer', '=IF({checkedOn}="";"";DATEDIF({checkedOn};TODAY();"M"))'),
    status: listed('Statut', 'rateStatuses', { width: 100 }),
    note: written('Note', 'text', { width: 260 }),
    /** What the law says, beside what the user may have typed. */
    law: written('Valeur du barème', 'text', details),
    link: written('Lien', 'text', details),
  },
} as const satisfies Tab

/** The register of record (architecture §3). What exceeds a cell goes on in rows of type `suite`. */
export const journal = {
  title: '_Journal',
  purpose: 'Le journal de ce qui a été émis. Ne rien modifier : toute altération se voit.',
  hidden: true,
  columns: {
    sequence: written('Séquence', 'integer'),
    instant: written('Instant', 'text', { width: 170 }),
    type: written('Type'),
    key: written('Clé'),
    data: written('Données', 'text', { width: 400 }),
    previousHash: written('Empreinte précédente', 'text', { width: 170 }),
    hash: written('Empreinte', 'text', { width: 170 }),
  },
} as const satisfies Tab

export const queue = {
  title: "_File d'attente",
  purpose: 'Les travaux longs en cours, repris là où ils s’étaient arrêtés.',
  hidden: true,
  columns: {
    createdOn: written('Créée le', 'text'),
    job: written('Travail'),
    key: written('Clé'),
    state: written('État'),
    attempts: written('Essais', 'integer'),
    detail: written('Détail'),
  },
} as const satisfies Tab

export const lists = {
  title: '_Listes',
  purpose: 'Les valeurs proposées dans les listes déroulantes.',
  hidden: true,
  columns: { list: written('Liste'), value: written('Valeur', 'text', { width: 320 }) },
} as const satisfies Tab

/** The logo in chunks, append-only: an issued document keeps the logo it was issued with. */
export const images = {
  title: '_Images',
  purpose: 'Vos logos, version après version.',
  hidden: true,
  columns: {
    image: written('Image'),
    version: written('Version', 'integer'),
    type: written('Type'),
    width: written('Largeur', 'integer'),
    height: written('Hauteur', 'integer'),
    digest: written('Empreinte'),
    chunk: written('Morceau', 'integer'),
    data: written('Données'),
  },
} as const satisfies Tab

export const dashboard = {
  title: 'Tableau de bord',
  purpose: 'Où vous en êtes aujourd’hui.',
  free: true,
  columns: {},
} as const satisfies Tab
export const help = {
  title: 'Aide',
  purpose: 'Mode d’emploi, à imprimer ou à garder sous la main.',
  free: true,
  columns: {},
} as const satisfies Tab
