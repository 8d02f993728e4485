import { columnsOf, headingOf, readTable, type TabKey, tabKeys, tableKeys, tabs } from '@tabellion/shared/ledger'
import type { Ports } from '../ports.ts'
import type { Finding } from './finding.ts'
import { neededColumns } from './needed.ts'
import type { Workbook } from './open.ts'
import { refuse } from './refusal.ts'

export interface Repaired {
  readonly tabs: readonly TabKey[]
  /** Those that had only changed their name. */
  readonly found: readonly TabKey[]
  readonly columns: readonly { readonly tab: TabKey; readonly heading: string }[]
  /** Where the columns are now, so that nobody reads again what was just read. */
  readonly placed: readonly PlacedTab[]
}

interface PlacedTab {
  readonly tab: TabKey
  readonly position: Readonly<Partial<Record<string, number>>>
  readonly headingRow: number
}

/** Creates the tabs and columns that are missing, where the declaration puts them; what is there stays as it is. */
export function repairStructure({ sheets, structure }: Ports, wanted: readonly TabKey[] = tabKeys): Repaired {
  const titles = new Set(structure.tabTitles())
  const added: TabKey[] = []
  const found: TabKey[] = []
  for (const tab of wanted) {
    if (titles.has(tabs[tab].title)) continue
    if (structure.addTab(tab)) found.push(tab)
    added.push(tab)
  }
  const columns: { tab: TabKey; heading: string }[] = []
  const placed: PlacedTab[] = []
  for (const tab of wanted.filter((key) => tableKeys.includes(key))) {
    const read = readTable(tab, sheets.read(tab))
    if (!read.ok) refuse(read.problem)
    const position: Record<string, number> = { ...(read.ok ? read.value.position : {}) }
    const headingRow = read.ok ? read.value.headingRow : 3
    let previous = 0
    for (const [key, column] of columnsOf(tab)) {
      if (position[key] === undefined) {
        const at = previous + 1
        structure.insertColumn(tab, at, headingRow, column.heading)
        for (const other of Object.keys(position))
          if ((position[other] ?? 0) >= at) position[other] = (position[other] ?? 0) + 1
        position[key] = at
        columns.push({ tab, heading: column.heading })
      }
      previous = position[key] ?? previous
    }
    placed.push({ tab, position, headingRow })
    if (added.includes(tab) || columns.some((entry) => entry.tab === tab)) structure.dress(tab, position, headingRow)
  }
  return { tabs: added, found, columns, placed }
}

/** Findings for needed tabs and columns that had to be created; none when all are there. */
export function missingStructure(ports: Ports, workbook: Workbook): readonly Finding[] {
  const findings: Finding[] = []
  for (const tab of ['sales', 'clients'] as const) {
    const table = workbook.tableIfAny(tab)
    if (table === undefined) findings.push({ code: 'missing-tab', tab, severity: 'blocking', at: { tab } })
    const missing: readonly string[] = table?.missing ?? []
    for (const key of neededColumns(tab)) {
      if (missing.includes(key))
        findings.push({
          code: 'missing-column',
          tab,
          heading: headingOf(tab, key),
          severity: 'blocking',
          at: { tab, column: key },
        })
    }
  }
  if (findings.length === 0) return findings
  const { found } = repairStructure(ports, ['sales', 'clients'])
  return findings.map((finding) =>
    finding.code === 'missing-tab' && found.includes(finding.tab) ? { ...finding, code: 'renamed-tab' } : finding,
  )
}
