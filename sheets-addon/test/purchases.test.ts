import { describe, expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { done, freshWorkbook, perform, rows, workshop } from './workshop.ts'

const SHOP = { 'Date de début': '01/09/2020', Département: '37', 'Nature principale': 'Vente de marchandises' }
const OAK = {
  date: '12/11/2026',
  supplier: 'Scierie du Grand Chêne',
  description: 'Plateaux de chêne',
  gross: '864,30',
  method: 'Virement',
  receipt: 'F-2291',
  goods: 'VRAI',
}
/** Types a row of *Dépenses* or *Registre des achats* under the last one. */
function write(emulator: Emulator, tab: 'expenses' | 'purchases', record: Readonly<Record<string, string>>): number {
  const title = { expenses: 'Dépenses', purchases: 'Registre des achats' }[tab]
  const headings = (emulator.book.values(title)[2] ?? []).map(String)
  const row = 4 + rows(emulator, tab).length
  for (const [key, text] of Object.entries(record))
    emulator.book.type(title, row, headings.indexOf(HEADINGS[key] ?? '') + 1, [[text]])
  return row
}
const HEADINGS: Readonly<Record<string, string>> = {
  date: 'Date',
  supplier: 'Fournisseur',
  description: 'Description',
  nature: "Nature de l'achat",
  gross: 'Montant TTC',
  method: 'Mode de règlement',
  receipt: 'Justificatif',
  document: 'Référence de la pièce',
  goods: 'Achat de marchandises',
  rank: 'N°',
}
const register = (emulator: Emulator): readonly string[] =>
  rows(emulator, 'purchases').map((row) =>
    ['rank', 'supplier', 'document', 'nature', 'gross', 'method', 'receipt'].map((key) => row[key]).join(' | '),
  )
const shop = (): Emulator => freshWorkbook(SHOP)
const FIRST = '1 | Scierie du Grand Chêne | F-2291 | Plateaux de chêne | 864.3 | Virement | '

describe('Registre des achats', () => {
  test('takes in the purchases of goods of Dépenses, oldest first, and leaves other expenses', () => {
    const emulator = shop()
    write(emulator, 'expenses', OAK)
    write(emulator, 'expenses', { ...OAK, description: 'Assurance', receipt: 'A-1', goods: 'FAUX' })
    write(emulator, 'expenses', {
      ...OAK,
      date: '02/11/2026',
      description: 'Quincaillerie',
      gross: '41,20',
      method: 'Carte',
      receipt: 'https://drive.example/ticket',
    })
    done(emulator, 'refresh-deadlines')
    expect(register(emulator)).toEqual([
      '1 | Scierie du Grand Chêne |  | Quincaillerie | 41.2 | Carte | https://drive.example/ticket',
      '2 | Scierie du Grand Chêne | F-2291 | Plateaux de chêne | 864.3 | Virement | ',
    ])
    done(emulator, 'daily')
    done(emulator, 'check-file')
    expect(register(emulator)).toHaveLength(2)
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  })
  test('numbers what was typed in it, as it was typed', () => {
    const emulator = shop()
    write(emulator, 'purchases', {
      ...OAK,
      nature: 'Colle',
      document: 'T-1',
      description: '',
      goods: '',
      method: 'carte',
    })
    done(emulator, 'daily')
    expect(register(emulator)).toEqual(['1 | Scierie du Grand Chêne | T-1 | Colle | 864.3 | carte | F-2291'])
    write(emulator, 'expenses', OAK)
    done(emulator, 'daily')
    expect(register(emulator)[1]).toBe(FIRST.replace('1', '2'))
    expect(done(emulator, 'verify').findings).toEqual([])
  })
  test('is corrected by a reversal, and by another when the expense goes', () => {
    const emulator = shop()
    const row = write(emulator, 'expenses', OAK)
    done(emulator, 'daily')
    const headings = (emulator.book.values('Dépenses')[2] ?? []).map(String)
    emulator.book.type('Dépenses', row, headings.indexOf('Montant TTC') + 1, [['900']])
    done(emulator, 'daily')
    emulator.book.type('Dépenses', row, headings.indexOf('Achat de marchandises') + 1, [['FAUX']])
    done(emulator, 'daily')
    expect(register(emulator)).toEqual([
      FIRST,
      '2 | Scierie du Grand Chêne | F-2291 | Annule la ligne 1 : Plateaux de chêne | -864.3 | Virement | ',
      '3 | Scierie du Grand Chêne | F-2291 | Plateaux de chêne | 900 | Virement | ',
      '4 | Scierie du Grand Chêne | F-2291 | Annule la ligne 3 : Plateaux de chêne | -900 | Virement | ',
    ])
  })
  test('a copied row is a purchase of its own', () => {
    const emulator = shop()
    write(emulator, 'expenses', OAK)
    done(emulator, 'daily')
    const [, , , line = []] = emulator.book.values('Dépenses')
    const row = 4 + rows(emulator, 'expenses').length
    emulator.book.put('Dépenses', row, 1, [line.map((cell) => (cell === null ? '' : (cell as string | number)))])
    done(emulator, 'daily')
    expect(register(emulator)).toEqual([FIRST, FIRST.replace('1', '2')])
    const ids = rows(emulator, 'expenses').map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })
  test('says what a purchase lacks, in its row; what was booked before stays', () => {
    const emulator = shop()
    const row = write(emulator, 'expenses', OAK)
    done(emulator, 'daily')
    const headings = (emulator.book.values('Dépenses')[2] ?? []).map(String)
    for (const heading of ['Fournisseur', 'Justificatif'])
      emulator.book.type('Dépenses', row, headings.indexOf(heading) + 1, [['']])
    const { findings } = done(emulator, 'check-file')
    expect(findings.map(({ code, message, row, tab }) => [code, tab, row, message])).toContainEqual([
      'purchase-incomplete',
      'Dépenses',
      4,
      expect.stringContaining('il manque «\u00a0Fournisseur\u00a0» et «\u00a0Justificatif\u00a0».'),
    ])
    expect(register(emulator)).toEqual([FIRST])
  })
  test('what was booked and then altered shows, and is put back', () => {
    const emulator = shop()
    write(emulator, 'expenses', OAK)
    write(emulator, 'expenses', { ...OAK, receipt: 'F-2300', date: '13/11/2026' })
    done(emulator, 'daily')
    emulator.book.put('Registre des achats', 4, 6, [[1]])
    emulator.book.put('Registre des achats', 5, 1, [['', '', '', '', '', '', '', '']])
    const { findings } = done(emulator, 'verify')
    expect(findings.map(({ code, row }) => [code, row])).toEqual([
      ['cell-altered', 4],
      ['row-missing', undefined],
    ])
    expect(findings[0]?.message.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(/l’achat n° 1 a changé.*corrigez Dépenses/)
    done(emulator, 'restore')
    expect(register(emulator)).toEqual([FIRST, FIRST.replace('1', '2').replace('2291', '2300')])
  })
  test('a cleared number is found again, not given anew', () => {
    const emulator = shop()
    write(emulator, 'expenses', OAK)
    done(emulator, 'daily')
    emulator.book.put('Registre des achats', 4, 1, [['']])
    done(emulator, 'daily')
    expect(register(emulator)).toEqual([FIRST])
    expect(rows(emulator, 'journal').filter(({ type: kind }) => kind === 'purchasesBooked')).toHaveLength(1)
  })
  test('is exported as a table', () => {
    const emulator = shop()
    write(emulator, 'expenses', OAK)
    expect(done(emulator, 'export', { what: 'purchases' }).files).toEqual([
      'Drive/Facturation/2026/Déclarations/registre-des-achats_2026-01-01_2026-11-25.csv',
    ])
  })
  test('stopped at any call, the next run books each purchase once', () => {
    const emulator = shop()
    done(emulator, 'refresh-deadlines')
    write(emulator, 'expenses', OAK)
    write(emulator, 'purchases', {
      date: '10/11/2026',
      supplier: 'Colles Réunies',
      document: 'T-9',
      gross: '12',
      method: 'Carte',
    })
    const start = emulator.save()
    const args = { what: 'purchases' }
    const calls = perform(workshop(start), 'export', args).run.calls.total
    // One call in three: each stop costs half a second.
    for (let call = 1; call <= calls; call += 3) {
      const stopped = workshop(start)
      perform(stopped, 'export', args, { fault: { call, unflushed: call % 2 === 0 ? 'kept' : 'dropped' } })
      done(stopped, 'export', args)
      const ranks = rows(stopped, 'purchases').map(({ rank, supplier }) => `${rank} ${supplier}`)
      expect([call, ranks.sort()]).toEqual([call, ['1 Colles Réunies', '2 Scierie du Grand Chêne']])
    }
  }, 240_000)
})
