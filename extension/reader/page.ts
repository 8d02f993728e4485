import { addDays, type Day, yearOf } from '@tabellion/shared/calendar'
import { readShownDay } from '@tabellion/shared/statements/values'
import { amountsOf } from './amount.ts'
import { type Cell, columnsOf, type PageColumns } from './column.ts'
import { DAY_NUMBER, inYear, type Period, periodIn, type ShownDay, shownDay } from './day.ts'
import { type PageFacts, type PageState, saying } from './facts.ts'
import { around, isShown, outwards, type Piece, piecesOf, sideIn } from './piece.ts'
import { listsOf, type RowElement, type RowList, type Shown, saysSomething, saysSum } from './row.ts'

export interface PageRow extends PageFacts {
  /** Where a mark may be painted. */
  readonly element: Element
}
export interface PageReading {
  readonly state: PageState
  readonly rows: readonly PageRow[]
  /** Two columns of amounts without a word: the left was taken for what went out. */
  readonly assumedDebitLeft: boolean
}

export const factsOf = ({ element: _, ...facts }: PageRow): PageFacts => facts

const PENDING =
  /(?<!\p{L})(?:en cours|[àa] venir|en attente|pr[ée]visionnel|intraday|pending|non comptabilis|en traitement|autorisations? (?:de paiement|carte))/iu
const BOOKED = /comptabilis|pass[ée]e?s|enregistr[ée]|effectu[ée]|derni[èe]res|historique|booked|completed/i
const NOTHING =
  /(?<!\p{L})(?:aucune?|pas (?:encore )?d['’e]|no) ?(?:autre )?(?:op[ée]ration|mouvement|transaction|[ée]criture)/iu
/** First words of labels; banks print them in capitals. */
const KIND_WORDS = /^(?:vir|evi|prlv|pr[ée]l|cb|carte|ch[qèe]|paie|achat|retrait|rem|frais)/i
const ACCOUNT = /^(?:compte|livret|pel|cel|ldd|pea|per\b|plan|assurance|[ée]pargne|pr[êe]t|cr[ée]dit|carte)/i

/** Reads the movements that the page shows now. Looks only: writes, clicks and keeps nothing. */
export function readPage(root: ParentNode, today: Day): PageReading {
  const pieces = piecesOf(root)
  const amounts = amountsOf(pieces)
  const spent = new Set(amounts.map(({ element }) => element))
  const days = new Map<Piece, ShownDay>()
  for (const piece of pieces) {
    const day = spent.has(piece.element) ? undefined : shownDay(piece, today)
    if (day) days.set(piece, day)
  }
  const lists = listsOf({ amounts, days, pieces }).map((list) => readList(list, { amounts, days, pieces }, today))
  // A list drawn twice, for wide and for narrow screens, is one.
  const accepted = [...new Map(lists.filter(isStatement).map((list) => [list.rows.map(saying).join(), list])).values()]
  const rows = accepted
    .flatMap((list) => list.rows)
    .sort((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1))
  if (rows.length > 0) return { state: 'rows', rows, assumedDebitLeft: accepted.some((list) => list.assumedDebitLeft) }
  const state = pieces.some(({ text }) => NOTHING.test(text)) ? 'empty' : lists.some(speaksBank) ? 'unreadable' : 'none'
  return { state, rows: [], assumedDebitLeft: false }
}

interface ListReading {
  readonly rows: readonly PageRow[]
  readonly assumedDebitLeft: boolean
  readonly isHeaded: boolean
  readonly hasOwnDays: boolean
}

/** Movements are dated and say what they were for; prices are all alike or undated, plans of a loan say nothing. */
function isStatement(list: ListReading): boolean {
  const { rows, isHeaded } = list
  const most = (is: (row: PageRow) => boolean): boolean => rows.filter(is).length * 2 >= rows.length
  const dated = rows.filter(({ date }) => date)
  if (dated.length < (isHeaded ? 1 : 2) || !most(({ texts }) => /\p{L}{3}/u.test(texts[0] ?? ''))) return false
  if (dated.length * 2 < rows.filter(({ isPending }) => !isPending).length) return false
  const days = new Set(dated.map(({ date }) => date)).size
  // One day for all may be that of the balances of several accounts.
  if (
    days === 1 &&
    !isHeaded &&
    !speaksBank(list) &&
    (!list.hasOwnDays || most(({ texts }) => ACCOUNT.test(texts[0] ?? '')))
  )
    return false
  return rows.length < 3 || days > 1 || new Set(rows.map(({ cents }) => cents)).size > 1
}
/** Rows whose labels are a bank's, though they could not be read. */
const speaksBank = ({ rows }: ListReading): boolean =>
  rows.filter(({ texts: [first = ''] }) => KIND_WORDS.test(first) && /^[A-ZÉÈ]{2}/.test(first)).length >= 2

/** What stands around a row: the day above it, its month and year, and the section it is in. */
interface Context {
  readonly day?: ShownDay | undefined
  readonly period?: Period | undefined
  readonly isPending: boolean
}

function readList(list: RowList, { pieces, days }: Shown, today: Day): ListReading {
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
      else if (piece.text.length < 60 && (PENDING.test(piece.text) || BOOKED.test(piece.text))) section = piece
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
  const hasSigns = !columns.split && list.rows.some((row) => row.amounts.some(({ sign }) => sign !== 0))
  let hasOwnDays = false
  for (const row of list.rows) {
    const cell = amountCell(columns.cells.get(row) ?? [], columns)
    if (!cell) continue
    const own = inside.get(row) ?? []
    const read = readRow(row, cell, columns, own, contexts.get(row) ?? { isPending: false }, days, repeated, today)
    const before = rows.at(-1)
    hasOwnDays ||= own.some((piece) => days.get(piece)?.isValue === false)
    let { date, isPending, sign } = read
    if (!sign && hasSigns) sign = 1
    if (!date && !isPending && before?.date && hasOwnDays) {
      // What is undated after a dated row tells more about it, is an advertisement, or is of the same day.
      const isDetail = before.cents === read.cents && row.element.querySelector(':scope > [colspan]') !== null
      if (isDetail || !cell.amount.hasCents) continue
      date = before.date
    }
    rows.push({
      ...read,
      date,
      sign,
      isPending: isPending || !date || date > today,
    })
  }
  return { rows, assumedDebitLeft: columns.split?.isGuess === true, isHeaded: columns.isHeaded, hasOwnDays }
}

const isPendingText = (text: string): boolean => PENDING.test(text) && !/op[ée]rations? comptabilis/i.test(text)

function readRow(
  row: RowElement,
  { column, amount }: Cell,
  { split, headingOf }: PageColumns,
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
    if (isIn(element, spent, row.element)) {
      isAfter ||= !word && amount.element.contains(element)
      continue
    }
    number ??= DAY_NUMBER.exec(text)?.[1]
    const label = text.replace(/^(?:libell[ée]|nature|description) ?: ?/i, '')
    if (!saysSomething(label) || saysSum(text) || texts.includes(label) || !isShown(element)) continue
    if (PENDING.test(text) && text.length < 40) isPending = true
    else if (!repeated.has(text) || (texts.length === 0 && !isForAll(text, repeated))) texts.push(label)
  }
  const own = days.filter((day) => !day.isValue && !/valeur/i.test(headingOf(day.element)))
  const booked = own.find(({ element }) => /compta/i.test(headingOf(element)))
  const value = days.find((day) => !own.includes(day)) ?? (!booked ? own[1] : undefined)
  const stated = booked ?? own[0] ?? above.day
  const { month = '', year = '' } = above.period ?? {}
  let date = stated?.day
  if (date && stated?.hasYear === false) {
    if (year !== '') date = inYear(date, year, today)
    // « 05/04 » among what is still to come.
    const next = inYear(date, yearOf(date) + 1, today)
    if (isPending && next < addDays(today, 60)) date = next
  }
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
  // The initials of who paid, in a circle.
  if (texts.length > 1 && /^\p{L}{1,2}$/u.test(texts[0] ?? '') && !KIND_WORDS.test(texts[0] ?? '')) texts.shift()
  const sign = split ? (column === split.debit ? -1 : 1) : amount.sign === 0 ? side : amount.sign
  const key = KEYS.map((name) => row.element.getAttribute(name)).find((name) => name)
  return {
    element: row.element,
    date,
    valueDate: value?.day,
    cents: Math.abs(amount.cents),
    currency: amount.currency === 'EUR' ? undefined : amount.currency,
    sign,
    texts,
    isPending,
    key: key ?? undefined,
  }
}
const KEYS = ['data-id', 'data-key', 'data-transaction-id', 'data-operation-id', 'aria-rowindex', 'data-index', 'id']

/** The amount of a row: in the column of amounts, in euros where dollars stand beside, never the running balance. */
function amountCell(cells: readonly Cell[], { balance, split }: PageColumns): Cell | undefined {
  const own = cells.filter(({ column }) => column !== balance)
  const sided = !split ? own : own.filter(({ column }) => column === split.debit || column === split.credit)
  return sided.find(({ amount }) => amount.currency === 'EUR') ?? sided[0] ?? own[0]
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
/** A button that each row begins with. */
const isForAll = (text: string, repeated: ReadonlySet<string>): boolean => repeated.has(`*${text}`)

function enclosing(element: Element, rows: ReadonlyMap<Element, RowElement>): RowElement | undefined {
  for (const at of outwards(element)) {
    const row = rows.get(at)
    if (row) return row
  }
  return undefined
}

function isIn(element: Element, some: ReadonlySet<Element>, limit: Element): boolean {
  for (const at of outwards(element, limit)) if (some.has(at)) return true
  return false
}

/**
 * A heading speaks for the rows that follow it in its list, not for a box at the other end of the page: it stands beside the
 * rows, or just before what holds them, or in some box around both that is not the whole page.
 */
function isNear(heading: Element, row: Element): boolean {
  const chain = new Map<Element, Element>()
  let inner = heading
  for (const at of outwards(heading)) {
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
