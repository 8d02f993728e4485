import type { Day } from '@tabellion/shared/calendar'
import { amountsOf } from './amount.ts'
import { balanceColumn, type Cell, columnsOf } from './column.ts'
import { type ShownDay, shownDay } from './day.ts'
import type { PageFacts, PageState } from './facts.ts'
import { around, isShown, type Piece, piecesOf } from './piece.ts'
import { listsOf, type RowElement, type RowList, type Shown, saysSomething } from './row.ts'

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
  /(?<!\p{L})(?:en cours|[àa] venir|en attente|pr[ée]visionnel|intraday|pending|non comptabilis|en traitement|autorisations? (?:de paiement|en cours|carte))/iu
const BOOKED = /comptabilis|pass[ée]e?s|enregistr[ée]|effectu[ée]|derni[èe]res|historique|booked|completed/i
const NOTHING =
  /(?<!\p{L})(?:aucune? (?:autre )?(?:op[ée]ration|mouvement|transaction|[ée]criture)|pas (?:encore )?d['’](?:op[ée]ration|[ée]criture)|pas de (?:mouvement|transaction)|no (?:transactions?|operations?))(?!\p{L}{2})/iu
/** First words of labels, in the capitals that banks print them in. */
const BANK_WORDS = /^(?:VIR|PRLV|PRELEV|CB|CARTE|CHQ|CHEQUE|REM|RETRAIT|EVI|VIREMENT|PR[ÉE]L[ÈE]VEMENT)\b/

/** Reads the movements that the page shows now. Looks only: writes, clicks and keeps nothing. */
export function readPage(root: ParentNode, today: Day): PageReading {
  const pieces = piecesOf(root)
  const amounts = amountsOf(pieces)
  const spent = new Set(amounts.map(({ element }) => element))
  const days = new Map<Piece, ShownDay>()
  for (const piece of pieces) {
    const day = spent.has(piece.element) ? undefined : shownDay(piece, today)
    if (day !== undefined) days.set(piece, day)
  }
  const shown: Shown = { amounts, days, pieces }
  const lists = listsOf(shown).map((list) => readList(list, shown, today))
  const accepted = lists.filter(isStatement)
  const rows = accepted
    .flatMap((list) => list.rows)
    .sort((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1))
  if (rows.length > 0) return { state: 'rows', rows, assumedDebitLeft: accepted.some((list) => list.assumedDebitLeft) }
  const text = pieces.map((piece) => piece.text).join(' ')
  const state = NOTHING.test(text) ? 'empty' : lists.some(speaksBank) ? 'unreadable' : 'none'
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
  const dated = list.rows.filter(({ date }) => date !== undefined)
  if (
    dated.length < (list.isHeaded ? 1 : 2) ||
    dated.length * 2 < list.rows.filter(({ isPending }) => !isPending).length ||
    !hasLabels(list)
  )
    return false
  const days = new Set(dated.map(({ date }) => date)).size
  // One date above rows that have none of their own may be the day of the balances of several accounts.
  if (days === 1 && !list.isHeaded && !list.hasOwnDays && !speaksBank(list)) return false
  return list.rows.length < 3 || days > 1 || new Set(list.rows.map(({ cents }) => cents)).size > 1
}
/** Rows whose labels are a bank's, though they could not be read. */
const speaksBank = (list: ListReading): boolean =>
  list.rows.filter(({ texts }) => BANK_WORDS.test(texts[0] ?? '')).length >= 2
const hasLabels = (list: ListReading): boolean =>
  list.rows.filter(({ texts }) => /\p{L}{3}/u.test(texts[0] ?? '')).length * 2 >= list.rows.length

/** What stands around the rows of a list, in reading order. */
interface Heading {
  readonly element: Element
  readonly day?: Day
  readonly text: string
}

function readList(list: RowList, shown: Shown, today: Day): ListReading {
  const rowOf = new Map(list.rows.map((row) => [row.element, row]))
  const inside = new Map<RowElement, Piece[]>()
  const headings = new Map<RowElement, { day: Day | undefined; section: string }>()
  let day: Heading | undefined
  let section: Heading | undefined
  for (const piece of shown.pieces) {
    const row = enclosing(piece.element, rowOf)
    if (row !== undefined) {
      const own = inside.get(row)
      if (own !== undefined) own.push(piece)
      else {
        inside.set(row, [piece])
        headings.set(row, {
          day: day !== undefined && isNear(day.element, row.element) ? day.day : undefined,
          section: section !== undefined && isNear(section.element, row.element) ? section.text : '',
        })
      }
      continue
    }
    const shownDay = shown.days.get(piece)
    if (shownDay !== undefined && !shownDay.isValue)
      day = { element: piece.element, day: shownDay.day, text: piece.text }
    else if ((PENDING.test(piece.text) || BOOKED.test(piece.text)) && piece.text.length < 60) {
      section = {
        element: piece.element,
        text: PENDING.test(piece.text) && !/op[ée]rations? comptabilis/i.test(piece.text) ? piece.text : '',
      }
    }
  }
  const columns = columnsOf(list)
  const balance = balanceColumn(list, columns)
  const repeated = repeatedTexts(list.rows.map((row) => inside.get(row) ?? []))
  const rows = list.rows.flatMap((row) => {
    const cell = amountCell(columns.cells.get(row) ?? [], balance, columns.split)
    const above = headings.get(row)
    return cell === undefined
      ? []
      : [readRow(row, cell, columns.split, inside.get(row) ?? [], above, shown, repeated, today)]
  })
  const hasSigns = list.rows.some((row) => row.amounts.some(({ sign }) => sign !== 0))
  const told =
    hasSigns && columns.split === undefined
      ? rows.map((row) => (row.sign === undefined ? { ...row, sign: 1 as const } : row))
      : rows
  const hasOwnDays = [...inside.values()].some((pieces) =>
    pieces.some((piece) => shown.days.get(piece)?.isValue === false),
  )
  return { rows: told, assumedDebitLeft: columns.split?.isGuess === true, isHeaded: columns.isHeaded, hasOwnDays }
}

function readRow(
  row: RowElement,
  cell: Cell,
  split: ReturnType<typeof columnsOf>['split'],
  pieces: readonly Piece[],
  above: { day: Day | undefined; section: string } | undefined,
  shown: Shown,
  repeated: ReadonlySet<string>,
  today: Day,
): PageRow {
  const days = pieces.flatMap((piece) => shown.days.get(piece) ?? [])
  const spent = new Set<Element>([...row.amounts.map(({ element }) => element), ...days.map(({ element }) => element)])
  const texts: string[] = []
  let pendingWord = PENDING.test(above?.section ?? '')
  for (const { element, text } of pieces) {
    if (isIn(element, spent, row.element) || !saysSomething(text) || texts.includes(text) || !isShown(element)) continue
    if (PENDING.test(text) && text.length < 40) pendingWord = true
    else if (texts.length === 0 || !repeated.has(text)) texts.push(text)
  }
  const own = days.filter(({ isValue }) => !isValue)
  const date = own[0]?.day ?? above?.day
  const value = days.find(({ isValue }) => isValue)?.day ?? own[1]?.day
  const sign = cell.amount.sign === 0 || split !== undefined ? sideOf(cell, split) : cell.amount.sign
  const key = ['data-id', 'data-key', 'data-transaction-id', 'data-operation-id', 'aria-rowindex', 'data-index', 'id']
    .map((name) => row.element.getAttribute(name))
    .find((name) => name !== null && name !== '')
  return {
    element: row.element,
    ...(date !== undefined && { date }),
    ...(value !== undefined && { valueDate: value }),
    cents: Math.abs(cell.amount.cents),
    ...(sign !== undefined && { sign }),
    texts,
    isPending: pendingWord || date === undefined || date > today,
    ...(key != null && { key }),
  }
}

function sideOf(cell: Cell, split: ReturnType<typeof columnsOf>['split']): -1 | 1 | undefined {
  if (split === undefined) return undefined
  return cell.column === split.debit ? -1 : 1
}

/** The amount of a row: in the column of amounts, in euros where dollars stand beside, never the running balance. */
function amountCell(
  cells: readonly Cell[],
  balance: string | undefined,
  split: ReturnType<typeof columnsOf>['split'],
): Cell | undefined {
  const own = cells.filter(({ column }) => column !== balance)
  const sided =
    split === undefined ? own : own.filter(({ column }) => column === split.debit || column === split.credit)
  return sided.find(({ amount }) => amount.isEuro) ?? sided[0] ?? own[0]
}

/** Texts that several rows share after their first one are categories and buttons, not labels. */
function repeatedTexts(rows: readonly (readonly Piece[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const pieces of rows)
    for (const text of new Set(pieces.map((piece) => piece.text))) counts.set(text, (counts.get(text) ?? 0) + 1)
  const many = Math.max(3, rows.length / 5)
  return new Set([...counts].filter(([text, count]) => count >= many && !/\d/.test(text)).map(([text]) => text))
}

function enclosing(element: Element, rows: ReadonlyMap<Element, RowElement>): RowElement | undefined {
  for (let at: Element | undefined = element; at !== undefined; at = around(at)) {
    const row = rows.get(at)
    if (row !== undefined) return row
  }
  return undefined
}

function isIn(element: Element, some: ReadonlySet<Element>, limit: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined && at !== limit; at = around(at))
    if (some.has(at)) return true
  return false
}

/**
 * A heading speaks for the rows that follow it in its list, not for a box at the other end of the page: it stands beside the
 * rows, or just before what holds them, or in some box around both that is not the whole page.
 */
function isNear(heading: Element, row: Element): boolean {
  const chain = new Map<Element, Element>()
  for (let inner = heading, at = around(inner); at !== undefined; inner = at, at = around(at)) chain.set(at, inner)
  let below = row
  for (let level = 0; level < 6; level += 1) {
    const at = around(below)
    if (at === undefined) return false
    const side = chain.get(at)
    if (side !== undefined)
      return at.tagName !== 'BODY' || level === 0 || (level === 1 && below.previousElementSibling === side)
    below = at
  }
  return false
}
