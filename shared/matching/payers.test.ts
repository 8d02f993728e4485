import { expect, test } from 'vitest'
import { addClient, emptyNameIndex } from './name-index.ts'
import { findNames } from './payers.ts'
import { client } from './testing.ts'
import { fold, runsOf } from './text.ts'

const NAMES = [
  'SAS Équinoxe Matériaux',
  'Menuiserie Vasseur',
  'Léa Quéré',
  'Syndicat des copropriétaires Isatis',
  'Huber',
  'Nova',
  'Nova Conseil',
  'Tessier & Fils SARL',
]

function sharesIn(label: string): Record<string, number> {
  const index = emptyNameIndex()
  for (const name of NAMES) addClient(index, client(name))
  return Object.fromEntries(
    [...findNames(runsOf(fold(label), 0), index)].map(([id, { share }]) => [id, Math.round(share * 100) / 100]),
  )
}

test.each([
  ['VIR SEPA EQUINOXE MATERIAUX', 'SAS Équinoxe Matériaux'],
  ['VIR Materiaux Equinoxe (SAS)', 'SAS Équinoxe Matériaux'],
  ['VIR EQUINOXEMATERIAUX', 'SAS Équinoxe Matériaux'],
  ['VIR EQUINOXE MAT ERIAUX', 'SAS Équinoxe Matériaux'],
  ['VIR M OU MME QUERE LEA', 'Léa Quéré'],
  ['VIR LEAQUERE', 'Léa Quéré'],
  ['VIR TESSIER ET FILS', 'Tessier & Fils SARL'],
])('%s names %s in full', (label, name) => {
  expect(sharesIn(label)[name]).toBe(1)
})

test('a cut name still names, a little less', () => {
  expect(sharesIn('VIR SYNDICAT DES COPROPR')['Syndicat des copropriétaires Isatis']).toBeGreaterThan(0.4)
  expect(sharesIn('VIR SYNDICAT DES COPROPRIETAIRES ISA')['Syndicat des copropriétaires Isatis']).toBeGreaterThan(0.66)
})

test('a surname and an initial name more than the surname, less than both names', () => {
  const [alone, initial] = ['VIR QUERE', 'VIR QUERE L'].map((label) => sharesIn(label)['Léa Quéré'] ?? 0)
  expect(alone).toBeLessThan(initial ?? 0)
  expect(initial).toBeLessThan(1)
})

test('UBER is not HUBER, NOVATION is not NOVA', () => {
  expect(sharesIn('VIR UBER BV')).toEqual({})
  expect(sharesIn('VIR NOVATION SA')).toEqual({})
})

test('a SIREN in the label names its client', () => {
  const index = emptyNameIndex()
  addClient(index, client('Menuiserie Vasseur', { siren: '732829320' }))
  expect(findNames(runsOf('VIR 73282932000074', 0), index).get('Menuiserie Vasseur')?.share).toBe(1)
})

test('names run together in the other order name nearly in full', () => {
  expect(sharesIn('VIR QUERELEA')['Léa Quéré']).toBeGreaterThan(0.9)
})
