import type { Column, ColumnKind } from '@tabellion/shared/ledger'

/** Number formats, US-style whatever the locale (ground truth §1). Text columns are `@`, so that text stays text. */
export const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  date: 'dd/mm/yyyy',
  amount: '#,##0.00',
  price: '#,##0.00####',
  quantity: '#,##0.####',
  rate: '0.##%',
  integer: '0',
  checkbox: 'general',
}

/** A formula written into a text cell would be its own text (ground truth §1), so that one which gives text is no text column. */
export const formatOf = ({ kind, formula }: Column): string =>
  kind === 'text' && formula !== undefined ? 'general' : FORMATS[kind]

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
