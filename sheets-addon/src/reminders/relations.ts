import { nameKey } from '@tabellion/shared/invoicing'
import { readPayments, relationLabels, textOf } from '@tabellion/shared/ledger'
import { averageDelay, relationOf } from '../issuing/relation.ts'
import type { Ports } from '../ports.ts'
import { type Patch, positionsOf, writePatches } from '../workbook/write.ts'
import type { Desk } from './desk.ts'

/** *Relation* and *Délai moyen* of *Clients*: two writes at most, and only when something changed. */
export function showRelations({ sheets }: Ports, { statuses, today, workbook }: Desk): boolean {
  const clients = workbook.tableIfAny('clients')
  const payments = workbook.tableIfAny('payments')
  if (clients === undefined) return false
  const paid = payments ? readPayments(payments) : []
  // As they are settled today: the register’s own formulas may be older than the payments.
  const register = [...statuses.values()].map(({ settlement, text }) => ({
    ...settlement.entry,
    balanceDue: settlement.balanceDue,
    status: text,
  }))
  const patches = clients.rows.flatMap(({ cells, row }): Patch<'clients'>[] => {
    const name = textOf(cells.name)
    if (name === '') return []
    const invoices = register.filter(({ client, kind }) => kind !== 'credit' && nameKey(client) === nameKey(name))
    const now = {
      relation: relationLabels[relationOf(invoices, name, today)],
      averageDelay: averageDelay(invoices, paid) ?? '',
    }
    return cells.relation === now.relation && cells.averageDelay === now.averageDelay ? [] : [{ row, cells: now }]
  })
  if (patches.length > 0) writePatches(sheets, clients, patches, positionsOf(clients), () => false)
  return patches.length > 0
}
