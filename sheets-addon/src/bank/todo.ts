import { readBank } from '@tabellion/shared/ledger'
import type { TodoItem } from '../actions/action.ts'
import { counted } from '../messages/sentences.ts'
import type { Workbook } from '../workbook/open.ts'

/** Money that came, and that nobody has said the invoice of. */
export function bankItems(workbook: Workbook): readonly TodoItem[] {
  const bank = workbook.tableIfAny('bank')
  const open = bank ? readBank(bank).filter(({ status, amount }) => status === 'unmatched' && amount > 0) : []
  const [first] = open
  if (first === undefined) return []
  const message = `${counted(open.length, 'encaissement de la banque à rapprocher', 'encaissements de la banque à rapprocher')}.`
  return [{ code: 'lines-to-match', count: open.length, message, tab: 'Banque', row: first.row }]
}
