import type { Browser } from 'playwright-core'
import { launch } from '../browser.ts'
import type { Bitmap } from './bitmap.ts'

/** Pictures side by side on grey, as one PNG. */
export const collage = (pictures: readonly Buffer[]): Promise<Buffer> =>
  inBrowser(async (browser) => {
    const page = await browser.newPage({ viewport: { width: 4000, height: 3000 } })
    const images = pictures.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`)
    const style =
      'body{margin:0;width:max-content;padding:12px;background:#d9d9d9;display:flex;gap:24px;align-items:flex-start}'
    await page.setContent(`<!doctype html><style>${style}</style>${images.join('')}`)
    await page.waitForFunction('[...document.images].every((image) => image.complete)')
    return page.locator('body').screenshot()
  })

/** The pixels of a PNG, decoded by the browser. */
export const bitmapOf = (png: Buffer): Promise<Bitmap> =>
  inBrowser(async (browser) => {
    const page = await browser.newPage()
    const decoded: unknown = await page.evaluate(decoder(`data:image/png;base64,${png.toString('base64')}`))
    const { base64, height, width } = decoded as {
      readonly base64: string
      readonly width: number
      readonly height: number
    }
    return { width, height, rgb: Buffer.from(base64, 'base64') }
  })

async function inBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await launch()
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

/** Runs in the page: the picture's pixels as base 64, three bytes each. */
const decoder = (address: string): string => `(async () => {
  const image = new Image()
  image.src = '${address}'
  await image.decode()
  const canvas = document.createElement('canvas')
  const [width, height] = [image.naturalWidth, image.naturalHeight]
  Object.assign(canvas, { width, height })
  const drawing = canvas.getContext('2d')
  drawing.drawImage(image, 0, 0)
  const { data } = drawing.getImageData(0, 0, width, height)
  const parts = []
  for (let at = 0; at < data.length; at += 4) parts.push(String.fromCharCode(data[at], data[at + 1], data[at + 2]))
  return { base64: btoa(parts.join('')), width, height }
})()`
