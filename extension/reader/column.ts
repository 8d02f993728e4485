import type { Amount } from './amount.ts'
import { around, collapse, signatureOf } from './piece.ts'
import type { RowElement, RowList } from './row.ts'

/** An amount with the name of the column it stands in. */
export interface Cell {
  readonly column: string
  readonly amount: Amount
}
export interface PageColumns {
  readonly cells: ReadonlyMap<RowElement, readonly Cell[]>
  /** Two columns of which each row fills one. */
  readonly split?: { readonly debit: string; readonly credit: string; readonly isGuess: boolean }
  /** Whether the list is a table with headings of a statement. */
  readonly isHeaded: boolean
  readonly headings: ReadonlyMap<string, string>
}

/** Names the columns by their place in the table or, elsewhere, by what their elements have in common. */
export function columnsOf(list: RowList): PageColumns {
  const cells = new Map(
    list.rows.map((row) => [
      row,
      row.amounts.map((amount, rank) => ({ column: columnName(amount.element, row, rank), amount })),
    ]),
  )
  const headings = headingsOf(list.root)
  const isHeaded =
    [...headings.values()].some((text) => /d[ée]bit|cr[ée]dit|montant|amount/i.test(text)) &&
    [...headings.values()].some((text) => /\bdate\b/i.test(text))
  const counts = new Map<string, number>()
  for (const row of cells.values()) for (const { column } of row) counts.set(column, (counts.get(column) ?? 0) + 1)
  const isHeading = (column: string, words: RegExp): boolean => words.test(headings.get(column) ?? '')
  const debit = [...headings.keys()].find(
    (column) => isHeading(column, /d[ée]bit|sortie|retrait/i) && !isHeading(column, /cr[ée]dit/i),
  )
  const credit = [...headings.keys()].find(
    (column) => isHeading(column, /cr[ée]dit|entr[ée]e|versement/i) && !isHeading(column, /d[ée]bit/i),
  )
  const named = debit !== undefined && credit !== undefined ? { debit, credit, isGuess: false } : undefined
  const split = named ?? exclusiveColumns(cells, counts)
  return { cells, headings, isHeaded, ...(split !== undefined && { split }) }
}

function columnName(element: Element, row: RowElement, rank: number): string {
  const cell = element.closest('td, th, [role="cell"], [role="gridcell"]')
  if (cell !== null && row.element.contains(cell)) {
    let place = 0
    for (let before = cell.previousElementSibling; before !== null; before = before.previousElementSibling)
      place += Number(before.getAttribute('colspan') ?? '1') || 1
    return `${place}`
  }
  const names: string[] = []
  for (let at: Element | undefined = element; at !== undefined && at !== row.element; at = around(at)) {
    const place =
      at.parentElement === row.element ? [...row.element.children].indexOf(at) - row.element.children.length : ''
    names.push(`${signatureOf(at)}${place}`)
  }
  const name = names.reverse().join('>')
  const twin = row.amounts
    .slice(0, rank)
    .some(
      ({ element: other }) =>
        signatureOf(other) === signatureOf(element) && other.parentElement === element.parentElement,
    )
  return twin ? `${name}#${rank}` : name
}

/** The words at the head of each column of a table. */
function headingsOf(root: Element): ReadonlyMap<string, string> {
  const table = root.closest('table, [role="table"], [role="grid"]')
  const head = table?.querySelector('thead tr, tr:has(th), [role="row"]:has([role="columnheader"])')
  const headings = new Map<string, string>()
  let place = 0
  for (const cell of head?.children ?? []) {
    headings.set(`${place}`, collapse(cell.textContent ?? ''))
    place += Number(cell.getAttribute('colspan') ?? '1') || 1
  }
  return headings
}

/** Two columns that no row fills together, and that all rows fill between them, where no amount has a sign of its own. */
function exclusiveColumns(
  cells: ReadonlyMap<RowElement, readonly Cell[]>,
  counts: ReadonlyMap<string, number>,
): PageColumns['split'] {
  const rows = [...cells.values()]
  if (rows.some((row) => row.some(({ amount }) => amount.sign !== 0))) return undefined
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a).map(([column]) => column)
  if (first === undefined || second === undefined) return undefined
  const isIn = (row: readonly Cell[], column: string): boolean => row.some((cell) => cell.column === column)
  const exclusive = rows.every((row) => isIn(row, first) !== isIn(row, second))
  if (!exclusive) return undefined
  const left = (column: string): number => {
    const cell = rows.flat().find((one) => one.column === column)
    return cell === undefined ? 0 : cell.amount.element.getBoundingClientRect().right
  }
  return left(first) < left(second)
    ? { debit: first, credit: second, isGuess: true }
    : { debit: second, credit: first, isGuess: true }
}

/** The column that is the running sum of another, or that is called so; it may run up or down the page. */
export function balanceColumn(list: RowList, { cells, headings, split }: PageColumns): string | undefined {
  const named = [...headings].find(([, text]) => /^(?:nouveau )?solde|balance/i.test(text))?.[0]
  if (named !== undefined) return named
  const rows = list.rows.map((row) => cells.get(row) ?? [])
  const columns = [...new Set(rows.flat().map(({ column }) => column))]
  const at = (row: readonly Cell[] | undefined, column: string): number | undefined => {
    const found = row?.find((cell) => cell.column === column)?.amount
    return found?.cents
  }
  const moved = (row: readonly Cell[] | undefined, balance: string): number | undefined => {
    const cell = row?.find(({ column }) => column !== balance)
    if (cell === undefined) return undefined
    return split === undefined
      ? cell.amount.cents
      : cell.column === split.debit
        ? -Math.abs(cell.amount.cents)
        : Math.abs(cell.amount.cents)
  }
  return columns.find((balance) => {
    let [down, up, of] = [0, 0, 0]
    for (let index = 1; index < rows.length; index += 1) {
      const [above, below] = [at(rows[index - 1], balance), at(rows[index], balance)]
      const [movedAbove, movedBelow] = [moved(rows[index - 1], balance), moved(rows[index], balance)]
      if (above === undefined || below === undefined) continue
      of += 1
      if (movedAbove !== undefined && Math.abs(above - below) === Math.abs(movedAbove)) down += 1
      if (movedBelow !== undefined && Math.abs(below - above) === Math.abs(movedBelow)) up += 1
    }
    return of > 0 && Math.max(down, up) * 4 >= of * 3
  })
}
