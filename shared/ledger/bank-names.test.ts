import { expect, test } from 'vitest'
import { readBankNames, withBankName } from './index.ts'

test('names are parted by semicolons or lines; those after ≠ do not mean the client', () => {
  expect(readBankNames(' SARL DUPONT ; M DUPONT, JEAN\n≠ STRIPE ; ')).toEqual({
    names: ['SARL DUPONT', 'M DUPONT, JEAN'],
    refused: ['STRIPE'],
  })
  expect(readBankNames('')).toEqual({ names: [], refused: [] })
})
test.each([
  ['', 'SARL DUPONT', 'is', 'SARL DUPONT'],
  ['SARL DUPONT', 'Sarl  Dupont', 'is', 'SARL DUPONT'],
  ['SARL DUPONT', 'M DUPONT', 'is', 'SARL DUPONT; M DUPONT'],
  ['SARL DUPONT; ≠ STRIPE', 'STRIPE', 'is', 'SARL DUPONT; STRIPE'],
  ['SARL DUPONT; STRIPE', 'stripe', 'is-not', 'SARL DUPONT; ≠ stripe'],
  ['≠ STRIPE', 'STRIPE', 'is-not', '≠ STRIPE'],
  ['', 'A; B', 'is', 'A B'],
  ['SARL DUPONT', ' ', 'is', 'SARL DUPONT'],
] as const)('« %s » and « %s » %s: « %s »', (cell, name, verdict, expected) => {
  expect(withBankName(cell, name, verdict)).toBe(expected)
  expect(withBankName(expected, name, verdict)).toBe(expected)
})
