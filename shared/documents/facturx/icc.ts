/**
 * An sRGB display profile made here, so that no one's file is copied: ICC v2.4, matrix and curve, 256 points, 952 bytes.
 * IEC 61966-2-1; ICC.1:2001-04, §6. The primaries are adapted to D50 (Bradford), as the profile connection space asks.
 */
export function srgbProfile(): Uint8Array {
  const curve = [
    ...tag('curv'),
    ...u32(256),
    ...Array.from({ length: 256 }, (_, index) => u16(linear(index / 255))).flat(),
  ]
  const shared = curve
  const tags: readonly (readonly [string, readonly number[]])[] = [
    ['desc', [...tag('desc'), ...u32(5), ...ascii('sRGB'), 0, ...zeros(4 + 4 + 2 + 1 + 67)]],
    ['cprt', [...tag('text'), ...ascii('CC0'), 0]],
    ['wtpt', xyz(0.9505, 1, 1.0891)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', shared],
    ['gTRC', shared],
    ['bTRC', shared],
  ]
  const table: number[] = []
  const body: number[] = []
  const places = new Map<readonly number[], number>()
  const start = 128 + 4 + tags.length * 12
  for (const [signature, data] of tags) {
    const at = places.get(data) ?? start + body.length
    if (!places.has(data)) {
      places.set(data, at)
      body.push(...data, ...zeros(-data.length & 3))
    }
    table.push(...ascii(signature), ...u32(at), ...u32(data.length))
  }
  return Uint8Array.from([...header(start + body.length), ...u32(tags.length), ...table, ...body])
}

function header(size: number): readonly number[] {
  const date = [2026, 1, 1, 0, 0, 0].flatMap(u16)
  const fields = [
    ...u32(size),
    ...zeros(4),
    ...u32(0x02400000),
    ...ascii('mntrRGB XYZ '),
    ...date,
    ...ascii('acsp'),
    ...zeros(28),
    ...[0.9642, 1, 0.8249].flatMap(fixed),
  ]
  return [...fields, ...zeros(128 - fields.length)]
}

/** The sRGB transfer function, to 16 bits. */
const linear = (encoded: number): number =>
  Math.round(65_535 * (encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4))

const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255]
const u32 = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]
const fixed = (value: number): number[] => u32(Math.round(value * 65_536) >>> 0)
const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0))
const zeros = (count: number): number[] => new Array<number>(count).fill(0)
const tag = (signature: string): number[] => [...ascii(signature), ...zeros(4)]
const xyz = (...values: [number, number, number]): number[] => [...tag('XYZ '), ...values.flatMap(fixed)]
