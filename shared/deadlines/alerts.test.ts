import { addDays, type Day, day } from '@tabellion/shared/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Alert, alertsFor, DEFAULT_ALERT_STEPS } from './alerts.ts'
import { obligations } from './calendar.ts'
import { obligationKey } from './obligation.ts'
import { parseProfile } from './parse-profile.ts'

const profileOf = (more: object = {}) => {
  const read = parseProfile({
    activities: [{ nature: 'servicesBnc' }],
    startDate: '2024-03-15',
    departement: '69',
    ...more,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}
const settings = { channel: 'mail', steps: DEFAULT_ALERT_STEPS, since: day('2024-03-15') }

/** Runs the daily job from `from` to `to`, except on the days that `missed` says. */
function live(
  from: Day,
  to: Day,
  options: {
    missed?: (on: Day) => boolean
    profile?: (on: Day) => object
    settled?: (on: Day) => readonly string[]
  } = {},
) {
  const sent = new Set<string>()
  const log: { on: Day; alert: Alert }[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) {
    if (options.missed?.(on)) continue
    const due = obligations(profileOf(options.profile?.(on)), addDays(on, -60), addDays(on, 40))
    const { record, send } = alertsFor(due, settings, { sent, settled: new Set(options.settled?.(on)) }, on)
    for (const alert of send) log.push({ on, alert })
    for (const key of record) sent.add(key)
  }
  return log
}

test('over three years each alert comes exactly once per step, on its day', () => {
  const log = live(day('2024-03-15'), day('2027-03-15'))
  const keys = log.map(({ alert }) => alert.key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { alert, on } of log.filter(({ on }) => on >= '2024-05-01'))
    expect(on).toBe(addDays(alert.obligation.day, alert.step === 'overdue' ? 1 : -alert.step))
  expect(
    log.filter(({ alert }) => alert.key.startsWith('cfe-payment/2025#')).map(({ alert, on }) => `${on} ${alert.step}`),
  ).toEqual(['2025-11-15 30', '2025-12-08 7', '2025-12-14 1', '2025-12-15 0', '2025-12-16 overdue'])
})
test('after missed days the latest step alone is caught up', () => {
  const missed = (on: Day) => on >= '2025-12-05' && on <= '2025-12-13'
  const cfe = live(day('2025-11-01'), day('2025-12-31'), { missed }).filter(({ alert }) =>
    alert.key.startsWith('cfe-payment/2025#'),
  )
  expect(cfe.map(({ alert, on }) => `${on} ${alert.step}`)).toEqual([
    '2025-11-15 30',
    '2025-12-14 1',
    '2025-12-15 0',
    '2025-12-16 overdue',
  ])
})
test('whatever days are missed, nothing is said twice, nor two things of one obligation on one day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 9 }), (kept, cycle) => {
      let index = 0
      const log = live(day('2025-10-01'), day('2026-03-01'), { missed: () => index++ % cycle >= kept })
      const keys = log.map(({ alert }) => alert.key)
      expect(new Set(keys).size).toBe(keys.length)
      const daily = log.map(({ alert, on }) => `${on} ${obligationKey(alert.obligation)}`)
      expect(new Set(daily).size).toBe(daily.length)
    }),
    { numRuns: 12 },
  )
})
test('what is marked done or not applicable is silent from then on', () => {
  const settled = (on: Day) => (on >= '2025-12-01' ? ['cfe-payment/2025'] : [])
  const cfe = live(day('2025-11-01'), day('2026-01-31'), { settled }).filter(({ alert }) =>
    alert.key.startsWith('cfe-payment/2025#'),
  )
  expect(cfe.map(({ alert }) => alert.step)).toEqual([30])
})
test('a profile that changes brings its own duties and repeats none', () => {
  const profile = (on: Day) =>
    on < '2025-06-01' ? {} : { urssafRhythm: 'monthly', vat: [{ from: '2024-03-15', regime: 'ca3-monthly' }] }
  const keys = live(day('2025-01-01'), day('2025-12-31'), { profile }).map(({ alert }) => alert.key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toContain('urssaf-return/2025-Q1#7#mail')
  expect(keys).toContain('urssaf-return/2025-07#7#mail')
})
test('the last day of a choice is no news once it is past', () => {
  const option = live(day('2025-09-01'), day('2025-12-31')).filter(({ alert }) =>
    alert.key.startsWith('flat-income-tax-option/2026#'),
  )
  expect(option.map(({ alert }) => alert.step)).toEqual([30, 7, 1, 0])
})
test('what was due before alerts began is not brought up', () => {
  const due = obligations(profileOf(), day('2025-01-01'), day('2025-12-31'))
  const { record, send } = alertsFor(
    due,
    { ...settings, since: day('2025-12-20') },
    { sent: new Set(), settled: new Set() },
    day('2025-12-20'),
  )
  expect([send, record]).toEqual([[], []])
})
