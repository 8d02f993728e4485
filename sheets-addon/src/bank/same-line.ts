import type { Day } from '@tabellion/shared/calendar'
import type { BankRow } from '@tabellion/shared/ledger'
import type { Cents } from '@tabellion/shared/money'
import { type Comparable, diff, type TransactionId } from '@tabellion/shared/statements'

/** A line as it is compared with the rows of *Banque*; always booked, always in euros. */
export interface ReadLine {
  readonly id: string
  readonly date: Day
  readonly amount: Cents
  readonly label: string
  readonly account?: string
}

export interface Known<Line extends ReadLine> {
  /** Lines that *Banque* has, each with its row. */
  readonly same: readonly { readonly line: Line; readonly row: BankRow }[]
  /** The amount agrees, the text or the day does not quite: the person says. */
  readonly doubtful: readonly { readonly line: Line; readonly rows: readonly BankRow[] }[]
  readonly new: readonly Line[]
}

type Compared<Source> = Comparable & { readonly source: Source }

/** Which lines are in *Banque* already, whatever they were read from (features C-17 to C-19). */
export function findKnown<Line extends ReadLine>(rows: readonly BankRow[], lines: readonly Line[]): Known<Line> {
  const byIdentity = new Map<string, BankRow>()
  for (const row of rows) for (const identity of [row.id, ...row.fingerprints]) byIdentity.set(identity, row)
  const taken = new Set<BankRow>()
  const same: { line: Line; row: BankRow }[] = []
  const open: Line[] = []
  for (const line of lines) {
    const row = byIdentity.get(line.id)
    if (row === undefined || taken.has(row)) open.push(line)
    else {
      same.push({ line, row })
      taken.add(row)
    }
  }
  const compared = diff(
    rows.filter((row) => !taken.has(row)).map((row) => comparable(row, row)),
    open.map((line) => comparable(line, line)),
  )
  return {
    same: [...same, ...compared.same.map(({ known, read }) => ({ line: read.source, row: known.source }))],
    doubtful: compared.maybeSame.map(({ read, candidates }) => ({
      line: read.source,
      rows: candidates.map(({ source }) => source),
    })),
    new: compared.new.map(({ source }) => source),
  }
}

/**
 * The row that is this one line, confirmed alone: an equal line of the same day is another one when its identity says so by its
 * rank (`.2`), since identities are given to the whole page at once.
 */
export function findLine(rows: readonly BankRow[], line: ReadLine): Known<ReadLine> {
  const isTwin = (identity: string): boolean => identity !== line.id && withoutRank(identity) === withoutRank(line.id)
  return findKnown(
    rows.filter((row) => row.fingerprints.includes(line.id) || ![row.id, ...row.fingerprints].some(isTwin)),
    [line],
  )
}

const withoutRank = (identity: string): string => identity.replace(/\.\d+$/, '')

const comparable = <Source>(
  { id, date, amount, label, account }: Omit<ReadLine, 'account'> & { readonly account?: string },
  source: Source,
): Compared<Source> => ({
  id: id as TransactionId,
  date,
  amountCents: amount,
  currency: 'EUR',
  label,
  pending: false,
  ...(account === undefined || account === '' ? {} : { account }),
  source,
})
