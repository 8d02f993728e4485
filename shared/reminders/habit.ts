import { type Day, daysBetween } from '@tabellion/shared/calendar'

export interface PaidInvoice {
  readonly due: Day
  /** The payment that settled it. */
  readonly on: Day
}
/** How late a client pays as a rule, and of how many invoices that is known. */
export interface PayerHabit {
  /** Median of the days after the due date; negative when early. */
  readonly median: number
  readonly count: number
}

/** Older ones tell of another time. */
const MOST = 12

export function payerHabit(paid: readonly PaidInvoice[]): PayerHabit | undefined {
  const late = [...paid]
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, MOST)
    .map(({ due, on }) => daysBetween(due, on))
    .sort((a, b) => a - b)
  const middle = late[Math.floor((late.length - 1) / 2)]
  // Of an even count, the lower of the two in the middle: nobody is given more patience than they have shown.
  return middle === undefined ? undefined : { median: middle, count: late.length }
}
