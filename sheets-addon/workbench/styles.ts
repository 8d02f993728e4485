/** From a cell's looks, as scripts set them, to what the page draws. */
import type { stored } from '../emulator/index.ts'
import type { CellStyle } from './protocol.ts'

type Look = Readonly<Record<string, stored.LookValue>>

const plain = new WeakMap<stored.Dress, CellStyle>()

/** The conditional format goes over the cell's own look, the cell's over the alternating colours. */
export function styleOf(dress: stored.Dress | undefined, band: string | undefined, over: Look | undefined): CellStyle {
  if (band === undefined && over === undefined) {
    if (!dress) return {}
    const known = plain.get(dress) ?? drawn(dress.look ?? {})
    plain.set(dress, known)
    return known
  }
  return drawn({ ...(band === undefined ? {} : { background: band }), ...dress?.look, ...asLook(over ?? {}) })
}

/** Conditional formats say `bold` where cells say `fontWeight`. */
function asLook({ bold, italic, strikethrough, underline, ...others }: Look): Look {
  return {
    ...others,
    ...(bold === undefined ? {} : { fontWeight: bold ? 'bold' : 'normal' }),
    ...(italic === undefined ? {} : { fontStyle: italic ? 'italic' : 'normal' }),
    ...(underline ? { fontLine: 'underline' } : {}),
    ...(strikethrough ? { fontLine: 'line-through' } : {}),
  }
}

const text = (value: stored.LookValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

function drawn(look: Look): CellStyle {
  const background = text(look['background'])
  const color = text(look['fontColor'])
  const line = text(look['fontLine'])
  const align = text(look['horizontalAlignment'])
  const vertical = text(look['verticalAlignment'])
  const wrap = text(look['wrapStrategy'])
  const size = Number(look['fontSize'] ?? 10)
  const edges = Object.fromEntries(
    (['top', 'right', 'bottom', 'left'] as const).flatMap((side) => {
      const edge = text(look[`border-${side}`])
      return edge === undefined ? [] : [[side, edge.split(' ')[0] ?? '']]
    }),
  )
  return {
    ...(background === undefined || background === '#ffffff' ? {} : { background }),
    ...(color === undefined || color === '#000000' ? {} : { color }),
    ...(look['fontWeight'] === 'bold' ? { isBold: true } : {}),
    ...(look['fontStyle'] === 'italic' ? { isItalic: true } : {}),
    ...(line === 'underline' || line === 'line-through' ? { line } : {}),
    ...(size === 10 ? {} : { size }),
    ...(align === 'left' || align === 'center' || align === 'right' ? { align } : {}),
    ...(vertical === 'top' || vertical === 'middle' ? { vertical } : {}),
    ...(wrap === 'WRAP' ? { wrap: 'wrap' } : wrap === 'CLIP' ? { wrap: 'clip' } : {}),
    ...(Object.keys(edges).length === 0 ? {} : { edges }),
  }
}
