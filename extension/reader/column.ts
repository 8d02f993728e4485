import type { Amount } from './amount.ts'
import { around, collapse, signatureOf } from './piece.ts'
import type { RowElement, RowList } from './shape.ts'

/** An amount with the name of the column it stands in. */
export interface Cell {
  readonly column: string
  readonly figure: Amount
}
/** Two columns of which each row fills one. */
export interface Split {
  readonly debit: string
  readonly credit: string
  readonly isGuess: boolean
}
export interface PageColumns {
  readonly cells: ReadonlyMap<RowElement, readonly Cell[]>
  readonly sides: Split | undefined
  /** Whether the list is a table with headings of a statement. */
  readonly isHeaded: boolean
  /** Whether the headings are those of shares: their quotation is no movement. */
  readonly isStock: boolean
  /** The column of running balances. */
  readonly balance: string | undefined
  /** The words above an element. */
  headingOf(element: Element): string
}

/** Names the columns by their place in the table or, elsewhere, by what their elements have in common. */
export function columnsOf(list: RowList): PageColumns {
  const places = placesIn(list.root)
  const cells = new Map<RowElement, readonly Cell[]>(
    list.rows.map((row) => [
      row,
      row.amounts.map((amount, rank) => ({
        column: cellPlace(amount.element, places) ?? columnName(amount.element, row, rank),
        figure: amount,
      })),
    ]),
  )
  const headings = headingsIn(list.root, places)
  const find = (words: RegExp, not: RegExp): string | undefined =>
    [...headings].find(([, text]) => words.test(text) && !not.test(text))?.[0]
  const some = (words: RegExp): boolean => find(words, /^$/) !== undefined
  const debit = find(/d[ée]bit|d[ée]pense|sortie|retrait| out$/i, CREDIT)
  const credit = find(CREDIT, /d[ée]bit/i)
  const rows = [...cells.values()]
  const named = debit && credit ? { debit, credit, isGuess: false } : undefined
  const balance = find(/^(?:nouveau )?solde|balance/i, /^$/) ?? runningColumn(rows, [debit, credit])
  const split = named ?? exclusiveColumns(rows.map((row) => row.filter(({ column }) => column !== balance)))
  return {
    cells,
    isHeaded: some(/d[ée]bit|cr[ée]dit|montant|amount/i) && some(/\bdate\b/i),
    isStock: some(/^cours|quantit/i),
    sides: split,
    balance,
    headingOf: (element) => headings.get(cellPlace(element, places) ?? '') ?? '',
  }
}
const TABLE = 'table, [role="table"], [role="grid"]'
const CREDIT = /cr[ée]dit|recette|entr[ée]e|versement| in$/i

/** The column of each cell of the table around, cells that span several rows or columns counted. */
function placesIn(root: Element): ReadonlyMap<Element, string> {
  const places = new Map<Element, string>()
  const table = root.closest(TABLE)
  const taken: number[] = []
  for (const row of table instanceof HTMLTableElement ? table.rows : (table?.querySelectorAll('[role="row"]') ?? [])) {
    let place = 0
    const pass = (): void => {
      for (; (taken[place] ?? 0) > 0; place += 1) taken[place] = (taken[place] ?? 0) - 1
    }
    for (const cell of row.children) {
      pass()
      places.set(cell, `${place}`)
      for (let wide = span(cell, 'colspan'); wide > 0; wide -= 1) {
        taken[place] = span(cell, 'rowspan') - 1
        place += 1
      }
    }
    while (place < taken.length) {
      pass()
      place += 1
    }
  }
  return places
}
const span = (cell: Element, name: string): number => Math.min(Number(cell.getAttribute(name)) || 1, 99)

function cellPlace(element: Element, places: ReadonlyMap<Element, string>): string | undefined {
  if (places.size === 0) return undefined
  for (let at: Element | undefined = element; at; at = around(at)) if (places.has(at)) return places.get(at)
  return undefined
}

/** The words at the head of each column of a table. */
function headingsIn(root: Element, places: ReadonlyMap<Element, string>): ReadonlyMap<string, string> {
  const heads = root
    .closest(TABLE)
    ?.querySelectorAll('thead tr, tr:has(th):not(:has(td)), [role="row"]:has([role="columnheader"])')
  const headings = new Map<string, string>()
  for (const head of heads ?? []) {
    for (const cell of head.children) {
      const place = places.get(cell) ?? ''
      headings.set(place, collapse(`${headings.get(place) ?? ''} ${cell.textContent}`))
    }
  }
  return headings
}

function columnName(element: Element, row: RowElement, rank: number): string {
  const part = row.parts.findIndex((one) => one.contains(element))
  if (row.parts.length > 1) return `${part}`
  const names: string[] = []
  for (let at: Element | undefined = element; at && at !== row.element; at = around(at)) {
    const { children } = row.element
    const place = at.parentElement === row.element ? [...children].indexOf(at) - children.length : ''
    names.push(`${signatureOf(at)}${place}`)
  }
  const isTwin = row.amounts
    .slice(0, rank)
    .some(
      ({ element: other }) =>
        signatureOf(other) === signatureOf(element) && other.parentElement === element.parentElement,
    )
  return `${names.join()}${isTwin ? rank : ''}`
}

/** Two columns that no row fills together, and that all rows fill between them, where no amount has a sign of its own. */
function exclusiveColumns(rows: readonly (readonly Cell[])[]): Split | undefined {
  const all = rows.flat()
  if (all.some(({ figure }) => figure.sign !== 0)) return undefined
  const counts = new Map<string, number>()
  for (const { column } of all) counts.set(column, (counts.get(column) ?? 0) + 1)
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a).map(([column]) => column)
  if (!first || !second) return undefined
  const isIn = (row: readonly Cell[], column: string): boolean => row.some((cell) => cell.column === column)
  if (!rows.every((row) => isIn(row, first) !== isIn(row, second))) return undefined
  const right = (column: string): number =>
    all.find((one) => one.column === column)?.figure.element.getBoundingClientRect().right ?? 0
  return right(first) < right(second)
    ? { debit: first, credit: second, isGuess: true }
    : { debit: second, credit: first, isGuess: true }
}

/** The column that is the running sum of another; it may run up or down the page. */
function runningColumn(rows: readonly (readonly Cell[])[], not: readonly (string | undefined)[]): string | undefined {
  const columns = [...new Set(rows.flat().map(({ column }) => column))]
  if (columns.length < 2) return undefined
  const moved = (row: readonly Cell[] | undefined, balance: string): number | undefined => {
    const cell = row?.find(({ column }) => column !== balance)
    return cell && Math.abs(cell.figure.cents)
  }
  return columns.find((balance) => {
    if (not.includes(balance)) return false
    let [down, up, of] = [0, 0, 0]
    const at = (row: readonly Cell[] | undefined): number | undefined =>
      row?.find(({ column }) => column === balance)?.figure.cents
    for (let index = 1; index < rows.length; index += 1) {
      const [above, below] = [at(rows[index - 1]), at(rows[index])]
      if (above === undefined || below === undefined) continue
      const step = Math.abs(above - below)
      of += 1
      if (step === moved(rows[index - 1], balance)) down += 1
      if (step === moved(rows[index], balance)) up += 1
    }
    return of > 0 && Math.max(down, up) * 4 >= of * 3
  })
}
