import { nameKey } from '@tabellion/shared/invoicing'
import {
  type ClientBook,
  headingKey,
  isClientCredit,
  numberKey,
  readClients,
  readPayments,
  readRegister,
  readSettings,
} from '@tabellion/shared/ledger'
import { type Cents, cents, plus } from '@tabellion/shared/money'
import { cashCeiling, inForce } from '@tabellion/shared/regulation'
import type { Workbook } from '../workbook/open.ts'
import type { PaymentFinding } from './problems.ts'

/** What stays worth knowing about money, recorded or not: for *Contrôler le fichier*. */
export const standingFindings = (workbook: Workbook): readonly PaymentFinding[] => {
  const table = workbook.tableIfAny('clients')
  const clients: ClientBook = table ? readClients(table) : { byName: new Map(), doubled: new Map() }
  return [...rowFindings(workbook, clients), ...cashSoftware(workbook, clients)]
}

function rowFindings(workbook: Workbook, clients: ClientBook): readonly PaymentFinding[] {
  const payments = workbook.tableIfAny('payments')
  const invoices = workbook.tableIfAny('invoices')
  if (payments === undefined || invoices === undefined) return []
  const entries = new Map(readRegister(invoices).map((entry) => [numberKey(entry.number), entry]))
  const cash = new Map<string, Cents>()
  return readPayments(payments).flatMap(({ row, invoice, date, amount, method }): PaymentFinding[] => {
    const entry = entries.get(numberKey(invoice))
    if (entry === undefined || date === undefined || amount === undefined || isClientCredit(invoice)) return []
    const { number, issueDate } = entry
    const findings: PaymentFinding[] = []
    const at = { tab: 'payments', row }
    if (issueDate !== undefined && date < issueDate)
      findings.push({
        code: 'payment-before-issue',
        number,
        on: date,
        issued: issueDate,
        severity: 'fix',
        at: { ...at, column: 'date' },
      })
    const client = clients.byName.get(nameKey(entry.client))?.client
    const livesAbroad = client?.type === 'consumer' && client.address.country !== 'FR'
    if (method === 'cash' && amount > 0 && !livesAbroad) {
      const sum = plus(cash.get(number) ?? cents(0), amount)
      cash.set(number, sum)
      const cap = inForce(cashCeiling, date)?.value
      if (cap !== undefined && sum > cap)
        findings.push({
          code: 'cash-above-cap',
          number,
          cash: sum,
          cap,
          severity: 'fix',
          at: { ...at, column: 'method' },
        })
    }
    return findings
  })
}

/** CGI art. 286, I, 3° bis: who is liable for VAT and records what consumers pay needs software that cannot be altered. */
function cashSoftware(workbook: Workbook, clients: ClientBook): readonly PaymentFinding[] {
  const table = workbook.tableIfAny('settings')
  if (table === undefined) return []
  const settings = readSettings(table)
  const consumers = [...clients.byName.values()].filter(({ client }) => client.type === 'consumer').length
  if (consumers === 0 || headingKey(settings.text('Régime de TVA')) === 'franchise en base') return []
  return [{ code: 'cash-software', consumers, severity: 'info', at: settings.cell('Régime de TVA') }]
}
