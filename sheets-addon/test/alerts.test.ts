import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DESIGNER, plus, remind, said } from './deadline-mails.ts'
import { done, freshWorkbook, perform, workshop } from './workshop.ts'

describe('the daily message about deadlines', () => {
  test('says what, when, how much, who, what a delay costs and where it is written', () => {
    const emulator = freshWorkbook(DESIGNER)
    remind(emulator, '2027-01-24')
    const [mail] = emulator.mails()
    expect(mail).toMatchObject({
      to: ['ysoline@encrier-du-mardi.example'],
      subject: '2 échéances\u00a0: la première dans 7 jours, le 31/01/2027',
      attachments: [],
    })
    expect(mail?.body.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      readFileSync(new URL('golden/reminder.txt', import.meta.url), 'utf8'),
    )
  })
  test('catches up after missed days with the latest step alone, and never comes twice on a day', () => {
    const emulator = freshWorkbook(DESIGNER)
    remind(emulator, '2026-11-25')
    remind(emulator, '2026-12-12')
    remind(emulator, '2026-12-12')
    remind(emulator, '2026-12-13')
    expect(said(emulator)).toEqual([
      '2026-11-25 Paiement de la CFE, 2026 : dans 20 jours, le 15/12/2026.',
      '2026-12-12 Paiement de la CFE, 2026 : dans 3 jours, le 15/12/2026.',
    ])
  })
  test('goes by the row’s own Rappels, and by the settings otherwise', () => {
    const emulator = freshWorkbook({ ...DESIGNER, 'Rappels des échéances': '10' })
    done(emulator, 'today')
    const values = emulator.book.values('Échéances')
    const column = (values[2] ?? []).indexOf('Rappels') + 1
    const row = values.findIndex((line) => line.includes('urssaf-return/2026-Q4')) + 1
    emulator.book.type('Échéances', row, column, [['aucun']])
    for (let on = '2026-12-01'; on <= '2027-02-05'; on = plus(on, 1)) remind(emulator, on)
    expect(said(emulator).map((line) => line.slice(0, 40))).toEqual([
      '2026-12-05 Paiement de la CFE, 2026 : da',
      '2026-12-16 Paiement de la CFE, 2026 : en',
      '2027-01-21 Choix du rythme mensuel ou tr',
    ])
  })
  test('is not sent to whom has no address, or refused it', () => {
    for (const settings of [{ 'E-mail': '' }, { 'Rappels par e-mail': 'FAUX' }]) {
      const emulator = freshWorkbook({ ...DESIGNER, ...settings })
      remind(emulator, '2026-12-14')
      expect(emulator.mails()).toEqual([])
    }
  })
  test('stopped anywhere, it is never sent twice, and what may be lost is told', () => {
    const start = (() => {
      const emulator = freshWorkbook(DESIGNER)
      done(emulator, 'today')
      return emulator.save()
    })()
    const whole = perform(workshop(start), 'remind-deadlines').run.calls.total
    for (let call = 1; call <= whole; call++) {
      const emulator = workshop(start)
      perform(emulator, 'remind-deadlines', {}, { fault: { call, unflushed: 'dropped' } })
      const { findings } = done(emulator, 'remind-deadlines')
      const told = findings.some(({ code }) => code === 'digest-unsure')
      expect([call, emulator.mails().length <= 1, emulator.mails().length === 1 || told]).toEqual([call, true, true])
    }
  })
})
