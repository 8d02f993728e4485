import { addDays, type Day, yearOf } from '@tabellion/shared/calendar'
import { readShownDay } from '@tabellion/shared/statements/values'
import type { Cell, PageColumns } from './column.ts'
import { DAY_NUMBER, inYear, type Period, type ShownDay } from './day.ts'
import type { PageFacts } from './facts.ts'
import { around, isShown, type Piece, sideIn } from './piece.ts'
import type { RowElement } from './shape.ts'
import { KIND_WORDS, saysSomething, saysSum, speaksOfWaiting } from './words.ts'

export interface PageRow extends PageFacts {
  /** Where a mark may be painted. */
  readonly element: Element
}

export const factsOf = ({ element: _, ...facts }: PageRow): PageFacts => facts

/** What stands around a row: the day above it, its month and year, and the section it is in. */
export interface Context {
  readonly day?: ShownDay | undefined
  readonly period?: Period | undefined
  readonly isPending: boolean
}

export function readRow(
  row: RowElement,
  { column, figure }: Cell,
  { sides, headingOf }: PageColumns,
  pieces: readonly Piece[],
  above: Context,
  shown: ReadonlyMap<Piece, ShownDay>,
  repeated: ReadonlySet<string>,
  today: Day,
): PageRow {
  const days = pieces.flatMap((piece) => shown.get(piece) ?? [])
  const spent = new Set<Element>([...row.amounts.map(({ element }) => element), ...days.map(({ element }) => element)])
  const texts: string[] = []
  let isPending = above.isPending
  let number: string | undefined
  let side: -1 | 1 | undefined
  let isAfter = false
  for (const { element, text } of pieces) {
    const word = sideIn(text)
    if (word && !(isAfter && side)) side = word
    const isWaiting = speaksOfWaiting(text) && text.length < 40 && isShown(element)
    isPending ||= isWaiting
    if (isIn(element, spent, row.element)) {
      isAfter ||= !word && figure.element.contains(element)
      continue
    }
    number ??= DAY_NUMBER.exec(text)?.[1]
    const label = text.replace(/^(?:libell[ée]|nature|description) ?: ?/i, '')
    if (isWaiting || !saysSomething(label) || saysSum(text) || texts.includes(label) || !isShown(element)) continue
    if (!repeated.has(text) || (texts.length === 0 && !isForAll(text, repeated))) texts.push(label)
  }
  const own = days.filter((day) => !day.isValue && !/valeur/i.test(headingOf(day.element)))
  const booked = own.find(({ element }) => /compta/i.test(headingOf(element)))
  const value = days.find((day) => !own.includes(day)) ?? (!booked ? own[1] : undefined)
  const stated = booked ?? own[0] ?? above.day
  const { month = '', year = '' } = above.period ?? {}
  let date = stated?.day
  if (date && stated?.hasYear === false && year !== '') date = inYear(date, year, today)
  if (!date && month !== '' && number) date = readShownDay(`${number} ${month} ${year}`, today)
  if (!date) {
    // « 12/03 VIR DUPONT », « Carte · 12 mars »
    for (const [at, text] of texts.entries()) {
      const parts = text.split(/ ?[·•|] ?| [-–—] |(?<=^[\d/.-]{5,10}) /)
      const day = parts.length < 2 ? -1 : parts.findIndex((part) => readShownDay(part, today) !== undefined)
      if (day < 0) continue
      date = readShownDay(parts.splice(day, 1)[0] ?? '', today)
      texts[at] = parts.join(' ')
      break
    }
  }
  // « 05/04 » among what is still to come.
  const next = isPending && date && inYear(date, yearOf(date) + 1, today)
  if (next && next < addDays(today, 60)) date = next
  // The initials of who paid, in a circle.
  if (texts.length > 1 && /^\p{L}{1,2}$/u.test(texts[0] ?? '') && !KIND_WORDS.test(texts[0] ?? '')) texts.shift()
  const sign = sides ? (column === sides.debit ? -1 : 1) : figure.sign === 0 ? side : figure.sign
  const key = KEYS.map((name) => row.element.getAttribute(name)).find((name) => name)
  return {
    element: row.element,
    date,
    valueDate: value?.day,
    cents: Math.abs(figure.cents),
    currency: figure.currency === 'EUR' ? undefined : figure.currency,
    sign,
    texts,
    isPending,
    key: key ?? undefined,
  }
}

const KEYS = ['data-id', 'data-key', 'data-transaction-id', 'data-operation-id', 'aria-rowindex', 'data-index', 'id']

/** A button that each row begins with. */
const isForAll = (text: string, repeated: ReadonlySet<string>): boolean => repeated.has(`*${text}`)

function isIn(element: Element, some: ReadonlySet<Element>, limit: Element): boolean {
  for (let at: Element | undefined = element; at && at !== limit; at = around(at)) if (some.has(at)) return true
  return false
}
