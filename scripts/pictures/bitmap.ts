import { pngFile } from '@tabellion/shared/documents/fixtures'

/** Eight-bit RGB, row by row. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

/** A binary PPM (P6, 8 bits), as pdftoppm writes it. */
export function parsePpm(file: Uint8Array): Bitmap {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(file.subarray(0, 64)).toString('latin1'))
  if (!header) throw new Error('not a binary PPM of 8 bits')
  const [whole, width, height] = header
  return { width: Number(width), height: Number(height), rgb: file.subarray(whole.length) }
}

/** Rows of pictures on grey, `gap` pixels apart. */
export function composed(rows: readonly (readonly Bitmap[])[], gap: number): Bitmap {
  const rowWidth = (row: readonly Bitmap[]): number => row.reduce((sum, { width }) => sum + width + gap, gap)
  const rowHeight = (row: readonly Bitmap[]): number => Math.max(0, ...row.map(({ height }) => height))
  const width = Math.max(...rows.map(rowWidth))
  const height = rows.reduce((sum, row) => sum + rowHeight(row) + gap, gap)
  const rgb = new Uint8Array(width * height * 3).fill(0xd9)
  let top = gap
  for (const row of rows) {
    let left = gap
    for (const picture of row) {
      for (let y = 0; y < picture.height; y++)
        rgb.set(
          picture.rgb.subarray(y * picture.width * 3, (y + 1) * picture.width * 3),
          ((top + y) * width + left) * 3,
        )
      left += picture.width + gap
    }
    top += rowHeight(row) + gap
  }
  return { width, height, rgb }
}

/** Half the size, each pixel the mean of four. */
export function halved({ height, rgb, width }: Bitmap): Bitmap {
  const [across, down] = [width >> 1, height >> 1]
  const out = new Uint8Array(across * down * 3)
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across * 3; x++) {
      const at = 2 * y * width * 3 + Math.floor(x / 3) * 6 + (x % 3)
      const at2 = at + width * 3
      out[y * across * 3 + x] = ((rgb[at] ?? 0) + (rgb[at + 3] ?? 0) + (rgb[at2] ?? 0) + (rgb[at2 + 3] ?? 0) + 2) >> 2
    }
  return { width: across, height: down, rgb: out }
}

/** A PNG of at most 256 colours: of each shade (five bits a channel) the most frequent; the others become their nearest. */
export function palettePng({ height, rgb, width }: Bitmap): Uint8Array {
  const pixels = width * height
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels * 3; at += 3) {
    const color = packed(rgb[at], rgb[at + 1], rgb[at + 2])
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  const shades = new Map<number, { readonly color: number; readonly most: number; readonly total: number }>()
  for (const [color, count] of counts) {
    const shade = color & 0xf8f8f8
    const { color: first = color, most = 0, total = 0 } = shades.get(shade) ?? {}
    shades.set(shade, { color: count > most ? color : first, most: Math.max(most, count), total: total + count })
  }
  const palette = [...shades.values()]
    .sort((a, b) => b.total - a.total || a.color - b.color)
    .slice(0, 256)
    .map(({ color }) => color)
  const known = new Map(palette.map((color, index) => [color, index]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let pixel = 0; pixel < pixels; pixel++) {
    const color = packed(rgb[3 * pixel], rgb[3 * pixel + 1], rgb[3 * pixel + 2])
    let index = known.get(color)
    if (index === undefined) {
      index = nearest(color, palette)
      known.set(color, index)
    }
    rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = index
  }
  return pngFile(width, height, 3, rows, Uint8Array.from(palette.flatMap(channels)))
}

const packed = (red = 0, green = 0, blue = 0): number => (red << 16) | (green << 8) | blue
const channels = (color: number): [number, number, number] => [color >> 16, (color >> 8) & 255, color & 255]
function nearest(color: number, palette: readonly number[]): number {
  const own = channels(color)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  palette.forEach((candidate, at) => {
    const distance = channels(candidate).reduce((sum, channel, index) => sum + (channel - (own[index] ?? 0)) ** 2, 0)
    if (distance < least) [best, least] = [at, distance]
  })
  return best
}
