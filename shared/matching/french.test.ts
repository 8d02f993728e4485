import { day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { expect, test } from 'vitest'
import { whyText } from './french.ts'
import { invoice, line, matchOne } from './testing.ts'

const spoken = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
function whyOf(...given: Parameters<typeof matchOne>): string {
  const [best] = matchOne(...given).proposals
  return spoken(whyText(best?.reasons ?? []))
}

test('says what speaks for the proposal, strongest first', () => {
  expect(
    whyOf([invoice('F2026-001', 'Galerie Delaunay', 480.5)], line('VIR GALERIE DELAUNAY F2026-001', 480.5)),
  ).toMatch(/^N° dans le libellé, nom du client, montant exact/)
})

test('a payment weeks before the due date is no objection: one in six is', () => {
  const early = line('VIR GALERIE DELAUNAY F2026-001', 480.5, { bookedOn: day('2026-03-09') })
  expect(whyOf([invoice('F2026-001', 'Galerie Delaunay', 480.5)], early)).not.toContain('échéance')
})

test('a payment before the invoice exists is one', () => {
  const before = line('VIR GALERIE DELAUNAY', 480.5, { bookedOn: day('2026-02-20') })
  expect(whyOf([invoice('F2026-001', 'Galerie Delaunay', 480.5)], before)).toContain(
    'mais payée avant l’émission de la facture',
  )
})

test('the oldest of three like it counts them all', () => {
  const three = ['F2026-001', 'F2026-002', 'F2026-003'].map((number) => invoice(number, 'Galerie Delaunay', 90))
  expect(whyOf(three, line('VIR GALERIE DELAUNAY', 90))).toContain('la plus ancienne de 3 semblables')
})

test('what is left over is told to the cent', () => {
  const paid = whyOf([invoice('F2026-001', 'Galerie Delaunay', 480)], line('VIR GALERIE DELAUNAY F2026-001', 500))
  expect(paid).toContain('mais 20,00 € de trop')
})

test('no reason, no sentence', () => {
  expect(whyText([])).toBe('')
  expect(spoken(whyText([{ code: 'bank-fee', difference: cents(-1_200), weight: -0.5 }]))).toBe(
    'Mais 12,00 € gardés par la banque.',
  )
})
