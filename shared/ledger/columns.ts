import type { Column, Tab } from './column.ts'
import { invoices, plans, quotes, reminders } from './tabs/documents.ts'
import { checklists, checks, deadlines, orders } from './tabs/duties.ts'
import { bank, budget, expenses, payments, purchases, receiptsBook } from './tabs/money.ts'
import { catalog, clients } from './tabs/people.ts'
import { sales } from './tabs/sales.ts'
import { dashboard, help, images, journal, lists, queue, rates, settings } from './tabs/workshop.ts'

/** The workbook, tab by tab, in the order of the bottom bar (features E.0). The one declaration that everything obeys. */
export const tabs = {
  dashboard,
  sales,
  quotes,
  invoices,
  payments,
  bank,
  reminders,
  plans,
  deadlines,
  expenses,
  budget,
  clients,
  catalog,
  receiptsBook,
  purchases,
  orders,
  checks,
  checklists,
  settings,
  rates,
  help,
  journal,
  queue,
  lists,
  images,
} as const satisfies Record<string, Tab>

export type TabKey = keyof typeof tabs
export type ColumnKey<K extends TabKey> = Extract<keyof (typeof tabs)[K]['columns'], string>

export const tabKeys = Object.keys(tabs) as TabKey[]
/** Tabs with headings and rows of ours: all but the dashboard and the help page. */
export const tableKeys = tabKeys.filter((key) => !('free' in tabs[key]))

export function columnsOf<K extends TabKey>(tab: K): readonly (readonly [ColumnKey<K>, Column])[] {
  return Object.entries(tabs[tab].columns) as unknown as readonly (readonly [ColumnKey<K>, Column])[]
}
export function columnOf<K extends TabKey>(tab: K, key: ColumnKey<K>): Column {
  return (tabs[tab].columns as Record<string, Column>)[key] as Column
}
/** The heading of a column named by text, for messages about cells; the key itself when there is no such column. */
export function headingOf(tab: TabKey, key: string): string {
  return (tabs[tab].columns as Record<string, Column>)[key]?.heading ?? key
}

/** Row 1 says what the tab is for, row 2 totals, row 3 headings, data from row 4 (architecture §3). */
export const HEADING_ROW = 3
export const FIRST_DATA_ROW = 4
