import { type BankRow, readBank, readPayments, type Table } from '@tabellion/shared/ledger'
import type { LineMatch, Matcher } from '@tabellion/shared/matching'
import { openFinished } from '../payments/record.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { repairStructure } from '../workbook/repair.ts'
import { type LedgerFacts, ledgerFacts } from './ledger-facts.ts'
import { isOpen, type MatchedRow, matcherOf, matchRows } from './matching.ts'
import { type Operation, recordedOperations } from './operations.ts'
import { settleBank } from './settle.ts'

/** *Banque* and what it is matched with, as they stand under the lock. */
export interface Desk {
  readonly workbook: Workbook
  readonly bank: Table<'bank'>
  readonly rows: readonly BankRow[]
  readonly operations: ReadonlyMap<string, Operation>
}

/** Finishes what stopped runs left, first: the desk shows every payment that the journal knows. */
export function openDesk(ports: Ports): Desk {
  if (openFinished(ports).tableIfAny('bank') === undefined) repairStructure(ports, ['bank'])
  settleBank(ports)
  const workbook = openWorkbook(ports)
  const bank = workbook.table('bank')
  return {
    workbook,
    bank,
    rows: readBank(bank),
    operations: recordedOperations(readPayments(workbook.table('payments'))),
  }
}

export interface Matched {
  readonly facts: LedgerFacts
  readonly matched: readonly MatchedRow[]
}

/** What every open line may pay. */
export function matchDesk({ workbook, rows, operations }: Desk, today: Ports['clock']['today']): Matched {
  const facts: LedgerFacts = ledgerFacts(
    {
      settings: workbook.table('settings'),
      clients: workbook.table('clients'),
      invoices: workbook.table('invoices'),
      payments: readPayments(workbook.table('payments')),
    },
    today,
  )
  const matcher: Matcher = matcherOf(facts, rows, operations)
  const open = rows.filter((row) => isOpen(row, operations))
  return { facts, matched: matchRows(matcher, facts, open) }
}

export const isCertain = ({ decision }: LineMatch): boolean => decision === 'automatic'
