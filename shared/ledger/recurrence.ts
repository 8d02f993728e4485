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

const NAMES = Array.from({ length: 12 }, (_, month) => monthName(month + 1))
/** A month, a quarter or a number: what changes from one row of a series to the next. */
const DATED = new RegExp(`\\b(${NAMES.map(headingKey).join('|')})\\b|\\d+(e|er)?`, 'g')
/** Rows that someone filled in month after month say the same job. */
const jobOf = ({ cells }: Row<'sales'>): string =>
  [cells.client, cells.item, cells.lineType, cells.label]
    .map((cell) => headingKey(textOf(cell)).replace(DATED, '').trim())
    .join('|')

const indexOf = (on: Day): number => yearOf(on) * 12 + monthOf(on) - 1
const around = (count: number, of: number): number => ((count % of) + of) % of

/** What a label counts in: by month, or by quarter, from the beginning of our era. */
interface Unit {
  readonly pattern: RegExp
  /** Its place in the year. */
  read(found: string): number
  write(place: number, found: string): string
}
const MONTH_UNIT: Unit = {
  pattern: new RegExp(`(?<!\\p{L})(${NAMES.join('|')})(?!\\p{L})(\\s\\d{4}(?!\\d))?`, 'giu'),
  read: (found) => NAMES.indexOf(found.toLowerCase()),
  write: (place, found) => {
    const name = NAMES[place] ?? ''
    return found === found.toLowerCase() ? name : capitalized(name)
  },
}
const QUARTER_UNIT: Unit = {
  pattern: /(?<![\p{L}\d])(T[1-4]|1er trimestre|[2-4]e trimestre)(?!\p{L})(\s\d{4}(?!\d))?/giu,
  read: (found) => Number(/\d/.exec(found)) - 1,
  write: (place, found) =>
    /^t/i.test(found) ? `${found.charAt(0)}${place + 1}` : `${place + 1}${place === 0 ? 'er' : 'e'} trimestre`,
}

/** The label moved on by `by` units, when it names the one of `now`, the one before (billed after) or after (billed ahead). */
function moved(label: string, { pattern, read, write }: Unit, now: number, by: number, of: number): string {
  const isNear = [...label.matchAll(pattern)].some(([, found = '']) => around(read(found) - now + 1, of) < 3)
  if (!isNear) return label
  return label.replace(pattern, (_, found: string, dated = '') => {
    const place = read(found) + by
    const year = dated === '' ? '' : `${dated.charAt(0)}${Number(dated) + Math.floor(place / of)}`
    return `${write(around(place, of), found)}${year}`
  })
}

/** `Entretien, novembre 2025` a month later is `Entretien, décembre 2025`; a year alone follows only from year to year. */
export function relabelled(label: string, from: Day, to: Day): string {
  const by = indexOf(to) - indexOf(from)
  const byMonth = moved(label, MONTH_UNIT, indexOf(from), by, 12)
  if (byMonth !== label) return byMonth
  const quarter = by % 3 === 0 ? moved(label, QUARTER_UNIT, Math.floor(indexOf(from) / 3), by / 3, 4) : label
  if (quarter !== label || by % 12 !== 0) return quarter
  return label.replace(/(?<!\d)(19|20)\d\d(?!\d)/g, (year) =>
    Math.abs(Number(year) - yearOf(from)) < 2 ? String(Number(year) + by / 12) : year,
  )
}

/**
 * The rows whose day has come: each series goes on from its newest row, typed or made, which may be changed, or stopped by emptying its
 * *Récurrence*. A draft that was deleted is not made again: the series goes on after its day. Days missed are caught up. Each row is
 * counted from the first, so that the 31st comes back after a shorter month.
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
  const single = new Map<string, Day[]>()
  const clients = new Set(rows.flatMap(({ cells }) => (textOf(cells.recurrence) === '' ? [] : [textOf(cells.client)])))
  for (const row of rows) {
    const read = clients.has(textOf(row.cells.client)) ? readDate(row.cells.date) : undefined
    if (!read?.ok || read.value === undefined) continue
    const recurrence = textOf(row.cells.recurrence)
    const job = jobOf(row)
    const series = `${job}|${headingKey(recurrence)}`
    if (recurrence === '') single.set(job, [...(single.get(job) ?? []), read.value])
    else if (read.value > (newest.get(series) ?? '')) newest.set(series, read.value)
  }
  return rows.flatMap((model): readonly RecurringRow[] => {
    const every = headingKey(textOf(model.cells.recurrence))
    const months = MONTHS[every]
    const read = readDate(model.cells.date)
    const id = textOf(model.cells.id)
    const type = lineTypes.parse(textOf(model.cells.lineType)) ?? 'sale'
    if (months === undefined || !read.ok || read.value === undefined || id === '') return []
    if (type === 'deposit' || type === 'balance' || type === 'credit') return []
    // Half a period later the same job was typed again: the series goes on from there. Two on the same days are two series.
    const job = jobOf(model)
    if (daysBetween(read.value, newest.get(`${job}|${every}`) ?? read.value) > months * 15) return []
    const own = made.get(id)
    // A row moved to another day counts from there.
    const anchor = own?.date === read.value ? own.anchor : read.value
    // Its period may have changed since the first.
    const start = read.value
    const since = indexOf(start) - indexOf(anchor)
    const nth = (count: number): Day => addMonths(anchor, since + months * count)
    // The same job is there on a day of this series, without a period: it was stopped there.
    const later = single.get(job)?.filter((on) => on > start) ?? []
    if (later.some((on) => nth(Math.round((indexOf(on) - indexOf(start)) / months)) === on)) return []
    let from = id
    let last: Day = read.value
    for (let next = followers.get(from); next !== undefined; next = followers.get(from)) {
      if (present.has(next.id)) return []
      from = next.id
      if (next.date > last) last = next.date
    }
    const added: RecurringRow[] = []
    for (let count = 1; added.length < MOST_AT_ONCE; count++) {
      const date = nth(count)
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
