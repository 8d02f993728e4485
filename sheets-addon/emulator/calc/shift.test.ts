import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FormulaMove, shiftFormula } from './shift.ts'

describe('copied or filled', () => {
  test.each([
    ['=A1+$B1+C$1+$D$1', 2, 1, '=B3+$B3+D$1+$D$1'],
    ['=SUM(K4:K)', 1, 1, '=SUM(L5:L)'],
    ['=SUM($K$4:$K)', 9, 9, '=SUM($K$4:$K)'],
    ['=SUM(D:D;5:5)', 1, 1, '=SUM(E:E;6:6)'],
    ["='Livre des recettes'!B2", 1, 0, "='Livre des recettes'!B3"],
    ['=IF(F4="";"";ROUND(G4*I4*(1-J4);2))', 3, 0, '=IF(F7="";"";ROUND(G7*I7*(1-J7);2))'],
    ['=A1&"A1"', 1, 0, '=A2&"A1"'],
    ['=LOG10 (A1)+taux_2026+ht1', 1, 0, '=LOG10 (A2)+taux_2026+HT2'],
    ['=A1', -1, 0, '=#REF!'],
    ['=SUM(A1:A3)', -1, 0, '=SUM(#REF!)'],
    ['=sum( a1 ; B2 )', 1, 0, '=sum( A2 ; B3 )'],
    ['texte A1', 1, 0, 'texte A1'],
  ])('%s moved %i down and %i right becomes %s', (formula, rows, columns, expected) => {
    expect(shiftFormula(formula, { kind: 'copy', rows, columns })).toBe(expected)
  })
})

const rows = (kind: 'insert' | 'delete', at: number, count: number, own = 'Ventes'): FormulaMove => ({
  kind,
  of: 'rows',
  sheet: 'Ventes',
  own,
  at,
  count,
})

describe('rows and columns inserted', () => {
  test.each([
    ['=A4+A5', 5, 2, '=A4+A7'],
    ['=SUM(A4:A9)', 4, 1, '=SUM(A5:A10)'],
    ['=SUM(A4:A9)', 6, 1, '=SUM(A4:A10)'],
    ['=SUM(A4:A9)', 10, 1, '=SUM(A4:A9)'],
    ['=SUM(K4:K)', 4, 1, '=SUM(K5:K)'],
    ['=SUM(K4:K)', 5, 1, '=SUM(K4:K)'],
    ['=SUM(D:D)', 2, 1, '=SUM(D:D)'],
    ['=SUM(5:7)', 6, 1, '=SUM(5:8)'],
    ['=$A$9', 1, 3, '=$A$12'],
    ['=Factures!A9', 1, 3, '=Factures!A9'],
    ['=ventes!A9', 1, 3, '=ventes!A12'],
  ])('%s, %i: %i rows before, becomes %s', (formula, at, count, expected) => {
    expect(shiftFormula(formula, rows('insert', at, count))).toBe(expected)
  })

  test('another tab follows only what it reads of the changed one', () => {
    expect(shiftFormula('=A9+Ventes!A9', rows('insert', 1, 1, 'Factures'))).toBe('=A9+Ventes!A10')
  })

  test('columns', () => {
    const move: FormulaMove = { kind: 'insert', of: 'columns', sheet: 'Ventes', own: 'Ventes', at: 3, count: 1 }
    expect(shiftFormula('=SUM(A:B;C4:D;Z1)', move)).toBe('=SUM(A:B;D4:E;AA1)')
  })
})

describe('rows deleted', () => {
  test.each([
    ['=A4', 4, 1, '=#REF!'],
    ['=A4+A9', 5, 2, '=A4+A7'],
    ['=SUM(A4:A9)', 4, 2, '=SUM(A4:A7)'],
    ['=SUM(A4:A9)', 8, 5, '=SUM(A4:A7)'],
    ['=SUM(A4:A9)', 2, 4, '=SUM(A2:A5)'],
    ['=SUM(A4:A9)', 4, 6, '=SUM(#REF!)'],
    ['=SUM(K4:K)', 1, 10, '=SUM(K1:K)'],
    ['=SUM(D:D)', 1, 10, '=SUM(D:D)'],
  ])('%s, from row %i: %i rows, becomes %s', (formula, at, count, expected) => {
    expect(shiftFormula(formula, rows('delete', at, count))).toBe(expected)
  })
})

describe('tabs renamed and deleted', () => {
  test.each([['=Ventes!A1+Factures!A1', '=Factures!A1', 'Ventes', 'Lignes 2026', "='Lignes 2026'!A1+Factures!A1"]])(
    '%s',
    (formula, _, from, to, expected) => {
      expect(shiftFormula(formula, { kind: 'rename-sheet', from, to })).toBe(expected)
    },
  )

  test('a deleted tab leaves #REF!', () => {
    expect(shiftFormula('=SUM(Ventes!A:A)+A1', { kind: 'delete-sheet', sheet: 'ventes' })).toBe('=SUM(#REF!)+A1')
  })
})

test('inserting rows and deleting them again gives every formula back', () => {
  const cell = fc.tuple(fc.constantFrom('A', '$B', 'AZ'), fc.constantFrom('', '$'), fc.integer({ min: 1, max: 60 }))
  const reference = fc.oneof(
    cell.map((parts) => parts.join('')),
    fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 }))
      .map(([top, more]) => `C${top}:D${top + more}`),
    fc.integer({ min: 1, max: 60 }).map((top) => `K${top}:K`),
  )
  const formula = fc.array(reference, { minLength: 1, maxLength: 4 }).map((parts) => `=SUM(${parts.join(';')})`)
  fc.assert(
    fc.property(formula, fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 5 }), (given, at, count) => {
      const inserted = shiftFormula(given, rows('insert', at, count))
      expect(shiftFormula(inserted, rows('delete', at, count))).toBe(given)
    }),
  )
})
