import { expect, test } from 'vitest'
import { done, freshWorkbook, rows } from './workshop.ts'

const NOTICE = 'Texte du recouvrement'
/** What this setting said by itself in an earlier version. */
const FORMER = `Madame, Monsieur,

La {document} {numero}, de {montant}, échue le {echeance}, n’a pas été réglée après ma mise en demeure.
Sans règlement de {total} sous {delai} jours, je confie ce dossier à un commissaire de justice ou au tribunal :

{decompte}

{fondement}

Veuillez agréer, Madame, Monsieur, mes salutations distinguées.
{signature}`

const settingsOf = (value: string, explanation?: string) => {
  const emulator = freshWorkbook()
  const row = emulator.book.values('Réglages').findIndex((line) => line.includes(NOTICE)) + 1
  const at = (heading: string): number => (emulator.book.values('Réglages')[2] ?? []).indexOf(heading) + 1
  emulator.book.type('Réglages', row, at('Valeur'), [[value]])
  if (explanation !== undefined) emulator.book.type('Réglages', row, at('Explication'), [[explanation]])
  const { message } = done(emulator, 'repair-tabs')
  const setting = rows(emulator, 'settings').find(({ name }) => name === NOTICE)
  return { message, value: setting?.['value'], explanation: String(setting?.['explanation']) }
}

test('a text that nobody chose gives way to that of today, and the explanation says it', () => {
  const { explanation, message, value } = settingsOf(FORMER, `Jetons : {suite}. Par défaut : ${FORMER}.`)
  expect(value).toBe('')
  expect(message).toMatch(/«.Texte du recouvrement.».: le texte d’une version précédente laisse place/)
  expect(explanation).toContain('Vous me devez à ce jour {total}')
  expect(explanation).not.toContain('je confie ce dossier')
})

test('one changed by a single letter is the user’s', () => {
  const own = FORMER.replace('Madame, Monsieur', 'Chère Madame')
  const { message, value } = settingsOf(own)
  expect(value).toBe(own)
  expect(message).not.toContain('version précédente')
})
