import type { Answer, Body } from '@tabellion/shared/exchange'
import { nameKey } from '@tabellion/shared/invoicing'
import { readBankNames, textOf, withBankName } from '@tabellion/shared/ledger'
import { questionOf } from '../messages/bridge.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { repairStructure } from '../workbook/repair.ts'

/**
 * Writes *Noms en banque*: one cell of the user's, which says no more than what they confirmed. Saying it again changes nothing, so
 * that a run stopped after it is finished by the next.
 */
export function learnOp(ports: Ports, workbook: Workbook, { client, name, verdict }: Body<'learn'>): Answer<'learn'> {
  const { sheets } = ports
  const clients = workbook.table('clients')
  const row = clients.rows.find(({ cells }) => nameKey(textOf(cells.name)) === nameKey(client))
  if (row === undefined) return { status: 'asks', questions: [questionOf({ code: 'unknown-client', client })] }
  const column = clients.position.bankNames
  if (column === undefined) {
    repairStructure(ports, ['clients'])
    return learnOp(ports, openWorkbook(ports), { client, name, verdict })
  }
  const before = textOf(row.cells.bankNames)
  const after = withBankName(before, name, verdict)
  if (after !== before) {
    sheets.writeEach('clients', [{ row: row.row, column }], after)
    // Before the answer is kept: an answer says what is there.
    sheets.flush()
  }
  return {
    status: 'done',
    result: {
      client: textOf(row.cells.name),
      bankNames: readBankNames(after).names.map((known) => known.slice(0, 140)),
    },
  }
}
