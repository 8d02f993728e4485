import { binaryString, writerOf } from '@tabellion/shared/documents/facturx'
import { invariant } from '@tabellion/shared/kernel'
import { zlibSync } from 'fflate'
import type { jsPDF } from 'jspdf'
import { readPng, storedRows } from './png.ts'

export interface Logo {
  readonly format: 'png' | 'jpeg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** The logo's name in the resources of the pages. */
export const LOGO = 'Logo'

const SPACES = { 1: '/DeviceGray', 3: '/DeviceRGB' } as const

interface ImageObject {
  readonly dictionary: string
  readonly data: Uint8Array
  readonly mask?: ImageObject
}

/**
 * Puts the picture into the file, once. Ours rather than jsPDF's addImage, which brings a PNG reader that wants TextDecoder
 * and, with its other formats, a third of the weight of the whole script.
 */
export function embedLogo(pdf: jsPDF, logo: Logo): void {
  const image = imageOf(logo)
  const { events, newObject, write } = writerOf(pdf)
  const put = ({ data, dictionary, mask }: ImageObject): number => {
    const under = mask === undefined ? '' : ` /SMask ${put(mask)} 0 R`
    const id = newObject()
    write(`<</Type /XObject /Subtype /Image ${dictionary}${under} /Length ${data.length}>>`)
    write('stream')
    write(binaryString(data))
    write('endstream')
    write('endobj')
    return id
  }
  let id = 0
  events.subscribe('putResources', () => {
    id = put(image)
  })
  events.subscribe('putXobjectDict', () => write(`/${LOGO} ${id} 0 R`))
}

/** Whether the file can be drawn, to be asked when a logo is chosen: a damaged picture would stop every later document. */
export function canDraw({ bytes, format }: Pick<Logo, 'bytes' | 'format'>): boolean {
  if (format === 'png') return readPng(bytes) !== undefined
  const components = jpegFrame(bytes)?.components
  return components === 1 || components === 3
}

/** A picture with transparency takes long to split: once for all the documents of a run. */
const known = new WeakMap<Uint8Array, ImageObject>()

function imageOf({ bytes, format }: Logo): ImageObject {
  const image = known.get(bytes) ?? (format === 'png' ? pngObject(bytes) : jpegObject(bytes))
  known.set(bytes, image)
  return image
}

function pngObject(bytes: Uint8Array): ImageObject {
  const stored = storedRows(bytes)
  if (stored) {
    const { channels, data, depth, height, width } = stored
    const predictor = `/DecodeParms <</Predictor 15 /Colors ${channels} /BitsPerComponent ${depth} /Columns ${width}>>`
    return {
      dictionary: `/Width ${width} /Height ${height} /ColorSpace ${SPACES[channels]} /BitsPerComponent ${depth} /Filter /FlateDecode ${predictor}`,
      data,
    }
  }
  const read = readPng(bytes)
  invariant(read, 'the logo was a readable PNG when it was kept')
  const { alpha, channels, color, height, width } = read
  const flate = (data: Uint8Array, space: string): ImageObject => ({
    dictionary: `/Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent 8 /Filter /FlateDecode`,
    data: zlibSync(data),
  })
  const image = flate(color, SPACES[channels])
  return alpha === undefined ? image : { ...image, mask: flate(alpha, SPACES[1]) }
}

/** A JPEG goes in as it is. CMYK would break PDF/A beside an RGB output intent: it is refused when the logo is chosen. */
function jpegObject(bytes: Uint8Array): ImageObject {
  const frame = jpegFrame(bytes)
  invariant(frame && (frame.components === 1 || frame.components === 3), 'the logo was a grey or RGB JPEG when kept')
  const space = SPACES[frame.components === 1 ? 1 : 3]
  return {
    dictionary: `/Width ${frame.width} /Height ${frame.height} /ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode`,
    data: bytes,
  }
}

/** The start of frame (ITU-T T.81, B.2.2): any process but the markers DHT, JPG and DAC that share its range. */
function jpegFrame(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number; readonly components: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: bytes[at + 9] ?? 0 }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}
