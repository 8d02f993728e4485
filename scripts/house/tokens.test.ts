import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../root.ts'

const css = readFileSync(join(root, 'assets/tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split(/@media \(prefers-(?:color-scheme: dark|reduced-motion: reduce)\)/)
const color = (theme: string, name: string): string => {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)?.[1]
  if (!found) throw new Error(`--${name} is missing`)
  return found
}

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: string, b: string): number => {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['paper', 'raised', 'sunken']
const pairs = [
  ...grounds.flatMap((ground) => ['ink', 'secondary', 'accent', 'good', 'warn', 'bad'].map((text) => [text, ground])),
  ['on-accent', 'accent'],
  ...['good', 'warn', 'bad'].flatMap((mood) => [mood, 'ink'].map((text) => [text, `${mood}-ground`])),
] as [string, string][]

test.each(pairs)('%s on %s is legible in both themes (4.5:1)', (text, ground) => {
  for (const theme of [light, dark]) {
    expect(contrast(color(theme, text), color(theme, ground))).toBeGreaterThanOrEqual(4.5)
  }
})

test('the dark theme is other colours and a softer shadow, nothing else', () => {
  const declared = [...dark.matchAll(/^ +([^\s{}].*);$/gm)].map(([, declaration = '']) => declaration)
  expect(declared.length).toBeGreaterThan(10)
  expect(declared.filter((declaration) => !/^--[\w-]+: #[\da-f]{6}$|^--shadow: /.test(declaration))).toEqual([])
})
