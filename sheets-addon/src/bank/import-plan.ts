import { formatDay } from '@tabellion/shared/calendar'
import type { BankRow } from '@tabellion/shared/ledger'
import { maskedIban } from '@tabellion/shared/party'
import type { Transaction } from '@tabellion/shared/statements'
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

/** So many new lines at once: the next run of the same file goes on, since what it wrote is known. */
const MOST_ADDED = 10_000

/** What a statement adds to *Banque*: every line is new, known or doubtful, and the counts add up (features C-17 to C-19). */
export function planImport(rows: readonly BankRow[], lines: readonly ImportedLine[]): ImportPlan {
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
    added: arriving.slice(0, MOST_ADDED),
    known: known.same.length,
    doubtful: doubtful.length,
    left: Math.max(0, arriving.length - MOST_ADDED),
  }
}

/** A row read elsewhere learns this identity; one that a stopped run left without its ID gets it. */
function completing({ line, row }: Known<ImportedLine>['same'][number]): BankChange[] {
  const identities = [row.id, ...row.fingerprints]
  const fingerprint = [...row.fingerprints, line.id].join(' ')
  if (row.id === '') return [{ row: row.row, cells: { fingerprint, id: line.id } }]
  return identities.includes(line.id) ? [] : [{ row: row.row, cells: { fingerprint } }]
}

/** Booked lines in euros; the others are counted, and left out. */
export function linesOf(
  transactions: readonly Transaction[],
  source: string,
): { readonly lines: readonly ImportedLine[]; readonly pending: number; readonly foreign: number } {
  const seen = new Set<string>()
  const lines = transactions.flatMap((transaction): ImportedLine[] => {
    const { id, date, amountCents, label, pending, currency, account } = transaction
    // The members of an archive may overlap: the same line of the same account is one.
    if (pending || currency !== 'EUR' || seen.has(id)) return []
    seen.add(id)
    const iban = transaction.counterpartyIban === undefined ? undefined : maskedIban(transaction.counterpartyIban)
    return [
      {
        id,
        date,
        amount: amountCents,
        label,
        source,
        ...(amountCents > 0 ? { status: 'unmatched' as const } : {}),
        ...(transaction.valueDate === undefined ? {} : { valueDate: transaction.valueDate }),
        ...(transaction.counterparty === undefined ? {} : { counterparty: transaction.counterparty }),
        ...(transaction.reference === undefined ? {} : { reference: transaction.reference }),
        ...(iban === undefined ? {} : { maskedIban: iban }),
        ...(account === undefined ? {} : { account: maskedIban(account) ?? account }),
      },
    ]
  })
  return {
    lines,
    pending: transactions.filter(({ pending }) => pending).length,
    foreign: transactions.filter(({ pending, currency }) => !pending && currency !== 'EUR').length,
  }
}
