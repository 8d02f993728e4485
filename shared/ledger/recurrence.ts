import { addMonths, type Day } from '@tabellion/shared/calendar'
import { readDate, textOf } from './cell.ts'
import { headingKey, type Row } from './table.ts'
import { lineTypes } from './vocabulary.ts'

/** A row that was made from another, as the journal tells. */
export interface RecurringLink {
  readonly id: string
  readonly from: string
  readonly anchor: Day
  readonly date: Day
}

/** A row to make now. `model` is the row whose cells it takes. */
export interface RecurringRow extends RecurringLink {
  readonly model: Row<'sales'>
}

const MONTHS: Readonly<Record<string, number>> = { mensuelle: 1, trimestrielle: 3, annuelle: 12 }
/** Of one series at once: a date mistyped by a century makes no thousand rows. */
const MOST_AT_ONCE = 60

/**
 * The rows whose day has come: each series goes on from its newest row, which may be changed, or stopped by emptying its
 * *Récurrence*. A draft that was deleted is not made again: the series goes on after its day. Days missed are caught up.
 */
export function nextRows(
  rows: readonly Row<'sales'>[],
  links: readonly RecurringLink[],
  today: Day,
  newId: () => string,
): readonly RecurringRow[] {
  const present = new Set(rows.map(({ cells }) => textOf(cells.id)))
  const followers = new Map(links.map((link) => [link.from, link]))
  const made = new Map(links.map((link) => [link.id, link]))
  return rows.flatMap((model): readonly RecurringRow[] => {
    const months = MONTHS[headingKey(textOf(model.cells.recurrence))]
    const read = readDate(model.cells.date)
    const id = textOf(model.cells.id)
    const type = lineTypes.parse(textOf(model.cells.lineType)) ?? 'sale'
    if (months === undefined || !read.ok || read.value === undefined || id === '') return []
    if (type === 'deposit' || type === 'balance' || type === 'credit') return []
    const own = made.get(id)
    // A row moved to another day counts from there.
    const anchor = own?.date === read.value ? own.anchor : read.value
    let from = id
    let last: Day = read.value
    for (let next = followers.get(from); next !== undefined; next = followers.get(from)) {
      if (present.has(next.id)) return []
      from = next.id
      if (next.date > last) last = next.date
    }
    const added: RecurringRow[] = []
    for (let count = 1; added.length < MOST_AT_ONCE; count++) {
      const date = addMonths(anchor, months * count)
      if (date > today) break
      if (date <= last) continue
      const row = { id: newId(), from, anchor, date, model }
      added.push(row)
      from = row.id
    }
    return added
  })
}
