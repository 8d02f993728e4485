/** How a cell is drawn: classes for what CSS knows, a style for colours and sizes. */
import type { CSSProperties } from 'react'
import type { Cell, CellStyle } from '../../protocol.ts'
import { themed } from '../colors.ts'

export interface CellLook {
  readonly className: string
  readonly style: CSSProperties
}

const bare: CellLook = { className: '', style: {} }
const looks = new WeakMap<CellStyle, CellLook>()

export function lookOf(style: CellStyle | undefined): CellLook {
  if (!style) return bare
  const known = looks.get(style)
  if (known) return known
  const { background, color, isBold, isItalic, line, size, align, vertical, wrap, edges } = style
  const look: CellLook = {
    className: [
      isBold ? ' bold' : '',
      isItalic ? ' italic' : '',
      line ? ` ${line}` : '',
      align ? ` to-${align}` : '',
      vertical ? ` at-${vertical}` : '',
      wrap ? ` ${wrap}` : '',
    ].join(''),
    style: {
      ...(background === undefined ? {} : { background: themed(background) }),
      ...(color === undefined ? {} : { color: themed(color) }),
      // Points of a sheet: 10 are the 13 pixels of the page.
      ...(size === undefined ? {} : { fontSize: `${(size * 1.3).toFixed(1)}px`, lineHeight: 1.25 }),
      ...Object.fromEntries(
        Object.entries(edges ?? {}).map(([side, edge]) => [
          `border${side[0]?.toUpperCase()}${side.slice(1)}`,
          `1px solid ${themed(edge ?? '')}`,
        ]),
      ),
    },
  }
  looks.set(style, look)
  return look
}

/** Numbers stand right, ticks in the middle, text left, unless the cell says otherwise. */
export const sideOf = ({ kind }: Cell): string =>
  kind === 'number' ? ' number' : kind === 'boolean' ? ' centered' : kind === 'error' ? ' centered error' : ''

let brush: CanvasRenderingContext2D | null | undefined
const widths = new Map<string, number>()

/** Measured, so that a long text runs over its empty neighbours exactly as far as it needs. */
export function textWidth(text: string, isBold: boolean): number {
  const key = isBold ? `b${text}` : text
  const known = widths.get(key)
  if (known !== undefined) return known
  brush ??= document.createElement('canvas').getContext('2d')
  if (!brush) return 0
  brush.font = `${isBold ? 600 : 400} 13px Inter, system-ui, sans-serif`
  const width = brush.measureText(text).width
  if (widths.size > 5000) widths.clear()
  widths.set(key, width)
  return width
}
