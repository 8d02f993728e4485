import type { Day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { type RowProblem, readLabel, type StatementLine } from '@tabellion/shared/statements'
import type { PageFacts } from './facts.ts'

export interface PageLines {
  readonly lines: readonly StatementLine[]
  readonly problems: readonly RowProblem[]
}

const INCOMING = /^(?:VIR\w*|EVI)\b.{0,20}\b(?:RECU|FAVEUR|DE\b)|^REM(?:ISE)?\b|^AVOIR|^VRST|^VERSEMENT/i

/** Makes rows of a page into lines of a statement. Where the page tells no direction, the label may; else the row is left out and named. */
export function linesOf(rows: readonly PageFacts[], today: Day): PageLines {
  const lines: StatementLine[] = []
  const problems: RowProblem[] = []
  rows.forEach((row, at) => {
    const line = at + 1
    const label = row.texts.join(' | ')
    if (row.date === undefined && !row.isPending) {
      problems.push({ code: 'missing-date', line, label, amountCents: cents(row.cents) })
      return
    }
    const sign = row.sign ?? directionOf(row.texts[0] ?? '')
    if (sign === undefined) {
      problems.push({ code: 'unknown-sign', line, amountCents: cents(row.cents), label })
      return
    }
    lines.push({
      line,
      date: row.date ?? today,
      ...(row.valueDate !== undefined && { valueDate: row.valueDate }),
      amountCents: cents(sign * row.cents),
      currency: row.currency ?? 'EUR',
      rawLabel: label,
      pending: row.isPending,
    })
  })
  return { lines, problems }
}

function directionOf(label: string): -1 | 1 | undefined {
  if (INCOMING.test(label)) return 1
  const { kind } = readLabel(label, -1)
  return kind === 'other' || kind === 'transfer-out' ? undefined : -1
}
