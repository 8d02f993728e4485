import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrastOnWhite, parseHex, readableAccent } from './accent.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('white on the accent reaches 4.5:1 whatever the user chose', () => {
  fc.assert(fc.property(color, (chosen) => contrastOnWhite(parseHex(readableAccent(chosen)) ?? []) >= 4.5))
})

test('a colour that is dark enough stays as it is', () => {
  for (const chosen of ['#184d78', '#000000', '#767676', '#c2410c']) expect(readableAccent(chosen)).toBe(chosen)
})

test('a lighter colour keeps its hue: its channels keep their order and, nearly, their ratio', () => {
  const [red = 0, green = 0, blue = 0] = parseHex(readableAccent('#ffc800')) ?? []
  expect(red).toBeGreaterThan(green)
  expect(green).toBeGreaterThan(blue)
  expect(green / red).toBeCloseTo(200 / 255, 1)
})

test('what is no colour becomes ours', () => {
  for (const typed of ['', 'rouge', '#12345', 'rgb(1,2,3)']) expect(readableAccent(typed)).toBe('#184d78')
  expect(readableAccent(' 184D78 ')).toBe('#184d78')
})
