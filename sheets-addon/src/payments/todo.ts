import { cents, formatEuros, sum } from '@tabellion/shared/money'
import type { TodoItem } from '../actions/action.ts'
import { counted } from '../messages/sentences.ts'
import type { Recorded } from './record.ts'

/** What money asks of the user: rows to mend, what is late, what was received too much and what is kept for a client. */
export function paymentItems({ findings, statuses }: Pick<Recorded, 'findings' | 'statuses'>): readonly TodoItem[] {
  const items: TodoItem[] = []
  const wrong = findings.filter(({ at, severity }) => at?.tab === 'payments' && severity === 'blocking')
  const rows = [...new Set(wrong.flatMap(({ at }) => at?.row ?? []))].sort((a, b) => a - b)
  if (rows[0] !== undefined)
    items.push({
      code: 'payments-to-fix',
      count: rows.length,
      message: `${counted(rows.length, 'paiement saisi à corriger', 'paiements saisis à corriger')} avant d’entrer au livre des recettes.`,
      tab: 'Paiements',
      row: rows[0],
    })
  const documents = [...statuses.values()]
  const overdue = documents.filter(({ status }) => status === 'overdue').map(({ settlement }) => settlement)
  if (overdue[0])
    items.push({
      code: 'invoices-overdue',
      count: overdue.length,
      message: `${counted(overdue.length, 'facture en retard', 'factures en retard')}, ${formatEuros(sum(overdue.map(({ balanceDue }) => balanceDue)))} à recevoir.`,
      tab: 'Factures',
      row: overdue[0].entry.row,
    })
  const overpaid = documents.filter(({ status }) => status === 'overpaid').map(({ settlement }) => settlement)
  if (overpaid[0])
    items.push({
      code: 'invoices-overpaid',
      count: overpaid.length,
      message: `${counted(overpaid.length, 'trop-perçu', 'trop-perçus')} à rembourser ou à imputer sur une autre facture, ${formatEuros(sum(overpaid.map(({ excess }) => excess)))} en tout.`,
      tab: 'Factures',
      row: overpaid[0].entry.row,
    })
  const credits = documents.map(({ settlement }) => settlement).filter(({ clientCredit }) => clientCredit > 0)
  const clients = [...new Set(credits.map(({ entry }) => entry.client))]
  if (credits[0])
    items.push({
      code: 'client-credits',
      count: clients.length,
      message: `${counted(clients.length, 'client a', 'clients ont')} un crédit à rembourser ou à imputer : ${clients
        .slice(0, 3)
        .map((client) => `${client}, ${formatEuros(creditOf(client))}`)
        .join(' ; ')}.`,
      tab: 'Paiements',
    })
  return items

  function creditOf(client: string) {
    return cents(sum(credits.filter(({ entry }) => entry.client === client).map(({ clientCredit }) => clientCredit)))
  }
}
