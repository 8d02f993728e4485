import { cents } from '@tabellion/shared/money'
import type { RowProblem } from '../problem.ts'
import { proveRunning } from '../proof.ts'
import type { Account, Mutable, StatementLine } from '../statement.ts'
import type { Surroundings } from './surroundings.ts'

export interface BalanceProof {
  readonly problems: readonly RowProblem[]
  /** The last balance of each pocket. */
  readonly closing: ReadonlyMap<string, number>
}

/** An account may hold several currencies (Revolut, Wise), each with a balance of its own. */
const pocketOf = ({ account, currency }: Pick<StatementLine, 'account' | 'currency'>): string =>
  `${currency} ${account ?? ''}`

/** Follows the running balance of each pocket. A column that never moves is the balance of the day of the export. */
export function proveBalances(
  lines: readonly StatementLine[],
  balances: readonly number[],
  fees: readonly number[],
): BalanceProof {
  const closing = new Map<string, number>()
  const problems: RowProblem[] = []
  if (balances.length !== lines.length) return { problems, closing }
  for (const [pocket, places] of placesByPocket(lines, balances)) {
    const own = {
      rows: pick(lines, places),
      balances: pick(balances, places),
      ...(fees.length > 0 && { fees: pick(fees, places) }),
    }
    const first = own.balances[0]
    if (first === undefined) continue
    if (own.balances.every((balance) => balance === first)) {
      closing.set(pocket, first)
      continue
    }
    const proof = proveRunning(own)
    // Where it holds for less than half of the rows, the column is not what it seems, or rows were taken out.
    if (proof === undefined || proof.holds * 2 < proof.of) continue
    closing.set(pocket, proof.direction === 'ascending' ? (own.balances[own.balances.length - 1] ?? first) : first)
    const account = lines[places?.[0] ?? 0]?.account
    for (const problem of proof.breaks) problems.push(account === undefined ? problem : { ...problem, account })
  }
  return { problems, closing }
}

/** Which rows have a balance, pocket by pocket; undefined instead of a list: all of them, in order. */
function placesByPocket(
  lines: readonly StatementLine[],
  balances: readonly number[],
): Map<string, readonly number[] | undefined> {
  const [first] = lines
  if (first === undefined) return new Map()
  if (
    lines.every((line) => line.account === first.account && line.currency === first.currency) &&
    !balances.some(Number.isNaN)
  )
    return new Map([[pocketOf(first), undefined]])
  const groups = new Map<string, number[]>()
  lines.forEach((line, at) => {
    if (Number.isNaN(balances[at] ?? Number.NaN)) return
    const pocket = pocketOf(line)
    const group = groups.get(pocket)
    if (group === undefined) groups.set(pocket, [at])
    else group.push(at)
  })
  return groups
}

function pick<Value>(values: readonly Value[], places: readonly number[] | undefined): readonly Value[] {
  return places === undefined ? values : places.map((at) => values[at]).filter((value) => value !== undefined)
}

/** The accounts of a list, with the balances printed around it where it has one account, else the last running ones. */
export function accountsOf(
  lines: readonly StatementLine[],
  around: Surroundings,
  closing: ReadonlyMap<string, number>,
  currency: string,
): Account[] {
  const pockets = new Map<string, Pick<StatementLine, 'account' | 'currency'>>()
  for (const line of lines) pockets.set(pocketOf(line), line)
  const none = around.account === undefined ? { currency } : { account: around.account, currency }
  if (pockets.size === 0) pockets.set(pocketOf(none), none)
  const isOnly = pockets.size === 1
  return [...pockets].flatMap(([pocket, { account: id, currency: own }]) => {
    const account: Mutable<Account> = { id: id ?? '', currency: own }
    const balance = closing.get(pocket)
    if (isOnly && around.opening !== undefined) account.openingCents = around.opening
    if (isOnly && around.closing !== undefined) account.closingCents = around.closing
    else if (balance !== undefined) account.closingCents = cents(balance)
    if (isOnly && around.closingDate !== undefined) account.closingDate = around.closingDate
    return id === undefined && account.openingCents === undefined && account.closingCents === undefined ? [] : [account]
  })
}

/** One entry a pocket: a file may list it in several sections. */
export function mergeAccounts(accounts: readonly Account[]): Account[] {
  const merged = new Map<string, Account>()
  for (const account of accounts) {
    const pocket = pocketOf({ account: account.id, currency: account.currency })
    merged.set(pocket, { ...account, ...merged.get(pocket) })
  }
  return [...merged.values()]
}
