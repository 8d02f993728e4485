import { headingOf, type Table } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import type { Finding } from '../workbook/finding.ts'
import { repairStructure } from '../workbook/repair.ts'

const NEEDED = ['date', 'invoice', 'amount', 'method', 'receiptNumber', 'id'] as const

/**
 * Columns without which money cannot be recorded: they are created again, and said, since what they held is gone. Nothing is
 * recorded by that run.
 */
export function lostColumns(
  ports: Ports,
  payments: Table<'payments'>,
  book: Table<'receiptsBook'>,
): readonly Finding[] {
  const missing = [
    ...NEEDED.filter((key) => payments.missing.includes(key)).map((key) => ['payments', key] as const),
    ...(['rank'] as const).filter((key) => book.missing.includes(key)).map((key) => ['receiptsBook', key] as const),
  ]
  if (missing.length === 0) return []
  repairStructure(ports, ['payments', 'receiptsBook'])
  return missing.map(([tab, key]) => ({
    code: 'missing-column',
    tab,
    heading: headingOf(tab, key),
    severity: 'blocking',
    at: { tab, column: key },
  }))
}
