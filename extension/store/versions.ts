import type { Transaction } from 'dexie'

export interface Version {
  readonly number: number
  /** As Dexie wants them: key first, then what is searched by. Tables not named stay as they are. */
  readonly tables: Readonly<Record<string, string>>
  readonly upgrade?: (old: Transaction) => Promise<unknown>
}

/** Only ever added to: a browser may come from any of them. Each is opened, filled and brought up to date in store.test.ts. */
export const versions: readonly Version[] = [
  {
    number: 1,
    tables: {
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
    },
  },
  {
    // How the last exchange went has a place; pending rows are kept no more, since they never are matched.
    number: 2,
    tables: { outbox: 'id', standing: 'key' },
    upgrade: (old) =>
      old
        .table('transactions')
        .filter((row) => row.pending === true)
        .delete(),
  },
]
