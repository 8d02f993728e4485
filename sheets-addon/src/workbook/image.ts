import { canDraw } from '@tabellion/shared/documents/pdf'
import { fail, ok, type Result } from '@tabellion/shared/kernel'

export interface ImageFacts {
  readonly type: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
}
export type ImageProblem = { readonly code: 'image-unreadable' | 'image-cmyk' }

/** What a PNG or JPEG says of itself in its header. A PNG is decoded once: damaged, it would stop every later document. */
export function readImage(bytes: Uint8Array): Result<ImageFacts, ImageProblem> {
  if (bytes.length > 24 && SIGNATURE.every((byte, at) => bytes[at] === byte))
    return canDraw({ format: 'png', bytes })
      ? ok({ type: 'image/png', width: uint32(bytes, 16), height: uint32(bytes, 20) })
      : fail({ code: 'image-unreadable' })
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? readJpeg(bytes) : fail({ code: 'image-unreadable' })
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Walks the segments to the start of frame. ITU T.81, B.2.2. */
function readJpeg(bytes: Uint8Array): Result<ImageFacts, ImageProblem> {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return fail({ code: 'image-unreadable' })
    const marker = bytes[at + 1] ?? 0
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (frame) {
      // Four components are CMYK (or YCCK): the PDF's RGB output intent excludes them.
      if (bytes[at + 9] === 4) return fail({ code: 'image-cmyk' })
      return ok({ type: 'image/jpeg', width: uint16(bytes, at + 7), height: uint16(bytes, at + 5) })
    }
    at += 2 + uint16(bytes, at + 2)
  }
  return fail({ code: 'image-unreadable' })
}

const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 65_536 + uint16(bytes, at + 2)
