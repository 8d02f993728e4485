import { type Day, daysBetween } from '@tabellion/shared/calendar'
import { type Client, nameKey } from '@tabellion/shared/invoicing'
import {
  type ClientInvoice,
  type ClientRelation,
  clientRelation,
  numberKey,
  type PaymentRow,
  type RegisterEntry,
  type Settings,
} from '@tabellion/shared/ledger'

export const isGivenUp = (status: string): boolean => status.startsWith('Irrécouvrable')

/** How a client stands, by the register. */
export const relationOf = (register: readonly RegisterEntry[], client: string, today: Day): ClientRelation =>
  clientRelation(
    register.flatMap((entry) =>
      entry.kind !== 'credit' && nameKey(entry.client) === nameKey(client) ? asInvoice(entry) : [],
    ),
    today,
  )

const asInvoice = ({ balanceDue, disputed, dueDate, issueDate, status }: RegisterEntry): readonly ClientInvoice[] =>
  issueDate === undefined
    ? []
    : [
        {
          issueDate,
          ...(dueDate === undefined ? {} : { dueDate }),
          isPaid: balanceDue <= 0,
          isTroubled: disputed || isGivenUp(status),
        },
      ]

/** Mean days from issue to the payment that settled the invoice. */
export function averageDelay(
  invoices: readonly Pick<RegisterEntry, 'number' | 'issueDate' | 'balanceDue'>[],
  payments: readonly PaymentRow[],
): number | undefined {
  const lastPaid = new Map<string, Day>()
  for (const { amount = 0, date, invoice } of payments) {
    const known = lastPaid.get(numberKey(invoice))
    if (amount > 0 && date !== undefined && (known === undefined || date > known))
      lastPaid.set(numberKey(invoice), date)
  }
  const delays = invoices.flatMap(({ balanceDue, issueDate, number }) => {
    const on = lastPaid.get(numberKey(number))
    return balanceDue <= 0 && on !== undefined && issueDate !== undefined ? [daysBetween(issueDate, on)] : []
  })
  return delays.length === 0 ? undefined : Math.round(delays.reduce((total, days) => total + days, 0) / delays.length)
}

/**
 * features F-030: the client’s own message, else the thanks of *Réglages* to who is loyal. « Aucun » in *Message personnel* says
 * that this client gets none.
 */
export function personalMessage(
  { message, name }: Pick<Client, 'message' | 'name'>,
  register: readonly RegisterEntry[],
  settings: Settings,
  today: Day,
): string {
  if (/^(aucun|non|-|–)\.?$/i.test(message)) return ''
  return message || (relationOf(register, name, today) === 'loyal' ? settings.text('Message de fidélité') : '')
}
