import { formatDay } from '@tabellion/shared/calendar'
import type { BankLineSent } from '@tabellion/shared/exchange'
import type { BankRow } from '@tabellion/shared/ledger'
import { typeset } from '../messages/typography.ts'
import { findKnown, type Known, type ReadLine } from './same-line.ts'
import type { BankChange, NewLine } from './write-bank.ts'

/** A statement’s line on its way into *Banque*. */
export type ImportedLine = NewLine & ReadLine

export interface ImportPlan {
  readonly changes: readonly BankChange[]
  readonly added: readonly ImportedLine[]
  readonly known: number
  readonly doubtful: number
  /** Lines left for the next run of the same file. */
  readonly left: number
}

/** A line that was sent, as *Banque* takes it in: money in is to be matched. */
export const importedLine = ({ amountCents: amount, ...line }: BankLineSent, source: string): ImportedLine => ({
  ...line,
  amount,
  source,
  ...(amount > 0 ? { status: 'unmatched' as const } : {}),
})

/**
 * What a statement adds to *Banque*: every line is new, known or doubtful, and the counts add up (features C-17 to C-19). After
 * `most` new lines the rest is left to the next run of the same file, which knows what this one wrote.
 */
export function planImport(rows: readonly BankRow[], lines: readonly ImportedLine[], most: number): ImportPlan {
  const known = findKnown(rows, lines)
  const doubtful = known.doubtful.map(
    ({ line, rows: [twin] }): ImportedLine => ({
      ...line,
      status: 'possibleDuplicate',
      why: twin
        ? typeset(
            `Ressemble à la ligne du ${formatDay(twin.date)} « ${twin.label.slice(0, 60)} », lue dans ${twin.source}.`,
          )
        : '',
    }),
  )
  const order = new Map(lines.map((line, at) => [line.id, at]))
  const arriving = [...known.new, ...doubtful].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  return {
    changes: known.same.flatMap(completing),
    added: arriving.slice(0, most),
    known: known.same.length,
    doubtful: doubtful.length,
    left: Math.max(0, arriving.length - most),
  }
}

/** A row read elsewhere learns this identity; one that a stopped run left without its ID gets it. */
function completing({ line, row }: Known<ImportedLine>['same'][number]): BankChange[] {
  const identities = [row.id, ...row.fingerprints]
  const fingerprint = [...row.fingerprints, line.id].join(' ')
  if (row.id === '') return [{ row: row.row, cells: { fingerprint, id: line.id } }]
  return identities.includes(line.id) ? [] : [{ row: row.row, cells: { fingerprint } }]
}
