import { identify } from '@tabellion/shared/statements'
import type { Mark, PageAnswer } from '../answers.ts'
import type { View } from '../ledger/view.ts'
import type { AskedOf } from '../messages.ts'
import { linesOf } from '../reader/lines.ts'
import type { Desk } from './desk.ts'
import { keepLines } from './keep-lines.ts'
import { log } from './log.ts'
import { viewNow } from './seen.ts'

/** Takes in the rows of a page and tells how each stands. Nothing is kept while no sheet is connected, nor of what is pending. */
export async function readRows(desk: Desk, { rows }: AskedOf<'page-read'>, origin: string): Promise<PageAnswer> {
  const nothing = rows.map((): Mark => ({ state: 'noise' }))
  if (!(await desk.store.sheet.get('sheet'))) return { marks: nothing }
  const { lines } = linesOf(rows, desk.today())
  // Not booked yet, or not in euros: not to be matched, and not kept.
  const booked = lines.filter(({ pending, currency }) => !pending && currency === 'EUR')
  const found = identify(booked)
  const from = { source: `page:${origin}`, account: origin, name: new URL(origin).hostname }
  const added = await keepLines(desk, found, from)
  if (added > 0) await log(desk, { kind: 'page-read', origin, rows: rows.length, added })
  const view = await viewNow(desk)
  const marks = [...nothing]
  for (const { line, id } of found) marks[line - 1] = { line: id, state: markOf(view, id) }
  if (added > 0) desk.tellChanged()
  return { marks }
}

export async function marksOf(desk: Desk, lines: readonly string[]): Promise<PageAnswer> {
  const view = await viewNow(desk)
  return { marks: lines.map((line) => ({ line, state: markOf(view, line) })) }
}

function markOf(view: View | undefined, id: string): Mark['state'] {
  if (!view) return 'noise'
  const decision = view.decided.get(id)
  if (decision?.state === 'asked') return 'to-match'
  if (decision) return decision.what === 'ignore' ? 'ignored' : 'matched'
  if (view.recorded.has(id)) return 'matched'
  const match = view.matches.get(id)
  if (match?.duplicateOf !== undefined && view.recorded.has(match.duplicateOf)) return 'matched'
  if (!match || match.decision === 'none') return 'noise'
  return match.decision === 'automatic' ? 'certain' : 'to-match'
}
