import { refuse } from '../workbook/refusal.ts'

/** Set by the build: what `annex.html` begins and ends with when it was made together with this script and is whole. */
declare const ANNEX_KEY: string

type Room = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>

const open = new Map<string, Room>()

/**
 * A room that few runs need. Google reads the whole of `Code.js` at each keystroke and each click: the rooms that most runs
 * never enter wait in `annex.html`, and the build puts a call of this in place of their functions (scripts/addon/annex.ts).
 */
export function annexed(name: string): Room {
  const known = open.get(name)
  if (known) return known
  const room: Room = new Function(codeOf(name))()
  open.set(name, room)
  return room
}

/** Between two keys, a line for each name and a line for its code. Evaluated: it is our own file, pushed with this one. */
function codeOf(name: string): string {
  const lines = annexText().trim().split('\n')
  const code = lines[lines.indexOf(`@${name}`) + 1]
  if (lines[0] === ANNEX_KEY && lines.at(-1) === ANNEX_KEY && code !== undefined) return code
  return refuse({ code: 'annex-differs' })
}

function annexText(): string {
  try {
    return HtmlService.createHtmlOutputFromFile('annex').getContent()
  } catch {
    return refuse({ code: 'annex-unreadable' })
  }
}
