/** The objects of a PDF file (ISO 32000-1 §7.3) as this reader needs them. */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | readonly PdfObject[]
  | PdfDictionary
  | PdfStream

export interface PdfName {
  readonly kind: 'name'
  /** Without the slash, `#2F` decoded. */
  readonly name: string
}
export interface PdfString {
  readonly kind: 'string'
  readonly bytes: Uint8Array
}
export interface PdfReference {
  readonly kind: 'reference'
  readonly number: number
}
export interface PdfDictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfObject>
}
export interface PdfStream {
  readonly kind: 'stream'
  readonly entries: ReadonlyMap<string, PdfObject>
  /** As stored, filters not undone. */
  readonly raw: Uint8Array
}

export const isArray = (object: PdfObject | undefined): object is readonly PdfObject[] => Array.isArray(object)

const isKind = <Kind extends string>(object: PdfObject | undefined, kind: Kind): boolean =>
  typeof object === 'object' && object !== null && !isArray(object) && object.kind === kind
export const isName = (object: PdfObject | undefined): object is PdfName => isKind(object, 'name')
export const isString = (object: PdfObject | undefined): object is PdfString => isKind(object, 'string')
export const isReference = (object: PdfObject | undefined): object is PdfReference => isKind(object, 'reference')
export const isDictionary = (object: PdfObject | undefined): object is PdfDictionary => isKind(object, 'dictionary')
export const isStream = (object: PdfObject | undefined): object is PdfStream => isKind(object, 'stream')

/** Text of a string: UTF-16 with its mark, UTF-8 with its mark, else Latin-1, which PDFDocEncoding is for a file's name. */
export function textOf({ bytes }: PdfString): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    let text = ''
    for (let at = 2; at + 1 < bytes.length; at += 2)
      text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0))
    return text
  }
  return latin1(bytes)
}
export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192))
  return text
}
