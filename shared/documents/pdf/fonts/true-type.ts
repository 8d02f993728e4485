import { invariant } from '@tabellion/shared/kernel'

/** What a layout asks of a font, in thousandths of an em. */
export interface FontMetrics {
  /** The glyph of a code point; 0 when the font has none. */
  readonly glyph: (codePoint: number) => number
  readonly advance: (glyph: number) => number
  /** What is added between two glyphs; usually 0. */
  readonly kern: (left: number, right: number) => number
}

/**
 * Reads `cmap` (format 4), `hmtx` and `kern` (format 0) of our own subset (scripts/fonts/subset.py), which has 1000 units per em.
 * Hint: not a reader for any font.
 * https://learn.microsoft.com/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values
 */
export function readTrueType(file: Uint8Array): FontMetrics {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16
    tables.set(String.fromCharCode(...file.subarray(at, at + 4)), view.getUint32(at + 8))
  }
  const table = (tag: string): number => {
    const at = tables.get(tag)
    invariant(at !== undefined, `the font has a ${tag} table`)
    return at
  }
  invariant(view.getUint16(table('head') + 18) === 1000, 'the font has 1000 units per em')
  const glyphs = readCmap(view, table('cmap'))
  const pairs = readKern(view, table('kern'))
  const metrics = view.getUint16(table('hhea') + 34)
  const widths = table('hmtx')
  return {
    glyph: (codePoint) => glyphs.get(codePoint) ?? 0,
    advance: (glyph) => view.getUint16(widths + Math.min(glyph, metrics - 1) * 4),
    kern: (left, right) => pairs.get(left * 65_536 + right) ?? 0,
  }
}

function readCmap(view: DataView, cmap: number): ReadonlyMap<number, number> {
  let at = 0
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const subtable = cmap + view.getUint32(cmap + 8 + index * 8)
    if (view.getUint16(subtable) === 4) at = subtable
  }
  invariant(at !== 0, 'the font has a cmap of format 4')
  const segments = view.getUint16(at + 6) / 2
  const [ends, starts, deltas, offsets] = [14, 16 + 2 * segments, 16 + 4 * segments, 16 + 6 * segments].map(
    (skipped) => at + skipped,
  ) as [number, number, number, number]
  const glyphs = new Map<number, number>()
  for (let segment = 0; segment < segments; segment++) {
    const first = view.getUint16(starts + 2 * segment)
    const last = view.getUint16(ends + 2 * segment)
    const delta = view.getUint16(deltas + 2 * segment)
    const offsetAt = offsets + 2 * segment
    const offset = view.getUint16(offsetAt)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const listed = offset === 0 ? code : view.getUint16(offsetAt + offset + 2 * (code - first))
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
  return glyphs
}

function readKern(view: DataView, kern: number): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const count = view.getUint16(kern + 10)
  for (let index = 0; index < count; index++) {
    const at = kern + 18 + index * 6
    pairs.set(view.getUint16(at) * 65_536 + view.getUint16(at + 2), view.getInt16(at + 4))
  }
  return pairs
}
