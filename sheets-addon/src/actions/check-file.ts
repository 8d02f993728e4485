import { type Day, formatDay } from '@tabellion/shared/calendar'
import { type Row, type TabKey, tabTitle, textOf } from '@tabellion/shared/ledger'
import { type IssuePlan, planIssue } from '../issuing/plan.ts'
import { unsureFindings } from '../mail/waiting.ts'
import { checkSentence, problemAndRemedy } from '../messages/findings.ts'
import { microFindings } from '../obligations/micro.ts'
import { bookPurchases } from '../obligations/purchases.ts'
import { refreshDeadlines } from '../obligations/refresh.ts'
import { recordPayments } from '../payments/record.ts'
import { standingFindings } from '../payments/standing-findings.ts'
import type { Ports } from '../ports.ts'
import { stampDashboard } from '../workbook/dashboard.ts'
import type { Finding } from '../workbook/finding.ts'
import { openWorkbook, type Workbook } from '../workbook/open.ts'
import { missingStructure } from '../workbook/repair.ts'
import { lineTwins, sheetTwins, type TwinFinding } from '../workbook/twins.ts'
import { appendRecords, type Patch, positionsOf, writePatches } from '../workbook/write.ts'
import { action, noArguments, type Outcome } from './action.ts'
import { todoItems } from './today.ts'
import { inspectWorkbook } from './verify.ts'

/** Every row not yet issued is looked at as if it were to be, and what is issued against the journal. Numbers nothing. */
export const checkFile = action({
  name: 'check-file',
  menu: 'Contrôler le fichier',
  what: 'Cherche ce qui empêcherait de facturer et ce qui a changé, et le liste dans Contrôles.',
  args: noArguments,
  run: (ports) => ports.lock.need(() => check(ports)),
})

const READY = '✓ prêt'

function check(ports: Ports): Outcome {
  const { sheets, clock } = ports
  const workbook = openWorkbook(ports)
  const missing = missingStructure(ports, workbook)
  if (missing.length > 0) return { message: summary(missing), findings: missing }
  const placeholder = counter()
  const plan = planIssue(
    workbook,
    { send: false, strict: false, rows: 'all', claimed: new Set() },
    clock.today,
    placeholder,
  )
  const recorded = recordPayments(ports, workbook)
  const money = dedupe([...recorded.findings, ...standingFindings(workbook)])
  // Tabs are read once, but for what was written since.
  const paid = recorded.moved ? openWorkbook(ports) : workbook
  const bought = bookPurchases(ports, paid)
  const now = bought.moved ? openWorkbook(ports) : paid
  const integrity = inspectWorkbook(ports, now).findings
  const deadlines = refreshDeadlines(ports, now)
  const twins = twinFindings(ports, plan, now)
  const findings = [
    ...plan.findings,
    ...money,
    ...deadlines.findings,
    ...microFindings(now, clock.today),
    ...bought.findings,
    ...unsureFindings(workbook),
    ...integrity,
    ...twins,
  ]
  const sales = workbook.table('sales')
  const ready = new Set(plan.candidates.flatMap((candidate) => candidate.rows.map((row) => row.row)))
  const checkOf = ({ row }: Row<'sales'>): string => {
    const finding = plan.blockedRows.get(row)
    return finding ? checkSentence(finding, row) : ready.has(row) ? READY : ''
  }
  const patches: Patch<'sales'>[] = sales.rows.flatMap((row) => {
    const text = checkOf(row)
    return text === textOf(row.cells.check) ? [] : [{ row: row.row, cells: { check: text } }]
  })
  const positions = positionsOf(sales)
  if (patches.length > 0) writePatches(sheets, sales, patches, positions, (row) => textOf(row.cells.document) !== '')
  listFindings(ports, now, findings)
  stampDashboard(sheets, {
    integrity: stamp(integrity.length, 'intact', 'altération', clock.today),
    totals: stamp(twins.filter(({ severity }) => severity === 'fix').length, 'identiques', 'écart', clock.today),
  })
  sheets.flush()
  return {
    message: summary(findings),
    findings,
    actions: todoItems(now, recorded, deadlines, clock.today, checkOf),
  }
}

/** The sheet's totals against the core's (features D-07). */
const twinFindings = (ports: Ports, plan: IssuePlan, now: Workbook): readonly TwinFinding[] => [
  ...plan.candidates.flatMap(({ document, lines, rows }) => lineTwins(document, rows, lines)),
  ...sheetTwins(now, ports.sheets, ports.clock.today),
]

/** « ✓ intact, le 25/11/2026 », « ✗ 2 altérations : voyez Contrôles ». */
const stamp = (problems: number, good: string, problem: string, today: Day): string =>
  problems === 0
    ? `✓ ${good}, le ${formatDay(today)}`
    : `✗ ${problems} ${problem}${problems > 1 ? 's' : ''} : voyez Contrôles`

/** What was said of a cell while it was recorded is not said again because it stands. */
function dedupe(findings: readonly Finding[]): readonly Finding[] {
  const said = new Set<string>()
  return findings.filter(({ code, at }) => {
    const key = `${code} ${at?.tab ?? ''} ${at?.row ?? ''}`
    const isNew = !said.has(key)
    said.add(key)
    return isNew
  })
}

/** IDs for rows that have none, of this look only: nothing is written with them. */
function counter(): () => string {
  let count = 0
  return () => {
    count += 1
    return `sans-id-${count}`
  }
}

/** *Contrôles* is written anew; what the user chose to ignore stays ignored, by its place and its sentence. */
function listFindings({ sheets, clock }: Ports, workbook: Workbook, findings: readonly Finding[]): void {
  const table = workbook.tableIfAny('checks')
  if (!table) return
  const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts)
  const ignored = new Set(
    table.rows
      .filter(({ cells }) => cells.ignored === true)
      .map(({ cells }) => keyOf(textOf(cells.tab), textOf(cells.row), textOf(cells.problem))),
  )
  const rows = findings.map((finding) => {
    const [problem, remedy] = problemAndRemedy(finding)
    const { tab, row } = finding.at ?? { tab: '' }
    const title = tab === '' ? '' : tabTitle(tab as TabKey)
    const line = row === undefined ? '' : String(row)
    return {
      severity: { blocking: 'Bloquant', fix: 'À corriger', info: 'À savoir' }[finding.severity],
      tab: title,
      row: line,
      problem,
      rule: finding.code,
      remedy,
      seenOn: clock.today,
      ignored: ignored.has(keyOf(title, line, problem)),
    }
  })
  const first = table.headingRow + 1
  const blank = Array.from({ length: Math.max(0, table.nextRow - first - rows.length) }, () => ({
    severity: '',
    tab: '',
    row: '',
    problem: '',
    rule: '',
    remedy: '',
    seenOn: '',
    ignored: false,
  }))
  appendRecords(sheets, { ...table, nextRow: first }, [...rows, ...blank], positionsOf(table))
}

function summary(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length
  if (findings.length === 0) return 'Rien à signaler.'
  const parts = [
    [count('blocking'), 'bloquant', 'bloquants'],
    [count('fix'), 'à corriger', 'à corriger'],
    [count('info'), 'à savoir', 'à savoir'],
  ] as const
  return `${parts
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`)
    .join(', ')}. Voyez l’onglet Contrôles.`
}
