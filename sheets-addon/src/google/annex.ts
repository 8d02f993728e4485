import { refuse } from '../workbook/refusal.ts'

/** Set by the build: what `annex.html` begins and ends with when it was made together with this script and is whole. */
declare const ANNEX_KEY: string

type Room = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>

let annex: readonly string[] | undefined
const open = new Map<string, Room>()

/**
 * A room that few runs need. Google reads the whole of `Code.js` at each keystroke and each click: the rooms that most runs
 * never enter wait in `annex.html`, and the build puts a call of this in place of their functions (scripts/addon/annex.ts).
 */
export function annexed(name: string): Room {
  const known = open.get(name)
  if (known) return known
  const lines = readAnnex()
  // Evaluated: it is our own file, pushed with this one.
  const room: Room = new Function(lines[lines.indexOf(`@${name}`) + 1] ?? '')()
  open.set(name, room)
  return room
}

/** A key, for each room a line for its name and one for its code, the key again. One round trip, the first time. */
export function readAnnex(): readonly string[] {
  annex ??= annexText().trim().split(/\r?\n/)
  if (annex[0] === ANNEX_KEY && annex.length > 1 && annex.at(-1) === ANNEX_KEY) return annex
  return refuse({ code: 'annex-differs' })
}

function annexText(): string {
  try {
    return HtmlService.createHtmlOutputFromFile('annex').getContent()
  } catch {
    return refuse({ code: 'annex-unreadable' })
  }
}
