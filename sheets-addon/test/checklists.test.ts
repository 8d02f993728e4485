import { tabs } from '@tabellion/shared/ledger'
import { expect, test } from 'vitest'
import { done, rows, workshop } from './workshop.ts'

const begun = (trade: string, instant?: string) => {
  const emulator = workshop(undefined, instant)
  done(emulator, 'setup', { settings: { Métier: trade } })
  return emulator
}
const tasks = (trade: string): readonly unknown[] => rows(begun(trade), 'checklists').map(({ task }) => task)

test.each([
  ['Artisan', /décennale/, /NOVA|pédagogique|droits cédés/],
  ['Commerce', /registre des achats/, /décennale|NOVA|pédagogique/],
  ['Formateur', /bilan pédagogique/, /décennale|NOVA|registre des achats/],
  ['Services à la personne', /NOVA/, /décennale|pédagogique/],
  ['Photographe', /droits cédés/, /décennale|NOVA|pédagogique/],
  ['Consultant', /facturé en plus/, /décennale|NOVA|pédagogique|droits cédés/],
])('the lists of a %s have what is his, and nothing of another trade', (trade, his, others) => {
  const all = tasks(trade).join('\n')
  expect(all).toMatch(his)
  expect(all).not.toMatch(others)
  expect(all).toContain('Facturer ce qui est fait')
})

test.each([
  ['2026-12-15T08:00:00Z', '15/12/2026', '30/04/2027'],
  ['2026-12-16T08:00:00Z', '15/12/2027', '30/04/2027'],
  ['2026-04-30T08:00:00Z', '15/12/2026', '30/04/2026'],
])('begun on %s, what has its day each year is due on the next one', (instant, cfe, report) => {
  const lines = begun('Formateur', instant).book.displays(tabs.checklists.title)
  const due = (word: string): unknown => lines.find(([, task]) => task?.includes(word))?.[2]
  expect([due('CFE'), due('pédagogique')]).toEqual([cfe, report])
})

test('above the ticks, how far one is', () => {
  const emulator = begun('Artisan')
  const { title } = tabs.checklists
  const count = rows(emulator, 'checklists').length
  const said = (): unknown => emulator.book.displays(title)[1]?.[3]
  expect(said()).toBe(`0 sur ${count}`)
  emulator.user.edit(title, 'D5', 'VRAI')
  expect(said()).toBe(`1 sur ${count}`)
})
