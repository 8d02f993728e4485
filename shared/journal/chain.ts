import { canonicalJson, fail, ok, type Result, sha256Hex } from '@tabellion/shared/kernel'
import { eventKey } from './event-key.ts'
import type { JournalEvent } from './events.ts'
import { upcast } from './upcast.ts'

/** A row of `_Journal`, cell by cell as stored. */
export interface JournalRow {
  readonly sequence: number
  /** UTC, `2026-11-25T08:00:00.000Z`. */
  readonly instant: string
  readonly type: string
  readonly key: string
  readonly data: string
  readonly previousHash: string
  readonly hash: string
}

/** The last row: what the next one links to. */
export interface Head {
  readonly sequence: number
  readonly hash: string
}

export const EMPTY_JOURNAL: Head = { sequence: 0, hash: '' }
/** Type of the rows that continue the one before: a cell holds at most 50 000 characters. */
export const CONTINUATION = 'suite'
const CELL_LIMIT = 45_000

/** SHA-256 over the previous hash and the text of each cell. */
export function rowHash(row: Omit<JournalRow, 'hash'>): string {
  return sha256Hex([row.previousHash, String(row.sequence), row.instant, row.type, row.key, row.data].join('\n'))
}

/** Rows that append `events` after `head`. */
export function appendRows(
  events: readonly JournalEvent[],
  head: Head,
  instant: string,
): { readonly rows: readonly JournalRow[]; readonly head: Head } {
  const rows: JournalRow[] = []
  let last = head
  const push = (type: string, key: string, data: string): void => {
    const unsealed = { sequence: last.sequence + 1, instant, type, key, data, previousHash: last.hash }
    const row = { ...unsealed, hash: rowHash(unsealed) }
    rows.push(row)
    last = { sequence: row.sequence, hash: row.hash }
  }
  for (const event of events) {
    const pieces = cut(canonicalJson(event))
    for (const [index, piece] of pieces.entries()) push(index === 0 ? event.type : CONTINUATION, eventKey(event), piece)
  }
  return { rows, head: last }
}

/** Pieces that fit a cell; a surrogate pair is never parted. */
function cut(text: string): string[] {
  const pieces: string[] = []
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + CELL_LIMIT, text.length)
    if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? '')) end -= 1
    pieces.push(text.slice(start, end))
    start = end
  }
  return pieces
}

export interface StoredEvent {
  readonly sequence: number
  readonly instant: string
  readonly event: JournalEvent
}

export type JournalProblem =
  | { readonly code: 'unreadable-event'; readonly sequence: number }
  | { readonly code: 'newer-event'; readonly sequence: number; readonly type: string }

/** The events, whatever their age. An event of a newer version than this code is a problem, never skipped. */
export function readEvents(
  rows: readonly Pick<JournalRow, 'sequence' | 'instant' | 'type' | 'data'>[],
): Result<readonly StoredEvent[], JournalProblem> {
  const events: StoredEvent[] = []
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]
    if (row === undefined || row.type === CONTINUATION) continue
    let data = row.data
    for (let next = index + 1; rows[next]?.type === CONTINUATION; next++) data += rows[next]?.data
    const stored = parse(data)
    if (stored === undefined) return fail({ code: 'unreadable-event', sequence: row.sequence })
    const event = upcast(stored)
    if (event === undefined) return fail({ code: 'newer-event', sequence: row.sequence, type: row.type })
    events.push({ sequence: row.sequence, instant: row.instant, event })
  }
  return ok(events)
}

function parse(data: string): { readonly type: string; readonly v: number } | undefined {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null && 'type' in value && 'v' in value
      ? (value as { type: string; v: number })
      : undefined
  } catch {
    return undefined
  }
}

export interface ChainBreak {
  /** Index in the rows given. */
  readonly index: number
  readonly column: 'sequence' | 'instant' | 'type' | 'key' | 'data' | 'previousHash' | 'hash'
}

/**
 * Every row that does not follow from the one before, with the cell most likely touched: the sequence counts on, the previous
 * hash is the hash above, the hash is that of the row's own cells. `head` is what the properties remember of the last row.
 */
export function chainBreaks(rows: readonly JournalRow[], head?: Head): ChainBreak[] {
  const breaks: ChainBreak[] = []
  let last = EMPTY_JOURNAL
  for (const [index, row] of rows.entries()) {
    if (row.sequence !== last.sequence + 1) breaks.push({ index, column: 'sequence' })
    else if (row.previousHash !== last.hash) breaks.push({ index, column: 'previousHash' })
    if (row.hash !== rowHash(row))
      breaks.push({ index, column: breaks.at(-1)?.index === index ? 'previousHash' : 'data' })
    last = { sequence: row.sequence, hash: row.hash }
  }
  if (head && (head.sequence > last.sequence || (head.sequence === last.sequence && head.hash !== last.hash)))
    breaks.push({ index: rows.length, column: 'sequence' })
  return breaks
}
