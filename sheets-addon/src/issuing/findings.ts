import { missingCharacters } from '@tabellion/shared/documents/pdf'
import type { EinvoiceVerdict, Field } from '@tabellion/shared/documents/preflight'
import { type DraftDocument, type Group, nameKey, type PrintedDocument } from '@tabellion/shared/invoicing'
import type { CellRef } from '@tabellion/shared/kernel'
import { type ClientBook, type Row, type Settings, textOf } from '@tabellion/shared/ledger'
import type { Finding } from '../workbook/finding.ts'

export const cellOf = ({ at }: Finding): string => (at ? `${at.tab}|${at.row ?? ''}|${at.column ?? ''}` : '')

export function doubledIds(rows: readonly Row<'sales'>[]): ReadonlyMap<string, readonly number[]> {
  const seen = new Map<string, number[]>()
  for (const row of rows) {
    const id = textOf(row.cells.id)
    if (id !== '') seen.set(id, [...(seen.get(id) ?? []), row.row])
  }
  return new Map([...seen].filter(([, members]) => members.length > 1))
}

export function doubledFinding(row: Row<'sales'>, doubled: ReadonlyMap<string, readonly number[]>): readonly Finding[] {
  const id = textOf(row.cells.id)
  const rows = doubled.get(id)
  return rows
    ? [
        {
          code: 'doubled-id',
          id,
          rows,
          severity: 'blocking',
          at: { tab: 'sales', row: row.row, column: 'id' },
        },
      ]
    : []
}

/** Characters that the documents' font lacks, one finding for each cell they come from: a PDF would drop them without a word. */
export function unprintable(draft: PrintedDocument, group: Group, clients: ClientBook): readonly Finding[] {
  const clientRow = clients.byName.get(nameKey(draft.buyer.name))?.client.row
  const byCell = new Map<string, { readonly at: CellRef; readonly characters: Set<string> }>()
  for (const { character, field, rowId } of missingCharacters(draft)) {
    const line = group.lines.find((candidate) => candidate.id === rowId) ?? group.lines[0]
    const [part, name = ''] = field.split('.')
    const at: CellRef =
      part === 'buyer'
        ? {
            tab: 'clients',
            ...(clientRow === undefined ? {} : { row: clientRow }),
            column: BUYER_COLUMNS[name] ?? 'name',
          }
        : part === 'line' || part === 'allowance'
          ? { tab: 'sales', ...(line ? { row: line.row } : {}), column: LINE_COLUMNS[name] ?? 'label' }
          : { tab: 'settings', column: 'value' }
    const key = `${at.tab} ${at.row ?? ''} ${at.column ?? ''}`
    const cell = byCell.get(key) ?? { at, characters: new Set() }
    byCell.set(key, cell)
    cell.characters.add(character)
  }
  return [...byCell.values()].map(({ at, characters }) => ({
    code: 'unprintable-characters',
    characters: [...characters],
    severity: 'blocking',
    at,
  }))
}

const BUYER_COLUMNS: Readonly<Record<string, string>> = {
  contact: 'contact',
  address: 'address',
  deliveryAddress: 'deliveryAddress',
}
const LINE_COLUMNS: Readonly<Record<string, string>> = { detail: 'detail', itemCode: 'item', unit: 'unit' }

/**
 * The pre-flight's reasons as findings on cells. What the draft already blames the same cell for is not said twice, and while
 * something blocks, what would be wrong on paper too is not either: it follows from that.
 */
export function einvoiceFindings(
  draft: DraftDocument,
  verdict: EinvoiceVerdict,
  group: Group,
  clients: ClientBook,
  settings: Settings,
  found: readonly Finding[],
): readonly Finding[] {
  const rows = new Map(group.lines.map((line) => [line.id, line.row]))
  const clientRow = clients.byName.get(nameKey(draft.buyer.name))?.client.row
  const blocked = found.some((finding) => finding.severity === 'blocking')
  return verdict.reasons.flatMap((einvoice): Finding[] => {
    const at = placeOf(einvoice.field, rows, clientRow, settings)
    const said = found.some(
      (finding) =>
        finding.at?.tab === at.tab &&
        finding.at.row === at.row &&
        finding.at.column === at.column &&
        (finding.severity === 'blocking' || einvoice.severity !== 'blocking'),
    )
    if (said || (blocked && einvoice.basis === 'anyone')) return []
    return [{ code: einvoice.code, severity: einvoice.severity, at, einvoice, client: draft.buyer.name }]
  })
}

function placeOf(
  field: Field,
  rows: ReadonlyMap<string, number>,
  clientRow: number | undefined,
  settings: Settings,
): CellRef {
  const numbered = (row: number | undefined) => (row === undefined ? {} : { row })
  switch (field.tab) {
    case 'settings':
      return settings.cell(field.setting)
    case 'clients':
      return { tab: 'clients', column: field.column, ...numbered(clientRow) }
    case 'sales':
      return { tab: 'sales', column: field.column, ...numbered(rows.get(field.rowId)) }
    case 'document':
      return { tab: 'sales', ...numbered([...rows.values()][0]) }
  }
}

/** A setting or a client that blocks several groups is said once. */
export function dedupe(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings.filter((finding) => {
    const key = JSON.stringify(finding)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
