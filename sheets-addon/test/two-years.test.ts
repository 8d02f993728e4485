import { addDays, day, isWorkingDay } from '@tabellion/shared/calendar'
import { numberKey } from '@tabellion/shared/ledger'
import { expect, test } from 'vitest'
import type { Emulator } from '../emulator/index.ts'
import { BUSINESSES } from './two-businesses.ts'
import { done, perform, rows, workshop } from './workshop.ts'

const START = day('2026-11-26')
/** Numbers that look thrown, always the same. */
const dice = (seed: number) => () => {
  seed = (Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
  return ((seed ^ (seed >>> 13)) >>> 0) / 2 ** 32
}
const serial = (text: unknown) => addDays(day('1899-12-30'), Number(text))
/** How the subject of each level begins. */
const OPENINGS: Readonly<Record<string, string>> = {
  'Facture en attente': 'Relance courtoise',
  Relance: 'Relance ferme',
  'Dernier avis avant recouvrement': 'Recouvrement',
}
const CLOSED = /^(Payée|Soldée|Trop-perçu|Irrécouvrable|En litige|Avoir)/

/**
 * Two years of mornings of a whole business: a third of them missed, one in nine stopped at some call, money that comes late, in
 * part, or never; each Thursday the user says yes to what waits, and posts the notices.
 */
test.each(BUSINESSES)(
  '%s: each level at most once, none once settled, none on a closed day, all caught up',
  (business) => {
    const emulator = workshop()
    done(emulator, 'sample-data', { business })
    done(emulator, 'setup', { settings: { 'Relances par défaut': 'Automatiques' } })
    done(emulator, 'issue-invoices')
    const throwDice = dice(business.length)
    const settledOn = new Map<string, string>()
    const fates = new Map<string, { readonly on: string; readonly share: number }>()
    let kills = 0
    for (let step = 0; step < 730; step += 1) {
      const today = addDays(START, step)
      emulator.clock.set(`${today}T07:00:00Z`)
      if (step % 30 === 0) plan(emulator, fates, today, throwDice)
      for (const [number, fate] of fates)
        if (fate.on === today) {
          const left = owed(emulator, number)
          const amountCents = Math.round(left * 100 * fate.share)
          if (amountCents > 0)
            done(emulator, 'record-payment', { number, date: today, amountCents, method: 'transfer' })
          if (fate.share === 1) settledOn.set(numberKey(number), today)
        }
      if (throwDice() < 0.33) continue
      const struck = throwDice() < 0.11
      kills += struck ? 1 : 0
      const call = 1 + Math.floor(throwDice() * 60)
      perform(emulator, 'daily', {}, struck ? { fault: { call, unflushed: step % 2 === 0 ? 'kept' : 'dropped' } } : {})
      if (step % 7 === 0 && isWorkingDay(today, 'general')) approve(emulator)
    }
    expect(kills).toBeGreaterThan(20)
    // A last whole week without accident: what was interrupted is finished.
    for (let step = 730; step < 760; step += 1) {
      emulator.clock.set(`${addDays(START, step)}T07:00:00Z`)
      done(emulator, 'daily')
      if (isWorkingDay(addDays(START, step), 'general')) approve(emulator)
    }
    const said = rows(emulator, 'reminders').filter(({ status }) => status === 'Envoyée' || status === 'En cours')
    expect(said.length).toBeGreaterThan(10)
    expect(new Set(said.map(({ id }) => id)).size).toBe(said.length)
    for (const { id, invoice, sentOn } of said) {
      if (sentOn === '') continue
      const on = serial(sentOn)
      expect([id, isWorkingDay(on, 'general')]).toEqual([id, true])
      const settled = settledOn.get(numberKey(String(invoice)))
      if (settled !== undefined) expect([id, on < settled]).toEqual([id, true])
    }
    // An instalment that is missed begins again with the same subject: each mail has its own line in *Relances*.
    const lines = said.flatMap(({ channel, invoice, level }) => (channel === 'E-mail' ? [`${invoice} ${level}`] : []))
    const byMail = lines.length
    for (const { subject } of emulator.mails()) {
      const [, opening = '', number = ''] = /^([^–]+) – .*?(F\d{4}-\d+)/.exec(subject) ?? []
      const level = OPENINGS[opening]
      if (level === undefined) continue
      const line = lines.indexOf(`${number} ${level}`)
      expect([subject, line]).not.toEqual([subject, -1])
      lines.splice(line, 1)
    }
    expect(byMail - lines.length).toBeGreaterThan(5)
    caughtUp(emulator)
    expect(done(emulator, 'verify').verdict?.ok).toBe(true)
  },
  3_600_000,
)

const owed = (emulator: Emulator, number: string) =>
  Number(rows(emulator, 'invoices').find((row) => row['number'] === number)?.['balanceDue'] ?? 0)

/** What becomes of each open invoice: a third is never paid, the others late, some in part first. */
function plan(
  emulator: Emulator,
  fates: Map<string, { on: string; share: number }>,
  today: string,
  random: () => number,
) {
  for (const { number, status } of rows(emulator, 'invoices')) {
    if (fates.has(String(number)) || CLOSED.test(String(status))) continue
    const roll = random()
    const on = addDays(day(today), 5 + Math.floor(random() * 120))
    if (roll > 0.33) fates.set(String(number), { on, share: roll > 0.8 ? 0.5 : 1 })
  }
}

/** The user, on Thursdays: notices made and posted the same day, everything else approved. */
function approve(emulator: Emulator) {
  const { reminders = [] } = done(emulator, 'prepare-reminders')
  for (const { id, level, number, status } of reminders) {
    if (status === 'Suspendue') continue
    if (level === 'Mise en demeure') {
      if (status === 'À valider') perform(emulator, 'formal-notice', { number })
      perform(emulator, 'post-notice', { number })
    } else if (level === 'Recouvrement') perform(emulator, 'send-reminders', { ids: [id] })
  }
  done(emulator, 'send-reminders')
}

/** Whoever owes for more than three months has been told everything, unless never to be. */
function caughtUp(emulator: Emulator) {
  const never = new Set(
    rows(emulator, 'clients').flatMap(({ name, reminders }) => (reminders === 'Jamais' ? [name] : [])),
  )
  const levels = new Map<unknown, number>()
  for (const { invoice, level } of rows(emulator, 'reminders'))
    levels.set(
      invoice,
      Math.max(
        levels.get(invoice) ?? 0,
        ['', 'Relance courtoise', 'Relance ferme', 'Mise en demeure', 'Recouvrement'].indexOf(String(level)),
      ),
    )
  const plans = new Set(rows(emulator, 'plans').map(({ invoice }) => invoice))
  for (const { balanceDue, client, daysLate, number, status } of rows(emulator, 'invoices'))
    if (
      Number(balanceDue) > 0 &&
      Number(daysLate) > 120 &&
      !never.has(client) &&
      !plans.has(number) &&
      !CLOSED.test(String(status))
    )
      expect([number, levels.get(number)]).toEqual([number, 4])
}
