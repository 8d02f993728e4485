import { addDays, type Day } from '@tabellion/shared/calendar'
import { ordersOf, readDay } from '../date.ts'
import type { Assumption, DateOrder } from '../problem.ts'

export interface OrderEvidence {
  /** The dates as printed, in the order of the file. */
  readonly dates: readonly string[]
  /** Texts that may hold a date of their own, such as `CB 28/05/08`; each with the printed date of its row. */
  readonly labels?: readonly (readonly [date: string, label: string])[]
  readonly today: Day
  /** Whether everything else in the file is written the French way. */
  readonly isEuropean: boolean
  readonly asked?: DateOrder | undefined
}
export type OrderFound = {
  readonly order: DateOrder
  readonly from?: Extract<Assumption, { code: 'date-order' }>['from']
}

/** Days that a bank may print ahead of the day of the export. */
const AHEAD = 40

/**
 * Decides between day first and month first: by a day above 12, else by what the user said, a date inside a label, the sorting,
 * dates that would lie in the future, and last by the language of the file. Undefined: nothing tells, so the user has to.
 */
export function findDateOrder(evidence: OrderEvidence): OrderFound | undefined {
  const counts = { dmy: 0, mdy: 0, both: 0 }
  const printed = new Set(evidence.dates)
  for (const text of printed) {
    const orders = ordersOf(text.trim())
    if (orders !== undefined && orders !== 'fixed') counts[orders] += 1
  }
  if (counts.dmy + counts.mdy > 0) {
    return { order: counts.mdy > counts.dmy ? 'mdy' : 'dmy' }
  }
  if (counts.both === 0) return { order: 'dmy' }
  if (evidence.asked !== undefined) return { order: evidence.asked, from: 'user' }
  const fromLabels = orderByLabels(evidence.labels ?? [])
  if (fromLabels !== undefined) return { order: fromLabels, from: 'label' }
  if (evidence.isEuropean || [...printed].every((text) => !text.includes('/')))
    return { order: 'dmy', from: 'language' }
  const dmy = daysAs(evidence.dates, 'dmy')
  const mdy = daysAs(evidence.dates, 'mdy')
  const limit = addDays(evidence.today, AHEAD)
  const [dmyAhead, mdyAhead] = [dmy.some((day) => day > limit), mdy.some((day) => day > limit)]
  if (dmyAhead !== mdyAhead) return { order: dmyAhead ? 'mdy' : 'dmy', from: 'today' }
  if (printed.size > 2 && isSorted(dmy) !== isSorted(mdy))
    return { order: isSorted(dmy) ? 'dmy' : 'mdy', from: 'sorting' }
  return undefined
}

/** French labels print the day first: `CB … 28/05`, `VTL 03/06`. The order under which the row's date is that day or just after. */
function orderByLabels(labels: NonNullable<OrderEvidence['labels']>): DateOrder | undefined {
  const votes = { dmy: 0, mdy: 0 }
  for (const [date, label] of labels) {
    const inside = /(?:^|\D)(\d{2})[/.](\d{2})(?:[/.]\d{2,4})?(?:\D|$)/.exec(label)
    if (!inside || inside[1] === inside[2]) continue
    const month = `${inside[2]}-${inside[1]}`
    for (const order of ['dmy', 'mdy'] as const) {
      const day = readDay(date.trim(), order)
      if (day !== undefined && [0, 1, 2, 3, 4, 5].some((back) => addDays(day, -back).endsWith(month))) votes[order] += 1
    }
  }
  if (votes.dmy === votes.mdy) return undefined
  return votes.dmy > votes.mdy ? 'dmy' : 'mdy'
}

const daysAs = (dates: readonly string[], order: DateOrder): Day[] =>
  dates.map((text) => readDay(text.trim(), order)).filter((day) => day !== undefined)

function isSorted(days: readonly Day[]): boolean {
  const isUp = days.every((day, at) => at === 0 || (days[at - 1] ?? day) <= day)
  return isUp || days.every((day, at) => at === 0 || (days[at - 1] ?? day) >= day)
}
