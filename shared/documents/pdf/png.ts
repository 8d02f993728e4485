import { concatenated } from '@tabellion/shared/kernel'
import { unzlibSync } from 'fflate'

/** Pixels as a PDF takes them, 8 bits a sample. */
export interface Samples {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly color: Uint8Array
  /** One sample a pixel; absent when every pixel is opaque. */
  readonly alpha?: Uint8Array
}

interface Header {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly type: number
  readonly interlaced: boolean
}

/** Colour types of PNG (§11.2.2): grey, RGB, palette, grey and alpha, RGBA, with their samples per pixel. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** What a PDF can take of a PNG as it is: rows still filtered and deflated (ISO 32000-1, 7.4.4.4, predictors 10 to 15). */
export interface AsStored {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly channels: 1 | 3
  readonly data: Uint8Array
}

/** Grey or RGB, opaque, not interlaced: nothing to decode. undefined otherwise. */
export function storedRows(file: Uint8Array): AsStored | undefined {
  const chunks = chunksOf(file)
  const header = headerOf(chunks)
  if (!header || header.interlaced || chunks.some(({ type }) => type === 'tRNS')) return undefined
  const { depth, height, type, width } = header
  if (type !== 0 && type !== 2) return undefined
  const data = concatenated(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data))
  return { width, height, depth, channels: type === 0 ? 1 : 3, data }
}

/**
 * A PNG of any colour type, depth and interlacing as 8-bit samples. undefined when it is no PNG or is damaged.
 * https://www.w3.org/TR/png-3/
 */
export function readPng(file: Uint8Array): Samples | undefined {
  const chunks = chunksOf(file)
  const header = headerOf(chunks)
  if (!header) return undefined
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)
  const samples = SAMPLES[header.type] ?? 1
  try {
    const rows = rowsOf(unzlibSync(concatenated(data)), header, samples)
    return rows && samplesOf(rows, header, chunks)
  } catch {
    return undefined
  }
}

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

function chunksOf(file: Uint8Array): readonly Chunk[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= file.length; ) {
    const length = view.getUint32(at)
    if (at + 12 + length > file.length) break
    chunks.push({
      type: String.fromCharCode(...file.subarray(at + 4, at + 8)),
      data: file.subarray(at + 8, at + 8 + length),
    })
    at += 12 + length
  }
  return chunks
}

function headerOf([first]: readonly Chunk[]): Header | undefined {
  if (first?.type !== 'IHDR' || first.data.length < 13) return undefined
  const view = new DataView(first.data.buffer, first.data.byteOffset)
  const [depth = 0, type = -1, , , interlace = 0] = first.data.subarray(8)
  const header = { width: view.getUint32(0), height: view.getUint32(4), depth, type, interlaced: interlace === 1 }
  return type in SAMPLES && header.width > 0 && header.height > 0 ? header : undefined
}

/** Adam7 (§8.1): first column, first row, steps. A picture that is not interlaced is one pass over every pixel. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
const WHOLE = [[0, 0, 1, 1]] as const

/** Every sample of the picture on 16 bits at most, unfiltered and in place; undefined when bytes are lacking. */
function rowsOf(raw: Uint8Array, header: Header, samples: number): Uint16Array | undefined {
  const { depth, height, interlaced, width } = header
  const out = new Uint16Array(width * height * samples)
  const bytesPerPixel = Math.max(1, (samples * depth) >> 3)
  let at = 0
  for (const [x0, y0, dx, dy] of interlaced ? PASSES : WHOLE) {
    const across = Math.ceil((width - x0) / dx)
    const down = Math.ceil((height - y0) / dy)
    if (across <= 0 || down <= 0) continue
    const stride = Math.ceil((across * samples * depth) / 8)
    let above = new Uint8Array(stride)
    for (let row = 0; row < down; row++) {
      if (at + 1 + stride > raw.length) return undefined
      const line = unfiltered(raw[at] ?? 0, raw.slice(at + 1, at + 1 + stride), above, bytesPerPixel)
      for (let pixel = 0; pixel < across; pixel++)
        for (let sample = 0; sample < samples; sample++)
          out[((y0 + row * dy) * width + x0 + pixel * dx) * samples + sample] = sampleAt(
            line,
            pixel * samples + sample,
            depth,
          )
      above = line
      at += 1 + stride
    }
  }
  return out
}

/** §9.2. The line is changed in place. */
function unfiltered(
  filter: number,
  line: Uint8Array<ArrayBuffer>,
  above: Uint8Array,
  bytesPerPixel: number,
): Uint8Array<ArrayBuffer> {
  for (let at = 0; filter > 0 && at < line.length; at++) {
    const left = at < bytesPerPixel ? 0 : (line[at - bytesPerPixel] ?? 0)
    const up = above[at] ?? 0
    const corner = at < bytesPerPixel ? 0 : (above[at - bytesPerPixel] ?? 0)
    const own = line[at] ?? 0
    if (filter === 1) line[at] = own + left
    else if (filter === 2) line[at] = own + up
    else if (filter === 3) line[at] = own + ((left + up) >> 1)
    else line[at] = own + paeth(left, up, corner)
  }
  return line
}
function paeth(left: number, up: number, corner: number): number {
  const byLeft = Math.abs(up - corner)
  const byUp = Math.abs(left - corner)
  const byCorner = Math.abs(left + up - 2 * corner)
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
function sampleAt(line: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return line[index] ?? 0
  if (depth === 16) return ((line[2 * index] ?? 0) << 8) | (line[2 * index + 1] ?? 0)
  const bit = index * depth
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
}

/** Palettes looked up, keys of transparency applied, depths brought to 8 bits. */
function samplesOf(values: Uint16Array, { depth, height, type, width }: Header, chunks: readonly Chunk[]): Samples {
  const pixels = width * height
  const palette = chunks.find((chunk) => chunk.type === 'PLTE')?.data
  const key = chunks.find((chunk) => chunk.type === 'tRNS')?.data
  const largest = (1 << depth) - 1
  const eight =
    depth === 8 ? (value: number): number => value : (value: number): number => Math.round((value * 255) / largest)
  const channels = type === 0 || type === 4 ? 1 : 3
  const color = new Uint8Array(pixels * channels)
  const alpha = new Uint8Array(pixels).fill(255)
  const stored = SAMPLES[type] ?? 1
  const keyed =
    key && type !== 3
      ? Array.from({ length: channels }, (_, at) => ((key[2 * at] ?? 0) << 8) | (key[2 * at + 1] ?? 0))
      : undefined
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = pixel * stored
    if (type === 3) {
      const entry = values[from] ?? 0
      for (let channel = 0; channel < 3; channel++) color[pixel * 3 + channel] = palette?.[entry * 3 + channel] ?? 0
      alpha[pixel] = key?.[entry] ?? 255
      continue
    }
    for (let channel = 0; channel < channels; channel++)
      color[pixel * channels + channel] = eight(values[from + channel] ?? 0)
    if (stored > channels) alpha[pixel] = eight(values[from + channels] ?? 0)
    else if (keyed?.every((value, channel) => values[from + channel] === value)) alpha[pixel] = 0
  }
  return { width, height, channels, color, ...(alpha.every((sample) => sample === 255) ? {} : { alpha }) }
}
