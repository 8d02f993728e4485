import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DESIGNER, plus, remind, said } from './deadline-mails.ts'
import { done, freshWorkbook, rows, sale } from './workshop.ts'

const DAY = 86_400_000

test('over a year day by day, each step of each duty is mailed once, on its day, in one message', () => {
  const emulator = freshWorkbook(DESIGNER)
  for (let on = '2026-11-25'; on <= '2027-11-25'; on = plus(on, 1)) {
    remind(emulator, on)
    if (on === '2026-12-14') done(emulator, 'mark-deadline', { id: 'cfe-payment/2026', status: 'done' })
    if (!on.endsWith('5')) continue
    const shown = done(emulator, 'today').actions?.filter(({ code }) => code.startsWith('deadline')) ?? []
    expect(new Set(shown.map(({ row }) => row)).size).toBe(shown.length)
  }
  const sent = emulator.mails().map(({ sentAt }) => sentAt.slice(0, 10))
  expect(new Set(sent).size).toBe(sent.length)
  expect(`${said(emulator).join('\n')}\n`).toBe(
    readFileSync(new URL('golden/reminders-of-a-year.txt', import.meta.url), 'utf8'),
  )
})

test('a year, morning by morning: each status changes on its day, and never more than seven things are asked', () => {
  const emulator = freshWorkbook({ 'Date de début': '01/04/2023', Département: '69', 'E-mail': 'camille@orme.example' })
  const today = () => emulator.clock.instant().slice(0, 10)
  const bill = () => {
    sale(emulator, 'Brasserie du Ponant')
    done(emulator, 'issue-invoices')
  }
  const pay = (amountCents: number) =>
    done(emulator, 'record-payment', { number: 'F2026-0001', date: today(), amountCents, method: 'transfer' })
  const events: Readonly<Record<string, () => unknown>> = {
    '2026-12-01': bill,
    '2027-01-20': () => pay(20_000),
    '2027-02-10': () => pay(25_000),
    '2027-03-01': bill,
    '2027-05-03': () => done(emulator, 'create-credit-note', { number: 'F2027-0001', reason: 'Annulation' }),
  }
  const changes: string[] = []
  const last = new Map<unknown, unknown>()
  for (let passed = 0; passed < 365; passed++) {
    for (const run of emulator.clock.advance(DAY)) expect(run.error).toBe(undefined)
    events[today()]?.()
    for (const { number, status } of rows(emulator, 'invoices')) {
      if (last.get(number) !== status) changes.push(`${today()} ${number} ${status}`.replaceAll(/[\u00a0\u202f]/g, ' '))
      last.set(number, status)
    }
    if (passed % 30 === 0) expect(done(emulator, 'today').actions?.length ?? 0).toBeLessThanOrEqual(7)
  }
  expect(changes).toEqual([
    '2026-12-01 F2026-0001 Émise',
    '2027-01-01 F2026-0001 En retard',
    '2027-01-20 F2026-0001 En retard · 200,00 € reçus',
    '2027-02-10 F2026-0001 Payée',
    '2027-03-01 F2027-0001 Émise',
    '2027-04-01 F2027-0001 En retard',
    '2027-05-03 F2027-0001 Soldée par avoir',
    '2027-05-03 AV2027-0001 Avoir soldé',
  ])
  expect(done(emulator, 'verify').findings).toEqual([])
}, 180_000)
