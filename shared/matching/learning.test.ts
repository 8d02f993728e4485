import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { createMatcher } from './matcher.ts'
import { firstOf, invoice, ledger, line, matchWith, reasonsOf } from './testing.ts'

const invoices = ['F2026-010', 'F2026-011', 'F2026-012'].map((number, index) =>
  invoice(number, 'Galerie Delaunay', 100 + 37 * index),
)
const pays = (number: string, euros: number) => [{ invoiceId: number, amount: cents(euros * 100) }]
const open = () => createMatcher(ledger([...invoices, invoice('F2026-020', 'Menuiserie Vasseur', 174)]))

test('a name confirmed behind a client is known from then on, and better after two confirmations', () => {
  const matcher = open()
  expect(matchWith(matcher, line('VIR SEPA PRUVOST HOLDING', 174)).decision).not.toBe('automatic')
  matcher.confirm({ line: line('VIR SEPA PRUVOST HOLDING FACT', 100), allocations: pays('F2026-010', 100) })
  matcher.confirm({ line: line('VIR PRUVOST HOLDING', 137), allocations: pays('F2026-011', 137) })
  const found = matchWith(matcher, line('VIR SEPA PRUVOST HOLDING', 174))
  expect([found.decision, firstOf(found)]).toEqual(['automatic', ['F2026-012']])
  expect(found.proposals[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'payer-confirmed-before', times: 2 }),
  )
})

test('what was learnt can be seen, and forgotten', () => {
  const matcher = open()
  matcher.confirm({
    line: line('VIR SEPA PRUVOST HOLDING', 100, { iban: 'FR761' }),
    allocations: pays('F2026-010', 100),
  })
  expect(matcher.learnt()).toEqual([
    {
      id: 'iban:FR761',
      kind: 'iban',
      text: 'FR761',
      payers: [{ clientId: 'Galerie Delaunay', times: 1 }],
      ignored: false,
    },
    {
      id: 'name:HOLDING PRUVOST',
      kind: 'name',
      text: 'HOLDING PRUVOST',
      payers: [{ clientId: 'Galerie Delaunay', times: 1 }],
      ignored: false,
    },
  ])
  for (const { id } of matcher.learnt()) matcher.forget(id)
  expect(matcher.learnt()).toEqual([])
  expect(reasonsOf(matchWith(matcher, line('VIR SEPA PRUVOST HOLDING', 174, { iban: 'FR761' })))).not.toContain(
    'payer-confirmed-before',
  )
})

test('an IBAN is its client’s, until it is seen for two: then it is nobody’s (C-14)', () => {
  const matcher = open()
  matcher.confirm({ line: line('VIREMENT', 100, { iban: 'FR762' }), allocations: pays('F2026-010', 100) })
  expect(reasonsOf(matchWith(matcher, line('VIREMENT', 137, { iban: 'FR762' })))).toContain('payer-iban-known')
  matcher.confirm({ line: line('VIREMENT', 174, { iban: 'FR762' }), allocations: pays('F2026-020', 174) })
  expect(matcher.learnt()).toContainEqual(expect.objectContaining({ id: 'iban:FR762', ignored: true }))
  expect(reasonsOf(matchWith(matcher, line('VIREMENT', 137, { iban: 'FR762' })))).not.toContain('payer-iban-known')
})

test('a payment processor teaches no name and no IBAN, known to the seller or not', () => {
  const matcher = open()
  matcher.confirm({ line: line('VIR SEPA STRIPE PAYMENTS', 100, { iban: 'IE1' }), allocations: pays('F2026-010', 100) })
  matcher.confirm({ line: line('VIR SEPA MOLLIE B.V.', 137, { iban: 'NL1' }), allocations: pays('F2026-011', 137) })
  expect(matcher.learnt()).toEqual([])
})

test('a refused proposal is not made again for that line, and its payer’s name weighs less for a while', () => {
  const matcher = open()
  const first = line('VIR SEPA GALERIE DELAUNAY', 100)
  matcher.refuse(first, pays('F2026-010', 100), day('2026-04-02'))
  expect(matchWith(matcher, first).proposals.map(({ allocations }) => allocations[0]?.invoiceId)).not.toContain(
    'F2026-010',
  )
  const probability = (bookedOn: string) =>
    matchWith(matcher, line('VIR SEPA GALERIE DELAUNAY', 137, { bookedOn: day(bookedOn) })).proposals[0]?.reasons.find(
      ({ code }) => code === 'refused-before',
    )?.weight ?? 0
  expect(probability('2026-04-03')).toBeLessThan(-2)
  expect(probability('2026-08-03')).toBeGreaterThan(-0.5)
  matcher.undo(first.id)
  expect(firstOf(matchWith(matcher, first))).toEqual(['F2026-010'])
})

test('a payer confirmed to pay nothing is remembered so', () => {
  const matcher = createMatcher(ledger([invoice('F2026-010', 'Galerie Delaunay', 250)]))
  const from = (bookedOn: string) => line('VIR SEPA ONDINE PETITJEAN', 250, { bookedOn: day(bookedOn) })
  const before = matchWith(matcher, from('2026-04-02')).proposals[0]?.probability ?? 0
  for (const month of ['01', '02', '03']) matcher.confirm({ line: from(`2026-${month}-02`), allocations: [] })
  expect(matchWith(matcher, from('2026-04-02')).proposals[0]?.probability ?? 0).toBeLessThan(before)
})
