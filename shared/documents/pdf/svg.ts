import type { PrintedDocument } from '@tabellion/shared/invoicing'
import { readableAccent } from './accent.ts'
import { INKS } from './draw.ts'
import type { Ink, Mark, Page } from './page.ts'
import { layoutPages, type RenderOptions } from './render.ts'
import { POINT } from './text.ts'

/** Set on an element around the picture, it changes the accent at once. */
const ACCENT = '--document-accent'

/**
 * The document's pages as SVG, for a screen: the very marks that the PDF draws. Each text is given its width, so that it
 * stands right in whatever sans-serif the screen has.
 */
export function previewPages(
  document: PrintedDocument,
  options: Omit<RenderOptions, 'attachment'> & { readonly logoAddress?: string } = {},
): readonly string[] {
  const accent = readableAccent(document.style.accent)
  return layoutPages(document, options).map((page) => svgOf(page, accent, options.logoAddress))
}

function svgOf({ marks }: Page, accent: string, logo: string | undefined): string {
  const fill = (ink: Ink): string => (ink === 'accent' ? `var(${ACCENT}, ${accent})` : INKS[ink])
  const shapes = marks.map((mark) => shapeOf(mark, fill, logo))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" font-family="Inter, system-ui, sans-serif"><rect width="210" height="297" fill="#fff"/>${shapes.join('')}</svg>`
}

function shapeOf(mark: Mark, fill: (ink: Ink) => string, logo: string | undefined): string {
  switch (mark.kind) {
    case 'text': {
      const { angle, ink, style, text, width, x, y } = mark
      const weight = style.weight === 'semibold' ? ' font-weight="600"' : ''
      const turn = angle === undefined ? '' : ` transform="rotate(${-angle} ${place(x)} ${place(y)})"`
      return `<text x="${place(x)}" y="${place(y)}" font-size="${place(style.size * POINT)}"${weight} textLength="${place(width)}" lengthAdjust="spacingAndGlyphs" style="fill:${fill(ink)}"${turn}>${escaped(text)}</text>`
    }
    case 'fill':
      return `<rect x="${place(mark.x)}" y="${place(mark.y)}" width="${place(mark.width)}" height="${place(mark.height)}" rx="${place(mark.radius ?? 0)}" style="fill:${fill(mark.ink)}"/>`
    case 'rule':
      return `<rect x="${place(mark.x)}" y="${place(mark.y - mark.thickness / 2)}" width="${place(mark.width)}" height="${place(mark.thickness)}" style="fill:${fill(mark.ink)}"/>`
    case 'modules':
      return `<path d="${squares(mark.rows, mark.x, mark.y, mark.width / mark.rows.length)}" style="fill:${fill('ink')}"/>`
    case 'picture':
      return logo === undefined
        ? ''
        : `<image href="${escaped(logo)}" x="${place(mark.x)}" y="${place(mark.y)}" width="${place(mark.width)}" height="${place(mark.height)}"/>`
  }
}

/** Neighbouring dark modules as one bar. */
function squares(rows: readonly (readonly boolean[])[], x: number, y: number, side: number): string {
  return rows
    .flatMap((row, line) => {
      const bars: string[] = []
      for (let from = 0; from < row.length; from++) {
        if (!row[from]) continue
        let to = from
        while (row[to + 1]) to++
        const width = place((to + 1 - from) * side)
        bars.push(`M${place(x + from * side)} ${place(y + line * side)}h${width}v${place(side)}h-${width}z`)
        from = to
      }
      return bars
    })
    .join('')
}

const place = (millimetres: number): string => String(Number(millimetres.toFixed(2)))
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
