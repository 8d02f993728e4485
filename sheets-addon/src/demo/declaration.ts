import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  endOfMonth,
  isWorkingDay,
  monthName,
  monthOf,
  yearOf,
} from '@tabellion/shared/calendar'
import type { Cell, ColumnKey, SettingName } from '@tabellion/shared/ledger'
import { typeset } from '../messages/typography.ts'

export type ClientRow = Readonly<Partial<Record<ColumnKey<'clients'>, Cell>>>
export type CatalogRow = Readonly<Partial<Record<ColumnKey<'catalog'>, Cell>>>
export type SaleRow = Readonly<Partial<Record<ColumnKey<'sales'>, Cell>>>

/** A row of *Ventes* whose day is told as days before today. */
export interface Entry {
  readonly ago: number
  readonly cells: SaleRow
}

/** Which jobs, by their *Regroupement*, went which way before today: what the quotes, plans and reminders of the file tell. */
export interface Story {
  /** Late since fifty-two days, issued so long ago. */
  readonly noticed: { readonly job: string; readonly ago: number }
  readonly late: string
  readonly later: string
  readonly planned: string
  readonly accepted: string
  readonly partly: string
  readonly sent: string
  readonly draft: string
  readonly declined: string
  readonly expired: string
}

/** A sample business as written down; what depends on the day it is shown is a function of that day. */
export interface DeclaredBusiness {
  readonly settings: (today: Day) => Readonly<Partial<Record<SettingName, string>>>
  readonly clients: readonly ClientRow[]
  readonly catalog: readonly CatalogRow[]
  readonly entries: (today: Day) => readonly Entry[]
  readonly story: Story
}

/** Positions, not names: these rows are in every bundle, and a property name is not shortened. */
export const client = (
  type: string,
  name: string,
  address: string,
  postcode: string,
  city: string,
  more: ClientRow = {},
): ClientRow => ({ type, name, address, postcode, city, ...more })

export const article = (
  code: string,
  label: string,
  unit: string,
  unitPrice: number,
  nature: string,
  more: CatalogRow = {},
): CatalogRow => spaced({ code, label, unit, unitPrice, nature, active: true, ...more })

export const work = (
  ago: number,
  label: string,
  quantity: number,
  unit: string,
  unitPrice: number,
  more: SaleRow = {},
): Entry => ({ ago, cells: { label, quantity, unit, unitPrice, ...more } })

/** A row that its *Article* fills. */
export const item = (ago: number, code: string, quantity: number, more: SaleRow = {}): Entry => ({
  ago,
  cells: { item: code, quantity, ...more },
})

/** A line of text between the others. */
export const note = (ago: number, label: string): Entry => ({ ago, cells: { label, lineType: 'Texte' } })

/** Rows of one client and *Regroupement*: one document, unless the client wants one per line. */
export const job = (name: string, group: string, entries: readonly Entry[], shared: SaleRow = {}): readonly Entry[] =>
  entries.map(({ ago, cells }) => ({
    ago,
    cells: { toInvoice: true, client: name, ...(group === '' ? {} : { group }), ...shared, ...cells },
  }))

/** Work under way: not ticked. */
export const underWay: SaleRow = { toInvoice: false }

/** The same job on the last working day of each of the twelve months before today's. */
export const monthly = (
  today: Day,
  name: string,
  rowsOf: (month: string, index: number) => readonly SaleRow[],
): readonly Entry[] =>
  Array.from({ length: 12 }, (_, index) => {
    const on = workingDayUntil(endOfMonth(addMonths(today, index - 12)))
    const month = `${monthName(monthOf(on))} ${yearOf(on)}`
    const ago = daysBetween(on, today)
    return job(
      name,
      month,
      rowsOf(month, index).map((cells) => ({ ago, cells })),
      { recurrence: 'mensuelle' },
    )
  }).flat()

/** The entries as rows of the tab, oldest first: those of one document are not always neighbours, as in a real file. */
export const ledgerOf = (entries: readonly Entry[], today: Day): readonly SaleRow[] =>
  [...entries]
    .sort((a, b) => b.ago - a.ago)
    .map(({ ago, cells }) => spaced({ date: workingDayUntil(addDays(today, -ago)), ...cells }))

/** What is printed gets French spaces; names and codes stay as they are looked up. */
function spaced<Cells extends Readonly<Partial<Record<'label' | 'detail', Cell>>>>(cells: Cells): Cells {
  const { label, detail } = cells
  return {
    ...cells,
    ...(typeof label === 'string' ? { label: typeset(label) } : {}),
    ...(typeof detail === 'string' ? { detail: typeset(detail) } : {}),
  }
}

export const workingDayUntil = (on: Day): Day => (isWorkingDay(on) ? on : workingDayUntil(addDays(on, -1)))
