import type { Day } from '@tabellion/shared/calendar'
import type { Amount } from './amount.ts'
import { gather } from './cluster.ts'
import { type ListReading, readList } from './list.ts'
import type { PageRow } from './movement.ts'
import { around, collapse } from './piece.ts'
import type { RowElement, Shown } from './shape.ts'

/**
 * What is known of a page beforehand: from the table of banks, where it breaks ties, or from the user's three clicks, where it goes
 * first. Selectors; the last three begin at a row. Where they find nothing the page is read as any other.
 */
export interface Guide {
  readonly rows: string
  /** Rows that are announced, not booked. */
  readonly pending?: string
  readonly date?: string
  readonly label?: string
  readonly amount?: string
  readonly isLearnt?: boolean
}

/** The rows that the guide points at, read like any list; undefined where it leads nowhere. */
export function readGuided(guide: Guide, shown: Shown, today: Day): ListReading | undefined {
  const found = new Map<Element, Amount[]>()
  for (const amount of shown.amounts) {
    const row = amount.element.closest(guide.rows)
    if (row) gather(found, row, amount)
  }
  const rows: RowElement[] = []
  for (const [element, own] of found) {
    const box = at(element, guide.amount)
    const amounts = own.filter((amount) => box?.contains(amount.element) || amount.element.contains(box))
    rows.push({ element, parts: [element], amounts: box && amounts.length > 0 ? amounts : own, days: [] })
  }
  const list = rows[0] && readList({ root: around(rows[0].element) ?? rows[0].element, rows }, shown, today)
  return list?.rows.some(({ date }) => date)
    ? { ...list, rows: list.rows.map((row) => corrected(row, guide, shown)) }
    : undefined
}

const at = (row: Element, path: string | undefined): Element | null => (path ? row.querySelector(path) : null)

/** The text and the date that were pointed at come first. */
function corrected(row: PageRow, { label, date }: Guide, { days }: Shown): PageRow {
  const text = collapse(at(row.element, label)?.textContent ?? '')
  const box = at(row.element, date)
  const day = box && [...days].find(([piece]) => box.contains(piece.element))?.[1].day
  const texts = text === '' ? row.texts : [text, ...row.texts.filter((one) => !text.includes(one))]
  return { ...row, date: day ?? row.date, texts }
}
