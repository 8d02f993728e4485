import { readableAccent } from '@tabellion/shared/documents/pdf'
import { readJpegHeader } from '../../runtime/jpeg.ts'

/** features F-023. */
const LEAST_WIDTH = 300
/** Fifty millimetres at six hundred dots an inch. */
const MOST_SIDE = 1200
const MOST_BYTES = 900_000

/** An image as documents can take it: opaque, in RGB, not too heavy. */
export interface PreparedLogo {
  readonly file: string
  /** Base 64. */
  readonly data: string
  /** For an image on this page. */
  readonly address: string
  /** Its own colours, most present first, dark enough for white text on them. */
  readonly colors: readonly string[]
}

export type Prepared = { readonly logo: PreparedLogo } | { readonly problem: string }

/** Decoded by the browser, flattened on white, written again. What no document could bear is refused here, in words. */
export async function prepareLogo(file: File): Promise<Prepared> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (readJpegHeader(bytes)?.components === 4)
    return {
      problem:
        'Cette image est en CMJN, un mode d’imprimerie que les factures électroniques n’acceptent pas. Enregistrez-la en RVB.',
    }
  const image = await createImageBitmap(new Blob([bytes], { type: file.type })).catch(() => undefined)
  if (!image)
    return { problem: 'Ce fichier n’est pas une image que ce navigateur sait lire. Choisissez un PNG ou un JPEG.' }
  if (image.width < LEAST_WIDTH)
    return {
      problem: `Cette image ne fait que ${image.width} pixels de large ; il en faut ${LEAST_WIDTH} pour une impression nette.`,
    }
  const canvas = flattened(image)
  const blob = await lightest(canvas)
  if (!blob) return { problem: 'Cette image reste trop lourde (1 Mo au plus). Choisissez-en une plus simple.' }
  const address = await dataAddress(blob)
  const name = file.name.replace(/\.\w+$/, '') || 'logo'
  return {
    logo: {
      file: `${name}.${blob.type === 'image/png' ? 'png' : 'jpg'}`,
      data: address.slice(address.indexOf(',') + 1),
      address,
      colors: colorsOf(image),
    },
  }
}

function flattened(image: ImageBitmap): HTMLCanvasElement {
  const fitted = Math.min(1, MOST_SIDE / Math.max(image.width, image.height))
  const scale = Math.max(fitted, Math.min(1, LEAST_WIDTH / image.width))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  const drawing = context(canvas, { alpha: false })
  drawing.fillStyle = '#ffffff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.imageSmoothingQuality = 'high'
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Flat colours are light as PNG, photographs as JPEG. */
async function lightest(canvas: HTMLCanvasElement): Promise<Blob | undefined> {
  const attempts = [['image/png'], ['image/jpeg', 0.92], ['image/jpeg', 0.8]] as const
  for (const [type, quality] of attempts) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))
    if (blob && blob.size <= MOST_BYTES) return blob
  }
  return undefined
}

const dataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })

const SAMPLE_SIDE = 72
/** Of the circle of hues. */
const HUES = 18

interface Bucket {
  weight: number
  readonly sum: [number, number, number]
  count: number
}

/** The hues that colour the logo; black, white and greys propose nothing. */
function colorsOf(image: ImageBitmap): readonly string[] {
  const canvas = document.createElement('canvas')
  canvas.width = SAMPLE_SIDE
  canvas.height = SAMPLE_SIDE
  const drawing = context(canvas, { willReadFrequently: true })
  drawing.drawImage(image, 0, 0, SAMPLE_SIDE, SAMPLE_SIDE)
  const { data } = drawing.getImageData(0, 0, SAMPLE_SIDE, SAMPLE_SIDE)
  const buckets = new Map<number, Bucket>()
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4)
    const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
    const chroma = most - least
    if (alpha < 200 || chroma < 36) continue
    const hue = Math.floor(hueOf(red, green, blue, most, chroma) * HUES) % HUES
    const bucket = buckets.get(hue) ?? { weight: 0, sum: [0, 0, 0], count: 0 }
    bucket.weight += chroma
    bucket.count += 1
    for (const [index, channel] of [red, green, blue].entries()) bucket.sum[index] = (bucket.sum[index] ?? 0) + channel
    buckets.set(hue, bucket)
  }
  const ranked = [...buckets.values()].sort((a, b) => b.weight - a.weight)
  const enough = (ranked[0]?.weight ?? 0) / 12
  return ranked
    .filter(({ weight }) => weight >= enough)
    .slice(0, 3)
    .map(({ count, sum }) => readableAccent(hex(sum.map((channel) => channel / count))))
}

/** From 0 to 1. */
function hueOf(red: number, green: number, blue: number, most: number, chroma: number): number {
  const sixth =
    most === red ? (green - blue) / chroma : most === green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma
  return (sixth / 6 + 1) % 1
}

const hex = (channels: readonly number[]): string =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

function context(canvas: HTMLCanvasElement, options: CanvasRenderingContext2DSettings): CanvasRenderingContext2D {
  const drawing = canvas.getContext('2d', options)
  if (!drawing) throw new Error('no canvas')
  return drawing
}
