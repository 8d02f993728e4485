import { measure, POINT, type TextStyle, wrap } from './text.ts'

/** Millimetres. */
export const A4 = { width: 210, height: 297 } as const

/** The inks of a document, named by their use; draw.ts mixes them (the same numbers as assets/tokens.css). */
export type Ink = 'ink' | 'secondary' | 'hairline' | 'sunken' | 'accent' | 'onAccent' | 'watermark'

/** Millimetres from the top left corner of the page; `y` of a text is its baseline. */
export type Mark = TextMark | FillMark | RuleMark | PictureMark | ModulesMark
export interface TextMark {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly text: string
  readonly style: TextStyle
  readonly ink: Ink
  /** The one figure that the page is about, for the tests: BT-115. */
  readonly role?: 'payable'
  /** Degrees, anticlockwise: only the watermark turns. */
  readonly angle?: number
}
export interface FillMark {
  readonly kind: 'fill'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius?: number
  readonly ink: Ink
}
export interface RuleMark {
  readonly kind: 'rule'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly thickness: number
  readonly ink: Ink
}
/** The logo, in this rectangle. */
export interface PictureMark {
  readonly kind: 'picture'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** A QR code's dark modules, row by row. */
export interface ModulesMark {
  readonly kind: 'modules'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly rows: readonly (readonly boolean[])[]
}

export interface Page {
  readonly marks: readonly Mark[]
}

/** Marks in a box whose top left corner is the origin. */
export interface Block {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

export const nothing: Block = { width: 0, height: 0, marks: [] }

export const moved = (marks: readonly Mark[], x: number, y: number): readonly Mark[] =>
  marks.map((mark) => ({ ...mark, x: mark.x + x, y: mark.y + y }))

/** Blocks side by side or over one another, each at its place; the box grows to hold them. */
export function group(placed: readonly { readonly block: Block; readonly x?: number; readonly y?: number }[]): Block {
  return {
    width: Math.max(0, ...placed.map(({ block, x = 0 }) => x + block.width)),
    height: Math.max(0, ...placed.map(({ block, y = 0 }) => y + block.height)),
    marks: placed.flatMap(({ block, x = 0, y = 0 }) => moved(block.marks, x, y)),
  }
}

/** Blocks under one another; empty ones take no gap. */
export function stack(blocks: readonly Block[], gap = 0): Block {
  let y = 0
  const placed = []
  for (const block of blocks.filter(({ height }) => height > 0)) {
    placed.push({ block, y })
    y += block.height + gap
  }
  return group(placed)
}

/** A block with room around it. */
export const padded = (block: Block, room: { x?: number; top?: number; bottom?: number }): Block => ({
  width: block.width + 2 * (room.x ?? 0),
  height: block.height + (room.top ?? 0) + (room.bottom ?? 0),
  marks: moved(block.marks, room.x ?? 0, room.top ?? 0),
})

export interface Writing extends TextStyle {
  readonly ink: Ink
  /** Line to line, in points. */
  readonly leading: number
  readonly align?: 'left' | 'right'
  readonly role?: TextMark['role']
}

/** Inter's cap height: capitals and figures stand in the middle of their line. */
const CAP_HEIGHT = 0.728

/** From the top of a line to its baseline. */
export const baselineOf = ({ leading, size }: Pick<Writing, 'leading' | 'size'>): number =>
  ((leading + CAP_HEIGHT * size) / 2) * POINT

/** Text in a column, one line per entry of `lines`. */
export function linesBlock(lines: readonly string[], writing: Writing, width: number): Block {
  const { align = 'left', ink, leading, role, size, tracking, weight } = writing
  const style: TextStyle = { size, weight, ...(tracking === undefined ? {} : { tracking }) }
  const marks = lines.flatMap((text, index): TextMark[] => {
    if (text === '') return []
    const taken = measure(text, style)
    return [
      {
        kind: 'text',
        x: align === 'right' ? width - taken : 0,
        y: index * leading * POINT + baselineOf(writing),
        width: taken,
        text,
        style,
        ink,
        ...(role === undefined ? {} : { role }),
      },
    ]
  })
  return { width, height: lines.length * leading * POINT, marks }
}

/** Text broken into lines of at most `width`; nothing when there is no text. */
export const textBlock = (text: string | undefined, writing: Writing, width: number): Block =>
  text === undefined || text.trim() === '' ? nothing : linesBlock(wrap(text, writing, width), writing, width)

export const rule = (width: number, thickness: number, ink: Ink): Block => ({
  width,
  height: thickness,
  marks: [{ kind: 'rule', x: 0, y: thickness / 2, width, thickness, ink }],
})
export const space = (height: number): Block => ({ width: 0, height, marks: [] })

/** The ground a block stands on. */
export function ground(block: Block, ink: Ink, radius = 0): Block {
  const fill: FillMark = { kind: 'fill', x: 0, y: 0, width: block.width, height: block.height, radius, ink }
  return { ...block, marks: [fill, ...block.marks] }
}
