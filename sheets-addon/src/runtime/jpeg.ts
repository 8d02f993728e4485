export interface JpegHeader {
  readonly width: number
  readonly height: number
  /** 4 is CMYK (or YCCK): the PDF's RGB output intent excludes it. */
  readonly components: number
}

/** Walks the segments to the start of frame; undefined when there is none. ITU T.81, B.2.2. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (frame) return { width: uint16(bytes, at + 7), height: uint16(bytes, at + 5), components: bytes[at + 9] ?? 0 }
    at += 2 + uint16(bytes, at + 2)
  }
  return undefined
}

const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
