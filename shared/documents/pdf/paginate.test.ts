import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, space } from './page.ts'
import { type Atom, paginate } from './paginate.ts'

const sheet = { firstTop: 50, top: 20, bottom: 120, tableHead: space(5) }
const block = (height: number): Block => space(height)
const heights = (pages: ReturnType<typeof paginate>): number[][] =>
  pages.map((page) => page.map(({ block }) => block.height))

test('atoms fill a page, then the next', () => {
  const atoms = [30, 30, 30, 30].map((height): Atom => ({ block: block(height), before: 5 }))
  const pages = paginate(atoms, sheet)
  expect(pages.map((page) => page.map(({ y }) => y))).toEqual([
    [50, 85],
    [20, 55],
  ])
})

test('the head of the table is on each page that shows a row', () => {
  const rows = Array.from({ length: 8 }, (): Atom => ({ block: block(20), before: 0, inTable: true }))
  expect(heights(paginate(rows, sheet))).toEqual([
    [5, 20, 20, 20],
    [5, 20, 20, 20, 20],
    [5, 20],
  ])
})

test('what holds together goes together', () => {
  const atoms: Atom[] = [
    { block: block(40), before: 0 },
    { block: block(11), before: 0, withNext: true },
    { block: block(12), before: 0, withNext: true },
    { block: block(20), before: 0 },
  ]
  expect(heights(paginate(atoms, sheet))).toEqual([[40], [11, 12, 20]])
})

test('a chain taller than a page gives up its first links, not its last', () => {
  const atoms: Atom[] = [
    { block: block(60), before: 0, withNext: true },
    { block: block(60), before: 0, withNext: true },
    { block: block(39), before: 0 },
  ]
  expect(heights(paginate(atoms, sheet))).toEqual([[60], [60, 39]])
})

test('every atom is placed once, in order, above the bottom', () => {
  const atom = fc.record({
    height: fc.integer({ min: 1, max: 90 }),
    before: fc.integer({ min: 0, max: 8 }),
    withNext: fc.boolean(),
    inTable: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(atom, { minLength: 1, maxLength: 40 }), (list) => {
      const atoms = list.map(({ height, ...rest }): Atom => ({ ...rest, block: block(height) }))
      const pages = paginate(atoms, sheet)
      const placed = pages.flat().filter((item) => item.block !== sheet.tableHead)
      expect(placed.map((item) => item.block)).toEqual(atoms.map((item) => item.block))
      for (const page of pages) {
        let last = 0
        for (const { block: own, y } of page) {
          expect(y).toBeGreaterThanOrEqual(last)
          expect(y + own.height).toBeLessThanOrEqual(sheet.bottom + 1e-6)
          last = y + own.height
        }
      }
    }),
  )
})
