import type { Result } from '@tabellion/shared/kernel'
import type { StatementProblem } from '../../problem.ts'
import { isHeadingRow } from '../../table/heading.ts'
import { listReader } from '../../table/list-reader.ts'
import { planTables } from '../../table/plan.ts'
import { joinReadings, type TableReading } from '../../table/read.ts'
import type { Rows } from '../../table/sections.ts'
import type { ReadContext } from '../reader.ts'
import { type CsvText, count } from './dialect.ts'
import { isCutShort, joinDecimals } from './whole.ts'

/** From here on a text is read in blocks: the rows of one are forgotten before the next is parted. */
const LARGE = 150_000
const BLOCK = 60_000

/**
 * Reads a long and regular CSV text block by block, each row becoming a line at once: the cells of fifty thousand rows, kept, cost
 * more time and memory than reading them. Undefined where the beginning does not settle everything (several lists, undecided
 * dates, a row that contradicts): then all rows are needed.
 */
export function readInBlocks(
  opened: CsvText,
  context: ReadContext,
): Result<TableReading, StatementProblem> | undefined {
  const { text, sample, delimiter } = opened
  if (text.length < LARGE || (delimiter === ',' && joinDecimals(sample) !== undefined)) return undefined
  const about = {
    format: 'csv',
    today: context.today,
    dateOrder: context.dateOrder,
    lineOf: (row: number) => row + 1,
    isEuropean: delimiter === ';',
  } as const
  const plan = planTables(sample, about)
  const list = plan?.ok && plan.value.lists.length === 1 ? plan.value.lists[0] : undefined
  if (!plan?.ok || list === undefined || (plan.value.orderFrom !== undefined && plan.value.orderFrom !== 'language'))
    return undefined

  const { section, columns } = list
  const reader = listReader(
    plan.value,
    columns,
    section.above.map((at) => sample[at] ?? []),
    section.heading !== undefined,
  )
  let at = 0
  let line = 1
  let headingLine = 1
  let tail: Rows = []
  for (const block of blocksOf(text)) {
    const { rows, broken } = opened.parse(block)
    if (broken > 0) return undefined
    const isPlain = !block.includes('"')
    // Another kind of line end inside hides rows.
    if (isPlain && rows.length !== count(block, '\n') + 1) return undefined
    // The line end that closes the block makes an empty row.
    const whole = block.endsWith('\n') ? rows.slice(0, -1) : rows
    for (const row of whole) {
      if (at === section.heading) headingLine = line
      else if (at >= section.from) {
        if (isHeadingRow(row)) return undefined
        reader.push(row, line)
      }
      at += 1
      line += 1
      if (!isPlain) for (const cell of row) line += count(cell, '\n')
    }
    tail = tail.length < 12 ? [...tail, ...whole] : [...tail.slice(-12), ...whole]
    if (tail.length > 24) tail = tail.slice(-24)
    if (reader.problems.some(({ code }) => code === 'unreadable-date' || code === 'missing-amount')) return undefined
  }
  if (isCutShort(text, tail)) return undefined
  return joinReadings([reader.finish(headingLine)], plan.value, 'csv')
}

/** Cuts after a line end outside of quotes, which is where an even number of them has gone by. */
function* blocksOf(text: string): Iterable<string> {
  const nextEnd = (from: number): number => text.indexOf('\n', from) + 1 || text.length
  for (let from = 0; from < text.length; ) {
    let to = nextEnd(from + BLOCK)
    for (let quotes = count(text.slice(from, to), '"'); quotes % 2 === 1 && to < text.length; ) {
      const end = nextEnd(to)
      quotes += count(text.slice(to, end), '"')
      to = end
    }
    yield text.slice(from, to)
    from = to
  }
}
