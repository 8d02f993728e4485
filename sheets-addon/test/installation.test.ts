import { expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { installationVerdict } from '../src/messages/installation.ts'
import { done, freshWorkbook, perform, workshop } from './workshop.ts'

const names = (emulator: Emulator) => emulator.book.sheets().map(({ name }) => name)

test('what a script can check by itself is checked on the account, and nothing is left behind', () => {
  const emulator = freshWorkbook()
  const before = emulator.save()
  const { installation, message } = done(emulator, 'check-installation')
  expect(installation?.filter(({ mood }) => mood !== 'good')).toEqual([])
  expect(message).toBe('13 points vérifiés\u00a0: rien à faire.')
  expect(installation?.map(({ text }) => text.split('\u00a0:')[0])).toEqual([
    'Réglages de Google',
    'Réglages de Google',
    'Réglages de Google',
    'n° 5, Textes',
    'n° 6, Fichiers',
    'n° 7, Formules',
    'n° 8, Fin d’un onglet',
    'n° 12, Listes',
    'n° 13, Cases à cocher',
    'n° 14, Verrou',
    'n° 23, Couleurs',
    'n° 25, Langage',
    'n° 26, Lecture d’un onglet',
  ])
  expect(names(emulator)).toEqual(names(workshop(before)))
  expect(emulator.drive.files().filter((file) => !file.folder && !file.trashed)).toEqual([])
})

test('a tab left by a stop is taken away by the next check', () => {
  const emulator = freshWorkbook()
  perform(emulator, 'check-installation', {}, { fault: { call: 20, unflushed: 'kept' } })
  done(emulator, 'check-installation')
  expect(names(emulator)).not.toContain('Vérification (provisoire)')
})

test('what Google refuses is said in its place, with what to do; the other checks go on', () => {
  const emulator = freshWorkbook()
  const { told } = perform(
    emulator,
    'check-installation',
    {},
    { refusals: [{ service: 'Drive', method: 'create', nth: 'every', error: 'drive-storage-full' }] },
  )
  const wrong = told?.ok ? told.outcome.installation?.filter(({ mood }) => mood !== 'good') : undefined
  expect(wrong).toHaveLength(1)
  expect(wrong?.[0]?.text).toContain('n° 6, Fichiers\u00a0: Google Drive a refusé')
})

test('the menu shows what there is to do first', () => {
  const emulator = freshWorkbook()
  const run = emulator.run('menuInstallation', [], { context: 'menu' })
  expect(run.error).toBeUndefined()
  expect(run.dialogs[0]?.title).toBe('Vérifier mon installation')
})

test.each([
  [{ check: 0, about: 'locale', locale: 'en_US', zone: 'America/New_York' }, 'mend', 'Réparer les onglets'],
  [{ check: 0, about: 'daily', planned: false }, 'mend', 'passage quotidien'],
  [{ check: 0, about: 'mail', left: 0 }, 'mend', 'quota'],
  [{ check: 5, changed: ['1-2'], space: '\u202f' }, 'tell', '« 1-2 » devient autre chose'],
  [{ check: 5, changed: [], space: '\u202f' }, 'good', 'U+202F'],
  [{ check: 6, again: 'made', listed: true, read: true }, 'tell', 'deux fichiers'],
  [{ check: 7, works: false, stored: '=SUM(C1,C2)' }, 'tell', '=SUM(C1,C2)'],
  [{ check: 12, strict: 'refused', lax: 'refused' }, 'tell', 'hors liste'],
  [{ check: 13, value: 'true', lastRow: 70 }, 'tell', 'jamais cochée'],
  [{ check: 23, rule: false }, 'tell', 'couleur'],
  [{ check: 25, missing: ['BigInt'] }, 'tell', 'BigInt'],
  [{ check: 26, same: false }, 'tell', 'onglet'],
  [{ check: 14, failed: 'busy' }, 'mend', '« busy »'],
] as const)('%j is told: %s', (seen, mood, words) => {
  const verdict = installationVerdict(seen)
  expect([verdict.mood, verdict.text.replace(/\u00a0/g, ' ')]).toEqual([mood, expect.stringContaining(words)])
})
