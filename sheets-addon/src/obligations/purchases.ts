import { type Purchase, type PurchaseEntry, purchasesToAppend } from '@tabellion/shared/bookkeeping'
import type { BookedPurchase, PurchasesBooked } from '@tabellion/shared/journal'
import { type Cell, isBlank, isTicked, type Row, textOf } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { headProperty, pendingProperty, type Workbook } from '../workbook/open.ts'
import { schemaEvents } from '../workbook/schema.ts'
import { appendEvents, appendRecords, positionsOf, writePatches } from '../workbook/write.ts'
import type { ObligationFinding } from './problems.ts'
import { expenseFacts, isSamePurchase, purchaseCells, readPurchase, typedFacts } from './purchase-facts.ts'

export interface BookedPurchases {
  readonly findings: readonly ObligationFinding[]
  readonly added: number
  /** Something was written: who goes on with tabs read before reads them again. */
  readonly moved: boolean
}

/**
 * The *registre des achats* (C. com. art. L123-28): from the rows of *Dépenses* ticked « Achat de marchandises », and from rows
 * typed in the register itself. Journal first, then rows; what changes later is reversed, never rewritten.
 */
export function bookPurchases(ports: Ports, workbook: Workbook): BookedPurchases {
  const { clock, sheets, store } = ports
  const register = workbook.tableIfAny('purchases')
  if (register === undefined || register.missing.length > 0) return { findings: [], added: 0, moved: false }
  const expenses = workbook.tableIfAny('expenses')
  const journal = workbook.journal()
  const unnumbered = register.rows.filter(({ cells }) => isBlank(cells.rank))
  const ticked = expenses && expenses.missing.length === 0 ? expenses.rows.filter(isGoods) : undefined
  const keys = journal.keys('purchasesBooked')
  if (keys.length === 0 && unnumbered.length === 0 && !ticked?.length) return { findings: [], added: 0, moved: false }

  const events = workbook
    .events(({ type }) => type === 'purchasesBooked')
    .flatMap(({ event }) => (event.type === 'purchasesBooked' ? [event] : []))
  const entries: readonly BookedPurchase[] = events.flatMap((event) => event.entries.map(({ entry }) => entry))
  const shown = new Set(register.rows.map(({ cells }) => Number(cells.rank)))
  const hidden = entries.filter(({ rank }) => !shown.has(rank))
  const relinked = new Map<number, number>()
  const findings: ObligationFinding[] = []
  const typed: { readonly row: Row<'purchases'>; readonly purchase: Purchase }[] = []
  for (const row of unnumbered) {
    const read = readPurchase(typedFacts(row.cells))
    if ('missing' in read) {
      findings.push(incomplete('purchases', row.row, read.missing))
      continue
    }
    // Its number was cleared, or a run was stopped before it could write it.
    const own = hidden.find(
      ({ rank, ...entry }) => ![...relinked.values()].includes(rank) && isSamePurchase(entry, read.facts),
    )
    if (own) relinked.set(row.row, own.rank)
    else typed.push({ row, purchase: { ...read.facts, key: '' } })
  }

  const named = ticked ? nameRows(ticked, ports.ids.next) : new Map<number, string>()
  const wanted: Purchase[] = []
  const kept = new Set<string>()
  for (const { cells, row } of ticked ?? []) {
    const key = named.get(row) ?? textOf(cells.id)
    const read = readPurchase(expenseFacts(cells))
    if ('facts' in read) wanted.push({ ...read.facts, key })
    else {
      kept.add(key)
      findings.push(incomplete('expenses', row, read.missing))
    }
  }
  // What another hand typed in the register stands by itself; what cannot be read now keeps what it said.
  const standing = standingOf(entries)
  const stays = ({ key }: PurchaseEntry): boolean => ticked === undefined || isTyped(key) || kept.has(key)
  const highest = entries.reduce((most, { rank }) => Math.max(most, rank), 0)
  const own = typed.map(({ purchase, row }, index): Numbered => {
    const rank = highest + index + 1
    return { row: row.row, cells: { ...row.cells, rank }, entry: { ...purchase, rank, key: `registre/${rank}` } }
  })
  const appended = purchasesToAppend(
    [...entries, ...own.map(({ entry }) => entry)],
    [...standing.filter(stays), ...own.map(({ entry }) => entry), ...byDay(wanted)],
  )
  const fresh: readonly Numbered[] = [...own, ...appended.map((entry) => ({ entry, cells: purchaseCells(entry) }))]
  const lost = (events.at(-1)?.entries ?? []).filter(
    ({ entry }) => !shown.has(entry.rank) && ![...relinked.values()].includes(entry.rank),
  )
  if (fresh.length + lost.length + relinked.size + named.size === 0) return { findings, added: 0, moved: false }

  if (expenses && named.size > 0)
    writePatches(
      sheets,
      expenses,
      [...named].map(([row, id]) => ({ row, cells: { id } })),
      positionsOf(expenses),
      () => false,
    )
  let head = journal.head
  if (fresh.length > 0) {
    const event: PurchasesBooked = {
      type: 'purchasesBooked',
      v: 1,
      on: clock.today,
      entries: fresh.map(({ cells, entry }) => ({ entry, cells })),
    }
    store.write(pendingProperty)
    head = appendEvents(sheets, [...schemaEvents(journal), event], head, clock.instant)
  }
  const numbers = new Map([
    ...relinked,
    ...fresh.flatMap(({ entry, row }) => (row === undefined ? [] : [[row, entry.rank] as const])),
  ])
  const positions = positionsOf(register)
  if (numbers.size > 0)
    writePatches(
      sheets,
      register,
      [...numbers].map(([row, rank]) => ({ row, cells: { rank } })),
      positions,
      () => false,
    )
  const rows = [...lost.map(({ cells }) => cells), ...appended.map(purchaseCells)]
  appendRecords(sheets, register, rows, positions)
  sheets.flush()
  if (fresh.length > 0) store.write(headProperty(head))
  return { findings, added: fresh.length, moved: true }
}

interface Numbered {
  readonly entry: PurchaseEntry
  readonly cells: Readonly<Record<string, Cell>>
  /** Where a person typed it. */
  readonly row?: number
}
const isTyped = (key: string): boolean => key.startsWith('registre/')
const isGoods = ({ cells }: Row<'expenses'>): boolean => isTicked(cells.goods)
const byDay = (purchases: readonly Purchase[]): readonly Purchase[] =>
  [...purchases].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

/** Neither a reversal nor reversed. */
function standingOf(entries: readonly BookedPurchase[]): readonly BookedPurchase[] {
  const reversed = new Set(entries.flatMap(({ reverses }) => reverses ?? []))
  return entries.filter(({ rank, reverses }) => reverses === undefined && !reversed.has(rank))
}

/** A row without a name of its own, or with that of another (a copied row), gets one. */
function nameRows(rows: readonly Row<'expenses'>[], next: () => string): ReadonlyMap<number, string> {
  const seen = new Set<string>()
  const named = new Map<number, string>()
  for (const { cells, row } of rows) {
    const id = textOf(cells.id)
    if (id === '' || seen.has(id)) named.set(row, next())
    seen.add(id)
  }
  return named
}

const incomplete = (tab: 'expenses' | 'purchases', row: number, missing: readonly string[]): ObligationFinding => ({
  code: 'purchase-incomplete',
  missing,
  severity: 'fix',
  at: { tab, row },
})
