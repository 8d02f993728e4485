import type { Cell, TabKey, Table } from '@tabellion/shared/ledger'
import { counted } from '../messages/sentences.ts'
import type { Ports, Sheets } from '../ports.ts'
import type { Restoration } from '../workbook/altered.ts'
import { headProperty, openWorkbook, pendingProperty } from '../workbook/open.ts'
import { appendEvents, appendRecords, positionsOf, written } from '../workbook/write.ts'
import { action, noArguments, type Outcome } from './action.ts'
import { inspectWorkbook } from './verify.ts'

/** Puts back from the journal what *Vérifier l'intégrité* found; what only the version history can mend is said. */
export const restore = action({
  name: 'restore',
  menu: 'Restaurer ce qui a changé',
  what: 'Remet depuis le journal les cellules et les lignes émises qui ont changé.',
  args: noArguments,
  run: (ports) => ports.lock.need(() => putBack(ports)),
})

function putBack(ports: Ports): Outcome {
  const { sheets, clock, store } = ports
  const report = inspectWorkbook(ports)
  const workbook = openWorkbook(ports)
  const sales = workbook.table('sales')
  const invoices = workbook.table('invoices')
  const payments = workbook.table('payments')
  const book = workbook.table('receiptsBook')
  const purchases = workbook.tableIfAny('purchases')
  const tables = [sales, invoices, payments, book, ...(purchases ? [purchases] : [])]
  for (const table of tables) writeBack(sheets, table, report.restorations)
  const positions = positionsOf(...tables)
  appendRecords(
    sheets,
    invoices,
    report.lostRegisterRows.map((row) => row.register),
    positions,
  )
  appendRecords(sheets, sales, report.lostLedgerRows, positions)
  appendRecords(sheets, payments, report.lostPaymentRows, positions)
  appendRecords(sheets, book, report.lostReceiptRows, positions)
  const bought = purchases ? report.lostPurchaseRows : []
  if (purchases) appendRecords(sheets, purchases, bought, positions)
  const lost = [report.lostRegisterRows, report.lostLedgerRows, report.lostPaymentRows, report.lostReceiptRows, bought]
  const restored = report.restorations.length + lost.flat().length
  if (restored > 0) {
    const cells = report.restorations.map(({ tab, row, column }) => ({ tab, key: String(row), column }))
    store.write(pendingProperty)
    const head = appendEvents(
      sheets,
      [{ type: 'restored', v: 1, on: clock.today, cells }],
      workbook.journal().head,
      clock.instant,
    )
    sheets.flush()
    store.write(headProperty(head))
  }
  const left = inspectWorkbook(ports).findings
  return { message: sentence(restored, left.length), findings: left }
}

/** The altered cells may be in the user's columns: each value goes to its own cells, and to nothing beside them. */
function writeBack(
  sheets: Sheets,
  table: { readonly [K in Restoration['tab']]: Table<K> }[Restoration['tab']],
  restorations: readonly Restoration[],
): void {
  const groups = new Map<
    string,
    { readonly value: Cell; readonly column: string; readonly cells: { row: number; column: number }[] }
  >()
  for (const { tab, row, column, value } of restorations) {
    const at = (table.position as Readonly<Record<string, number>>)[column]
    if (tab !== table.tab || at === undefined) continue
    const key = JSON.stringify([column, value])
    const group = groups.get(key) ?? { value, column, cells: [] }
    group.cells.push({ row, column: at })
    groups.set(key, group)
  }
  for (const { value, column, cells } of groups.values())
    sheets.writeEach(table.tab as TabKey, cells, written(table.tab, column, value))
}

function sentence(restored: number, left: number): string {
  if (restored === 0 && left === 0) return 'Rien à restaurer : tout est intact.'
  const done =
    restored === 0 ? 'Rien n’a pu être restauré.' : `${counted(restored, 'élément restauré', 'éléments restaurés')}.`
  return left === 0
    ? done
    : `${done} ${left === 1 ? '1 point reste à corriger' : `${left} points restent à corriger`} à la main.`
}
