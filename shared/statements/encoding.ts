export interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'macintosh' | 'ibm850'
  /** The text had been encoded twice (`LibellÃ©`) and was repaired. */
  readonly repaired: boolean
}

/** The 32 bytes where windows-1252 differs from ISO 8859-1. Source: https://encoding.spec.whatwg.org/index-windows-1252.txt */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** The 8 bytes where ISO 8859-15 differs from ISO 8859-1: it is what Crédit Mutuel and CIC write. */
const LATIN_9 = new Map([
  [0xa4, 0x20ac],
  [0xa6, 0x160],
  [0xa8, 0x161],
  [0xb4, 0x17d],
  [0xb8, 0x17e],
  [0xbc, 0x152],
  [0xbd, 0x153],
  [0xbe, 0x178],
])
/**
 * Excel for Mac's « CSV (Macintosh) », and DOS: what stands from 80 on, then pairs of what ISO 8859-1 has at a byte and the letter
 * meant; last, letters that tell them, where they stand in a word. Sources: https://encoding.spec.whatwg.org/index-macintosh.txt,
 * https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT
 */
const OLD = [
  ['macintosh', 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü', '¡°Ê\u00a0ËÀÎŒÏœÔ‘Õ’Û€åÂæÊéÈëÎïÔóÛ', '\x83\x8d-\x8f'],
  ['ibm850', 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ', '·ÀÔÈÒÊø°Õ€', '\x82\x87\x8a\x90'],
] as const
const BAD = 0xfffd
/** `String.fromCharCode` takes its arguments from the stack, which is small; V8 is twice as slow from 16 384 on. */
const CHUNK = 8_192

/** A native decoder of strict UTF-8, where there is one: undefined for bytes that are not UTF-8. */
export type NativeUtf8 = (bytes: Uint8Array) => string | undefined

/**
 * The text of a file: by its byte order mark, else UTF-8 when it is valid, else windows-1252. Written by hand, because
 * Apps Script has no `TextDecoder` and Node 20's misreads bytes 80 to 9F of windows-1252, the euro sign among them.
 */
export function decodeText(bytes: Uint8Array, native?: NativeUtf8): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: utf16(bytes.subarray(2), 0), encoding: 'utf-16le', repaired: false }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: utf16(bytes.subarray(2), 1), encoding: 'utf-16be', repaired: false }
  const silent = unmarkedUtf16(bytes)
  if (silent !== undefined)
    return { text: utf16(bytes, silent), encoding: silent === 0 ? 'utf-16le' : 'utf-16be', repaired: false }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  const told = native?.(body)
  const unicode = told === undefined ? utf8(body) : { text: told, whole: 1, broken: 0 }
  // A truncated or patched file may have a few broken sequences; in windows-1252 text hardly any sequence is valid.
  if (marked || unicode.broken * 4 <= unicode.whole || unicode.broken + unicode.whole === 0) {
    const repaired = unicode.broken === 0 && unicode.whole > 0 ? undoDoubleEncoding(unicode.text) : undefined
    return { text: repaired ?? unicode.text, encoding: 'utf-8', repaired: repaired !== undefined }
  }
  return (unicode.whole > 0 ? lineByLine(body) : undefined) ?? singleByte(body)
}

/** Exports of two programs put into one file: some lines are UTF-8, others are not. Undefined unless both are there. */
function lineByLine(bytes: Uint8Array): Decoded | undefined {
  const texts: string[] = []
  let [marked, single] = [0, 0]
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from)
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1)
    from += line.length
    const unicode = utf8(line)
    if (unicode.broken === 0 && unicode.whole > 0) marked += 1
    if (unicode.broken > 0) single += 1
    texts.push(unicode.broken === 0 ? unicode.text : singleByte(line).text)
  }
  return marked > 0 && single > 0 ? { text: texts.join(''), encoding: 'windows-1252', repaired: false } : undefined
}

function fromUnits(units: Uint8Array | Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += CHUNK) text += characters(units.subarray(at, at + CHUNK))
  return text
}

const characters = (units: Uint8Array | Uint16Array): string =>
  String.fromCharCode.apply(null, units as unknown as number[])

function utf16(bytes: Uint8Array, highFirst: 0 | 1): string {
  const units = new Uint16Array(bytes.length >> 1)
  for (let at = 0; at < units.length; at += 1) {
    const first = bytes[at * 2] ?? 0
    const second = bytes[at * 2 + 1] ?? 0
    units[at] = highFirst === 1 ? (first << 8) | second : (second << 8) | first
  }
  return fromUnits(units)
}

/** Latin text in UTF-16 without a mark has a zero in every second byte. */
function unmarkedUtf16(bytes: Uint8Array): 0 | 1 | undefined {
  const length = Math.min(bytes.length, 200) & ~1
  if (length < 8) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > length * 0.45 && even === 0) return 0
  return even > length * 0.45 && odd === 0 ? 1 : undefined
}

/** Strict UTF-8: no surrogate, no overlong form. Broken sequences become U+FFFD and are counted. */
function utf8(bytes: Uint8Array): { text: string; whole: number; broken: number } {
  const counts = { whole: 0, broken: 0 }
  let text = ''
  let at = 0
  while (at < bytes.length) {
    let end = Math.min(at + CHUNK, bytes.length)
    // A sequence is not parted between two chunks.
    while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80 && end < at + CHUNK + 4) end += 1
    const chunk = bytes.subarray(at, end)
    text += characters(isAscii(chunk) ? chunk : utf8Units(chunk, counts))
    at = end
  }
  return { text, ...counts }
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) > 0x7f) return false
  return true
}

function utf8Units(bytes: Uint8Array, counts: { whole: number; broken: number }): Uint16Array {
  const units = new Uint16Array(bytes.length)
  let length = 0
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at] ?? 0
    if (first < 0x80) {
      units[length++] = first
      at += 1
      continue
    }
    const size = sequenceSize(first)
    let point = size === 2 ? first & 0x1f : size === 3 ? first & 0x0f : first & 0x07
    let read = 1
    while (read < size && ((bytes[at + read] ?? 0) & 0xc0) === 0x80) {
      point = (point << 6) | ((bytes[at + read] ?? 0) & 0x3f)
      read += 1
    }
    const least = size === 3 ? 0x800 : size === 4 ? 0x10000 : 0x80
    if (size === 0 || read < size || point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
      units[length++] = BAD
      counts.broken += 1
      at += 1
      continue
    }
    if (point > 0xffff) units[length++] = 0xd7c0 + (point >> 10)
    units[length++] = point > 0xffff ? 0xdc00 | (point & 0x3ff) : point
    counts.whole += 1
    at += size
  }
  return units.subarray(0, length)
}

function sequenceSize(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0
}

function singleByte(bytes: Uint8Array): Decoded {
  let controls = 0
  let currencies = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x80 && byte <= 0x9f) controls += 1
    else if (byte === 0xa4) currencies += 1
  }
  if (controls === 0 && currencies === 0) return { text: fromUnits(bytes), encoding: 'windows-1252', repaired: false }
  const old = controls === 0 ? undefined : oldLetters(bytes)
  if (old !== undefined) return old
  // `¤` is in no statement: where it seems to stand, and no byte is windows-1252's own, it is the euro of ISO 8859-15.
  const latin9 = controls === 0
  const units = Uint16Array.from(bytes)
  for (let at = 0; at < units.length; at += 1) {
    const byte = units[at] ?? 0
    if (latin9) units[at] = LATIN_9.get(byte) ?? byte
    else if (byte >= 0x80 && byte <= 0x9f) units[at] = WINDOWS_1252.charCodeAt(byte - 0x80)
  }
  return { text: fromUnits(units), encoding: latin9 ? 'iso-8859-15' : 'windows-1252', repaired: false }
}

/** Undefined unless more words have letters where windows-1252 has signs than have letters where it has letters. */
function oldLetters(bytes: Uint8Array): Decoded | undefined {
  const text = fromUnits(bytes)
  const words = (letters: string): number =>
    text.match(new RegExp(`[a-z][${letters}]|[${letters}][a-z]`, 'gi'))?.length ?? 0
  const [found] = OLD.map((old) => ({ old, count: words(old[3]) })).sort((a, b) => b.count - a.count)
  if (found === undefined || found.count <= words('\xc0-\xff')) return undefined
  const [encoding, letters, pairs] = found.old
  const meant = new Map([...letters].map((letter, at) => [String.fromCharCode(0x80 + at), letter]))
  for (let at = 0; at < pairs.length; at += 2) meant.set(pairs.charAt(at), pairs.charAt(at + 1))
  return { text: text.replace(/[\x80-\xff]/g, (letter) => meant.get(letter) ?? letter), encoding, repaired: false }
}

/** UTF-8 read as windows-1252 and written as UTF-8 again: undone when every accent of the text comes from that. */
function undoDoubleEncoding(text: string): string | undefined {
  if (!text.includes('Ã') && !text.includes('Â') && !text.includes('â')) return undefined
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const special = code > 0xff ? WINDOWS_1252.indexOf(text[at] ?? '') : -1
    if (code > 0xff && special < 0) return undefined
    bytes[at] = special >= 0 ? 0x80 + special : code
  }
  const once = utf8(bytes)
  return once.broken === 0 && once.whole > 0 ? once.text : undefined
}
