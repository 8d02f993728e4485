import { type Day, type HolidayZone, holidayZone } from '@tabellion/shared/calendar'
import { nameKey } from '@tabellion/shared/invoicing'
import {
  type BankRow,
  bankStatuses,
  type DocumentStatus,
  instalmentsOf,
  isTicked,
  numberKey,
  type PaymentRow,
  type Row,
  readBank,
  readPayments,
  readPlans,
  readSettings,
  reminderModes,
  type SettingName,
  type Settings,
  textOf,
} from '@tabellion/shared/ledger'
import { type Cents, cents } from '@tabellion/shared/money'
import { type Debt, type Hold, type PaidInvoice, payerHabit, type ReminderPolicy } from '@tabellion/shared/reminders'
import { handedOver } from '../payments/books.ts'
import { creditOf, creditsOf } from '../payments/credits.ts'
import type { Workbook } from '../workbook/open.ts'
import { documentsOf } from './history.ts'

/** An invoice that still asks for money, and all that decides what is said of it. */
export interface Owed extends DocumentStatus {
  readonly number: string
  readonly row: Row<'invoices'>
  readonly client?: Row<'clients'>
  readonly due: Day
  readonly debt: Debt
  readonly policy: ReminderPolicy
  /** The bank line that may pay it. */
  readonly credit?: BankRow
  /** What its client has left over with us, when it is enough to pay it. */
  readonly spare?: Cents
}

/** features E.6: the ladder, in days, as *Réglages* has it. */
const LEVELS: readonly SettingName[] = [
  'Rappel avant échéance',
  'Relance courtoise',
  'Relance ferme',
  'Mise en demeure',
  'Recouvrement',
]

export function readOwed(workbook: Workbook, statuses: ReadonlyMap<string, DocumentStatus>): readonly Owed[] {
  const invoices = workbook.tableIfAny('invoices')
  const settingsTable = workbook.tableIfAny('settings')
  if (invoices === undefined || settingsTable === undefined) return []
  const settings = readSettings(settingsTable)
  const rows = new Map(invoices.rows.map((row) => [row.row, row]))
  const all = [...statuses.values()].filter(
    ({ settlement: { balanceDue, entry } }) => entry.kind !== 'credit' && balanceDue > 0,
  )
  const cardOf = cards(workbook, all)
  const sums = new Map<string, Cents>()
  for (const { settlement } of all) {
    const key = nameKey(settlement.entry.client)
    sums.set(key, cents((sums.get(key) ?? 0) + settlement.balanceDue))
  }
  const claimed = claimedSums(workbook)
  const settlements = [...statuses.values()].map(({ settlement }) => settlement)
  const creditors = new Set(
    settlements.flatMap(({ clientCredit, entry, excess }) =>
      clientCredit + excess > 0 ? [nameKey(entry.client)] : [],
    ),
  )
  const paymentsTable = workbook.tableIfAny('payments')
  const habits = paidByClient([...statuses.values()], paymentsTable ? readPayments(paymentsTable) : [])
  const bank = workbook.tableIfAny('bank')
  const unmatched = (bank ? readBank(bank) : []).filter(({ amount, status }) => amount > 0 && isUnmatched(status))
  const plans = readPlans(workbook.tableIfAny('plans'))
  const collected = handedOver(workbook)
  const days = ladderDays(settings)
  const zone = zoneOf(settings)
  const notice = noticeDays(settings)
  const usual = reminderModes.parse(settings.text('Relances par défaut')) ?? 'toApprove'
  return all.flatMap((status): Owed[] => {
    const { balanceDue, entry } = status.settlement
    const row = rows.get(entry.row)
    const { dueDate: due, issueDate: issued, number } = entry
    if (row === undefined || due === undefined || issued === undefined) return []
    const client = cardOf(entry)
    const plan = plans.get(numberKey(number))
    const instalments = plan
      ? instalmentsOf(status.settlement, plan).map((part) => ({
          due: part.due,
          left: cents(part.amount - part.settled),
        }))
      : undefined
    // What may pay it: what is left, a part of its plan, the sum that a letter asked for, all that this client owes.
    const asked = new Set<number>([
      balanceDue,
      ...(instalments ?? []).map(({ left }) => left),
      ...(claimed.get(numberKey(number)) ?? []),
      sums.get(nameKey(entry.client)) ?? balanceDue,
    ])
    const credit = unmatched.find(({ amount, date }) => date >= issued && asked.has(amount))
    const holds: Hold[] = []
    if (entry.disputed) holds.push('dispute')
    const spare = creditors.has(nameKey(entry.client)) ? creditOf(creditsOf(settlements, entry.client)) : 0
    if (credit || spare >= balanceDue) holds.push('credit')
    if (isTicked(row.cells.remindersSuspended)) holds.push('suspended')
    const closed =
      status.status === 'uncollectible' ? 'writtenOff' : collected.has(numberKey(number)) ? 'handedOver' : undefined
    const habit = payerHabit(habits.get(nameKey(entry.client)) ?? [])
    return [
      {
        ...status,
        number,
        row,
        due,
        ...(client ? { client } : {}),
        ...(credit ? { credit } : {}),
        ...(spare >= balanceDue ? { spare: cents(spare) } : {}),
        policy: { mode: reminderModes.parse(textOf(client?.cells.reminders ?? '')) ?? usual, days, zone, notice },
        debt: {
          issued,
          due,
          left: balanceDue,
          holds,
          ...(instalments ? { instalments } : {}),
          ...(closed ? { closed } : {}),
          ...(habit ? { habit } : {}),
        },
      },
    ]
  })
}

/** The card of each invoice's client: by its name; of who was renamed since, by the company's number or the address it has alone. */
function cards(
  workbook: Workbook,
  owed: readonly DocumentStatus[],
): (entry: DocumentStatus['settlement']['entry']) => Row<'clients'> | undefined {
  const { rows = [] } = workbook.tableIfAny('clients') ?? {}
  const byName = new Map(rows.map((row) => [nameKey(textOf(row.cells.name)), row] as const))
  const lost = owed.flatMap(({ settlement: { entry } }) => (byName.has(nameKey(entry.client)) ? [] : [entry.number]))
  const documents = documentsOf(workbook, lost)
  return ({ client, number }) => {
    const known = byName.get(nameKey(client))
    const buyer = documents.get(number)?.document.buyer
    if (known || buyer === undefined) return known
    const { email, siret, siren = siret?.slice(0, 9) } = buyer
    const same = rows.filter(
      ({ cells }) =>
        (siren && [cells.siren, cells.siret].some((cell) => textOf(cell).replace(/\s/g, '').startsWith(siren))) ||
        (email && [cells.email, cells.accountingEmail].some((cell) => textOf(cell) === email)),
    )
    return same.length === 1 ? same[0] : undefined
  }
}

/** What was ever claimed of each invoice, in *Relances*: penalties and 40 € included. */
function claimedSums(workbook: Workbook): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, number[]>()
  for (const { cells } of workbook.tableIfAny('reminders')?.rows ?? []) {
    const key = numberKey(textOf(cells.invoice))
    if (typeof cells.claimed === 'number') sums.set(key, [...(sums.get(key) ?? []), Math.round(cells.claimed * 100)])
  }
  return sums
}

const isUnmatched = (status: BankRow['status']): boolean =>
  status === undefined || status === 'unmatched' || bankStatuses.labels[status] === bankStatuses.labels.partial

function ladderDays(settings: Settings): ReminderPolicy['days'] {
  return Object.fromEntries(
    LEVELS.flatMap((name, level) => {
      const text = settings.text(name).replace(/\s*j(ours?)?\s*$/i, '')
      return /^\d{1,3}$/.test(text) ? [[level, Number(text)]] : []
    }),
  )
}

/** *Délai de la mise en demeure*, counted from its sending. */
export const noticeDays = (settings: Settings): number =>
  Number(/^\d{1,3}/.exec(settings.text('Délai de la mise en demeure'))?.[0] ?? 8)

export const zoneOf = (settings: Settings): HolidayZone =>
  holidayZone((settings.text('Département') || settings.text('Code postal')).slice(0, 2))

/** Of each client, the invoices that were paid, by the day of the last payment. */
export function paidByClient(
  statuses: readonly DocumentStatus[],
  payments: readonly PaymentRow[],
): ReadonlyMap<string, readonly PaidInvoice[]> {
  const last = new Map<string, Day>()
  for (const { amount = 0, date, invoice } of payments) {
    const known = last.get(numberKey(invoice))
    if (amount > 0 && date !== undefined && (known === undefined || date > known)) last.set(numberKey(invoice), date)
  }
  const paid = new Map<string, PaidInvoice[]>()
  for (const { settlement } of statuses) {
    const { balanceDue, entry } = settlement
    const on = last.get(numberKey(entry.number))
    if (balanceDue > 0 || on === undefined || entry.dueDate === undefined) continue
    const key = nameKey(entry.client)
    paid.set(key, [...(paid.get(key) ?? []), { due: entry.dueDate, on }])
  }
  return paid
}
