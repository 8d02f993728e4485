import type { Day } from '@tabellion/shared/calendar'
import { type Cell, columnsOf, type PageColumns } from './column.ts'
import { type Period, periodIn, type ShownDay } from './day.ts'
import { type Context, type PageRow, readRow } from './movement.ts'
import { around, type Piece } from './piece.ts'
import type { RowElement, RowList, Shown } from './shape.ts'
import { BOOKED, isPendingText, KIND_WORDS, speaksOfWaiting } from './words.ts'

export interface ListReading {
  readonly rows: readonly PageRow[]
  readonly isGuess: boolean
  readonly isHeaded: boolean
  readonly isStock: boolean
  readonly hasOwnDays: boolean
}

export function readList(list: RowList, { pieces, days }: Shown, today: Day): ListReading {
  const rowOf = new Map(list.rows.flatMap((row) => row.parts.map((part) => [part, row])))
  const inside = new Map<RowElement, Piece[]>()
  const contexts = new Map<RowElement, Context>()
  let day: ShownDay | undefined
  let period: Period | undefined
  let section: Piece | undefined
  for (const piece of pieces) {
    const row = enclosing(piece.element, rowOf)
    const shown = days.get(piece)
    if (!row) {
      if (shown) day = shown.isValue ? day : shown
      else if (piece.text.length < 60 && (speaksOfWaiting(piece.text) || BOOKED.test(piece.text))) section = piece
      else period = periodIn(piece, today) ?? period
      continue
    }
    const own = inside.get(row)
    own?.push(piece)
    if (own) continue
    inside.set(row, [piece])
    const above = <Heading extends { readonly element: Element }>(heading: Heading | undefined): Heading | undefined =>
      heading && isNear(heading.element, row.element) ? heading : undefined
    contexts.set(row, { day: above(day), period: above(period), isPending: isPendingText(above(section)?.text ?? '') })
  }
  const columns = columnsOf(list)
  const repeated = repeatedTexts([...inside.values()])
  const rows: PageRow[] = []
  const cells = new Map(list.rows.map((row) => [row, amountCell(columns.cells.get(row) ?? [], columns)]))
  const printed = new Set<unknown>(columns.sides ? [] : [...cells.values()].map((cell) => cell?.figure.sign))
  // Where one sign is printed, what has none is the other; where both are, nothing tells.
  const unprinted = printed.has(1) === printed.has(-1) ? undefined : printed.has(1) ? -1 : 1
  let hasOwnDays = false
  for (const row of list.rows) {
    const cell = cells.get(row)
    if (!cell) continue
    const own = inside.get(row) ?? []
    const read = readRow(row, cell, columns, own, contexts.get(row) ?? { isPending: false }, days, repeated, today)
    const before = rows.at(-1)
    hasOwnDays ||= own.some((piece) => days.get(piece)?.isValue === false)
    let { date, isPending } = read
    if (!date && !isPending && before?.date && hasOwnDays) {
      // What is undated after a dated row tells more about it, is an advertisement, or is of the same day.
      const isDetail = before.cents === read.cents && row.element.querySelector(':scope > [colspan]') !== null
      if (isDetail || !cell.figure.hasCents) continue
      date = before.date
    }
    rows.push({
      ...read,
      date,
      sign: read.sign || unprinted,
      isPending: isPending || !date || date > today,
    })
  }
  const { isHeaded, isStock } = columns
  return { rows, isGuess: columns.sides?.isGuess === true, isHeaded, isStock, hasOwnDays }
}

/** The amount of a row: in the column of amounts, in euros where dollars stand beside, never the running balance. */
function amountCell(cells: readonly Cell[], { balance, sides }: PageColumns): Cell | undefined {
  const own = cells.filter(({ column }) => column !== balance)
  const sided = !sides ? own : own.filter(({ column }) => column === sides.debit || column === sides.credit)
  return sided.find(({ figure }) => figure.currency === 'EUR') ?? sided[0] ?? own[0]
}

/** Texts that several rows share after their first one are categories and buttons, not labels. */
function repeatedTexts(rows: readonly (readonly Piece[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const pieces of rows)
    for (const text of new Set(pieces.map((piece) => piece.text))) counts.set(text, (counts.get(text) ?? 0) + 1)
  const many = Math.max(3, rows.length / 5)
  const repeated = new Set<string>()
  for (const [text, count] of counts) {
    if (count < many || /\d/.test(text)) continue
    repeated.add(text)
    if (count >= 4 && count === rows.length && !KIND_WORDS.test(text)) repeated.add(`*${text}`)
  }
  return repeated
}

function enclosing(element: Element, rows: ReadonlyMap<Element, RowElement>): RowElement | undefined {
  for (let at: Element | undefined = element; at; at = around(at)) {
    const row = rows.get(at)
    if (row) return row
  }
  return undefined
}

/**
 * A heading speaks for the rows that follow it in its list, not for a box at the other end of the page: it stands beside the
 * rows, or just before what holds them, or in some box around both that is not the whole page.
 */
function isNear(heading: Element, row: Element): boolean {
  const chain = new Map<Element, Element>()
  let inner = heading
  for (let at: Element | undefined = heading; at; at = around(at)) {
    chain.set(at, inner)
    inner = at
  }
  let below = row
  for (let level = 0; level < 6; level += 1) {
    const at = around(below)
    if (!at) return false
    const side = chain.get(at)
    if (side) return at.tagName !== 'BODY' || level === 0 || (level === 1 && below.previousElementSibling === side)
    below = at
  }
  return false
}
