import { expect, test } from 'vitest'
import type { Run, SheetShape } from '../../protocol.ts'
import { geometryOf } from './geometry.ts'
import { placeAfter } from './moves.ts'
import { anchorOf, at, boxOf, edgeFrom, isFilled } from './selection.ts'

const filled: readonly (readonly Run[])[] = [
  [[3, 8]],
  [
    [3, 3],
    [6, 6],
  ],
  [],
  [[3, 8]],
  [],
  [[3, 4]],
]
const shape: SheetShape = {
  id: 0,
  name: 'Essai',
  rows: 20,
  columns: 6,
  lastRow: 8,
  lastColumn: 6,
  frozenRows: 3,
  widths: [100, 100, 100, 100, 100, 100],
  heights: [[3, 38]],
  hiddenRows: [[5, 5]],
  hiddenColumns: [[5, 5]],
  groups: [],
  merges: [{ row: 10, column: 2, rows: 2, columns: 2 }],
  warned: [],
  filled,
  charts: [],
  isPlain: false,
}
const geometry = geometryOf(shape)
const jump = (row: number, column: number, rows: number, columns: number): string => {
  const to = edgeFrom(shape, geometry, { row, column }, { rows, columns })
  return `${to.row},${to.column}`
}

test('Ctrl+arrow stops at the end of a run, at the next filled cell, else at the edge', () => {
  expect(jump(4, 1, 1, 0)).toBe('8,1')
  expect(jump(8, 1, 1, 0)).toBe('20,1')
  expect(jump(3, 2, 1, 0)).toBe('6,2')
  expect(jump(12, 1, -1, 0)).toBe('8,1')
  expect(jump(8, 1, -1, 0)).toBe('3,1')
  expect(jump(3, 1, -1, 0)).toBe('1,1')
  expect(jump(3, 1, 0, 1)).toBe('3,2')
  expect(jump(3, 2, 0, 1)).toBe('3,4')
  expect(jump(3, 4, 0, 1)).toBe('3,6')
  expect(jump(20, 3, 1, 0)).toBe('20,3')
})

test('steps skip what is hidden and cross from the frozen rows into the others', () => {
  expect([3, 4, 6].map((row) => geometry.stepRow(row, 1))).toEqual([4, 6, 7])
  expect([6, 4].map((row) => geometry.stepRow(row, -1))).toEqual([4, 3])
  expect(geometry.stepRow(1, -1)).toBe(1)
  expect(geometry.columns.step(4, 1)).toBe(6)
})

test('End goes to the last filled cell of the row, Ctrl+End to the last used one', () => {
  const end = (of: 'row' | 'sheet', row: number) =>
    placeAfter({ kind: 'end', of, to: 'end', isExtending: false }, at(row, 1), shape, geometry, 10)
  expect(end('row', 3)).toEqual({ row: 3, column: 6 })
  expect(end('row', 7)).toEqual({ row: 7, column: 4 })
  expect(end('row', 15)).toEqual({ row: 15, column: 1 })
  expect(end('sheet', 3)).toEqual({ row: 8, column: 6 })
})

test('a selection is a box whichever corner it began at', () => {
  expect(boxOf({ row: 9, column: 4, toRow: 7, toColumn: 5 })).toEqual({ row: 7, column: 4, rows: 3, columns: 2 })
})

test('a merged area is its first cell', () => {
  expect(anchorOf(shape, 11, 3)).toEqual({ row: 10, column: 2 })
  expect(anchorOf(shape, 12, 3)).toEqual({ row: 12, column: 3 })
})

test('filled cells are found by halving', () => {
  expect([2, 3, 5, 6, 7].map((row) => isFilled(shape, row, 2))).toEqual([false, true, false, true, false])
})
