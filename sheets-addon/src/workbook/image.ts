import { canDraw } from '@tabellion/shared/documents/pdf'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { readJpegHeader } from '../runtime/jpeg.ts'

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
  return readJpeg(bytes)
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function readJpeg(bytes: Uint8Array): Result<ImageFacts, ImageProblem> {
  const header = readJpegHeader(bytes)
  if (header === undefined) return fail({ code: 'image-unreadable' })
  if (header.components === 4) return fail({ code: 'image-cmyk' })
  return ok({ type: 'image/jpeg', width: header.width, height: header.height })
}

const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 65_536 + uint16(bytes, at + 2)
