import { describe, expect, test } from 'vitest'
import { client, done, freshWorkbook, sale } from './workshop.ts'

const TERMS = { 'Version CGV': 'v3' }

/** What issuing to one client says of its terms; the invoice is issued all the same. */
function said(cells: Readonly<Record<string, string>>, settings: Readonly<Record<string, string>> = TERMS) {
  const emulator = freshWorkbook(settings)
  const row = client(emulator, 'Éditions du Merle', cells)
  for (const group of ['A', 'B']) sale(emulator, 'Éditions du Merle', { group })
  const { findings, issued } = done(emulator, 'issue-invoices')
  expect(issued).toHaveLength(2)
  return findings
    .filter(({ code }) => code.startsWith('terms'))
    .map((finding) => ({ ...finding, row, found: finding.row }))
}

describe('terms bind who accepted them (features F-049)', () => {
  test('a client who has not accepted any is told of once, in the row to fill', () => {
    const findings = said({})
    expect(findings).toMatchObject([
      { severity: 'fix', code: 'terms-not-accepted', tab: 'Clients', column: 'CGV acceptées le' },
    ])
    expect(findings[0]?.found).toBe(findings[0]?.row)
    expect(findings[0]?.message).toMatch(/Éditions du Merle a accepté vos conditions générales.*Preuve CGV/)
  })
  test.each([
    ['v2', /a accepté la version «.v2.».*«.v3.»/],
    ['', /ne dit pas quelle version/],
  ])('and one who accepted version « %s »', (termsVersion, message) => {
    const findings = said({ termsAcceptedOn: '12/01/2026', termsVersion })
    expect(findings).toMatchObject([{ severity: 'fix', code: 'terms-outdated', column: 'Version CGV' }])
    expect(findings[0]?.message).toMatch(message)
  })
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['the same version, written otherwise', { termsAcceptedOn: '12/01/2026', termsVersion: 'Version 3' }, TERMS],
    ['terms without a version', { termsAcceptedOn: '12/01/2026' }, { 'Conditions générales': 'Paiement à 30 jours.' }],
    ['a public buyer, whose contract says them', { type: 'Administration' }, TERMS],
    ['no terms at all', {}, {}],
  ])('nothing is said for %s', (_, cells, settings) => {
    expect(said(cells, settings)).toEqual([])
  })
  test('nor for what a signed quote sold: its signature names them', () => {
    const emulator = freshWorkbook(TERMS)
    sale(emulator, 'Brasserie du Ponant')
    const number = 'D2026-0001'
    done(emulator, 'create-quote')
    done(emulator, 'accept-quote', { number, date: '2026-11-25', proof: 'Signé le 24/11' })
    const { findings, issued } = done(emulator, 'invoice-quote', { number })
    expect(issued).toHaveLength(1)
    expect(findings.filter(({ code }) => code.startsWith('terms'))).toEqual([])
  })
})
