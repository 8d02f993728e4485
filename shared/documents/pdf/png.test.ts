import { jpegLogo, pngLogo } from '@tabellion/shared/documents/fixtures'
import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { canDraw } from './logo.ts'
import { readPng } from './png.ts'

const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const
type ColorType = keyof typeof CHANNELS
const DEPTHS: Readonly<Record<ColorType, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

interface Picture {
  readonly width: number
  readonly height: number
  readonly type: ColorType
  readonly depth: number
  readonly interlaced: boolean
  readonly filters: readonly number[]
  readonly values: readonly number[]
}

const picture: fc.Arbitrary<Picture> = fc
  .record({
    width: fc.integer({ min: 1, max: 19 }),
    height: fc.integer({ min: 1, max: 19 }),
    type: fc.constantFrom<ColorType>(0, 2, 3, 4, 6),
    interlaced: fc.boolean(),
    filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 7 }),
  })
  .chain((shape) =>
    fc.constantFrom(...DEPTHS[shape.type]).chain((depth) => {
      const count = shape.width * shape.height * CHANNELS[shape.type]
      return fc
        .array(fc.integer({ min: 0, max: 2 ** depth - 1 }), { minLength: count, maxLength: count })
        .map((values) => ({ ...shape, depth, values }))
    }),
  )

const u32 = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]
const chunk = (type: string, data: readonly number[]): number[] => [
  ...u32(data.length),
  ...Buffer.from(type, 'latin1'),
  ...data,
  0,
  0,
  0,
  0,
]

/** A palette of 256 colours that tell their index. */
const palette = Array.from({ length: 256 }, (_, index) => [index, 255 - index, (index * 7) & 255]).flat()

/** The forward direction, written from the specification's text (§9.2), not from the reader. */
function encoded({ depth, filters, height, interlaced, type, values, width }: Picture): Uint8Array {
  const channels = CHANNELS[type]
  const bpp = Math.max(1, (channels * depth) / 8)
  const raw: number[] = []
  let turn = 0
  for (const [x0, y0, dx, dy] of interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const)) {
    let above: number[] = []
    for (let y = y0; y < height; y += dy) {
      let bits = ''
      for (let x = x0; x < width; x += dx)
        for (let channel = 0; channel < channels; channel++)
          bits += (values[(y * width + x) * channels + channel] ?? 0).toString(2).padStart(depth, '0')
      if (bits === '') continue
      const line =
        bits
          .padEnd(Math.ceil(bits.length / 8) * 8, '0')
          .match(/.{8}/g)
          ?.map((byte) => Number.parseInt(byte, 2)) ?? []
      const filter = filters[turn++ % filters.length] ?? 0
      raw.push(
        filter,
        ...line.map(
          (byte, at) => (byte - prediction(filter, line[at - bpp] ?? 0, above[at] ?? 0, above[at - bpp] ?? 0)) & 255,
        ),
      )
      above = line
    }
  }
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    ...chunk('IHDR', [...u32(width), ...u32(height), depth, type, 0, 0, interlaced ? 1 : 0]),
    ...(type === 3 ? chunk('PLTE', palette) : []),
    ...chunk('IDAT', [...zlibSync(Uint8Array.from(raw))]),
    ...chunk('IEND', []),
  ])
}
function prediction(filter: number, a: number, b: number, c: number): number {
  if (filter === 1) return a
  if (filter === 2) return b
  if (filter === 3) return Math.floor((a + b) / 2)
  if (filter !== 4) return 0
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

test('every colour type, depth, filter and interlacing comes back as its samples', () => {
  fc.assert(
    fc.property(picture, (original) => {
      const read = readPng(encoded(original))
      const { depth, height, type, values, width } = original
      const eight = (value: number): number => Math.round((value * 255) / (2 ** depth - 1))
      const stored = CHANNELS[type]
      const color: number[] = []
      const alpha: number[] = []
      for (let pixel = 0; pixel < width * height; pixel++) {
        const own = values.slice(pixel * stored, (pixel + 1) * stored)
        if (type === 3) color.push(...palette.slice((own[0] ?? 0) * 3, (own[0] ?? 0) * 3 + 3))
        else color.push(...own.slice(0, type === 0 || type === 4 ? 1 : 3).map(eight))
        if (type === 4 || type === 6) alpha.push(eight(own.at(-1) ?? 0))
      }
      expect([...(read?.color ?? [])]).toEqual(color)
      expect([...(read?.alpha ?? [])]).toEqual(alpha.every((sample) => sample === 255) ? [] : alpha)
    }),
    { numRuns: 200 },
  )
})

test('the invented logo has an alpha, its flat version none', () => {
  expect(readPng(pngLogo(60, 20).bytes)?.alpha).toBeDefined()
  expect(readPng(pngLogo(60, 20, 'white').bytes)?.alpha).toBeUndefined()
})

test('what is no PNG, cut short or damaged is undefined, never an exception', () => {
  const { bytes } = pngLogo(40, 20)
  expect(readPng(new Uint8Array())).toBeUndefined()
  expect(readPng(jpegLogo.bytes)).toBeUndefined()
  for (const length of [20, 40, bytes.length - 30]) expect(readPng(bytes.subarray(0, length))).toBeUndefined()
})

test('a logo is looked at before it is kept: damaged, of another format or in CMYK, it cannot be drawn', () => {
  const png = pngLogo(40, 20).bytes
  expect(canDraw({ format: 'png', bytes: png })).toBe(true)
  expect(canDraw({ format: 'png', bytes: png.subarray(0, png.length - 60) })).toBe(false)
  expect(canDraw(jpegLogo)).toBe(true)
  expect(canDraw({ format: 'jpeg', bytes: png })).toBe(false)
  const cmyk = jpegLogo.bytes.slice()
  cmyk[cmyk.findIndex((byte, at) => byte === 0xff && cmyk[at + 1] === 0xc0) + 9] = 4
  expect(canDraw({ format: 'jpeg', bytes: cmyk })).toBe(false)
})
