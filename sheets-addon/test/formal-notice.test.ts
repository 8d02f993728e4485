import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { invoiced, on, paid, reminders, tick } from './unpaid.ts'
import { done, refused, rows } from './workshop.ts'

describe('the formal notice', () => {
  test('claims principal, penalties and forty euros as of today, in a letter and in its row', () => {
    const emulator = on(invoiced(), '2026-12-30')
    const outcome = done(emulator, 'formal-notice', { number: 'F2026-0001' })
    expect(outcome.files).toEqual(['Drive/Facturation/2026/Relances/F2026-0001_mise-en-demeure.pdf'])
    // 450 × 12.40 % × 5 / 365 = 0.76
    expect(rows(emulator, 'reminders')[0]).toMatchObject({
      level: 'Mise en demeure',
      claimed: 490.76,
      principal: 450,
      penalties: 0.76,
      recoveryFee: 40,
      daysLate: 5,
      status: 'Envoyée',
    })
    expect(refused(emulator, 'formal-notice', { number: 'F2026-0001' }).code).toBe('notice-said')
    emulator.clock.set('2027-01-20T08:00:00Z')
    // What was said is never said again, nor anything gentler after it.
    done(emulator, 'prepare-reminders')
    expect(reminders(emulator).map(([, level]) => level)).toEqual(['Mise en demeure'])
  })
  test('refuses what is not late, paid, disputed, unknown', () => {
    const start = invoiced()
    const number = 'F2026-0001'
    expect(refused(on(start, '2026-12-25'), 'formal-notice', { number }).message).toMatch(/due que le 25\/12\/2026/)
    const settled = on(start, '2026-12-30')
    done(settled, 'record-payment', { ...paid, date: '2026-12-29' })
    expect(refused(settled, 'formal-notice', { number }).message).toMatch(/réglée/)
    const disputed = on(start, '2026-12-30')
    tick(disputed, 'En litige')
    expect(refused(disputed, 'formal-notice', { number }).message).toMatch(/litige/)
    expect(refused(disputed, 'formal-notice', { number: 'F2026-0009' }).code).toBe('unknown-number')
    expect(refused(on(start, '2027-01-03'), 'formal-notice', { number }).message).toMatch(/jour chômé/)
  })
  test('a row deleted by hand comes back with what was said', () => {
    const emulator = on(invoiced(), '2026-12-30')
    done(emulator, 'formal-notice', { number: 'F2026-0001' })
    const [before] = rows(emulator, 'reminders')
    emulator.book.put('Relances', 4, 1, [Array.from({ length: 21 }, () => '')])
    done(emulator, 'prepare-reminders')
    const [after] = rows(emulator, 'reminders')
    expect(after).toEqual(before)
  })
})

test('explained line by line, with the way to court and its last day', () => {
  const emulator = on(invoiced(), '2026-12-30')
  const { claim, lines } = done(emulator, 'explain-amount', { number: 'F2026-0001' })
  expect(claim).toEqual({
    principalCents: 45_000,
    penaltiesCents: 76,
    recoveryFeeCents: 4_000,
    totalCents: 49_076,
    daysLate: 5,
    // From the end of the work, 20 November, not from the term of its invoice.
    prescribedOn: '2031-11-20',
  })
  expect(lines?.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(
    /Pénalités du 26\/12\/2026 au 30\/12\/2026 : 450,00 € × 12,40 % × 5 \/ 365 : 0,76 €/,
  )
})

test('the file for the lawyer: one PDF with its index, one archive; asked for again, the same', () => {
  const emulator = on(invoiced(), '2026-12-30')
  done(emulator, 'send-reminders')
  done(emulator, 'record-payment', { ...paid, amountCents: 5_000, date: '2026-12-30' })
  emulator.book.type('Relances', 4, 9, [['Promet de payer lundi']])
  emulator.clock.set('2027-01-06T08:00:00Z')
  done(emulator, 'formal-notice', { number: 'F2026-0001' })
  const { files } = done(emulator, 'export-unpaid-file', { number: 'F2026-0001' })
  expect(files).toEqual([
    'Drive/Facturation/2027/Impayés/dossier-impaye_F2026-0001.pdf',
    'Drive/Facturation/2027/Impayés/dossier-impaye_F2026-0001.zip',
  ])
  const before = emulator.drive.files().length
  done(emulator, 'export-unpaid-file', { number: 'F2026-0001' })
  expect(emulator.drive.files()).toHaveLength(before)
  const zip = emulator.drive.files().find(({ name }) => name.endsWith('.zip'))
  const packed = unzipSync(emulator.drive.content(zip?.id ?? '') ?? new Uint8Array())
  expect(Object.keys(packed).sort()).toEqual([
    '01_F2026-0001_Brasserie-du-Ponant.pdf',
    '03_2026-12-30_Relance courtoise.pdf',
    '05_2027-01-06_Mise en demeure.pdf',
    'chronologie.csv',
    'dossier-impaye_F2026-0001.pdf',
  ])
  const lines = new TextDecoder().decode(packed['chronologie.csv']).replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(lines).toMatch(/Réponse du client;Promet de payer lundi/)
  expect(lines).toMatch(/Paiement;Virement;50,00/)
})

test('handed over, it is silent; taken back, it speaks again', () => {
  const emulator = on(invoiced(), '2026-12-30')
  const { message } = done(emulator, 'hand-over', { number: 'F2026-0001', collector: 'Recouvreurs', commission: '15' })
  expect(message.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(/382,50 € attendus après commission de 15 %/)
  expect(done(emulator, 'prepare-reminders').reminders).toEqual([])
  done(emulator, 'hand-over', { number: 'F2026-0001', undo: true })
  expect(done(emulator, 'prepare-reminders').reminders).toHaveLength(1)
})
