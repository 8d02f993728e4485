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
  TransactionRow,
} from './rows.ts'

/** The store belongs to the service worker: pages ask it by message. */
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

  constructor(name = 'tabellion') {
    super(name)
    declareVersions(this)
  }
}

/** Versions are only ever added: a browser may come from any of them. */
export function declareVersions(dexie: Dexie): void {
  dexie.version(1).stores({
    sheet: 'key',
    ledger: 'key',
    accounts: 'id',
    transactions: 'id, account, date',
    decisions: 'id, line, state',
    outbox: 'id, nextAt',
    aliases: 'id',
    profiles: 'place',
    banks: 'origin',
    log: '++id, at',
  })
}
