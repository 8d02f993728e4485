import type { RawVerdict } from './tools.ts'

export const RULE_SETS = ['PDF/A-3b', 'EN 16931', 'Factur-X', 'BR-FR', 'Mustang'] as const
export type RuleSet = (typeof RULE_SETS)[number]

/** What a set says of a file: `silent` when it looked at nothing, which is never a pass; `none` when it has nothing to look at. */
export type Cell = 'ok' | 'refused' | 'silent' | 'none'

export interface Row {
  readonly kind: string
  readonly cells: Readonly<Record<RuleSet, Cell>>
}

export function cellOf(verdict: RawVerdict | undefined, set: RuleSet): Cell {
  if (!verdict) return 'silent'
  if (verdict.findings.some((finding) => finding.fatal && finding.set === set)) return 'refused'
  return (verdict.checks[set] ?? 0) > 0 ? 'ok' : 'silent'
}

/** Kinds × rule sets: how many documents of the kind each set accepts, of how many it was shown. */
export function table(rows: readonly Row[]): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  const lines = kinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    return [kind, String(own.length), ...RULE_SETS.map((set) => tally(own, set))]
  })
  const total = ['all', String(rows.length), ...RULE_SETS.map((set) => tally(rows, set))]
  const grid = [['kind', 'documents', ...RULE_SETS], ...lines, total]
  const widths = grid[0]?.map((_, column) => Math.max(...grid.map((line) => line[column]?.length ?? 0))) ?? []
  return grid
    .map((line) =>
      line
        .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

function tally(rows: readonly Row[], set: RuleSet): string {
  const shown = rows.filter(({ cells }) => cells[set] !== 'none')
  const accepted = shown.filter(({ cells }) => cells[set] === 'ok').length
  return shown.length === 0 ? '-' : `${accepted}/${shown.length}`
}

/** One line per rule, its message once. */
export function refusals(verdict: RawVerdict): readonly string[] {
  const fatal = verdict.findings.filter((finding) => finding.fatal)
  const rules = [...new Set(fatal.map(({ id, set }) => `${set} ${id}`))]
  return rules.map((rule) => {
    const own = fatal.filter(({ id, set }) => `${set} ${id}` === rule)
    return `${rule}${own.length > 1 ? ` ×${own.length}` : ''}: ${own[0]?.text.slice(0, 300) ?? ''}`
  })
}

/** How often each rule warned, over all files. */
export function warnings(verdicts: readonly RawVerdict[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { findings } of verdicts)
    for (const { fatal, id, set } of findings)
      if (!fatal) counts.set(`${set} ${id}`, (counts.get(`${set} ${id}`) ?? 0) + 1)
  return [...counts].sort().map(([rule, count]) => `${rule} ×${count}`)
}
