import { cleanLabel, plainCapitals } from '../label/clean.ts'
import { kindOfLabel } from '../label/kind.ts'
import type { Kind } from '../statement.ts'
import { addsUp, addsUpWithAny, centsAt, MOST, netColumn } from './arithmetic.ts'
import type { HeadingWords } from './heading.ts'
import type { Sketch } from './sketch.ts'

/** Where the money of a row stands. `sides`: what went out and what came in, both printed, one of which is ours. */
export type AmountColumns =
  | {
      readonly shape: 'signed'
      readonly amount: number
      readonly sign?: number
      /** Only what comes in is printed with a sign, its plus: what has none went out. */
      readonly isPlus?: true
    }
  | {
      readonly shape: 'split'
      readonly debit: number
      readonly credit: number
      readonly guessed: boolean
      /** What went out is printed with its minus; then a figure without one was given back, as one with it is elsewhere. */
      readonly isMinus?: true
    }
  | { readonly shape: 'sides'; readonly out: number; readonly in: number; readonly sign: number }

/** What each column of money is for. */
export interface MoneyRoles {
  readonly amount: AmountColumns
  readonly balance?: number
  readonly fee?: number
  /** What a payment service owes after its fee: a card there is a customer's. */
  readonly isNet?: true
  /** No amount has a sign, and nothing else tells which way the money went. */
  readonly isUnsigned?: true
  readonly currencyOfHeading?: string
}

export interface MoneyColumns {
  /** Every column of money, whatever it is the money of. */
  readonly all: readonly number[]
  readonly roles: MoneyRoles
}

type Money = HeadingWords['money']
const NEVER_AMOUNT = new Set<Money>(['fee', 'tax', 'foreign', 'rate', 'balance'])
const NO_COLUMN = -1
export function columnsOf(amount: AmountColumns): number[] {
  switch (amount.shape) {
    case 'signed':
      return [amount.amount]
    case 'split':
      return [amount.debit, amount.credit]
    case 'sides':
      return [amount.out, amount.in]
  }
}

/** Finds the columns of money and what each is; undefined when none can be the amount. */
export function findMoney(sketch: Sketch): MoneyColumns | undefined {
  const { words } = sketch
  const all = moneyColumns(sketch)
  const balance = balanceColumn(sketch, all)
  const amount = signedAsPrinted(
    sketch,
    amountColumns(
      sketch,
      all.filter((column) => column !== balance),
      balance,
    ),
  )
  if (amount === undefined) return undefined
  const fee = all.find((column) => words[column]?.money === 'fee')
  const isUnsigned =
    sketch.sample.length > 2 &&
    amount.shape === 'signed' &&
    amount.sign === undefined &&
    (words[amount.amount]?.money ?? 'amount') === 'amount' &&
    !amount.isPlus &&
    sketch.profiles[amount.amount]?.negative === 0
  const isNet = fee !== undefined && columnsOf(amount).some((column) => words[column]?.money === 'net')
  const currencyOfHeading = words[columnsOf(amount)[0] ?? NO_COLUMN]?.currency
  return {
    all,
    roles: {
      amount,
      ...(balance !== undefined && { balance }),
      ...(fee !== undefined && { fee }),
      ...(isNet && { isNet }),
      ...(isUnsigned && { isUnsigned }),
      ...(currencyOfHeading !== undefined && { currencyOfHeading }),
    },
  }
}

function signedAsPrinted({ profiles }: Sketch, amount: AmountColumns | undefined): AmountColumns | undefined {
  if (amount?.shape === 'signed' && amount.sign === undefined) {
    const { negative = 0, plus = 0, positive = 0 } = profiles[amount.amount] ?? {}
    return negative === 0 && plus > 0 && plus < positive ? { ...amount, isPlus: true } : amount
  }
  if (amount?.shape !== 'split') return amount
  const debit = profiles[amount.debit]
  return debit !== undefined && debit.negative > debit.positive ? { ...amount, isMinus: true } : amount
}

/** Columns that may hold money: the filled cells read as amounts, and the heading or the cells say money. */
function moneyColumns({ words, profiles, sample }: Sketch): number[] {
  return [...profiles.entries()]
    .filter(([column, { filled, amounts, money, dates }]) => {
      const heading = words[column]?.money
      if (words[column]?.dateRank !== undefined) return false
      if (sample.length === 0 || filled === 0) return heading !== undefined && heading !== 'rate'
      return amounts * 5 >= filled * 3 && (money > 0 || heading !== undefined) && dates === 0
    })
    .map(([column]) => column)
}

/** The column named so, or, without a name, the one that adds up. */
function balanceColumn({ words, profiles, sample }: Sketch, money: readonly number[]): number | undefined {
  const named = money.find((column) => words[column]?.money === 'balance')
  if (named !== undefined) return named
  if (money.length < 2 || sample.length < 3) return undefined
  const isFull = (column: number): boolean =>
    profiles[column]?.filled === sample.length && words[column]?.money === undefined
  return money.find((balance) => isFull(balance) && addsUpWithAny(sample, money, balance))
}

function amountColumns(
  sketch: Sketch,
  money: readonly number[],
  balance: number | undefined,
): AmountColumns | undefined {
  const { words } = sketch
  const named = (kind: Money): number | undefined => money.find((column) => words[column]?.money === kind)
  const sign = signColumn(sketch, money)
  const [out, into, debit, credit] = [named('out'), named('in'), named('debit'), named('credit')]
  if (out !== undefined && into !== undefined && sign !== undefined) return { shape: 'sides', out, in: into, sign }
  if (debit !== undefined && credit !== undefined) return { shape: 'split', debit, credit, guessed: false }
  const single = signedColumn(sketch, money, balance)
  const side = debit ?? credit
  if (side !== undefined) {
    // The other side has a name that nobody knows.
    const other = usable(sketch, money).find((column) => column !== side && excludesOther(sketch, side, column))
    if (other !== undefined) return { shape: 'split', debit: debit ?? other, credit: credit ?? other, guessed: false }
  }
  if (debit === undefined && credit === undefined) {
    const pair = exclusivePair(sketch, money)
    if (pair !== undefined && (single === undefined || pair.includes(single))) return orderedPair(sketch, pair, balance)
  }
  // A card statement may have a debit column only, perhaps beside foreign amounts: what it holds went out, whatever its sign.
  const filled = (column: number): number => sketch.profiles[column]?.filled ?? 0
  if (debit !== undefined && (single === undefined || filled(debit) > filled(single)))
    return { shape: 'split', debit, credit: NO_COLUMN, guessed: false }
  const amount = single ?? credit
  if (amount === undefined) return undefined
  return { shape: 'signed', amount, ...(sign !== undefined && sign !== amount && { sign }) }
}

/** The net where gross, fee and net are all there; else the column called amount; else the first that may be one. */
function signedColumn(
  { words, profiles, sample }: Sketch,
  money: readonly number[],
  balance: number | undefined,
): number | undefined {
  const isSided = (kind: Money): boolean => kind === 'debit' || kind === 'credit'
  const eligible = money.filter((column) => !NEVER_AMOUNT.has(words[column]?.money))
  const candidates = eligible.filter((column) => !isSided(words[column]?.money))
  const fees = money.filter((column) => words[column]?.money === 'fee')
  const net = netColumn(sample, fees, eligible)
  if (net !== undefined) return net
  if (balance !== undefined && candidates.length > 1 && sample.length > 2) {
    const proved = candidates.find((column) => addsUp(sample, column, undefined, balance) >= MOST)
    if (proved !== undefined) return proved
  }
  const named = (kind: Money): number | undefined =>
    candidates.find(
      (column) => words[column]?.money === kind && (sample.length === 0 || (profiles[column]?.filled ?? 0) > 0),
    )
  if (named('gross') !== undefined && named('net') !== undefined) return named('net')
  const plain = candidates.find((column) => (profiles[column]?.money ?? 0) > 0)
  return named('amount') ?? named('net') ?? plain ?? candidates[0]
}

const usable = ({ words }: Sketch, money: readonly number[]): number[] =>
  money.filter((column) => !NEVER_AMOUNT.has(words[column]?.money))

/** Two neighbours of which each row fills one. */
function exclusivePair(sketch: Sketch, money: readonly number[]): readonly [number, number] | undefined {
  const free = usable(sketch, money)
  for (const [at, left] of free.entries()) {
    const right = free[at + 1]
    if (right !== undefined && excludesOther(sketch, left, right)) return [left, right]
  }
  return undefined
}

/** Whether each row fills one of the two, and each is filled somewhere. */
function excludesOther({ sample }: Sketch, left: number, right: number): boolean {
  let [lefts, rights, both] = [0, 0, 0]
  for (const row of sample) {
    const [isLeft, isRight] = [centsAt(row, left) !== 0, centsAt(row, right) !== 0]
    if (isLeft) lefts += 1
    if (isRight) rights += 1
    if (isLeft && isRight) both += 1
  }
  return lefts > 0 && rights > 0 && both === 0 && lefts + rights >= sample.length * 0.9
}

/**
 * Which of the two is the debit: the one called so, the negative one, the one the balance says, the one where
 * cards and direct debits stand, else the left, as French banks print.
 */
function orderedPair(
  { words, profiles, sample }: Sketch,
  [left, right]: readonly [number, number],
  balance: number | undefined,
): AmountColumns {
  const straight: AmountColumns = { shape: 'split', debit: left, credit: right, guessed: false }
  const crossed: AmountColumns = { shape: 'split', debit: right, credit: left, guessed: false }
  const names = [words[left]?.money, words[right]?.money]
  if (names.includes('paid') || names.includes('received'))
    return names[0] === 'received' || names[1] === 'paid' ? crossed : straight
  const isNegative = (column: number): boolean => (profiles[column]?.negative ?? 0) > 0
  if (isNegative(left) !== isNegative(right)) return isNegative(left) ? straight : crossed
  if (balance !== undefined) {
    const difference = addsUp(sample, left, right, balance) - addsUp(sample, right, left, balance)
    if (difference !== 0) return difference > 0 ? straight : crossed
  }
  const votes = sample.filter((row) => row.some(isSpending)).map((row) => (centsAt(row, left) === 0 ? -1 : 1))
  const sum = votes.reduce((total, vote) => total + vote, 0)
  // One alone may be a refund.
  if (Math.abs(sum) > 1) return sum > 0 ? straight : crossed
  return { ...straight, guessed: true }
}

const SPENDING = new Set<Kind | undefined>(['card', 'direct-debit', 'fee', 'cash-withdrawal', 'loan'])
const isSpending = (cell: string): boolean =>
  cell.length > 3 && SPENDING.has(kindOfLabel(plainCapitals(cleanLabel(cell))))

/** A column of « D » and « C », « IN » and « OUT », filled on every row; whatever it is called, where amounts have no sign. */
function signColumn({ words, profiles, sample }: Sketch, money: readonly number[]): number | undefined {
  const isUnsigned = money.some((column) => profiles[column]?.negative === 0)
  const found = [...profiles.entries()].find(([column, { signWords, filled, length }]) => {
    const heading = words[column]
    if (sample.length === 0) return heading?.isSign === true && filled === 0 && heading.text === undefined
    return signWords === sample.length && (heading?.isSign === true || length < 2 || isUnsigned)
  })
  return found?.[0]
}
