import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheets } from './formula-cases.ts'
import { functionNames } from './index.ts'
import { testBook } from './test-book.ts'
import { typedInput } from './typed-input.ts'

const book = testBook({ ...sheets, Vide: [] })

const argument = fc.constantFrom(
  ...[
    '0',
    '1',
    '2',
    '-1',
    '0,5',
    '-2,5',
    '46351',
    '1E3',
    '1E9',
    '-1E9',
    '1E300',
    '""',
    '"a"',
    '"12,5"',
    '"05/11/2026"',
    '"(?i)(a"',
    '"*"',
    '"\ud800"',
  ],
  ...[
    'TRUE',
    'FALSE',
    '#N/A',
    '1/0',
    'Z99',
    'A1',
    '',
    'Factures!E4:E8',
    'Factures!A4:F8',
    'Factures!G:G',
    'Vide!A:B',
    'Lignes!2:3',
    '{1;2\\3}',
    '{"a"\\"b"}',
  ],
)

test('no function ever throws, hangs or gives what is not a cell value, whatever it is given', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...functionNames),
      fc.array(argument, { maxLength: 5 }),
      fc.boolean(),
      (name, given, arrays) => {
        const call = `${name}(${given.join(';')})`
        const result = book.result(arrays ? `=ARRAYFORMULA(${call})` : `=${call}`)
        if (typeof result === 'number') expect(Number.isFinite(result)).toBe(true)
        else expect(result === null || ['string', 'boolean'].includes(typeof result)).toBe(true)
      },
    ),
    { numRuns: 6000 },
  )
}, 60_000)

test('no text, typed or given as a formula, ever throws', () => {
  const alphabet = fc.constantFrom(...'=+-*/^&<>%(){};,\\!:$\'"#. 0123456789ABEKéa€/_')
  fc.assert(
    fc.property(fc.string({ unit: alphabet, maxLength: 24 }), (text) => {
      const typed = typedInput(text, { locale: 'fr_FR', format: '', today: 46351 })
      if (typed.kind === 'value' && typeof typed.value === 'number') expect(Number.isFinite(typed.value)).toBe(true)
      book.result(`=${text}`)
    }),
    { numRuns: 4000 },
  )
})
