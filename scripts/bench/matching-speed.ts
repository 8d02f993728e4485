import type { Dataset, MatcherModule } from './benchmark.ts'
import type { BenchAllocation, BenchLine } from './benchmark-adapter.ts'

export interface Speed {
  /** Making the matcher from the ledger. */
  readonly index: number
  readonly firstPage: number
  /** Median of further pages. */
  readonly warmPage: number
  /** Median of one confirmation, for matchers that have that verb. */
  readonly update: number | undefined
}

interface Timed {
  match(lines: BenchLine[]): unknown
  confirm?(line: BenchLine, allocations: BenchAllocation[]): void
}

const PAGE = 50
const PAGES = 30
const UPDATES = 200

export function speedOf({ createMatcher }: MatcherModule, data: Dataset): Speed {
  const credits = data.transactions.filter(({ amountCents }) => amountCents > 0)
  const page = (number: number) =>
    structuredClone(credits.slice((number * PAGE) % (credits.length - PAGE)).slice(0, PAGE))
  const inputs = structuredClone(data)
  const [index, matcher] = timed(() => createMatcher(inputs) as Timed)
  const [firstPage] = timed(() => matcher.match(page(0)))
  const pages = Array.from({ length: PAGES }, (_, number) => page(number + 1)).map(
    (lines) => timed(() => matcher.match(lines))[0],
  )
  const updates = data.invoices
    .filter(({ openCents }) => openCents > 100)
    .slice(0, matcher.confirm ? UPDATES : 0)
    .map((invoice, number) => {
      const line = credits[number % credits.length]
      return line ? timed(() => matcher.confirm?.(line, [{ invoiceId: invoice.id, amountCents: 100 }]))[0] : 0
    })
  return { index, firstPage, warmPage: median(pages) ?? 0, update: median(updates) }
}

function timed<Value>(work: () => Value): [number, Value] {
  const from = process.hrtime.bigint()
  const value = work()
  return [Number(process.hrtime.bigint() - from) / 1e6, value]
}

const median = (values: readonly number[]): number | undefined => [...values].sort((a, b) => a - b)[values.length >> 1]
