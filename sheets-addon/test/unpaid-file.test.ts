import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { invoiced, job, on, paid } from './unpaid.ts'
import { done } from './workshop.ts'

const packedOf = (emulator: Emulator) => {
  const zip = emulator.drive.files().find(({ name }) => name.endsWith('.zip'))
  return unzipSync(emulator.drive.content(zip?.id ?? '') ?? new Uint8Array())
}
const linesOf = (packed: ReturnType<typeof packedOf>) =>
  new TextDecoder().decode(packed['chronologie.csv']).replaceAll(/[\u00a0\u202f]/g, ' ')

test('the file for the lawyer: one PDF with its index, one archive; asked for again, the same', () => {
  const emulator = on(invoiced(), '2026-12-30')
  done(emulator, 'send-reminders')
  done(emulator, 'record-payment', { ...paid, amountCents: 5_000, date: '2026-12-30' })
  emulator.book.type('Relances', 4, 9, [['Promet de payer lundi']])
  emulator.clock.set('2027-01-06T08:00:00Z')
  done(emulator, 'formal-notice', { number: 'F2026-0001' })
  done(emulator, 'post-notice', { number: 'F2026-0001', registered: '1A 234' })
  const { files } = done(emulator, 'export-unpaid-file', { number: 'F2026-0001' })
  expect(files).toEqual([
    'Drive/Facturation/2027/Impayés/dossier-impaye_F2026-0001.pdf',
    'Drive/Facturation/2027/Impayés/dossier-impaye_F2026-0001.zip',
  ])
  const before = emulator.drive.files().length
  done(emulator, 'export-unpaid-file', { number: 'F2026-0001' })
  expect(emulator.drive.files()).toHaveLength(before)
  const packed = packedOf(emulator)
  expect(Object.keys(packed).sort()).toEqual([
    '01_F2026-0001_Brasserie-du-Ponant.pdf',
    '03_2026-12-30_Relance courtoise.pdf',
    '05_2027-01-06_Mise en demeure.pdf',
    '06_decompte_2027-01-06.pdf',
    'chronologie.csv',
    'dossier-impaye_F2026-0001.pdf',
  ])
  const lines = linesOf(packed)
  expect(lines).toMatch(/;Réponse du client;Promet de payer lundi/)
  expect(lines).toMatch(/Paiement;F2026-0001, Virement;50,00/)
  expect(lines).toMatch(/Mise en demeure;Recommandé, n° 1A 234;/)
})

test('a whole job: quote, its acceptance and proof, deposit, balance, credit note, plan, letters, in their order', () => {
  const emulator = job()
  done(emulator, 'export-unpaid-file', { number: 'F2026-0002' })
  const packed = packedOf(emulator)
  expect(
    linesOf(packed)
      .split('\n')
      .map((line) => line.split(';').slice(0, 2).join(' ').trim()),
  ).toEqual([
    'Date Pièce',
    '25/11/2026 Devis',
    '25/11/2026 Envoi par e-mail',
    '26/11/2026 Accord du client',
    '26/11/2026 Facture d’acompte',
    '27/11/2026 Paiement',
    '30/11/2026 Facture de solde',
    '30/11/2026 Envoi par e-mail',
    '15/12/2026 Avoir',
    '04/01/2027 Échéancier convenu',
    '25/01/2027 Relance courtoise',
    '10/03/2027 Échéancier rompu',
    '10/03/2027 Mise en demeure',
    '12/03/2027 Décompte',
    '',
  ])
  expect(linesOf(packed)).toMatch(
    /Accord du client;Devis D2026-0001 accepté : pièce à joindre : https:\/\/drive.example\/signe/,
  )
  expect(Object.keys(packed).filter((name) => name.endsWith('.pdf'))).toHaveLength(8)
})
