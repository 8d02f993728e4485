/** `#rrggbb` as three numbers from 0 to 255; undefined for anything else. */
export function parseHex(color: string): readonly [number, number, number] | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color.trim())?.[1]
  if (digits === undefined) return undefined
  const value = Number.parseInt(digits, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** WCAG 2.2, relative luminance. */
const luminance = (rgb: readonly number[]): number => {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
export const contrastOnWhite = (rgb: readonly number[]): number => 1.05 / (luminance(rgb) + 0.05)

/** WCAG AA for text of any size. */
const LEAST_CONTRAST = 4.5
const OURS = '#184d78'

/** The user's colour, darkened without changing its hue until white on it reaches 4.5:1; ours when it is no colour. */
export function readableAccent(color: string): string {
  const rgb = parseHex(color)
  if (rgb === undefined) return OURS
  for (let share = 256; share > 0; share--) {
    const darker = rgb.map((channel) => Math.floor((channel * share) / 256))
    if (contrastOnWhite(darker) >= LEAST_CONTRAST)
      return `#${darker.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
  }
  return '#000000'
}
