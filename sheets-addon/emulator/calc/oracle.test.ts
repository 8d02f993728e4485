import { describe, expect, test } from 'vitest'
import type { CellValue } from './cell-value.ts'
import { formulaCases, now, on, sheets } from './formula-cases.ts'
import { computeWithLibreOffice, findLibreOffice } from './libreoffice.ts'
import { testBook } from './test-book.ts'

const command = findLibreOffice()
const COLUMN = 20
const FIRST_ROW = 20

/** Numbers to fifteen digits less rounding noise; the rest exactly. An empty result is an empty text there. */
function isSame(ours: CellValue, theirs: CellValue): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours))
  return (ours ?? '') === (theirs ?? '')
}

function compareCases(soffice: string): void {
  const asked = Object.values(formulaCases).flatMap((cases) => cases.filter(([, , notAsked]) => notAsked === undefined))
  const rows = Array.from({ length: FIRST_ROW - 1 + asked.length }, (_, row) => {
    const formula = asked[row - FIRST_ROW + 1]?.[0]
    return formula === undefined ? [] : [...Array<null>(COLUMN - 1).fill(null), formula]
  })
  // The clock of the file is fixed: TODAY and NOW become the day of the cases.
  const fixed = rows.map((row) =>
    row.map((cell) => cell?.replaceAll('TODAY()', String(on('2026-11-25'))).replaceAll('NOW()', String(now)) ?? null),
  )
  const theirs = computeWithLibreOffice(soffice, { ...sheets, Feuille: fixed })
  const ours = testBook({ ...sheets, Feuille: rows }, { now })
  const different = asked.flatMap(([formula], position) => {
    const row = FIRST_ROW + position
    const [own, other] = [ours.get('Feuille', `T${row}`), theirs('Feuille', row, COLUMN)]
    return isSame(own, other) ? [] : [{ formula, ours: own, libreOffice: other }]
  })
  console.info(`LibreOffice was asked ${asked.length} formulas: ${different.length} differ.`)
  expect(different).toEqual([])
}

/** Lines of work with prices that fall on half-cents, and the totals that our workbook draws from them. */
function ledger(count: number): readonly (readonly CellValue[])[] {
  let seed = 20261125
  const next = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * limit)
  }
  const oneOf = (choices: readonly number[]): number => choices[next(choices.length)] ?? 1
  return Array.from({ length: count }, (_, index) => {
    const row = index + 1
    const quantity = (next(4000) + 1) / oneOf([1, 4, 8, 100])
    const price = (next(200_000) + 1) / oneOf([10, 100, 1000, 200])
    return [
      `Client ${next(40)}`,
      on('2026-01-01') + next(365),
      quantity,
      price,
      next(3) === 0 ? next(40) / 100 : 0,
      `=ROUND(C${row}*D${row}*(1-E${row});2)`,
      `=ROUND(F${row}*20%;2)`,
      `=ROUND(F${row}*5,5%;2)`,
      `=ROUND(C${row}*D${row}/3;1)`,
      row === 1 ? '=IF(TRUE;1;0)' : `=IF(F${row}>F${row - 1};1;0)`,
      ...(row <= 300
        ? [
            `=ROUND(SUMIFS(F:F;A:A;A${row});2)`,
            `=COUNTIFS(A:A;A${row};B:B;">="&B${row})`,
            `=MAXIFS(B:B;A:A;A${row})`,
            `=EOMONTH(B${row};1)+10`,
            `=INDEX(D:D;MATCH(A${row};A:A;0))`,
          ]
        : []),
    ]
  })
}

function compareLedger(soffice: string): void {
  const lines = ledger(3000)
  const theirs = computeWithLibreOffice(soffice, { Feuille: lines })
  const ours = testBook({ Feuille: lines })
  const different: string[] = []
  let asked = 0
  for (const [index, line] of lines.entries()) {
    for (const [position, content] of line.entries()) {
      if (typeof content !== 'string' || !content.startsWith('=')) continue
      asked += 1
      const [own, other] = [ours.calc.value(1, index + 1, position + 1), theirs('Feuille', index + 1, position + 1)]
      if (!isSame(own, other)) different.push(`${content}: ${String(own)} here, ${String(other)} there`)
    }
  }
  console.info(`LibreOffice was asked ${asked} ledger cells: ${different.length} differ.`)
  expect(different).toEqual([])
}

describe('LibreOffice computes the same', () => {
  if (command === undefined) {
    test('(not run: LibreOffice is not installed here, the comparison was left out)', () => {
      expect(findLibreOffice()).toBeUndefined()
    })
  } else {
    test('every case that it can be asked', () => compareCases(command), 120_000)
    test('a ledger of 3 000 lines with half-cents, and its totals', () => compareLedger(command), 120_000)
  }
})
