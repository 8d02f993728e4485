import { readFileSync } from 'node:fs'
import type { Dataset, MatcherModule } from './benchmark.ts'
import type { BenchAllocation, BenchLine } from './benchmark-adapter.ts'

/** Milliseconds. */
export interface Speed {
  /** Making the matcher from the ledger. */
  readonly index: number
  readonly firstPage: number
  /** Mean of the thirty pages after the first. */
  readonly warmPage: number
  /** Mean of one confirmation, for matchers that have that verb. */
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
  const pages = Array.from({ length: PAGES }, (_, number) => page(number + 1))
  const [warm] = timed(() => {
    for (const lines of pages) matcher.match(lines)
  })
  const updated = matcher.confirm ? data.invoices.filter(({ openCents }) => openCents > 100).slice(0, UPDATES) : []
  const [updates] = timed(() => {
    for (const [number, { id }] of updated.entries()) {
      const line = credits[number % credits.length]
      if (line) matcher.confirm?.(line, [{ invoiceId: id, amountCents: 100 }])
    }
  })
  return { index, firstPage, warmPage: warm / PAGES, update: updated.length > 0 ? updates / updated.length : undefined }
}

function timed<Value>(work: () => Value): [number, Value] {
  const from = spent()
  const value = work()
  return [spent() - from, value]
}

/**
 * Milliseconds this thread has been on a processor: what a quiet machine's clock would say, whoever else is working (to a tick of the kernel, so several
 * pages are measured together). Where the system does not tell, the clock.
 */
function spent(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return Number(process.hrtime.bigint()) / 1e6
  }
}
