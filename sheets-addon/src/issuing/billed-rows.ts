import { type IssuedDocument, type LedgerLine, soldLines, type VatTreatment } from '@tabellion/shared/invoicing'
import type { NumberReserved, StoredCells } from '@tabellion/shared/journal'
import { type Cell, columnsOf, lineStatuses, type Row } from '@tabellion/shared/ledger'
import { applyRate, type Cents, negate, plus } from '@tabellion/shared/money'
import { filledByItem } from '../workbook/filled-by-item.ts'
import type { Candidate } from './plan.ts'

/** What an issue writes into the rows it bills: their frozen cells, and what the document says of each. */
export const billedRows = ({ document, rows, lines }: Candidate): NumberReserved['rows'] =>
  lines.map((line, index) => ({
    id: line.id,
    cells: { ...frozenCells(rows[index] as Row<'sales'>, line), ...issuedCells(document, line) },
  }))

/** 🔒 cells as they stand, those that an *Article* fills included. */
function frozenCells(row: Row<'sales'>, line: LedgerLine): StoredCells {
  const cells: Record<string, Cell> = {}
  for (const [key, column] of columnsOf('sales')) if (column.frozen) cells[key] = row.cells[key]
  return { ...cells, ...filledByItem(row, line) }
}

/** What issuing writes in the row: amounts as values, the document's number. */
function issuedCells(document: IssuedDocument, line: LedgerLine): StoredCells {
  const amounts = amountsOf(document, line.id)
  return {
    net: amounts ? amounts.net / 100 : '',
    gross: amounts ? plus(amounts.net, applyRate(amounts.net, amounts.vat.rate)) / 100 : '',
    status: lineStatuses.labels.invoiced,
    document: document.number,
    quote: line.quote,
    originInvoice: line.originInvoice ?? '',
    id: line.id,
  }
}

/** An allowance counts against the document; a line of text has no amount. */
function amountsOf(
  document: IssuedDocument,
  rowId: string,
): { readonly net: Cents; readonly vat: VatTreatment } | undefined {
  const allowance = document.allowances.find((candidate) => candidate.rowId === rowId)
  if (allowance) return { net: negate(allowance.amount), vat: allowance.vat }
  return soldLines(document.lines).find((line) => line.rowId === rowId)
}
