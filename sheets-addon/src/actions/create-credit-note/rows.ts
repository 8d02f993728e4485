import type { CreditRow, IssuedDocument } from '@tabellion/shared/invoicing'
import type { NumberReserved, StoredCells } from '@tabellion/shared/journal'
import { type Cell, columnsOf, lineStatuses, lineTypes, natures } from '@tabellion/shared/ledger'

/** The ledger rows of a credit note: those of the invoice, quantities negative, of type *Avoir*. */
export function creditRows(
  credit: IssuedDocument,
  rows: readonly CreditRow[],
  invoice: NumberReserved,
): NumberReserved['rows'] {
  const originals = new Map(invoice.rows.map((row) => [row.id, row.cells]))
  const first = invoice.rows[0]?.cells ?? {}
  return rows.map((row) => {
    const model = row.from === undefined ? undefined : originals.get(row.from)
    const allowance = credit.allowances.some((one) => one.rowId === row.from)
    return {
      id: row.id,
      cells: {
        ...frozenOf(model ?? wholeCells(row, first)),
        label: row.label,
        ...(row.amounts === undefined
          ? {}
          : { quantity: row.amounts.quantity / 10_000, unitPrice: row.amounts.unitPrice / 1_000_000 }),
        // An allowance is taken back as an amount: what its row computed is in it.
        ...(allowance ? { discount: '' } : {}),
        lineType: model !== undefined && row.amounts === undefined ? lineTypes.labels.text : lineTypes.labels.credit,
        net: row.amounts === undefined ? '' : row.amounts.net / 100,
        gross: row.amounts === undefined ? '' : row.amounts.gross / 100,
        status: lineStatuses.labels.credited,
        document: credit.number,
        quote: credit.quoteNumber ?? '',
        originInvoice: invoice.number,
        id: row.id,
      },
    }
  })
}

const frozenOf = (cells: StoredCells): StoredCells =>
  Object.fromEntries(columnsOf('sales').flatMap(([key, { frozen }]) => (frozen ? [[key, cells[key] ?? '']] : [])))

/** Of a credit note for an amount: the client and the references of the invoice, nothing of its lines. */
function wholeCells({ whole }: CreditRow, first: StoredCells): StoredCells {
  const kept = (key: string): Readonly<Record<string, Cell>> => ({ [key]: first[key] ?? '' })
  const { date, nature, vat } = whole ?? {}
  return {
    ...kept('client'),
    ...kept('group'),
    ...kept('clientReference'),
    ...(vat?.reason === undefined ? {} : kept('exemption')),
    date: date ?? '',
    unit: 'forfait',
    nature: nature === undefined ? '' : natures.labels[nature],
    vatRate: vat?.category === 'S' ? vat.rate / 100_000 : '',
  }
}
