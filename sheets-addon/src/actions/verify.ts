import { columnsOf, FIRST_DATA_ROW } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import { type IntegrityReport, inspect } from '../workbook/integrity.ts'
import { journalRow, openWorkbook, rememberedHead, type Workbook } from '../workbook/open.ts'
import { action, noArguments, type Outcome } from './action.ts'

/** The whole walk: every document against its snapshot, every event against the chain. */
export const verify = action({
  name: 'verify',
  menu: 'Vérifier l’intégrité',
  what: 'Compare chaque document émis avec le journal, et le journal avec lui-même.',
  args: noArguments,
  run: (ports) => {
    const report = inspectWorkbook(ports)
    return {
      message: verdict(report),
      findings: report.findings,
      verdict: { ok: report.findings.length === 0, issued: report.issued, events: report.events },
    }
  },
})

export function inspectWorkbook(ports: Ports, workbook: Workbook = openWorkbook(ports)): IntegrityReport {
  const values = ports.sheets.readColumns('journal', 1, columnsOf('journal').length) ?? []
  const rows = values
    .slice(FIRST_DATA_ROW - 1)
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map(journalRow)
  return inspect(rows, rememberedHead(workbook.properties()), {
    sales: workbook.table('sales'),
    invoices: workbook.table('invoices'),
    payments: workbook.tableIfAny('payments'),
    receiptsBook: workbook.tableIfAny('receiptsBook'),
    purchases: workbook.tableIfAny('purchases'),
  })
}

function verdict({ findings, issued, events }: IntegrityReport): Outcome['message'] {
  const counted = `${issued} facture${issued > 1 ? 's' : ''}, ${events} ligne${events > 1 ? 's' : ''} de journal`
  if (findings.length === 0) return `Tout est intact : ${counted}.`
  return findings.length === 1
    ? `1 altération trouvée (${counted}).`
    : `${findings.length} altérations trouvées (${counted}).`
}
