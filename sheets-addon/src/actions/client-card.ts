import { type Day, daysBetween } from '@tabellion/shared/calendar'
import { nameKey } from '@tabellion/shared/invoicing'
import {
  isToInvoice,
  numberKey,
  paymentSums,
  readPayments,
  readRegister,
  relationLabels,
  settlements,
  type TabKey,
  textOf,
} from '@tabellion/shared/ledger'
import { cents, formatEuros, sum } from '@tabellion/shared/money'
import { averageDelay, isGivenUp, relationOf } from '../issuing/relation.ts'
import { creditOf, creditsOf } from '../payments/credits.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { action, type Outcome } from './action.ts'

export interface ClientCard {
  readonly name: string
  /** In *Clients*; absent for a name that is only in other tabs. */
  readonly row?: number
  readonly type: string
  readonly email: string
  readonly phone: string
  readonly relation: string
  readonly invoicedCents: number
  readonly receivedCents: number
  readonly balanceDueCents: number
  /** What they have with us, that may pay an invoice. */
  readonly creditCents: number
  /** Mean, from issue to the payment that settled the invoice. */
  readonly averageDelayDays?: number
  /** What is still due, the oldest due date first. */
  readonly open: readonly OpenInvoice[]
  /** Ticked rows waiting. */
  readonly rowsToInvoice: number
}
export interface OpenInvoice {
  readonly number: string
  readonly row: number
  readonly dueDate?: Day
  readonly balanceDueCents: number
  /** Positive once it is late. */
  readonly daysLate: number
}

/** Who owes what: of the active row, or looked up by a name or a number. */
export const clientCardAction = action({
  name: 'client-card',
  menu: 'Client de la ligne',
  what: 'Résume un client : sa relation, ce qu’il doit, ses factures ouvertes.',
  args: {
    properties: {
      search: {
        type: 'string',
        description: 'Un nom, un bout de nom ou un n° de document ; par défaut le client de la ligne active.',
      },
    },
  },
  run: (ports, args): Outcome => {
    const workbook = openWorkbook(ports)
    const search = (args.search ?? '').trim()
    const found = search === '' ? clientHere(ports, workbook) : lookUp(workbook, search)
    if (found.length === 0)
      return {
        message:
          search === ''
            ? 'La ligne active ne nomme aucun client. Placez-vous sur une vente, une facture ou un client.'
            : `Aucun client ni document ne correspond à « ${search} ».`,
        findings: [],
      }
    const [name = ''] = found
    if (found.length > 1)
      return { message: `${found.length} clients correspondent.`, findings: [], clients: found.slice(0, 8) }
    const client = card(workbook, name, ports.clock.today)
    return { message: sentence(client), findings: [], client }
  },
})

/** Where each tab names the client. */
const CLIENT_COLUMNS: Readonly<Partial<Record<TabKey, string>>> = {
  sales: 'client',
  invoices: 'client',
  quotes: 'client',
  payments: 'client',
  reminders: 'client',
  receiptsBook: 'client',
  clients: 'name',
}

function clientHere({ screen }: Ports, workbook: Workbook): readonly string[] {
  const place = screen.place()
  const column = place && CLIENT_COLUMNS[place.tab]
  if (place === undefined || column === undefined) return []
  const row = workbook.tableIfAny(place.tab)?.rows.find((candidate) => candidate.row === place.row)
  const name = textOf((row?.cells as Readonly<Record<string, string>> | undefined)?.[column] ?? '')
  return name === '' ? [] : [name]
}

/** A number names one client; a name that is whole wins over those that contain it. */
function lookUp(workbook: Workbook, search: string): readonly string[] {
  const register = workbook.tableIfAny('invoices')
  const numbered = register?.rows.find(({ cells }) => numberKey(textOf(cells.number)) === numberKey(search))
  if (numbered) return [textOf(numbered.cells.client)]
  const names = (workbook.tableIfAny('clients')?.rows ?? [])
    .map(({ cells }) => textOf(cells.name))
    .filter((name) => name !== '')
  const key = plain(search)
  const same = names.filter((name) => plain(name) === key)
  return same.length > 0 ? same.slice(0, 1) : names.filter((name) => plain(name).includes(key))
}

/** People look up without accents. */
const plain = (text: string): string =>
  nameKey(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')

function card(workbook: Workbook, name: string, today: Day): ClientCard {
  const key = nameKey(name)
  const row = workbook.tableIfAny('clients')?.rows.find(({ cells }) => nameKey(textOf(cells.name)) === key)
  const register = workbook.tableIfAny('invoices')
  const payments = workbook.tableIfAny('payments')
  const paid = payments ? readPayments(payments) : []
  const settled = [...settlements(register ? readRegister(register) : [], paymentSums(paid)).values()].filter(
    ({ entry }) => nameKey(entry.client) === key,
  )
  const invoices = settled.filter(({ entry }) => entry.kind !== 'credit')
  const open = invoices.filter(({ balanceDue, entry }) => balanceDue > 0 && !isGivenUp(entry.status))
  const entries = invoices.map(({ balanceDue, entry }) => ({ ...entry, balanceDue }))
  const delay = averageDelay(entries, paid)
  return {
    name: row ? textOf(row.cells.name) : name,
    ...(row ? { row: row.row } : {}),
    type: row ? textOf(row.cells.type) : '',
    email: row ? textOf(row.cells.accountingEmail) || textOf(row.cells.email) : '',
    phone: row ? textOf(row.cells.phone) : '',
    relation: relationLabels[relationOf(entries, name, today)],
    invoicedCents: sum(settled.map(({ entry }) => entry.payable)),
    receivedCents: sum(settled.map(({ received }) => received)),
    balanceDueCents: sum(open.map(({ balanceDue }) => balanceDue)),
    creditCents: creditOf(creditsOf(settled, name)),
    ...(delay === undefined ? {} : { averageDelayDays: delay }),
    open: open
      .map(({ balanceDue, entry }) => ({
        number: entry.number,
        row: entry.row,
        balanceDueCents: balanceDue,
        ...(entry.dueDate === undefined ? {} : { dueDate: entry.dueDate }),
        daysLate: entry.dueDate === undefined ? 0 : Math.max(0, daysBetween(entry.dueDate, today)),
      }))
      .sort((a, b) => ((a.dueDate ?? '9') < (b.dueDate ?? '9') ? -1 : 1)),
    rowsToInvoice: (workbook.tableIfAny('sales')?.rows ?? []).filter(
      (sale) => isToInvoice(sale) && nameKey(textOf(sale.cells.client)) === key,
    ).length,
  }
}

function sentence(client: ClientCard): string {
  const due = client.open.length
  const what =
    due === 0
      ? 'ne doit rien'
      : `doit ${formatEuros(cents(client.balanceDueCents))} sur ${due} facture${due > 1 ? 's' : ''}`
  const credit = client.creditCents > 0 ? ` et a ${formatEuros(cents(client.creditCents))} de crédit` : ''
  return `${client.name} (${client.relation.toLowerCase()}) ${what}${credit}.`
}
