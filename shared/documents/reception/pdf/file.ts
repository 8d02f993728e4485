import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { decodedStream } from './filters.ts'
import { PdfLexer, type StreamEnd } from './lexer.ts'
import {
  isArray,
  isDictionary,
  isReference,
  isStream,
  latin1,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
} from './objects.ts'
import { type ObjectPlace, readPlaces, scanPlaces } from './places.ts'

export type PdfProblem =
  | { readonly code: 'broken-pdf' }
  /** Protected by a password, or only against changes: either way the attachment is enciphered. */
  | { readonly code: 'encrypted-pdf' }

/** A PDF file whose objects are read when asked for. */
export interface PdfFile {
  readonly catalog: PdfDictionary
  /** Follows references, however many; undefined when they lead nowhere. */
  resolve(object: PdfObject | undefined): PdfObject | undefined
  data(stream: PdfStream): Uint8Array | undefined
}

export const isPdf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, 1024)).includes('%PDF-')

/** Opens by the cross-reference table or stream; when that is broken or lacks the catalog, by looking for objects in the file. */
export function openPdf(bytes: Uint8Array): Result<PdfFile, PdfProblem> {
  for (const places of [readPlaces(bytes), scanPlaces(bytes)]) {
    if (!places) continue
    if (places.trailer.has('Encrypt')) return fail({ code: 'encrypted-pdf' })
    const file = fileOf(bytes, places.objects)
    const catalog = file.resolve(places.trailer.get('Root'))
    if (isDictionary(catalog) && catalog.entries.has('Pages')) return ok({ ...file, catalog })
  }
  return fail({ code: 'broken-pdf' })
}

function fileOf(bytes: Uint8Array, places: ReadonlyMap<number, ObjectPlace>): Omit<PdfFile, 'catalog'> {
  const read = new Map<number, PdfObject | undefined>()
  const containers = new Map<number, readonly [number, PdfObject][]>()

  function resolve(object: PdfObject | undefined): PdfObject | undefined {
    let current = object
    for (let steps = 0; isReference(current); steps++) {
      if (steps > 32) return undefined
      current = objectNumbered(current.number)
    }
    return current
  }
  function objectNumbered(number: number): PdfObject | undefined {
    if (read.has(number)) return read.get(number)
    // Seen from inside itself an object does not exist yet: this ends cycles.
    read.set(number, undefined)
    const place = places.get(number)
    const object =
      place === undefined ? undefined : 'offset' in place ? atOffset(place.offset, number) : inStream(place, number)
    read.set(number, object)
    return object
  }
  function atOffset(offset: number, number: number): PdfObject | undefined {
    const lexer = new PdfLexer(bytes, offset)
    if (lexer.word() !== String(number) || !/^\d+$/.test(lexer.word()) || !lexer.takes('obj')) return undefined
    return lexer.object(streamEnd)
  }
  function inStream({ container }: { readonly container: number }, number: number): PdfObject | undefined {
    const known = containers.get(container) ?? unpacked(container)
    containers.set(container, known)
    return known.find(([candidate]) => candidate === number)?.[1]
  }
  /** ISO 32000-1 §7.5.7: pairs of number and offset, then the objects. */
  function unpacked(container: number): readonly [number, PdfObject][] {
    const stream = objectNumbered(container)
    const content = isStream(stream) ? decodedStream(stream, resolve) : undefined
    if (!isStream(stream) || !content) return []
    const [count, first] = [resolve(stream.entries.get('N')), resolve(stream.entries.get('First'))]
    if (typeof count !== 'number' || typeof first !== 'number') return []
    const header = new PdfLexer(content)
    const objects: [number, PdfObject][] = []
    for (let index = 0; index < count; index++) {
      const [number, offset] = [Number(header.word()), Number(header.word())]
      const object = new PdfLexer(content, first + offset).object()
      if (object !== undefined) objects.push([number, object])
    }
    return objects
  }
  const streamEnd: StreamEnd = (entries, start) => {
    const length = resolve(entries.get('Length'))
    if (typeof length === 'number' && length >= 0) {
      const after = new PdfLexer(bytes, start + length)
      if (after.takes('endstream')) return start + length
    }
    // A wrong length: the data go on to the line of the keyword.
    const end = latin1(bytes.subarray(start)).search(/\r?\n?endstream/)
    return end < 0 ? bytes.length : start + end
  }
  return { resolve, data: (stream) => decodedStream(stream, resolve) }
}

/** A dictionary's entry, references followed. */
export const entry = (file: PdfFile, object: PdfObject | undefined, key: string): PdfObject | undefined => {
  const holder = file.resolve(object)
  return isDictionary(holder) || isStream(holder) ? file.resolve(holder.entries.get(key)) : undefined
}
/** The items of an array, references kept. */
export const items = (object: PdfObject | undefined): readonly PdfObject[] => (isArray(object) ? object : [])
