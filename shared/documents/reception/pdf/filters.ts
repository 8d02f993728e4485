import { Inflate } from 'fflate'
import { isArray, isDictionary, isName, latin1, type PdfObject, type PdfStream } from './objects.ts'

/** No invoice is larger; a small file that unfolds beyond this was made to harm. */
const MOST_BYTES = 32 * 1024 * 1024

/** The stream's data with its filters undone, or undefined when a filter is unknown or its data are broken. */
export function decodedStream(
  { entries, raw }: PdfStream,
  resolve: (object: PdfObject | undefined) => PdfObject | undefined,
): Uint8Array | undefined {
  const filters = listOf(resolve(entries.get('Filter') ?? entries.get('F')))
  const parameters = listOf(resolve(entries.get('DecodeParms') ?? entries.get('DP')))
  let data: Uint8Array | undefined = raw
  for (const [index, item] of filters.entries()) {
    const filter = resolve(item)
    const parameter = resolve(parameters[index])
    if (data === undefined || !isName(filter)) return undefined
    const number = (key: string, otherwise: number): number => {
      const value = isDictionary(parameter) ? resolve(parameter.entries.get(key)) : undefined
      return typeof value === 'number' ? value : otherwise
    }
    data = undone(filter.name, data)
    if (data !== undefined && number('Predictor', 1) >= 10) {
      const pixel = Math.max(1, (number('Colors', 1) * number('BitsPerComponent', 8)) >> 3)
      data = unpredicted(
        data,
        pixel,
        Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8) * number('Columns', 1)) / 8),
      )
    }
  }
  return data
}

const listOf = (object: PdfObject | undefined): readonly PdfObject[] =>
  isArray(object) ? object : object === undefined || object === null ? [] : [object]

function undone(filter: string, data: Uint8Array): Uint8Array | undefined {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return inflated(data)
    case 'ASCIIHexDecode':
    case 'AHx':
      return fromHex(data)
    case 'ASCII85Decode':
    case 'A85':
      return from85(data)
    default:
      return undefined
  }
}

/** Inflates, stopping at `MOST_BYTES`. The two bytes of the zlib header are skipped, its checksum is left to the XML reader. */
function inflated(data: Uint8Array): Uint8Array | undefined {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    const stream = new Inflate((chunk) => {
      chunks.push(chunk)
      length += chunk.length
      if (length > MOST_BYTES) throw new RangeError('too large')
    })
    stream.push(data.subarray(2), true)
  } catch {
    // fflate throws on broken data and we on too much: the caller says that the file cannot be read.
    return undefined
  }
  const out = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    out.set(chunk, at)
    at += chunk.length
  }
  return out
}

function fromHex(data: Uint8Array): Uint8Array | undefined {
  const digits = latin1(data).split('>')[0]?.replace(/\s/g, '') ?? ''
  if (!/^[\da-f]*$/i.test(digits)) return undefined
  return Uint8Array.from(digits.match(/..?/g) ?? [], (pair) => Number.parseInt(pair.padEnd(2, '0'), 16))
}

function from85(data: Uint8Array): Uint8Array | undefined {
  const text = (latin1(data).split('~>')[0] ?? '').replace(/^<~/, '').replace(/\s/g, '')
  const out: number[] = []
  for (const [block] of text.matchAll(/z|[!-u]{1,5}/g)) {
    if (block === 'z') out.push(0, 0, 0, 0)
    else {
      let value = 0
      for (const character of block.padEnd(5, 'u')) value = value * 85 + character.charCodeAt(0) - 33
      out.push(...[24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) & 255).slice(0, block.length - 1))
    }
  }
  return Uint8Array.from(out)
}

/** PNG predictors (RFC 2083 §6), which cross-reference streams use. */
function unpredicted(data: Uint8Array, pixel: number, columns: number): Uint8Array | undefined {
  const rows = Math.floor(data.length / (columns + 1))
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (columns + 1)] ?? 0
    if (filter > 4) return undefined
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      const left = column < pixel ? 0 : (out[at - pixel] ?? 0)
      const up = row === 0 ? 0 : (out[at - columns] ?? 0)
      const corner = row === 0 || column < pixel ? 0 : (out[at - columns - pixel] ?? 0)
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      out[at] = ((data[row * (columns + 1) + 1 + column] ?? 0) + predicted) & 255
    }
  }
  return out
}
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
