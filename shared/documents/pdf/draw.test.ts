import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrastOnWhite, parseHex } from './accent.ts'
import { INKS } from './draw.ts'

const tokens = readFileSync(new URL('../../../assets/tokens.css', import.meta.url), 'utf8')

test('paper and screens have the same inks', () => {
  for (const name of ['ink', 'secondary', 'hairline', 'sunken'] as const)
    expect(tokens).toMatch(new RegExp(`--${name}: ${INKS[name]};`))
})

test('every text ink is at least 4.5:1 on white', () => {
  for (const name of ['ink', 'secondary'] as const)
    expect(contrastOnWhite(parseHex(INKS[name]) ?? [])).toBeGreaterThanOrEqual(4.5)
})
