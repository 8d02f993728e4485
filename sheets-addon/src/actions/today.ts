import { type Day, formatDay } from '@tabellion/shared/calendar'
import { isIssued, isToInvoice, type Row, readSettings, type Settings, textOf } from '@tabellion/shared/ledger'
import { keepDaily } from '../automation/daily-run.ts'
import { bankItems } from '../bank/todo.ts'
import { mailItems } from '../mail/todo.ts'
import { counted } from '../messages/sentences.ts'
import { typeset } from '../messages/typography.ts'
import { franchiseFindings } from '../obligations/franchise.ts'
import { microFindings } from '../obligations/micro.ts'
import { type Refreshed, refreshDeadlines } from '../obligations/refresh.ts'
import { deadlineItems } from '../obligations/todo.ts'
import { refreshOrders } from '../orders/refresh.ts'
import { orderItems } from '../orders/todo.ts'
import { type Recorded, recordPayments } from '../payments/record.ts'
import { paymentItems } from '../payments/todo.ts'
import { refreshQuotes } from '../quotes/refresh.ts'
import { deskOf } from '../reminders/desk.ts'
import { reminderRows } from '../reminders/rows.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { action, noArguments, type TodoItem } from './action.ts'
import { reminderItems } from './reminders/told.ts'

/** More would be a list nobody reads (features F-033). */
const MOST_ITEMS = 7

/** What deserves the user's minute, in the order of what it costs to wait. */
export const today = action({
  name: 'today',
  menu: 'Aujourd’hui',
  what: 'Ce qui vous attend : au plus sept choses, la plus utile d’abord.',
  args: noArguments,
  run: (ports) =>
    ports.lock.need(() => {
      const workbook = openWorkbook(ports)
      const recorded = recordPayments(ports, workbook)
      // What was just recorded is in the journal that deadlines are estimated from.
      const now = recorded.adopted.length === 0 ? workbook : openWorkbook(ports)
      refreshQuotes(ports, now)
      refreshOrders(ports, now)
      const items = todoItems(now, recorded, refreshDeadlines(ports, now), ports.clock.today)
      const actions = [...keepDaily(ports, workbook.properties()), ...items].slice(0, MOST_ITEMS)
      return {
        message:
          actions.length === 0 ? 'Rien ne vous attend aujourd’hui.' : actions.map((item) => item.message).join(' '),
        findings: [],
        actions,
      }
    }),
})

/** At most seven things, the most useful first. `recorded` is what was just done about money, `refreshed` about deadlines. */
export function todoItems(
  workbook: Workbook,
  recorded: Recorded,
  refreshed: Refreshed,
  day: Day,
  /** What *Contrôle* says of a row; whoever has just looked at them all knows better than the cell. */
  checkOf: (row: Row<'sales'>) => string = (row) => textOf(row.cells.check),
): readonly TodoItem[] {
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
  const [vat] = franchiseFindings(workbook, day)
  if (vat?.code === 'franchise-lost')
    items.push({
      code: vat.code,
      count: 1,
      message: typeset(`La TVA est due depuis le ${formatDay(vat.from)} : le seuil de la franchise est dépassé.`),
      tab: 'Réglages',
    })
  const [micro] = microFindings(workbook, day)
  if (micro?.code === 'micro-lost')
    items.push({
      code: micro.code,
      count: 1,
      message: typeset(`Le régime micro finit au ${formatDay(micro.from)} : plafond dépassé deux années de suite.`),
      tab: 'Livre des recettes',
    })
  items.push(...mailItems(workbook), ...orderItems(workbook))
  const sales = workbook.tableIfAny('sales')?.rows ?? []
  const blocked = sales.filter(
    (row) => !isIssued(row) && isToInvoice(row) && checkOf(row) !== '' && !checkOf(row).startsWith('✓'),
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
  if (workbook.tableIfAny('reminders') && settings) {
    const desk = deskOf(workbook, recorded.statuses, day)
    items.push(...reminderItems(reminderRows(desk), desk))
  }
  items.push(...deadlineItems(refreshed.rows, refreshed.findings, day), ...bankItems(workbook))
  items.push(...paymentItems(recorded))
  // Nothing to do before the new year: last.
  if (micro?.code === 'micro-exceeded')
    items.push({
      code: micro.code,
      count: 1,
      message: typeset('Le plafond micro est dépassé cette année : vous restez en micro l’an prochain.'),
      tab: 'Livre des recettes',
    })
  return items.slice(0, MOST_ITEMS)
}

const missingIdentity = (settings: Settings): readonly string[] =>
  (['Prénom et nom', 'Adresse', 'Code postal', 'Ville', 'SIRET'] as const).filter((name) => settings.text(name) === '')
