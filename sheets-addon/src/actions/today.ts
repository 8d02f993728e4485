import {
  isIssued,
  isToInvoice,
  readRegister,
  readSettings,
  type Settings,
  staleStatuses,
  textOf,
} from '@tabellion/shared/ledger'
import { formatEuros, sum } from '@tabellion/shared/money'
import type { Ports } from '../ports.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { positionsOf, writePatches } from '../workbook/write.ts'
import { type Action, noArguments, type TodoItem } from './action.ts'

/** More would be a list nobody reads (features F-033). */
const MOST_ITEMS = 7

/** What deserves the user's minute, in the order of what it costs to wait. */
export const today: Action = {
  name: 'today',
  menu: 'Aujourd’hui',
  what: 'Ce qui vous attend : au plus sept choses, la plus utile d’abord.',
  args: noArguments,
  run: (ports) =>
    ports.lock.hold(() => {
      const workbook = openWorkbook(ports)
      refreshStatuses(ports, workbook)
      const actions = todoItems(workbook, ports.clock.today).slice(0, MOST_ITEMS)
      return {
        message:
          actions.length === 0 ? 'Rien ne vous attend aujourd’hui.' : actions.map((item) => item.message).join(' '),
        findings: [],
        actions,
      }
    }) ?? refuse({ code: 'lock-held' }),
}

/** A status changes with the day: *En retard* comes by itself. */
function refreshStatuses({ sheets, clock }: Ports, workbook: Workbook): void {
  const invoices = workbook.tableIfAny('invoices')
  if (!invoices) return
  const stale = staleStatuses(readRegister(invoices), clock.today)
  if (stale.length === 0) return
  writePatches(
    sheets,
    invoices,
    stale.map(({ row, status }) => ({ row, cells: { status } })),
    positionsOf([invoices as never]),
    () => false,
  )
  sheets.flush()
}

export function todoItems(workbook: Workbook, day: string): readonly TodoItem[] {
  const settings = workbook.tableIfAny('settings')
  const missing = settings ? missingIdentity(readSettings(settings)) : ['Réglages']
  const items: TodoItem[] = []
  if (missing.length > 0)
    items.push({
      code: 'setup-needed',
      count: missing.length,
      message: 'Complétez vos réglages avec l’assistant de démarrage.',
      tab: 'Réglages',
    })
  const journal = workbook.journal()
  const closed = new Set(journal.keys('issued'))
  const unfiled = journal.keys('reserved').filter((number) => !closed.has(number))
  if (unfiled.length > 0) {
    items.push({
      code: 'files-to-finish',
      count: unfiled.length,
      message: `${counted(unfiled.length, 'document émis attend son PDF', 'documents émis attendent leur PDF')} : relancez Facturer les lignes cochées.`,
      tab: 'Factures',
    })
  }
  const sales = workbook.tableIfAny('sales')?.rows ?? []
  const blocked = sales.filter(
    (row) =>
      !isIssued(row) && isToInvoice(row) && textOf(row.cells.check) !== '' && !textOf(row.cells.check).startsWith('✓'),
  )
  const ready = sales.filter((row) => isToInvoice(row) && !blocked.includes(row))
  if (blocked[0])
    items.push({
      code: 'rows-blocked',
      count: blocked.length,
      message: `${counted(blocked.length, 'ligne cochée à corriger', 'lignes cochées à corriger')} avant de facturer.`,
      tab: 'Ventes',
      row: blocked[0].row,
    })
  if (ready[0])
    items.push({
      code: 'rows-to-invoice',
      count: ready.length,
      message: `${counted(ready.length, 'ligne prête à facturer', 'lignes prêtes à facturer')}.`,
      tab: 'Ventes',
      row: ready[0].row,
    })
  const register = workbook.tableIfAny('invoices')
  const overdue = (register ? readRegister(register) : []).filter(
    (entry) => entry.kind !== 'credit' && entry.balanceDue > 0 && entry.dueDate !== undefined && entry.dueDate < day,
  )
  if (overdue[0]) {
    const total = formatEuros(sum(overdue.map((entry) => entry.balanceDue)))
    items.push({
      code: 'invoices-overdue',
      count: overdue.length,
      message: `${counted(overdue.length, 'facture en retard', 'factures en retard')}, ${total} à recevoir.`,
      tab: 'Factures',
      row: overdue[0].row,
    })
  }
  return items
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const missingIdentity = (settings: Settings): readonly string[] =>
  (['Prénom et nom', 'Adresse', 'Code postal', 'Ville', 'SIRET'] as const).filter((name) => settings.text(name) === '')
