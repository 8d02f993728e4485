/** How high each row is: as set by hand, else as its wrapped and several-line texts need, else 21 pixels. */
import type { ScreenAccess, stored } from '../emulator/index.ts'
import { COLUMN_WIDTH, ROW_HEIGHT } from './sizes.ts'

const LINE = 17
const PADDING = 4

/** Widths of Inter at 13 px, roughly: enough to know where a line breaks. */
function widthOf(text: string, isBold: boolean): number {
  let width = 0
  for (const letter of text) {
    width += /[iljtfrI.,;:!|'’ \u00a0\u202f]/.test(letter)
      ? 4.2
      : /[mwMW@%…—]/.test(letter)
        ? 11.5
        : /[A-Z]/.test(letter)
          ? 9
          : 7.4
  }
  return isBold ? width * 1.06 : width
}

function linesOf(text: string, width: number, isBold: boolean): number {
  let lines = 0
  for (const paragraph of text.split('\n')) {
    lines++
    let used = 0
    for (const word of paragraph.split(/(?<=[ -])/)) {
      const wide = widthOf(word, isBold)
      if (used > 0 && used + widthOf(word.trimEnd(), isBold) > width) {
        lines++
        used = 0
      }
      used += wide
    }
  }
  return lines
}

const known = new WeakMap<
  object,
  { readonly sheet: stored.Sheet; readonly heights: readonly (readonly [number, number])[] }
>()

/** Only rows that differ from the usual height. Remembered until contents, looks or widths change. */
export function rowHeights(screen: ScreenAccess, sheet: stored.Sheet): readonly (readonly [number, number])[] {
  const before = known.get(sheet.dresses)
  if (
    before?.sheet.contents === sheet.contents &&
    before.sheet.rows === sheet.rows &&
    before.sheet.columns === sheet.columns
  ) {
    return before.heights
  }
  const heights: (readonly [number, number])[] = []
  const last = Math.max(sheet.contents.length, sheet.rows.length)
  for (let row = 1; row <= last; row++) {
    const height = sheet.rows[row - 1]?.size ?? neededHeight(screen, sheet, row)
    if (height !== ROW_HEIGHT) heights.push([row, height])
  }
  known.set(sheet.dresses, { sheet, heights })
  return heights
}

function neededHeight(screen: ScreenAccess, sheet: stored.Sheet, row: number): number {
  const contents = sheet.contents[row - 1]
  if (!contents) return ROW_HEIGHT
  let height = ROW_HEIGHT
  for (const [index, content] of contents.entries()) {
    if (content === undefined) continue
    const look = sheet.dresses[row - 1]?.[index]?.look
    const scale = Number(look?.['fontSize'] ?? 10) / 10
    const wraps = look?.['wrapStrategy'] === 'WRAP' && typeof content !== 'number' && typeof content !== 'boolean'
    const isBroken = typeof content === 'string' && content.includes('\n')
    if (scale === 1 && !wraps && !isBroken) continue
    const width = wraps ? ((sheet.columns[index]?.size ?? COLUMN_WIDTH) - 9) / scale : Number.POSITIVE_INFINITY
    const text = wraps || isBroken ? screen.display(sheet, row, index + 1) : ''
    const lines = linesOf(text, width, look?.['fontWeight'] === 'bold')
    height = Math.max(height, Math.ceil(lines * LINE * scale) + PADDING)
  }
  return height
}
