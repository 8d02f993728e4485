import { HEADING_ROW, tabs } from '@tabellion/shared/ledger'
import { expect, test } from 'vitest'
import { bundle, done, freshWorkbook, rows, sale } from './workshop.ts'

const TAB = tabs.checks.title
const column = (key: keyof typeof tabs.checks.columns): number => Object.keys(tabs.checks.columns).indexOf(key) + 1

test('Contrôles says tab and row in their columns, column and problem whole, its code, then what to do; what is ignored stays so, there only', () => {
  const emulator = freshWorkbook()
  for (const label of ['Première maquette', 'Seconde maquette'])
    sale(emulator, 'Brasserie du Ponant', { label, unitPrice: 'cent' })
  done(emulator, 'check-file')
  const listed = (): readonly unknown[] =>
    rows(emulator, 'checks')
      .filter(({ tab }) => tab === 'Ventes')
      .map(({ ignored, problem, remedy, row, rule }) => [row, problem, rule, remedy, ignored === true])
  const said = [
    'Prix unitaire HT\u00a0: «\u00a0cent\u00a0» n’est pas un nombre.',
    'unreadable-number',
    'Écrivez par exemple 1\u202f250,00.',
  ]
  expect(listed()).toEqual([
    ['4', ...said, false],
    ['5', ...said, false],
  ])
  const at = rows(emulator, 'checks').findIndex(({ row, tab }) => tab === 'Ventes' && row === '5')
  emulator.book.type(TAB, HEADING_ROW + 1 + at, column('ignored'), [['VRAI']])
  done(emulator, 'check-file')
  expect(listed()).toEqual([
    ['4', ...said, false],
    ['5', ...said, true],
  ])
})

test('headings of figures end where their figures end', () => {
  const emulator = freshWorkbook()
  const asked =
    'function alignments(tab, row) { return SpreadsheetApp.getActive().getSheetByName(tab).getRange(row, 1, 1, 12).getHorizontalAlignments()[0] }'
  emulator.push({ ...bundle, code: `${bundle.code}\n${asked}` })
  const run = emulator.run('alignments', [tabs.sales.title, HEADING_ROW], { context: 'rpc' })
  const kinds = Object.values(tabs.sales.columns).map(({ kind }) => kind)
  const aligned = Array.isArray(run.result) ? run.result : []
  expect(aligned).toEqual(
    kinds
      .slice(0, 12)
      .map((kind) => (kind === 'text' || kind === 'checkbox' ? expect.not.stringMatching('right') : 'right')),
  )
})
