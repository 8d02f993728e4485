import { day } from '@tabellion/shared/calendar'
import { expect, test } from 'vitest'
import { sameOperation } from './duplicates.ts'
import { line } from './testing.ts'

const page = (label: string, more = {}) => line(label, 480, { source: 'page', ...more })
const file = (label: string, more = {}) => line(label, 480, { source: 'csv', ...more })

test.each([
  ['Vir Sepa Galerie Delaunay F2026-012', 'VIR SEPA GALERIE DELAUNAY F2026-012'],
  ['VIR SEPA GALERIE DELAUN', 'VIR SEPA GALERIE DELAUNAY FACTURE F2026-012'],
  ['VIR SEPA GALERIE DELAUNAY MOT', 'VIR SEPA GALERIE DELAUNAY MOTIF ACOMPTE'],
  ['APPORT DE VICTOR ZINR', 'VIR APPORT DE VICTOR ZINRCA'],
  ['VIREMENT RECU GALERIE DELAUNAY', 'VIR SEPA GALERIE DELAUNAY /REF NOTPROVIDED'],
])('« %s » and « %s » are one operation', (one, other) => {
  expect(sameOperation(page(one), file(other))).toBe(true)
})

test.each([
  ['another number', page('VIR DELAUNAY F2026-012'), file('VIR DELAUNAY F2026-013')],
  ['another payer', page('VIR GALERIE DELAUNAY'), file('VIR MENUISERIE VASSEUR')],
  ['another amount', page('VIR DELAUNAY'), line('VIR DELAUNAY', 481, { source: 'csv' })],
  ['a week later', page('VIR DELAUNAY'), file('VIR DELAUNAY', { bookedOn: day('2026-04-09') })],
  ['another account', page('VIR DELAUNAY', { account: 'pro' }), file('VIR DELAUNAY', { account: 'perso' })],
  ['the same source', file('VIR DELAUNAY'), file('VIR DELAUNAY')],
])('%s: two operations', (_, one, other) => {
  expect(sameOperation(one, other)).toBe(false)
})
