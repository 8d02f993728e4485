import type { Body } from '@tabellion/shared/exchange'
import type { StoredCells } from '@tabellion/shared/journal'
import { clientTypes, type Row, type Table, textOf } from '@tabellion/shared/ledger'

type OrderRow = Row<'orders'>

/** The rows of *Commandes* that bear one number. */
export interface Order {
  readonly order: string
  readonly rows: readonly [OrderRow, ...OrderRow[]]
}

/** By number, in the order of their first rows; what has none stands alone. */
export function readOrders({ rows }: Table<'orders'>): readonly Order[] {
  const orders = new Map<string, [OrderRow, ...OrderRow[]]>()
  for (const row of rows) {
    const order = textOf(row.cells.order)
    const key = order === '' ? `row ${row.row}` : `n° ${order}`
    const known = orders.get(key)
    if (known) known.push(row)
    else orders.set(key, [row])
  }
  return [...orders.values()].map((members) => ({ order: textOf(members[0].cells.order), rows: members }))
}

/** What a site sent, as rows: the client's part is said on each, so that any of them can be read alone. */
export function orderCells({ order, client, lines }: Body<'order'>, receivedOn: string): readonly StoredCells[] {
  const { name, type, ...rest } = client
  const given = {
    receivedOn,
    order,
    client: name,
    ...(type === undefined ? {} : { type: clientTypes.labels[type] }),
    ...rest,
  }
  return lines.map(({ label, detail, unit, quantity, unitPriceCents, vatRate }) => ({
    ...given,
    label,
    quantity,
    unitPrice: unitPriceCents / 100,
    ...(vatRate === undefined ? {} : { vatRate: vatRate / 100 }),
    ...(detail === undefined ? {} : { detail }),
    ...(unit === undefined ? {} : { unit }),
  }))
}
