import { describe, expect, test } from 'vitest'
import { formulaCases, now, sheets } from './formula-cases.ts'
import { functionNames } from './index.ts'
import { testBook } from './test-book.ts'
import { formulaFunctions } from './xlsx.ts'

const book = testBook(sheets, { now })

for (const [subject, cases] of Object.entries(formulaCases)) {
  describe(subject, () => {
    for (const [formula, expected] of cases) {
      test(`${formula} is ${JSON.stringify(expected)}`, () => {
        const result = book.result(formula)
        if (typeof expected === 'number' && !Number.isInteger(expected)) expect(result).toBeCloseTo(expected, 6)
        else expect(result).toBe(expected)
      })
    }
  })
}

test('every function of the table has a case', () => {
  const all = Object.values(formulaCases).flat()
  const called = new Set(all.flatMap(([formula]) => formulaFunctions(formula)))
  // SUBTOTAL's hidden rows have their own tests in calc.test.ts.
  expect(functionNames.filter((name) => !called.has(name))).toEqual([])
})
