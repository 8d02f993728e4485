import { formatDay } from '@tabellion/shared/calendar'
import { type BankRow, columnsOf, type RecordOf, readBank, readBankRow, readPayments } from '@tabellion/shared/ledger'
import { type ConfirmedLine, confirmedLines } from '../bridge/confirmed-lines.ts'
import { typeset } from '../messages/typography.ts'
import type { Ports } from '../ports.ts'
import { openWorkbook } from '../workbook/open.ts'
import { repairStructure } from '../workbook/repair.ts'
import { recordedOperations } from './operations.ts'
import { findLine } from './same-line.ts'
import { type BankCells, type BankChange, bankCells, standingChanges, statusCell, writeBank } from './write-bank.ts'

/** Every line that the journal took in up to this sequence has its row in *Banque*. */
const CHECKED_PROPERTY = 'bank.checked'

/**
 * Brings *Banque* to what journal and *Paiements* say: lines confirmed in the extension get their row, once; statuses follow the
 * payments. To be called under the lock, after whatever was written there; run again it writes only what is missing.
 */
export function settleBank(ports: Ports): void {
  const { sheets, store, clock } = ports
  let workbook = openWorkbook(ports)
  const checked = Number(workbook.properties()[CHECKED_PROPERTY] ?? 0)
  const lines = confirmedLines(workbook, checked)
  if (lines.length > 0 && workbook.tableIfAny('bank') === undefined) {
    repairStructure(ports, ['bank'])
    workbook = openWorkbook(ports)
  }
  const bank = workbook.tableIfAny('bank')
  if (bank === undefined) return
  const rows = readBank(bank)
  const { changes, added } = arrivals(rows, lines, clock.today)
  const operations = recordedOperations(readPayments(workbook.table('payments')))
  const standing = standingChanges(rows, operations)
  // A row just added stands as what it pays.
  const settled = added.map((cells) => ({ ...cells, ...standingCells(cells, operations) }))
  if (writeBank(sheets, bank, merged([...changes, ...standing]), settled)) sheets.flush()
  if (lines.length > 0) store.write({ [CHECKED_PROPERTY]: String(workbook.journal().head.sequence) })
}

/** What the confirmed lines add to *Banque*, and say of the rows that are there. */
function arrivals(
  rows: readonly BankRow[],
  lines: readonly ConfirmedLine[],
  today: Parameters<typeof bankCells>[1],
): { readonly changes: readonly BankChange[]; readonly added: readonly BankCells[] } {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const changes: BankChange[] = []
  const added: BankCells[] = []
  const seen = new Set<string>()
  for (const { line, operation, why } of lines) {
    if (seen.has(operation)) continue
    seen.add(operation)
    const row = byId.get(operation)
    if (row) {
      if (![row.id, ...row.fingerprints].includes(line.id))
        changes.push({ row: row.row, cells: { fingerprint: [...row.fingerprints, line.id].join(' ') } })
      continue
    }
    const { amountCents: amount, id, date, label, ...more } = line
    added.push({
      ...bankCells({ ...more, id: operation, date, label, amount, why, source: 'Extension' }, today),
      fingerprint: id,
    })
    const [doubtful] = findLine(rows, { id, date, amount, label }).doubtful
    for (const twin of doubtful?.rows ?? [])
      if (twin.status === 'unmatched')
        changes.push({
          row: twin.row,
          status: 'possibleDuplicate',
          cells: { why: typeset(`Ressemble à la ligne du ${formatDay(date)} confirmée dans l’extension.`) },
        })
  }
  return { changes, added }
}

const EMPTY = Object.fromEntries(columnsOf('bank').map(([key]) => [key, ''])) as unknown as RecordOf<'bank'>

function standingCells(cells: BankCells, operations: ReturnType<typeof recordedOperations>): BankCells {
  const row = readBankRow({ row: 0, cells: { ...EMPTY, ...cells } })
  const [change] = row ? standingChanges([row], operations) : []
  return change ? { ...change.cells, ...statusCell(change) } : {}
}

/** Several things said of one row, as one. */
function merged(changes: readonly BankChange[]): readonly BankChange[] {
  const byRow = new Map<number, BankChange>()
  for (const change of changes) {
    const before = byRow.get(change.row)
    byRow.set(change.row, before ? { ...before, ...change, cells: { ...before.cells, ...change.cells } } : change)
  }
  return [...byRow.values()]
}
