import { day } from '@tabellion/shared/calendar'
import { describe, expect, test } from 'vitest'
import { firstOf, invoice, line, matchOne } from './testing.ts'

describe('a client with forty open invoices', () => {
  const amountOf = (index: number) => 300 + ((index * 7_919 * 13) % 99_991) / 100
  const many = Array.from({ length: 40 }, (_, index) =>
    invoice(`F2026-${String(index + 1).padStart(3, '0')}`, 'Galerie Delaunay', amountOf(index), {
      issuedOn: day(`2026-0${1 + Math.floor(index / 20)}-${String((index % 20) + 1).padStart(2, '0')}`),
    }),
  )
  const credit = invoice('AV2026-001', 'Galerie Delaunay', -40, { issuedOn: day('2026-02-01'), creditOf: 'F2026-020' })
  test('a cited invoice and its credit note are found among them, and the difference is no part payment', () => {
    const found = matchOne([...many, credit], line('VIR GALERIE DELAUNAY F2026-020', amountOf(19) - 40))
    expect(firstOf(found)).toEqual(['AV2026-001', 'F2026-020'])
  })
})
