import type { Block } from './page.ts'

/** What a page break never goes through. */
export interface Atom {
  readonly block: Block
  /** Room above, unless the atom begins a page. */
  readonly before: number
  /** Stays on the page of the next atom. */
  readonly withNext?: boolean
  /** A row of the table, whose head is on every page that shows one. */
  readonly inTable?: boolean
}

export interface Sheet {
  /** Where the flow begins on the first page, and on the others. */
  readonly firstTop: number
  readonly top: number
  readonly bottom: number
  readonly tableHead: Block
}

export interface Placed {
  readonly block: Block
  readonly y: number
}

/**
 * Atoms onto pages, in order: a chain of `withNext` atoms goes whole to the next page when it does not fit here. A chain
 * taller than a page gives up its first link; a single atom taller than a page is the caller's to cut.
 */
export function paginate(atoms: readonly Atom[], sheet: Sheet): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]]
  let y = sheet.firstTop
  let empty = true
  let headed = false

  const turn = (): void => {
    pages.push([])
    y = sheet.top
    empty = true
    headed = false
  }
  const put = (block: Block, before: number): void => {
    if (!empty) y += before
    pages.at(-1)?.push({ block, y })
    y += block.height
    empty = false
  }
  /** The height of `chain` if it began at a page's top (`fresh`) or here. */
  const heightOf = (chain: readonly Atom[], fresh: boolean): number => {
    let height = 0
    let first = fresh || empty
    let head = !fresh && headed
    for (const { block, before, inTable } of chain) {
      if (!first) height += before
      if (inTable && !head) height += sheet.tableHead.height
      head ||= inTable === true
      height += block.height
      first = false
    }
    return height
  }

  let index = 0
  while (index < atoms.length) {
    let end = index
    while (atoms[end]?.withNext && end + 1 < atoms.length) end++
    const whole = atoms.slice(index, end + 1)
    const chain = heightOf(whole, true) > sheet.bottom - sheet.top ? whole.slice(0, 1) : whole
    // An empty page is not left, unless it is the first, which has less room.
    if (y + heightOf(chain, false) > sheet.bottom + 1e-6 && (!empty || y > sheet.top)) turn()
    for (const { block, before, inTable } of chain) {
      if (inTable && !headed) {
        put(sheet.tableHead, before)
        headed = true
        put(block, 0)
      } else put(block, before)
    }
    index += chain.length
  }
  return pages
}
