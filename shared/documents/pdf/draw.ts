import { writerOf } from '@tabellion/shared/documents/facturx'
import { jsPDF } from 'jspdf'
import { parseHex } from './accent.ts'
import { face, type Weight } from './fonts.ts'
import { embedLogo, LOGO, type Logo } from './logo.ts'
import type { FillMark, Ink, ModulesMark, Page, PictureMark, RuleMark, TextMark } from './page.ts'
import { kernedPieces, POINT } from './text.ts'

/** The numbers of assets/tokens.css, light. */
export const INKS: Readonly<Record<Exclude<Ink, 'accent'>, string>> = {
  ink: '#161a2b',
  secondary: '#5b6275',
  hairline: '#dfe2ea',
  sunken: '#f6f7fb',
  onAccent: '#ffffff',
  watermark: '#eef0f5',
}
const PAGE_HEIGHT = 297

/** Pages of marks as a jsPDF document. The operators are ours (ISO 32000-1, annex A): jsPDF's own text() knows no kerning. */
export function draw(pages: readonly Page[], accent: string, logo: Logo | undefined): jsPDF {
  const pdf = new jsPDF({ unit: 'mm', format: 'a4', compress: true, putOnlyUsedFonts: true, floatPrecision: 4 })
  const fonts = { regular: embed(pdf, 'regular'), semibold: embed(pdf, 'semibold') }
  const color = (ink: Ink): string => `${rgb(ink === 'accent' ? accent : INKS[ink])} rg`
  const { write } = writerOf(pdf)
  if (logo) embedLogo(pdf, logo)
  pages.forEach((page, index) => {
    if (index > 0) pdf.addPage('a4')
    for (const mark of page.marks) {
      if (mark.kind === 'picture') write(pictureOperators(mark))
      else if (mark.kind === 'text') write(textOperators(mark, color(mark.ink), fonts[mark.style.weight]))
      else write(color(mark.kind === 'modules' ? 'ink' : mark.ink), shapeOperators(mark))
    }
  })
  return pdf
}

interface EmbeddedFont {
  /** Its name in the page's resources. */
  readonly key: string
  /** The glyphs of a text as hexadecimal, noted so that the embedded subset, its widths and ToUnicode hold them. */
  readonly encode: (text: string) => string
}
interface FontApi {
  readonly internal: { readonly getFont: () => { readonly id: string } }
  readonly pdfEscape16: (text: string, font: { readonly id: string }) => string
}

function embed(pdf: jsPDF, weight: Weight): EmbeddedFont {
  const { file, name } = face(weight)
  pdf.addFileToVFS(`${weight}.ttf`, file)
  pdf.addFont(`${weight}.ttf`, name, 'normal')
  pdf.setFont(name, 'normal')
  // jsPDF embeds the fonts that its text() was asked for, and no other.
  pdf.text(' ', 0, 0)
  const api = pdf as unknown as FontApi
  const font = api.internal.getFont()
  return { key: font.id, encode: (text) => api.pdfEscape16(text, font) }
}

function textOperators({ angle, style, text, x, y }: TextMark, color: string, font: EmbeddedFont): string {
  const place = angle === undefined ? `${point(x)} ${up(y)} Td` : `${rotation(angle)} ${point(x)} ${up(y)} Tm`
  const shown = kernedPieces(text, style.weight)
    .map((piece) => `<${font.encode(piece.text)}>${piece.kern === 0 ? '' : ` ${-piece.kern} `}`)
    .join('')
  const spacing = `${decimal(((style.tracking ?? 0) * style.size) / 1000, 3)} Tc`
  return `BT /${font.key} ${decimal(style.size, 2)} Tf ${spacing} ${color} ${place} [${shown}] TJ ET`
}

function shapeOperators(mark: FillMark | RuleMark | ModulesMark): string {
  switch (mark.kind) {
    case 'rule':
      return rectangle(mark.x, mark.y - mark.thickness / 2, mark.width, mark.thickness)
    case 'fill':
      return mark.radius ? rounded(mark, mark.radius) : rectangle(mark.x, mark.y, mark.width, mark.height)
    case 'modules':
      return modules(mark)
  }
}

const pictureOperators = ({ height, width, x, y }: PictureMark): string =>
  `q ${point(width)} 0 0 ${point(height)} ${point(x)} ${up(y + height)} cm /${LOGO} Do Q`

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${point(x)} ${up(y + height)} ${point(width)} ${point(height)} re f`

/** Neighbouring modules as one rectangle, all filled at once: no hairline of white between them. */
function modules({ rows, width, x, y }: ModulesMark): string {
  const side = width / rows.length
  const runs: string[] = []
  rows.forEach((row, line) => {
    for (let from = 0; from < row.length; from++) {
      if (!row[from]) continue
      let to = from
      while (row[to + 1]) to++
      runs.push(
        `${point(x + from * side, 3)} ${up(y + (line + 1) * side, 3)} ${point((to + 1 - from) * side, 3)} ${point(side, 3)} re`,
      )
      from = to
    }
  })
  return `${runs.join(' ')} f`
}

/** A quarter of a circle as a Bézier curve. */
const ARC = 0.5523
function rounded({ height, width, x, y }: FillMark, radius: number): string {
  const [left, right, top, bottom, k] = [x, x + width, y, y + height, radius * (1 - ARC)]
  const at = (across: number, down: number): string => `${point(across)} ${up(down)}`
  return [
    `${at(left + radius, top)} m ${at(right - radius, top)} l`,
    `${at(right - k, top)} ${at(right, top + k)} ${at(right, top + radius)} c ${at(right, bottom - radius)} l`,
    `${at(right, bottom - k)} ${at(right - k, bottom)} ${at(right - radius, bottom)} c ${at(left + radius, bottom)} l`,
    `${at(left + k, bottom)} ${at(left, bottom - k)} ${at(left, bottom - radius)} c ${at(left, top + radius)} l`,
    `${at(left, top + k)} ${at(left + k, top)} ${at(left + radius, top)} c f`,
  ].join(' ')
}

const rotation = (degrees: number): string => {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [cosine, sine, -sine, cosine].map((part) => decimal(part, 4)).join(' ')
}
const rgb = (hex: string): string => (parseHex(hex) ?? [0, 0, 0]).map((channel) => decimal(channel / 255, 3)).join(' ')
const point = (millimetres: number, places = 2): string => decimal(millimetres / POINT, places)
const up = (y: number, places = 2): string => point(PAGE_HEIGHT - y, places)
const decimal = (value: number, places: number): string => String(Number(value.toFixed(places)))
