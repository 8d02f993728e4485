import { nameKey } from '@tabellion/shared/invoicing'
import { ok, type Result } from '@tabellion/shared/kernel'
import {
  type Cell,
  type CellProblem,
  type ColumnKey,
  type ColumnKind,
  columnOf,
  columnsOf,
  isBlank,
  readDate,
  readRate,
  readScaled,
  type TabKey,
  textOf,
} from '@tabellion/shared/ledger'
import { of } from '../messages/typography.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook } from '../workbook/open.ts'
import { refuse } from '../workbook/refusal.ts'
import { appendRecords, positionsOf } from '../workbook/write.ts'
import { action, type Outcome } from './action.ts'

const texts = (description: string) =>
  ({ type: 'object', description, additionalProperties: { type: 'string' } }) as const

/** A row of *Ventes*, ticked, and its client's when nobody of that name is known: a first invoice without leaving the pane. */
export const addSale = action({
  name: 'add-sale',
  menu: '',
  what: 'Ajoute une ligne cochée à Ventes et, si besoin, la fiche de son client.',
  args: {
    properties: {
      sale: texts('Les cellules de la ligne, par leur clé : client, date, label, quantity, unit, unitPrice…'),
      client: texts('Les cellules de la fiche d’un nouveau client : name, type, address, postcode, city, email…'),
    },
  },
  run: (ports, args) => {
    const { today } = ports.clock
    const sale = args.sale === undefined ? undefined : readRecord('sales', { date: today, quantity: '1', ...args.sale })
    const client = args.client === undefined ? undefined : readRecord('clients', args.client)
    return ports.lock.need(() => add(ports, sale, client))
  },
})

type Texts = Readonly<Record<string, string>>
type RecordIn<K extends TabKey> = Readonly<Partial<Record<ColumnKey<K>, Cell>>>

function add(ports: Ports, sale: RecordIn<'sales'> | undefined, client: RecordIn<'clients'> | undefined): Outcome {
  const { ids, sheets } = ports
  const workbook = openWorkbook(ports)
  const said: string[] = []
  if (client) {
    const clients = workbook.table('clients')
    const key = nameKey(textOf(client.name ?? ''))
    if (key === '') refuse({ code: 'wrong-cell', tab: 'clients', column: 'name' })
    if (!clients.rows.some(({ cells }) => nameKey(textOf(cells.name)) === key)) {
      appendRecords(sheets, clients, [{ ...client, id: ids.next() }], positionsOf(clients))
      said.push(`La fiche ${of(textOf(client.name ?? ''))} est créée.`)
    }
  }
  if (sale) {
    const sales = workbook.table('sales')
    appendRecords(sheets, sales, [{ ...sale, toInvoice: true, id: ids.next() }], positionsOf(sales))
    said.push(`Vente ajoutée, ligne ${sales.nextRow} de Ventes.`)
  }
  sheets.flush()
  return { message: said.join(' ') || 'Rien à ajouter.', findings: [] }
}

/** Cells as the column stores them; what cannot be read is refused before anything is written. */
function readRecord<K extends TabKey>(tab: K, given: Texts): RecordIn<K> {
  const known = new Map(columnsOf(tab).map(([key, column]) => [key as string, column]))
  const record: Record<string, Cell> = {}
  for (const [key, text] of Object.entries(given)) {
    const column = known.get(key)
    if (column === undefined || column.source === 'written' || column.source === 'formula')
      return refuse({ code: 'wrong-argument', argument: key, expected: [...known.keys()].join(', ') })
    const read = readCell(columnOf(tab, key as ColumnKey<K>).kind, text)
    if (!read.ok) return refuse({ code: 'wrong-cell', tab, column: key, problem: read.problem })
    if (!isBlank(read.value)) record[key] = read.value
  }
  return record as RecordIn<K>
}

function readCell(kind: ColumnKind, text: string): Result<Cell, CellProblem> {
  const number = (places: number, divisor: number): Result<Cell, CellProblem> => {
    const read = readScaled(text, places)
    return read.ok ? ok(read.value === undefined ? '' : read.value / divisor) : read
  }
  switch (kind) {
    case 'amount':
      return number(2, 100)
    case 'price':
      return number(6, 1_000_000)
    case 'quantity':
      return number(4, 10_000)
    case 'integer':
      return number(0, 1)
    case 'rate': {
      const read = readRate(text)
      return read.ok ? ok(read.value === undefined ? '' : read.value / 100_000) : read
    }
    case 'date': {
      const read = readDate(text)
      return read.ok ? ok(read.value ?? '') : read
    }
    default:
      return ok(text.trim())
  }
}
