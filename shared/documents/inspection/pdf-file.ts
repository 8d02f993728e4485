import { binaryString } from '@tabellion/shared/documents/facturx'
import { invariant } from '@tabellion/shared/kernel'
import { unzlibSync } from 'fflate'

/**
 * A PDF of our own making taken apart: classic cross-reference table, plain objects, FlateDecode or no filter.
 * Hint: a supplier's file is for documents/reception.
 */
export interface PdfFile {
  readonly version: string
  readonly trailer: string
  readonly ids: readonly number[]
  /** The text of an object up to its stream. */
  readonly object: (id: number) => string
  /** What the object's stream holds, inflated. */
  readonly stream: (id: number) => Uint8Array
  /** The object behind `/Key 12 0 R` in `dictionary`. */
  readonly follow: (dictionary: string, key: string) => number | undefined
}

export function readPdf(bytes: Uint8Array): PdfFile {
  const text = binaryString(bytes)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  invariant(text.slice(start, start + 4) === 'xref', 'startxref points at the cross-reference table')
  const trailerAt = text.indexOf('trailer', start)
  const offsets = new Map<number, number>()
  text
    .slice(start, trailerAt)
    .split(/\r?\n/)
    .slice(2)
    .forEach((row, id) => {
      if (row.includes(' n')) offsets.set(id, Number(row.slice(0, 10)))
    })
  const at = (id: number): number => {
    const offset = offsets.get(id)
    invariant(offset !== undefined && text.startsWith(`${id} 0 obj`, offset), `object ${id} is where the table says`)
    return offset + `${id} 0 obj`.length
  }
  const object = (id: number): string => {
    const from = at(id)
    const end = text.indexOf('endobj', from)
    const streamAt = text.indexOf('stream\n', from)
    return text.slice(from, streamAt > 0 && streamAt < end ? streamAt : end).trim()
  }
  return {
    version: text.slice(0, 8),
    trailer: text.slice(trailerAt + 7, text.indexOf('startxref', trailerAt)),
    ids: [...offsets.keys()],
    object,
    stream: (id) => {
      const dictionary = object(id)
      const from = text.indexOf('stream\n', at(id)) + 7
      const raw = bytes.subarray(from, from + Number(/\/Length (\d+)/.exec(dictionary)?.[1]))
      return /\/Filter\s*\[?\s*\/FlateDecode/.test(dictionary) ? unzlibSync(raw) : raw
    },
    follow: (dictionary, key) => {
      const found = new RegExp(`/${key}\\s*\\[?\\s*(\\d+) 0 R`).exec(dictionary)
      return found ? Number(found[1]) : undefined
    },
  }
}

/** The catalog's text. */
export function catalogOf(file: PdfFile): string {
  const root = file.follow(file.trailer, 'Root')
  invariant(root !== undefined, 'the trailer names the catalog')
  return file.object(root)
}
