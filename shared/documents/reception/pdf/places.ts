import { decodedStream } from './filters.ts'
import { PdfLexer } from './lexer.ts'
import { isArray, isDictionary, isName, isStream, latin1, type PdfObject } from './objects.ts'

/** Where an object is: at a byte of the file, or inside an object stream. */
export type ObjectPlace = { readonly offset: number } | { readonly container: number }

export interface Places {
  readonly objects: Map<number, ObjectPlace>
  /** The newest trailer's entries. */
  readonly trailer: Map<string, PdfObject>
}

/** Follows `startxref`, tables, streams and `/Prev`, newest first; undefined when the chain is broken. */
export function readPlaces(bytes: Uint8Array): Places | undefined {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 2048)))
  const start = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(tail)?.[1]
  if (start === undefined) return undefined
  const places: Places = { objects: new Map(), trailer: new Map() }
  const queue = [Number(start)]
  const seen = new Set<number>()
  for (let offset = queue.shift(); offset !== undefined; offset = queue.shift()) {
    if (seen.has(offset) || seen.size > 200) continue
    seen.add(offset)
    const lexer = new PdfLexer(bytes, offset)
    const trailer = lexer.takes('xref') ? readTable(lexer, places) : readStream(lexer, places)
    if (!trailer) return undefined
    for (const [key, value] of trailer) if (!places.trailer.has(key)) places.trailer.set(key, value)
    // A hybrid file's stream comes before the older sections (ISO 32000-1 §7.5.8.4).
    for (const key of ['XRefStm', 'Prev']) {
      const next = trailer.get(key)
      if (typeof next === 'number') queue.push(next)
    }
  }
  return places
}

function readTable(lexer: PdfLexer, { objects }: Places): ReadonlyMap<string, PdfObject> | undefined {
  while (!lexer.takes('trailer')) {
    const [first, count] = [Number(lexer.word()), Number(lexer.word())]
    if (!Number.isInteger(first) || !Number.isInteger(count) || count > 1_000_000) return undefined
    for (let index = 0; index < count; index++) {
      const [offset, , kind] = [lexer.word(), lexer.word(), lexer.word()]
      if (!/^\d+$/.test(offset) || (kind !== 'n' && kind !== 'f')) return undefined
      if (kind === 'n') add(objects, first + index, { offset: Number(offset) })
    }
  }
  const trailer = lexer.object()
  return isDictionary(trailer) ? trailer.entries : undefined
}

/** ISO 32000-1 §7.5.8. */
function readStream(lexer: PdfLexer, { objects }: Places): ReadonlyMap<string, PdfObject> | undefined {
  lexer.word()
  lexer.word()
  if (!lexer.takes('obj')) return undefined
  const stream = lexer.object((entries, start) => {
    const length = entries.get('Length')
    return typeof length === 'number' ? start + length : lexer.bytes.length
  })
  const data = isStream(stream) ? decodedStream(stream, (object) => object) : undefined
  if (!isStream(stream) || !data) return undefined
  const widths = numbers(stream.entries.get('W'))
  const [kindWidth = 0, placeWidth = 0, indexWidth = 0] = widths
  const size = stream.entries.get('Size')
  const sections = numbers(stream.entries.get('Index') ?? [0, typeof size === 'number' ? size : 0])
  let at = 0
  const field = (width: number): number => {
    let value = 0
    for (const end = at + width; at < end; at++) value = value * 256 + (data[at] ?? 0)
    return value
  }
  for (let section = 0; section + 1 < sections.length; section += 2) {
    const [first = 0, count = 0] = sections.slice(section)
    for (let index = 0; index < count && at < data.length; index++) {
      const kind = kindWidth === 0 ? 1 : field(kindWidth)
      const place = field(placeWidth)
      field(indexWidth)
      if (kind === 1) add(objects, first + index, { offset: place })
      if (kind === 2) add(objects, first + index, { container: place })
    }
  }
  return stream.entries
}

/** Newer sections come first and hold. */
function add(objects: Map<number, ObjectPlace>, number: number, place: ObjectPlace): void {
  if (!objects.has(number)) objects.set(number, place)
}
const numbers = (object: PdfObject | undefined): number[] =>
  isArray(object) ? object.filter((item) => typeof item === 'number') : []

/** Every `n g obj` of the file, the last of each number; objects inside streams and the trailer are looked for as well. */
export function scanPlaces(bytes: Uint8Array): Places {
  const text = latin1(bytes)
  const objects = new Map<number, ObjectPlace>()
  const trailer = new Map<string, PdfObject>()
  const inside = new Map<number, ObjectPlace>()
  for (const match of text.matchAll(/(?<![\d.])(\d{1,10})\s+\d{1,5}\s+obj\b/g)) {
    const number = Number(match[1])
    objects.set(number, { offset: match.index })
    const lexer = new PdfLexer(bytes, match.index + match[0].length)
    const object = lexer.object((_, start) => Math.max(start, text.indexOf('endstream', start)))
    if (!isDictionary(object) && !isStream(object)) continue
    const type = object.entries.get('Type')
    if (isName(type) && type.name === 'Catalog') trailer.set('Root', { kind: 'reference', number })
    if (isName(type) && type.name === 'XRef') for (const [key, value] of object.entries) trailer.set(key, value)
    if (isStream(object) && isName(type) && type.name === 'ObjStm') {
      const content = decodedStream(object, (item) => item)
      const count = object.entries.get('N')
      if (!content || typeof count !== 'number') continue
      const header = new PdfLexer(content)
      for (let index = 0; index < count; index++) {
        inside.set(Number(header.word()), { container: number })
        header.word()
      }
    }
  }
  for (const match of text.matchAll(/\btrailer\b/g)) {
    const object = new PdfLexer(bytes, match.index + 7).object()
    if (isDictionary(object)) for (const [key, value] of object.entries) trailer.set(key, value)
  }
  for (const [number, place] of inside) if (!objects.has(number)) objects.set(number, place)
  return { objects, trailer }
}
