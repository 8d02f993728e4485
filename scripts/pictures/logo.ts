import { deflateSync } from 'node:zlib'
import type { Logo } from '@tabellion/shared/documents/pdf'
import { pngFile } from './bitmap.ts'

/** An invented logo, drawn here: two overlapping discs with soft edges on a transparent ground (PNG with alpha). */
export function drawnLogo(width: number, height: number): Logo {
  const rows = Buffer.alloc((width * 4 + 1) * height)
  const radius = height * 0.46
  const discs = [
    { x: radius * 1.08, color: [24, 77, 120] },
    { x: Math.min(width - radius * 1.08, radius * 2.4), color: [214, 122, 46] },
  ] as const
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (width * 4 + 1) + 1 + x * 4
      for (const disc of discs) {
        const cover = Math.max(0, Math.min(1, radius - Math.hypot(x + 0.5 - disc.x, y + 0.5 - height / 2) + 0.5))
        const under = (rows[at + 3] ?? 0) / 255
        disc.color.forEach((channel, index) => {
          rows[at + index] = Math.round(cover * channel + (1 - cover) * (rows[at + index] ?? 0))
        })
        rows[at + 3] = Math.round(255 * Math.max(cover * 0.92, under))
      }
    }
  return { format: 'png', bytes: pngFile(width, height, 6, deflateSync(rows)), width, height }
}
