import { addMonths, type Day, daysBetween, monthName, monthOf, yearOf } from '@tabellion/shared/calendar'
import { capitalized } from '@tabellion/shared/kernel'
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
  /** Its words, with the month of its own day. */
  readonly label: string
}

const MONTHS: Readonly<Record<string, number>> = { mensuelle: 1, trimestrielle: 3, annuelle: 12 }
/** Of one series at once: a date mistyped by a century makes no thousand rows. */
const MOST_AT_ONCE = 60

/** A month or a number: what changes from one row of a series to the next. */
const DATED = new RegExp(
  `\\b(${Array.from({ length: 12 }, (_, month) => headingKey(monthName(month + 1))).join('|')})\\b|\\d+`,
  'g',
)
/** Rows that someone filled in month after month say the same job. */
const jobOf = ({ cells }: Row<'sales'>): string =>
  [cells.client, cells.recurrence, cells.item, cells.lineType, cells.label]
    .map((cell) => headingKey(textOf(cell)).replace(DATED, '').trim())
    .join('|')

/** `Entretien, novembre 2025` a month later is `Entretien, décembre 2025`; a year alone follows only from year to year. */
export function relabelled(label: string, from: Day, to: Day): string {
  const [month, year] = [monthName(monthOf(from)), String(yearOf(from))]
  const named = new RegExp(`(?<!\\p{L})${month}(?!\\p{L})((?:\\s${year})?)`, 'giu')
  const next = label.replace(named, (found, dated: string) => {
    const name = monthName(monthOf(to))
    const cased = found.startsWith(month) ? name : capitalized(name)
    return dated === '' ? cased : `${cased}${dated.charAt(0)}${yearOf(to)}`
  })
  return next === label && monthOf(from) === monthOf(to) ? label.replace(year, String(yearOf(to))) : next
}

/**
 * The rows whose day has come: each series goes on from its newest row, typed or made, which may be changed, or stopped by emptying its
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
  const newest = new Map<string, Day>()
  for (const row of rows) {
    const read = textOf(row.cells.recurrence) === '' ? undefined : readDate(row.cells.date)
    const job = jobOf(row)
    if (read?.ok && read.value !== undefined && read.value > (newest.get(job) ?? '')) newest.set(job, read.value)
  }
  return rows.flatMap((model): readonly RecurringRow[] => {
    const months = MONTHS[headingKey(textOf(model.cells.recurrence))]
    const read = readDate(model.cells.date)
    const id = textOf(model.cells.id)
    const type = lineTypes.parse(textOf(model.cells.lineType)) ?? 'sale'
    if (months === undefined || !read.ok || read.value === undefined || id === '') return []
    if (type === 'deposit' || type === 'balance' || type === 'credit') return []
    // Half a period later the same job was typed again: the series goes on from there. Two on the same days are two series.
    if (daysBetween(read.value, newest.get(jobOf(model)) ?? read.value) > months * 15) return []
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
      const label = relabelled(textOf(model.cells.label), read.value, date)
      const row = { id: newId(), from, anchor, date, model, label }
      added.push(row)
      from = row.id
    }
    return added
  })
}
