import { Dexie, type EntityTable } from 'dexie'
import type {
  AccountRow,
  AliasRow,
  Bank,
  DecisionRow,
  LedgerRow,
  LogEntry,
  OutboxRow,
  PageProfileRow,
  SheetRow,
  StandingRow,
  TransactionRow,
} from './rows.ts'
import { versions } from './versions.ts'

/** What this browser keeps. It belongs to the service worker: pages ask it by message. */
export class Store extends Dexie {
  declare sheet: EntityTable<SheetRow, 'key'>
  declare ledger: EntityTable<LedgerRow, 'key'>
  declare accounts: EntityTable<AccountRow, 'id'>
  declare transactions: EntityTable<TransactionRow, 'id'>
  declare decisions: EntityTable<DecisionRow, 'id'>
  declare outbox: EntityTable<OutboxRow, 'id'>
  declare aliases: EntityTable<AliasRow, 'id'>
  declare profiles: EntityTable<PageProfileRow, 'place'>
  declare banks: EntityTable<Bank, 'origin'>
  declare log: EntityTable<LogEntry, 'id'>
  declare standing: EntityTable<StandingRow, 'key'>

  /** Counts what was written since this worker began: what was worked out of the tables holds until it moves. */
  generation = 0

  constructor(name = 'tabellion') {
    super(name)
    for (const { number, tables, upgrade } of versions) {
      const version = this.version(number).stores(tables)
      if (upgrade) version.upgrade(upgrade)
    }
  }

  /** Several tables at once, all or nothing. */
  async write<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await this.transaction('rw', this.tables, work)
    } finally {
      this.generation++
    }
  }
}

/** The browser has no room left, or keeps nothing (a private window). */
export const isQuota = (error: unknown): boolean =>
  error instanceof Error &&
  (/Quota/i.test(error.name) || ('inner' in error && error.inner instanceof Error && /Quota/i.test(error.inner.name)))
