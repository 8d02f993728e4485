import { cents } from '@tabellion/shared/money'
import type { RowProblem } from '../problem.ts'
import { proveRunning } from '../proof.ts'
import type { Account, Mutable, StatementLine } from '../statement.ts'
import type { Surroundings } from './surroundings.ts'

export interface BalanceProof {
  readonly problems: readonly RowProblem[]
  /** The last balance of each account. */
  readonly closing: ReadonlyMap<string | undefined, number>
}

/** Follows the running balance of each account. A column that never moves is the balance of the day of the export. */
export function proveBalances(
  lines: readonly StatementLine[],
  balances: readonly number[],
  fees: readonly number[],
): BalanceProof {
  const closing = new Map<string | undefined, number>()
  const problems: RowProblem[] = []
  if (balances.length !== lines.length) return { problems, closing }
  for (const [account, places] of placesByAccount(lines, balances)) {
    const own = {
      rows: pick(lines, places),
      balances: pick(balances, places),
      ...(fees.length > 0 && { fees: pick(fees, places) }),
    }
    const first = own.balances[0]
    if (first === undefined) continue
    if (own.balances.every((balance) => balance === first)) {
      closing.set(account, first)
      continue
    }
    const proof = proveRunning(own)
    // Where it holds for less than half of the rows, the column is not what it seems, or rows were taken out.
    if (proof === undefined || proof.holds * 2 < proof.of) continue
    closing.set(account, proof.direction === 'ascending' ? (own.balances[own.balances.length - 1] ?? first) : first)
    for (const problem of proof.breaks)
      problems.push(account === undefined || problem.code !== 'balance-mismatch' ? problem : { ...problem, account })
  }
  return { problems, closing }
}

/** Which rows have a balance, account by account; undefined instead of a list: all of them, in order. */
function placesByAccount(
  lines: readonly StatementLine[],
  balances: readonly number[],
): Map<string | undefined, readonly number[] | undefined> {
  const account = lines[0]?.account
  if (lines.every((line) => line.account === account) && !balances.some(Number.isNaN))
    return new Map([[account, undefined]])
  const groups = new Map<string | undefined, number[]>()
  lines.forEach((line, at) => {
    if (Number.isNaN(balances[at] ?? Number.NaN)) return
    const group = groups.get(line.account)
    if (group === undefined) groups.set(line.account, [at])
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
  closing: ReadonlyMap<string | undefined, number>,
  currency: string,
): Account[] {
  const ids = new Map<string | undefined, string>()
  for (const line of lines) if (!ids.has(line.account)) ids.set(line.account, line.currency)
  if (ids.size === 0) ids.set(around.account, currency)
  const isOnly = ids.size === 1
  return [...ids].flatMap(([id, own]) => {
    const account: Mutable<Account> = { id: id ?? '', currency: own }
    const balance = closing.get(id)
    if (isOnly && around.opening !== undefined) account.openingCents = around.opening
    if (isOnly && around.closing !== undefined) account.closingCents = around.closing
    else if (balance !== undefined) account.closingCents = cents(balance)
    if (isOnly && around.closingDate !== undefined) account.closingDate = around.closingDate
    return id === undefined && account.openingCents === undefined && account.closingCents === undefined ? [] : [account]
  })
}

/** One entry an account: a file may list it in several sections. */
export function mergeAccounts(accounts: readonly Account[]): Account[] {
  const merged = new Map<string, Account>()
  for (const account of accounts) merged.set(account.id, { ...account, ...merged.get(account.id) })
  return [...merged.values()]
}
