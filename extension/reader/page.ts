import type { Day } from '@tabellion/shared/calendar'
import { amountsOf } from './amount.ts'
import { type ShownDay, shownDay } from './day.ts'
import { type PageState, saying } from './facts.ts'
import { type Guide, readGuided } from './guide.ts'
import { type ListReading, readList } from './list.ts'
import type { PageRow } from './movement.ts'
import { type Piece, piecesOf } from './piece.ts'
import { listsOf } from './row.ts'
import type { Shown } from './shape.ts'
import { ACCOUNT, KIND_WORDS, NOTHING } from './words.ts'

export interface PageReading {
  readonly state: PageState
  readonly rows: readonly PageRow[]
  /** Two columns of amounts without a word: the left was taken for what went out. */
  readonly assumedDebitLeft: boolean
}

/** Reads the movements that the page shows now. Looks only: writes, clicks and keeps nothing. */
export function readPage(root: ParentNode, today: Day, guide?: Guide): PageReading {
  const pieces = piecesOf(root)
  const amounts = amountsOf(pieces)
  const spent = new Set(amounts.map(({ element }) => element))
  const days = new Map<Piece, ShownDay>()
  for (const piece of pieces) {
    const day = spent.has(piece.element) ? undefined : shownDay(piece, today)
    if (day) days.set(piece, day)
  }
  const shown: Shown = { amounts, days, pieces }
  const guided = guide && readGuided(guide, shown, today)
  const lists = guide?.isLearnt && guided ? [] : listsOf(shown).map((list) => readList(list, shown, today))
  // A list drawn twice, for wide and for narrow screens, is one.
  let accepted = [...new Map(lists.filter(isStatement).map((list) => [list.rows.map(saying).join(), list])).values()]
  if (guided && accepted.length === 0) accepted = [guided]
  const rows = accepted
    .flatMap((list) => list.rows)
    .sort((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1))
    .map((row) => (guide?.pending && row.element.matches(guide.pending) ? { ...row, isPending: true } : row))
  if (rows.length > 0) return { state: 'rows', rows, assumedDebitLeft: accepted.some((list) => list.isGuess) }
  const state = pieces.some(({ text }) => NOTHING.test(text)) ? 'empty' : lists.some(speaksBank) ? 'unreadable' : 'none'
  return { state, rows: [], assumedDebitLeft: false }
}

/** Movements are dated and say what they were for; prices are all alike or undated, plans of a loan say nothing. */
function isStatement(list: ListReading): boolean {
  const { rows, isHeaded, isStock } = list
  const most = (is: (row: PageRow) => boolean): boolean => rows.filter(is).length * 2 >= rows.length
  const dated = rows.filter(({ date }) => date)
  if (isStock || dated.length < (isHeaded ? 1 : 2) || !most(({ texts }) => /\p{L}{3}/u.test(texts[0] ?? '')))
    return false
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
