import { addDays, type Day, daysBetween, monthOf, yearOf } from '@tabellion/shared/calendar'
import {
  type PaymentRow,
  paymentSums,
  type RegisterEntry,
  type Settlement,
  settlements,
} from '@tabellion/shared/ledger'
import { type Cents, cents, sum } from '@tabellion/shared/money'

/** The dashboard's figures as the core computes them, from rows and not from the sheet's formulas (features F-001, D-07). */
export interface Figures {
  /** *Net à payer* of this year's documents, credit notes taken off. */
  readonly invoiced: Cents
  /** What came in this year, refunds taken off. */
  readonly received: Cents
  /** What is still owed, debts given up left out. */
  readonly due: Cents
  readonly overdue: Cents
  readonly expected: Cents
  /** Not late, 1 to 30 days, 31 to 60, 61 to 90, more. They sum to `due`. */
  readonly aged: readonly Cents[]
  /** Received month by month: this year, then the year before. */
  readonly months: readonly (readonly [now: Cents, before: Cents])[]
}

export function figures(register: readonly RegisterEntry[], payments: readonly PaymentRow[], today: Day): Figures {
  const year = yearOf(today)
  const owed = [...settlements(register, paymentSums(payments)).values()].filter(
    ({ balanceDue, entry }) => balanceDue > 0 && !entry.status.startsWith('Irrécouvrable'),
  )
  const total = (kept: (days: number | undefined) => boolean): Cents =>
    sum(owed.filter(({ entry }) => kept(lateness(entry, today))).map(({ balanceDue }) => balanceDue))
  const receivedIn = (of: number, month?: number): Cents =>
    sum(
      payments.flatMap(({ amount, date }) =>
        amount !== undefined &&
        date !== undefined &&
        yearOf(date) === of &&
        (month === undefined || monthOf(date) === month)
          ? [amount]
          : [],
      ),
    )
  return {
    invoiced: sum(
      register
        .filter(({ issueDate }) => issueDate !== undefined && yearOf(issueDate) === year)
        .map(({ payable }) => payable),
    ),
    received: receivedIn(year),
    due: sum(owed.map(({ balanceDue }) => balanceDue)),
    overdue: total((days) => days !== undefined && days > 0),
    expected: sum(owed.filter(({ entry }) => isExpected(entry, today)).map(({ balanceDue }) => balanceDue)),
    aged: [
      total((days) => days === undefined || days <= 0),
      total((days) => days !== undefined && days >= 1 && days <= 30),
      total((days) => days !== undefined && days >= 31 && days <= 60),
      total((days) => days !== undefined && days >= 61 && days <= 90),
      total((days) => days !== undefined && days > 90),
    ],
    months: Array.from({ length: 12 }, (_, index) => [receivedIn(year, index + 1), receivedIn(year - 1, index + 1)]),
  }
}

/** Positive once it is late. */
const lateness = ({ dueDate }: RegisterEntry, today: Day): number | undefined =>
  dueDate === undefined ? undefined : daysBetween(dueDate, today)

const isExpected = ({ dueDate }: RegisterEntry, today: Day): boolean =>
  dueDate !== undefined && dueDate >= today && dueDate <= addDays(today, 30)

/** *Encaissé*, *Avoirs imputés*, *Reste dû* and *Crédit client* as the register's formulas should show them. */
export function registerTwins({
  balanceDue,
  clientCredit,
  credited,
  entry,
  received,
  refunded,
}: Settlement): Readonly<Record<'received' | 'credited' | 'balanceDue' | 'clientCredit', Cents>> {
  return {
    received,
    credited: entry.kind === 'credit' ? cents(entry.payable - received) : cents(credited - refunded),
    balanceDue,
    clientCredit,
  }
}
