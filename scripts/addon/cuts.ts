/** A part of a library's file that our bundle leaves out or writes otherwise. The file itself, in node_modules, stays as it is. */
export interface Cut {
  /** What goes, and why nothing of ours needs it. */
  readonly what: string
  /** The first text that goes: once in the file. */
  readonly from: string
  /** The first text that stays again: once in the file, after `from`. */
  readonly until: string
  /** What stands there instead; absent: nothing. */
  readonly instead?: string
}

/** The one place of `anchor`: when a new version of the library moves it, the build stops and says so. */
function placeOf(anchor: string, text: string, where: string): number {
  const at = text.indexOf(anchor)
  if (at < 0) throw new Error(`${where}: not found: ${JSON.stringify(anchor)}`)
  if (text.includes(anchor, at + 1)) throw new Error(`${where}: found more than once: ${JSON.stringify(anchor)}`)
  return at
}

/** The file's text without its cuts. Every anchor is looked up in the text as it was published. */
export function withoutCuts(file: string, text: string, cuts: readonly Cut[]): string {
  const places = cuts
    .map(({ from, until, what, instead = '' }) => {
      const where = `${file}, cut « ${what} »`
      const [start, end] = [placeOf(from, text, where), placeOf(until, text, where)]
      if (end < start) throw new Error(`${where}: ends before it begins`)
      return { start, end, where, instead }
    })
    .sort((a, b) => a.start - b.start)
  let kept = ''
  let at = 0
  for (const { end, start, where, instead } of places) {
    if (start < at) throw new Error(`${where}: overlaps the cut before it`)
    kept += text.slice(at, start) + instead
    at = end
  }
  return kept + text.slice(at)
}
