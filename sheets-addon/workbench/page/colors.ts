/** Colours that scripts set are those of a white sheet. In the dark they become tokens, or their dark counterpart. */

/** The light values of assets/tokens.css. */
const tokens: Readonly<Record<string, string>> = {
  '#ffffff': 'var(--paper)',
  '#f6f7fb': 'var(--sunken)',
  '#161a2b': 'var(--ink)',
  '#000000': 'var(--ink)',
  '#5b6275': 'var(--secondary)',
  '#dfe2ea': 'var(--hairline)',
  '#184d78': 'var(--accent)',
  '#1b6b3a': 'var(--good)',
  '#e8f5ec': 'var(--good-ground)',
  '#8a5300': 'var(--warn)',
  '#fff4df': 'var(--warn-ground)',
  '#a3221c': 'var(--bad)',
  '#fdebea': 'var(--bad-ground)',
}

const known = new Map<string, string>()

export function themed(color: string): string {
  const hex = color.toLowerCase()
  const before = known.get(hex)
  if (before !== undefined) return before
  const made = tokens[hex] ?? (/^#[0-9a-f]{6}$/.test(hex) ? `light-dark(${hex}, ${turned(hex)})` : color)
  known.set(hex, made)
  return made
}

/** Same hue, lightness turned round: a pale ground becomes a deep one, dark text becomes pale. */
function turned(hex: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const range = most - least
  const lightness = (most + least) / 2
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1))
  const hue =
    range === 0
      ? 0
      : most === red
        ? ((green - blue) / range + 6) % 6
        : most === green
          ? (blue - red) / range + 2
          : (red - green) / range + 4
  const dark = lightness > 0.5 ? 0.1 + (1 - lightness) * 0.5 : 0.9 - lightness * 0.45
  const calm = Math.min(saturation, 0.7)
  return `hsl(${Math.round(hue * 60)} ${Math.round(calm * 100)}% ${Math.round(dark * 100)}%)`
}
