import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { decimalMarkOf, readCents } from '../../amount.ts'
import { ordersOf } from '../../date.ts'
import type { Assumption, StatementProblem } from '../../problem.ts'
import { isHeadingRow } from '../../table/heading.ts'
import { readTables, type TableReading } from '../../table/read.ts'
import { hasDatedAmount, type Rows } from '../../table/sections.ts'
import type { ReadContext } from '../reader.ts'
import { type CsvText, count, countDated, evenLineEnds } from './dialect.ts'

/** Reads a CSV text with all its rows at hand, so that any of them may change how the others are understood. */
export function readWhole(opened: CsvText, context: ReadContext): Result<TableReading, StatementProblem> {
  const { delimiter, parse } = opened
  const text = evenLineEnds(opened.text)
  const parsed = parse(text)
  const assumed: Assumption[] = []
  let rows = parsed.rows
  if (parsed.broken > 0) {
    // An open quote swallows the rest. Either quotes are letters of a label, or the file was cut inside a cell.
    const plain = parse(text, 'plain').rows
    const isBetter = countDated(plain) > countDated(rows)
    if (!isBetter && parsed.isOpen) return fail({ code: 'truncated-file', format: 'csv' })
    if (isBetter) {
      rows = plain
      assumed.push({ code: 'plain-quotes' })
    }
  }
  if (isCutShort(text, rows)) return fail({ code: 'truncated-file', format: 'csv', line: count(text, '\n') + 1 })
  rows = joinBroken(rows)
  const joined = delimiter === ',' ? joinDecimals(rows) : undefined
  if (joined !== undefined) {
    rows = joined
    assumed.push({ code: 'joined-decimals' })
  }
  const reading = readTables(rows, {
    format: 'csv',
    today: context.today,
    dateOrder: context.dateOrder,
    lineOf: lineCounter(text, rows),
    isEuropean: delimiter === ';',
  })
  if (reading === undefined) return fail({ code: 'foreign-file', what: 'text' })
  return reading.ok ? ok({ ...reading.value, assumed: [...assumed, ...reading.value.assumed] }) : reading
}

/** The last row stops before the columns that all others fill, and no line end follows: the download was cut. */
export function isCutShort(text: string, rows: Rows): boolean {
  if (/[\r\n]$/.test(text) || rows.length < 4) return false
  const last = rows[rows.length - 1] ?? []
  const before = rows.slice(Math.max(0, rows.length - 12), -1).filter(hasDatedAmount)
  const width = before[0]?.length ?? 0
  if (before.length < 2 || before.some((row) => row.length !== width)) return false
  if (last.length < width)
    return (
      /^\W?\d/.test(last[0] ?? '') &&
      before.every((row) => /^\W?\d/.test(row[0] ?? '')) &&
      !/sold|total/i.test(last.join(' '))
    )
  // All rows end with two decimals, the last with none or one: cut inside the amount.
  const end = last[width - 1] ?? ''
  return (
    last.length === width &&
    before.length > 2 &&
    before.every((row) => decimals(row[width - 1] ?? '') === 2) &&
    /^[-+]?\d[\d ]*[.,]?\d?$/.test(end)
  )
}
const decimals = (cell: string): number => /[.,](\d*)$/.exec(cell)?.[1]?.length ?? -1

/** A label broken over lines without quotes leaves a row with a day and no amount: joined with the next ones where that makes it whole. */
function joinBroken(rows: Rows): Rows {
  const start = rows.findIndex((row) => isHeadingRow(row) || hasDatedAmount(row))
  const whole = rows.find(hasDatedAmount) ?? []
  const width = whole.length
  const date = whole.findIndex((cell) => ordersOf(cell.trim()) !== undefined)
  const joined = rows.slice(0, Math.max(0, start))
  for (let at = joined.length; at < rows.length; at += 1) {
    let row = rows[at] ?? []
    let next = at + 1
    if (row.length < width && ordersOf((row[date] ?? '').trim()) !== undefined)
      while (next < rows.length && row.length < width && !hasDatedAmount(rows[next] ?? [])) {
        const [first = '', ...others] = rows[next] ?? []
        // The line end stays, so that lines are counted as they stand.
        row = [...row.slice(0, -1), `${row.at(-1)}\n${first}`, ...others]
        next += 1
      }
    if (next > at + 1 && row.length === width && hasDatedAmount(row)) {
      joined.push(row)
      at = next - 1
    } else joined.push(rows[at] ?? [])
  }
  return joined
}

/** `01/02/2026,VIR X,-12,10`: decimal commas nobody quoted part each amount in two. Joined when it makes the rows fit their headings. */
export function joinDecimals(rows: Rows): Rows | undefined {
  const heading = rows.findIndex(isHeadingRow)
  const width = rows[heading]?.length
  if (heading < 0 || width === undefined) return undefined
  let dated = 0
  let long = 0
  const joined: (readonly string[])[] = []
  for (const [at, row] of rows.entries()) {
    const isMovement = at > heading && hasDatedAmount(row)
    const cells = isMovement && row.length > width ? joinedCells(row, width) : row
    if (cells === undefined) return undefined
    if (isMovement) dated += 1
    if (cells !== row) long += 1
    joined.push(cells)
  }
  return long > 0 && long * 5 >= dated * 4 ? joined : undefined
}

/** The row with so many pairs of « whole » and « two digits » joined, from the left, that it has `width` cells. */
function joinedCells(row: readonly string[], width: number): readonly string[] | undefined {
  const cells: string[] = []
  let extra = row.length - width
  for (let at = 0; at < row.length; at += 1) {
    const joined = `${row[at] ?? ''},${row[at + 1] ?? ''}`
    if (
      extra > 0 &&
      /^\s*[-+]?\d[\d \u00a0\u202f]*,\d{2}$/.test(joined) &&
      decimalMarkOf(joined) === ',' &&
      !Number.isNaN(readCents(joined))
    ) {
      cells.push(joined)
      extra -= 1
      at += 1
    } else cells.push(row[at] ?? '')
  }
  return extra === 0 ? cells : undefined
}

/** Rows are counted in physical lines: a quoted cell may hold line ends. */
function lineCounter(text: string, rows: Rows): (row: number) => number {
  if (count(text, '\n') === rows.length - 1) return (row) => row + 1
  let line = 1
  const starts = rows.map((cells) => {
    const start = line
    for (const cell of cells) line += count(cell, '\n')
    line += 1
    return start
  })
  return (row) => starts[row] ?? row + 1
}
