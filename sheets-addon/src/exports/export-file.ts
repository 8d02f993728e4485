import type { ReceiptEntry, Seal } from '@tabellion/shared/bookkeeping'
import { csvText } from '@tabellion/shared/bookkeeping'
import type { Day } from '@tabellion/shared/calendar'
import { utf8Bytes } from '@tabellion/shared/kernel'
import type { Settings } from '@tabellion/shared/ledger'
import type { Cents } from '@tabellion/shared/money'
import type { Workbook } from '../workbook/open.ts'

export interface ExportFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** What an export is made from, read once. */
export interface ExportFacts {
  readonly workbook: Workbook
  readonly settings: Settings
  /** Both included. */
  readonly from: Day
  readonly to: Day
  readonly today: Day
  /** The book of record, by the profile of today. */
  readonly entries: readonly ReceiptEntry[]
  readonly seals: readonly Seal[]
}

export const isWithin = ({ from, to }: Pick<ExportFacts, 'from' | 'to'>, on: Day | undefined): boolean =>
  on !== undefined && from <= on && on <= to

/** `livre-des-recettes_2026-01-01_2026-12-31.csv`. */
export const rangeName = (what: string, { from, to }: Pick<ExportFacts, 'from' | 'to'>, ending: string): string =>
  `${what}_${from}_${to}.${ending}`

/** A byte order mark, or French spreadsheets take accents for something else. */
export const csvFile = (name: string, rows: readonly (readonly string[])[]): ExportFile => ({
  name,
  type: 'text/csv',
  bytes: utf8Bytes(`\ufeff${csvText(rows)}`),
})

/** `1234,50`, as spreadsheets read it. */
export const decimal = (amount: Cents): string => {
  const magnitude = Math.abs(amount)
  return `${amount < 0 ? '-' : ''}${Math.trunc(magnitude / 100)},${String(magnitude % 100).padStart(2, '0')}`
}
