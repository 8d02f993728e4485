import { binaryString } from '@tabellion/shared/documents/facturx'
import { invariant } from '@tabellion/shared/kernel'
import { catalogOf, type PdfFile } from './pdf-file.ts'

/** One shown text, as a reader that copies or reads aloud gets it. Points from the bottom left corner. */
export interface ShownText {
  readonly text: string
  readonly size: number
  readonly x: number
  readonly y: number
}

/** The text layer, page by page, in drawing order: glyphs taken back to characters by the fonts' own ToUnicode maps. */
export function textLayer(file: PdfFile): readonly (readonly ShownText[])[] {
  const maps = new Map<string, ReadonlyMap<number, string>>()
  return pageIds(file).map((id) => {
    const page = file.object(id)
    const contents = file.follow(page, 'Contents')
    invariant(contents !== undefined, 'a page has contents')
    const resources = file.object(file.follow(page, 'Resources') ?? id)
    const operators = binaryString(file.stream(contents))
    return [...operators.matchAll(/BT \/(F\d+) ([\d.]+) Tf .*?([-\d.]+) ([-\d.]+) T[dm] \[(.*?)\] TJ ET/g)].map(
      ([, font = '', size, x, y, shown = '']) => {
        const map = maps.get(font) ?? toUnicode(file, resources, font)
        maps.set(font, map)
        const glyphs =
          shown
            .match(/<[0-9a-f]*>/g)
            ?.join('')
            .match(/[0-9a-f]{4}/g) ?? []
        const text = glyphs.map((glyph) => map.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join('')
        return { text, size: Number(size), x: Number(x), y: Number(y) }
      },
    )
  })
}

/** The whole text of a document on one line, every space an ordinary one: what is searched for in it must be written likewise. */
export const plainText = (file: PdfFile): string =>
  plain(
    textLayer(file)
      .flatMap((page) => page.map(({ text }) => text))
      .join(' '),
  )

export const plain = (text: string): string => text.replace(/[\s\u00a0\u202f\u2009]+/g, ' ').trim()

function pageIds(file: PdfFile): readonly number[] {
  const pages = file.follow(catalogOf(file), 'Pages')
  invariant(pages !== undefined, 'the catalog names the pages')
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(file.object(pages))?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id))
}

function toUnicode(file: PdfFile, resources: string, font: string): ReadonlyMap<number, string> {
  const id = file.follow(resources, font)
  invariant(id !== undefined, `the font ${font} is in the resources`)
  const map = file.follow(file.object(id), 'ToUnicode')
  invariant(map !== undefined, `the font ${font} has a ToUnicode map`)
  const rows = binaryString(file.stream(map)).matchAll(/^<([0-9a-f]{4})><([0-9a-f]{4})>$/gm)
  return new Map(
    [...rows].map(([, glyph = '', code = '']) => [
      Number.parseInt(glyph, 16),
      String.fromCharCode(Number.parseInt(code, 16)),
    ]),
  )
}
