import type { ActivityNature, LedgerLine, LineType } from '@tabellion/shared/invoicing'
import type { Result } from '@tabellion/shared/kernel'
import { quantity, type Rate, type UnitPrice, unitPrice } from '@tabellion/shared/money'
import { type ExemptionReasonId, exemptionReasons, readExemptionReason } from '@tabellion/shared/regulation'
import { type Cell, type CellProblem, isBlank, isTicked, readDate, readRate, readScaled, textOf } from './cell.ts'
import type { ColumnKey } from './columns.ts'
import type { LedgerFinding, LedgerProblem } from './problems.ts'
import { headingKey, type Row, type Table } from './table.ts'
import { lineTypes, natures } from './vocabulary.ts'

/** An *Article* that fills the empty cells of a row (features E.1, column E). */
export interface CatalogItem {
  readonly code: string
  readonly label: string
  readonly detail: string
  readonly unit: string
  readonly unitPrice?: UnitPrice
  readonly vatRate?: Rate
  readonly nature?: ActivityNature
}

export interface ReadLine {
  readonly line: LedgerLine
  readonly findings: readonly LedgerFinding[]
}

/** A ledger row with the values its cells hold; what cannot be read is a finding on its cell, and absent from the line. */
export function readLine(
  { row, cells }: Row<'sales'>,
  defaultNature: ActivityNature,
  catalog: ReadonlyMap<string, CatalogItem>,
): ReadLine {
  const findings: LedgerFinding[] = []
  const say = (column: ColumnKey<'sales'>, problem: LedgerProblem): void => {
    findings.push({ ...problem, severity: 'blocking', at: { tab: 'sales', row, column } })
  }
  const read = <Value>(
    column: ColumnKey<'sales'>,
    reader: (cell: Cell) => Result<Value | undefined, CellProblem>,
  ): Value | undefined => {
    const result = reader(cells[column])
    if (!result.ok) say(column, result.problem)
    return result.ok ? result.value : undefined
  }
  const choose = <Value>(
    column: ColumnKey<'sales'>,
    parse: (text: string) => Value | undefined,
    choices: readonly string[],
  ): Value | undefined => {
    const text = textOf(cells[column])
    if (text === '') return undefined
    const value = parse(text)
    if (value === undefined) say(column, { code: 'unknown-choice', text, choices })
    return value
  }

  const code = textOf(cells.item)
  const item = code === '' ? undefined : catalog.get(headingKey(code))
  if (code !== '' && item === undefined) say('item', { code: 'unknown-item', text: code })

  const count = read('quantity', (cell) => readScaled(cell, 4))
  const price = read('unitPrice', (cell) => readScaled(cell, 6))
  const unitPriceRead =
    price === undefined ? (isBlank(cells.unitPrice) ? item?.unitPrice : undefined) : unitPrice(price)
  const date = read('date', readDate)
  const discount = read('discount', readRate)
  const itemRate = isBlank(cells.vatRate) ? item?.vatRate : undefined
  const vatRate = read('vatRate', readRate) ?? itemRate
  const exemption = choose<ExemptionReasonId>(
    'exemption',
    (text) => readExemptionReason(text)?.id,
    exemptionReasons.flatMap((reason) => reason.cell ?? []),
  )
  const type = choose<LineType>('lineType', lineTypes.parse, Object.values(lineTypes.labels)) ?? 'sale'
  const nature =
    choose<ActivityNature>('nature', natures.parse, Object.values(natures.labels)) ?? item?.nature ?? defaultNature
  const line: LedgerLine = {
    row,
    id: textOf(cells.id),
    client: textOf(cells.client),
    group: textOf(cells.group),
    item: code,
    label: textOf(cells.label) || (item?.label ?? ''),
    detail: textOf(cells.detail) || (item?.detail ?? ''),
    unit: textOf(cells.unit) || (item?.unit ?? ''),
    nature,
    type: nature === 'disbursement' && type === 'sale' ? 'disbursement' : type,
    quote: textOf(cells.quote),
    clientReference: textOf(cells.clientReference),
    ...(isBlank(cells.originInvoice) ? {} : { originInvoice: textOf(cells.originInvoice) }),
    ...(date === undefined ? {} : { date }),
    ...(count === undefined ? {} : { quantity: quantity(count) }),
    ...(unitPriceRead === undefined ? {} : { unitPrice: unitPriceRead }),
    ...(discount === undefined ? {} : { discount }),
    ...(vatRate === undefined ? {} : { vatRate }),
    ...(itemRate === undefined ? {} : { isItemRate: true }),
    ...(exemption === undefined ? {} : { exemption }),
  }
  return { line, findings }
}

/** *Articles*, by code. Inactive ones still fill the rows that name them. Unreadable cells fill nothing. */
export function readCatalog(table: Table<'catalog'>): ReadonlyMap<string, CatalogItem> {
  const items = new Map<string, CatalogItem>()
  for (const { cells } of table.rows) {
    const code = textOf(cells.code)
    if (code === '' || items.has(headingKey(code))) continue
    const price = readScaled(cells.unitPrice, 6)
    const vatRate = readRate(cells.vatRate)
    const nature = natures.parse(textOf(cells.nature))
    items.set(headingKey(code), {
      code,
      label: textOf(cells.label),
      detail: textOf(cells.detail),
      unit: textOf(cells.unit),
      ...(price.ok && price.value !== undefined ? { unitPrice: unitPrice(price.value) } : {}),
      ...(vatRate.ok && vatRate.value !== undefined ? { vatRate: vatRate.value } : {}),
      ...(nature === undefined ? {} : { nature }),
    })
  }
  return items
}

/** Rows whose *Document* is filled: numbered, frozen. */
export const isIssued = (row: Row<'sales'>): boolean => /^\S/.test(textOf(row.cells.document)) && !isQuoted(row)
/** A row that a quote holds has the quote's number in *Document* until it is billed. */
const isQuoted = (row: Row<'sales'>): boolean =>
  textOf(row.cells.document) !== '' && textOf(row.cells.document) === textOf(row.cells.quote)

export const isToInvoice = (row: Row<'sales'>): boolean => isTicked(row.cells.toInvoice) && !isIssued(row)
