import type { TabKey } from '@tabellion/shared/ledger'

/** What an action cannot do without: when one of these is missing, what it held is gone, and someone must look. */
const NEEDED: Readonly<Partial<Record<TabKey, readonly string[]>>> = {
  sales: ['toInvoice', 'date', 'client', 'label', 'quantity', 'unitPrice'],
  clients: ['name', 'type', 'address', 'postcode', 'city'],
  settings: ['name', 'value'],
}

export const NEEDED_TABS: ReadonlySet<TabKey> = new Set(Object.keys(NEEDED) as TabKey[])
export const neededColumns = (tab: TabKey): readonly string[] => NEEDED[tab] ?? []
