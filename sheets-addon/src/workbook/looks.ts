import type { Column, ColumnKind, TabKey } from '@tabellion/shared/ledger'

/** Number formats, US-style whatever the locale (ground truth §1). Text columns are `@`, so that text stays text. */
export const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  date: 'dd/mm/yyyy',
  amount: '#,##0.00',
  price: '#,##0.00####',
  // `0.####` would show 1 as « 1, ».
  quantity: 'general',
  rate: '0.0\u00a0%',
  integer: '0',
  checkbox: 'general',
}

/** A formula written into a text cell would be its own text (ground truth §1), so that one which gives text is no text column. */
export const formatOf = ({ kind, formula }: Column): string =>
  kind === 'text' && formula !== undefined ? 'general' : FORMATS[kind]

/** Their figures end where their column ends, and so do their headings. */
export const FIGURES: readonly ColumnKind[] = ['date', 'amount', 'price', 'quantity', 'rate', 'integer']

/** In pixels: a usual row fits a 1280-pixel screen without scrolling. */
export const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 110,
  date: 92,
  amount: 96,
  price: 96,
  quantity: 76,
  rate: 76,
  integer: 64,
  checkbox: 76,
}

/** The numbers of assets/tokens.css, light: a sheet has no dark theme of ours. */
export const INK = '#161a2b'
export const SECONDARY = '#5b6275'
export const SUNKEN = '#f6f7fb'
export const ACCENT = '#184d78'
export const GOOD = '#1b6b3a'
export const WARN = '#8a5300'
export const BAD = '#a3221c'

/** The colour of a cell's text by how it starts: the word says it, the colour only makes it quicker. */
export const STATUS_COLORS: Readonly<Partial<Record<TabKey, Readonly<Record<string, readonly StatusColor[]>>>>> = {
  sales: {
    check: [['✓', GOOD]],
    status: [
      ['Payé', GOOD],
      ['Facturé', SECONDARY],
      ['Avoir', SECONDARY],
    ],
  },
  invoices: {
    status: [
      ['En retard', BAD],
      ['En litige', BAD],
      ['Confiée', WARN],
      ['Irrécouvrable', BAD],
      ['Partiellement', WARN],
      ['Trop-perçu', WARN],
      ['Payée', GOOD],
      ['Soldée', SECONDARY],
      ['Avoir', SECONDARY],
    ],
  },
  quotes: {
    status: [
      ['Accepté', GOOD],
      ['Refusé', BAD],
      ['Expiré', WARN],
    ],
  },
  bank: {
    status: [
      ['À rapprocher', WARN],
      ['Partiel', WARN],
      ['Doublon', WARN],
      ['Rapproché', GOOD],
      ['À ignorer', SECONDARY],
    ],
  },
  reminders: {
    status: [
      ['À valider', WARN],
      ['À poster', WARN],
      ['Échec', BAD],
      ['Envoyée', GOOD],
    ],
  },
  plans: {
    status: [
      ['En retard', BAD],
      ['Payée', GOOD],
    ],
  },
  deadlines: {
    status: [
      ['En retard', BAD],
      ['À faire', WARN],
      ['À préparer', WARN],
      ['Fait', GOOD],
      ['Sans objet', SECONDARY],
    ],
  },
  clients: {
    relation: [
      ['À surveiller', WARN],
      ['Fidèle', GOOD],
    ],
  },
  checks: {
    severity: [
      ['Bloquant', BAD],
      ['À corriger', WARN],
      ['À savoir', SECONDARY],
    ],
  },
  rates: { status: [['À vérifier', WARN]] },
}
export type StatusColor = readonly [start: string, color: string]
