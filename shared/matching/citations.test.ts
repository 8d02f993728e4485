import { day } from '@tabellion/shared/calendar'
import { describe, expect, test } from 'vitest'
import { findCitations } from './citations.ts'
import { addInvoices, emptyInvoiceIndex } from './invoice-index.ts'
import { invoice } from './testing.ts'
import { fold, runsOf } from './text.ts'

function citedIn(label: string, numbers: readonly string[], issuedOn = '2026-03-02'): string[] {
  const index = emptyInvoiceIndex()
  for (const number of numbers) addInvoices(index, [invoice(number, 'c', 10, { issuedOn: day(issuedOn) })])
  return findCitations(runsOf(fold(label), 0), index, new Set())
    .flatMap(({ how, invoices }) => invoices.map((item) => `${item.number} ${how}`))
    .sort()
}

describe('ways of writing FA-2026-0012', () => {
  test.each([
    ['FA-2026-0012', 'full'],
    ['fa-2026-0012', 'full'],
    ['FA20260012', 'full'],
    ['FA 2026 0012', 'full'],
    ['FA_2026.0012', 'full'],
    ['2026-0012', 'full'],
    ['REGLTFA20260012', 'full'],
    ['FACTURE2026-0012VIR', 'full'],
    ['FA-20 26-0012', 'full'],
    ['FA-2026-12', 'unpadded'],
    ['FACT2026 12', 'unpadded'],
    ['FA-2026-00012', 'unpadded'],
    ['FA26-0012', 'short-year'],
    ['FACT 26-12', 'short-year'],
    ['0012-2026', 'swapped'],
    ['12/2026', 'swapped'],
    ['FACTURE 12', 'worded'],
    ['FACT N° 0012', 'worded'],
    ['INVOICE NO 12', 'worded'],
    ['RECHNUNG NR. 12', 'worded'],
    ['FACTURE #12', 'worded'],
    ['0012', 'zeros'],
    ['12', 'bare'],
  ])('%s is %s', (written, how) => {
    expect(citedIn(`VIR SEPA DUPOND ${written}`, ['FA-2026-0012', 'FA-2026-0200'])).toEqual([`FA-2026-0012 ${how}`])
  })
})

describe('what is not a citation', () => {
  test.each(['20260012345', 'FA-2026-00129', 'REF 120012', 'DOSSIER 2026'])('%s', (written) => {
    expect(citedIn(`VIR SEPA DUPOND ${written}`, ['FA-2026-0012'])).toEqual([])
  })
  test('a piece of a code is at most a bare figure', () => {
    expect(citedIn('VIR SEPA DUPOND A34FA12', ['FA-2026-0012'])).toEqual(['FA-2026-0012 bare'])
  })
  test('the sequence after another noun is no invoice’s', () => {
    expect(citedIn('VIR SEPA DUPOND DOSSIER 0012', ['FA-2026-0012'])).toEqual(['FA-2026-0012 elsewhere'])
  })
  test('a number of the series that does not exist hides its own figures', () => {
    expect(citedIn('VIR FA-2026-0099', ['FA-2026-0012', 'FA-2025-0099'], '2026-03-02')).toEqual([])
  })
})

describe('lists', () => {
  const numbers = ['F2026-010', 'F2026-011', 'F2026-012', 'F2026-013']
  test('the rest of a list keeps the head of its first', () => {
    expect(citedIn('VIR F2026-010/012/013', numbers)).toEqual([
      'F2026-010 full',
      'F2026-012 listed',
      'F2026-013 listed',
    ])
  })
  test('sequences after one word for invoices', () => {
    expect(citedIn('VIR FACTURES 10, 11 ET 13', numbers)).toEqual([
      'F2026-010 worded',
      'F2026-011 worded',
      'F2026-013 worded',
    ])
  })
  test('from one to another', () => {
    expect(citedIn('VIR FACT 10 A 13', numbers)).toEqual([
      'F2026-010 worded',
      'F2026-011 ranged',
      'F2026-012 ranged',
      'F2026-013 worded',
    ])
  })
  test('the letters choose between an invoice and a credit note of the same number', () => {
    expect(citedIn('VIR F2026-010 AV2026-010', ['F2026-010', 'AV2026-010'])).toEqual([
      'AV2026-010 full',
      'F2026-010 full',
    ])
  })
})

test('other schemes: month and sequence, no head, letters inside', () => {
  expect(citedIn('VIR 03/2026/07', ['03/2026/07'])).toEqual(['03/2026/07 full'])
  expect(citedIn('VIR FAC000123', ['FAC000123'])).toEqual(['FAC000123 full'])
  expect(citedIn('VIR INVOICE 1042', ['1042'])).toEqual(['1042 full'])
  expect(citedIn('VIR 2026-A12-B', ['2026-A12-B'])).toContain('2026-A12-B full')
})

describe('ways of writing FVB00517, a number without a year', () => {
  test.each([
    ['FVB00517', 'full'],
    ['fvb 00517', 'full'],
    ['FACTFVB00517', 'full'],
    ['00517', 'digits'],
    ['OBJET 00 517', 'digits'],
    ['FACTURE 2026 517', 'worded'],
    ['FACTURE 517', 'worded'],
    ['517', 'bare'],
    ['CONTRAT 00517', 'elsewhere'],
  ])('%s: %s', (label, how) => {
    expect(citedIn(label, ['FVB00517', 'FVB00518'])).toEqual([`FVB00517 ${how}`])
  })
})

test('a date after a number is no list of numbers', () => {
  const index = emptyInvoiceIndex()
  for (const number of ['M2026-0160', 'M2026-0022', 'M2026-0007']) addInvoices(index, [invoice(number, 'c', 10)])
  const runs = runsOf('FACT M2026 0160 22/07/2026', 0)
  const cited = findCitations(runs, index, new Set([4, 5, 6]))
  expect(cited.flatMap(({ invoices }) => invoices.map(({ number }) => number))).toEqual(['M2026-0160'])
})
