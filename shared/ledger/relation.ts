import { addMonths, type Day, daysBetween } from '@tabellion/shared/calendar'

/** features F.2, `ClientRelation`. */
export type ClientRelation = 'new' | 'regular' | 'loyal' | 'watch' | 'dormant'

export const relationLabels: Readonly<Record<ClientRelation, string>> = {
  new: 'Nouveau',
  regular: 'Régulier',
  loyal: 'Fidèle',
  watch: 'À surveiller',
  dormant: 'Inactif',
}

/** One invoice of a client; credit notes are none. */
export interface ClientInvoice {
  readonly issueDate: Day
  readonly dueDate?: Day
  readonly isPaid: boolean
  /** Disputed, or given up. */
  readonly isTroubled: boolean
}

/** Later than this is more than a forgotten transfer. */
const DAYS_TO_WATCH = 30
/** features F-030. */
const PAID_TO_BE_LOYAL = 3
const MONTHS = 12

/** The first that holds: who owes for long is watched, however loyal. */
export function clientRelation(invoices: readonly ClientInvoice[], today: Day): ClientRelation {
  const late = invoices.some(
    ({ dueDate, isPaid }) => !isPaid && dueDate !== undefined && daysBetween(dueDate, today) > DAYS_TO_WATCH,
  )
  if (late || invoices.some(({ isTroubled }) => isTroubled)) return 'watch'
  const days = invoices.map(({ issueDate }) => issueDate).sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return 'new'
  const aYearAgo = addMonths(today, -MONTHS)
  if (last < aYearAgo) return 'dormant'
  if (invoices.filter(({ isPaid }) => isPaid).length >= PAID_TO_BE_LOYAL || first <= aYearAgo) return 'loyal'
  return invoices.length === 1 ? 'new' : 'regular'
}
