import { latin1, type PdfDictionary, type PdfObject, type PdfStream, type PdfString } from './objects.ts'

const WHITE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))
const MOST_NESTED = 64

/** Given a stream's dictionary and where its data starts, where they end. */
export type StreamEnd = (entries: ReadonlyMap<string, PdfObject>, start: number) => number

/** Reads objects one after the other from bytes. What is not an object ends the reading: `undefined`, never an exception. */
export class PdfLexer {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  skipWhite(): void {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === undefined) return
      if (byte === 0x25) while (this.at < this.bytes.length && !this.atLineEnd()) this.at++
      else if (WHITE.has(byte)) this.at++
      else return
    }
  }

  /** The characters up to the next white space or delimiter: a number, a keyword. */
  word(): string {
    this.skipWhite()
    const from = this.at
    while (this.at < this.bytes.length && !WHITE.has(this.byte()) && !DELIMITERS.has(this.byte())) this.at++
    return latin1(this.bytes.subarray(from, this.at))
  }

  /** Consumes the keyword if it is next. */
  takes(keyword: string): boolean {
    this.skipWhite()
    for (let index = 0; index < keyword.length; index++)
      if (this.bytes[this.at + index] !== keyword.charCodeAt(index)) return false
    this.at += keyword.length
    return true
  }

  /** The next object; streams need `streamEnd` and are read as dictionaries without it. */
  object(streamEnd?: StreamEnd, depth = 0): PdfObject | undefined {
    if (depth > MOST_NESTED) return undefined
    this.skipWhite()
    const byte = this.bytes[this.at]
    if (byte === undefined) return undefined
    if (byte === 0x2f) return this.name()
    if (byte === 0x28) return this.literalString()
    if (byte === 0x5b) return this.array(depth)
    if (byte === 0x3c) {
      if (this.bytes[this.at + 1] !== 0x3c) return this.hexString()
      const dictionary = this.dictionary(depth)
      return dictionary && streamEnd ? this.streamAfter(dictionary, streamEnd) : dictionary
    }
    return this.scalar()
  }

  private scalar(): PdfObject | undefined {
    const word = this.word()
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return undefined
    const number = Number(word)
    // `12 0 R` is a reference: look two words ahead, come back if it is not.
    const after = this.at
    if (/^\d+$/.test(word) && /^\d+$/.test(this.word()) && this.word() === 'R') return { kind: 'reference', number }
    this.at = after
    return number
  }

  private name(): PdfObject {
    this.at++
    const from = this.at
    while (this.at < this.bytes.length && !WHITE.has(this.byte()) && !DELIMITERS.has(this.byte())) this.at++
    const written = latin1(this.bytes.subarray(from, this.at))
    return {
      kind: 'name',
      name: written.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    }
  }

  private array(depth: number): PdfObject | undefined {
    this.at++
    const items: PdfObject[] = []
    while (!this.takes(']')) {
      const item = this.object(undefined, depth + 1)
      if (item === undefined) return undefined
      items.push(item)
    }
    return items
  }

  private dictionary(depth: number): PdfDictionary | undefined {
    this.at += 2
    const entries = new Map<string, PdfObject>()
    while (!this.takes('>>')) {
      if (this.bytes[this.at] !== 0x2f) return undefined
      const key = this.object(undefined, depth + 1)
      const value = this.object(undefined, depth + 1)
      if (typeof key !== 'object' || key === null || !('name' in key) || value === undefined) return undefined
      entries.set(key.name, value)
    }
    return { kind: 'dictionary', entries }
  }

  private streamAfter(dictionary: PdfDictionary, streamEnd: StreamEnd): PdfDictionary | PdfStream {
    const after = this.at
    if (!this.takes('stream')) {
      this.at = after
      return dictionary
    }
    if (this.byte() === 13) this.at++
    if (this.byte() === 10) this.at++
    const start = this.at
    this.at = streamEnd(dictionary.entries, start)
    return { kind: 'stream', entries: dictionary.entries, raw: this.bytes.subarray(start, this.at) }
  }

  private literalString(): PdfString | undefined {
    const out: number[] = []
    let nested = 1
    for (this.at++; this.at < this.bytes.length; this.at++) {
      const byte = this.byte()
      if (byte === 0x5c) this.escaped(out)
      else {
        if (byte === 0x28) nested++
        if (byte === 0x29 && --nested === 0) {
          this.at++
          return { kind: 'string', bytes: Uint8Array.from(out) }
        }
        out.push(byte)
      }
    }
    return undefined
  }

  /** ISO 32000-1 table 3: `\n`, `\053`, a line continued. */
  private escaped(out: number[]): void {
    this.at++
    const character = String.fromCharCode(this.byte())
    const octal = /^[0-7]{1,3}/.exec(latin1(this.bytes.subarray(this.at, this.at + 3)))
    if (octal) {
      out.push(Number.parseInt(octal[0], 8) & 255)
      this.at += octal[0].length - 1
    } else if (character === '\r') {
      if (this.bytes[this.at + 1] === 10) this.at++
    } else if (character !== '\n') {
      out.push({ n: 10, r: 13, t: 9, b: 8, f: 12 }[character] ?? this.byte())
    }
  }

  private hexString(): PdfString | undefined {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end < 0) return undefined
    const digits = latin1(this.bytes.subarray(this.at + 1, end)).replace(/\s/g, '')
    this.at = end + 1
    if (!/^[\da-f]*$/i.test(digits)) return undefined
    const pairs = digits.match(/..?/g) ?? []
    return { kind: 'string', bytes: Uint8Array.from(pairs, (pair) => Number.parseInt(pair.padEnd(2, '0'), 16)) }
  }

  private byte(): number {
    return this.bytes[this.at] ?? 0
  }
  private atLineEnd(): boolean {
    return this.byte() === 10 || this.byte() === 13
  }
}
