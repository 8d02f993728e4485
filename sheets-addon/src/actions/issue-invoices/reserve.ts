import { yearOf } from '@tabellion/shared/calendar'
import { documentFileName } from '@tabellion/shared/documents/pdf'
import {
  type InvoiceKind,
  type IssuedDocument,
  type LedgerLine,
  soldLines,
  type VatTreatment,
} from '@tabellion/shared/invoicing'
import type { NumberReserved, StoredCells } from '@tabellion/shared/journal'
import { type Cell, columnsOf, isBlank, lineStatuses, natures, type Row, registerCells } from '@tabellion/shared/ledger'
import { applyRate, type Cents, negate, plus } from '@tabellion/shared/money'
import { einvoiceStatus } from '../../messages/einvoice.ts'
import type { Candidate } from './plan.ts'

/** features F-062. */
const FOLDERS: Readonly<Record<InvoiceKind, string>> = {
  standard: 'Factures',
  deposit: 'Factures',
  balance: 'Factures',
  credit: 'Avoirs',
}
export const folderOf = ({ kind, issueDate }: IssuedDocument): string =>
  `Facturation/${yearOf(issueDate)}/${FOLDERS[kind]}`

/** The event that takes the number, with all that register, ledger and file are made of. */
export function reserve(
  { document, rows, lines, verdict }: Candidate,
  fileId: string,
  registerId: string,
  send: boolean,
  request?: string,
): NumberReserved {
  const fileUrl = `https://drive.google.com/file/d/${fileId}/view`
  return {
    type: 'reserved',
    v: 1,
    number: document.number,
    document,
    register: registerCells(document, { id: registerId, fileUrl, facturX: einvoiceStatus(verdict) }) as StoredCells,
    rows: lines.map((line, index) => ({
      id: line.id,
      cells: { ...frozenCells(rows[index] as Row<'sales'>, line), ...issuedCells(document, line) },
    })),
    fileId,
    fileName: documentFileName(document),
    folder: folderOf(document),
    electronic: verdict.verdict === 'conformant',
    send,
    ...(request === undefined ? {} : { request }),
  }
}

/** 🔒 cells as they stand, those that an *Article* fills included. */
function frozenCells(row: Row<'sales'>, line: LedgerLine): StoredCells {
  const cells: Record<string, Cell> = {}
  for (const [key, column] of columnsOf('sales')) if (column.frozen) cells[key] = row.cells[key]
  return { ...cells, ...filledByItem(row, line) }
}

/** What the row's *Article* says where its own cells say nothing (features E.1, column E). */
export function filledByItem(row: Row<'sales'>, line: LedgerLine): StoredCells {
  if (line.item === '') return {}
  const offered: Record<string, Cell> = {
    label: line.label,
    detail: line.detail,
    unit: line.unit,
    nature: natures.labels[line.nature],
    ...(line.unitPrice === undefined ? {} : { unitPrice: line.unitPrice / 1_000_000 }),
    ...(line.vatRate === undefined ? {} : { vatRate: line.vatRate / 100_000 }),
  }
  return Object.fromEntries(
    Object.entries(offered).filter(([key, value]) => isBlank(row.cells[key as 'label']) && value !== ''),
  )
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
