import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { guessPattern } from './guess-pattern.ts'
import { formatNumber, parsePattern, takenOverRank } from './numbering.ts'

const today = day('2026-11-25')

test.each([
  ['F2026-011', 'F{AAAA}-{000}', 'F2026-012'],
  ['F2026-0011', 'F{AAAA}-{0000}', 'F2026-0012'],
  ['2026/11', '{AAAA}/{00}', '2026/12'],
  ['FA-26-012', 'FA-{AA}-{000}', 'FA-26-013'],
  ['2026-11-003', '{AAAA}-{MM}-{000}', '2026-11-004'],
  ['202611-003', '{AAAA}{MM}-{000}', '202611-004'],
  ['20261100012', '{AAAA}{MM}{00000}', '20261100013'],
  ['2026012', '{AAAA}{000}', '2026013'],
  ['FACT-99', 'FACT-{00}', 'FACT-100'],
  ['42', '{00}', '43'],
  ['F2025-120', 'F{AAAA}-{000}', 'F2026-001'],
])('after %s comes %s: %s', (last, expected, next) => {
  expect(guessPattern(last, today)).toBe(expected)
  const pattern = parsePattern(expected)
  if (!pattern.ok) throw new Error(pattern.problem.code)
  expect(formatNumber(pattern.value, (takenOverRank(pattern.value, last, today) ?? 0) + 1, today)).toBe(next)
})

test.each(['', 'F2026-', 'Facture n° 12', 'F.2026.12', 'F2026-0011-A'])('nothing is guessed from « %s »', (last) => {
  expect(guessPattern(last, today)).toBeUndefined()
})
