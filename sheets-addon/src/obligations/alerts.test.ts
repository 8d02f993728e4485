import { addDays, addMonths, type Day, day, daysBetween, earliest } from '@tabellion/shared/calendar'
import { DEFAULT_ALERT_STEPS, obligations, type Profile, parseProfile } from '@tabellion/shared/deadlines'
import { type Cell, columnsOf, deadlineStatuses, readTable } from '@tabellion/shared/ledger'
import { canBeLate } from '@tabellion/shared/regulation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planAlerts, type SaidSteps } from './alerts.ts'
import { planDeadlines } from './deadline-plan.ts'
import { kindOf, readDeadlines } from './deadline-row.ts'

const START = day('2024-03-15')
const END = day('2027-03-15')
const CHANNELS = ['mail', 'screen'] as const

function profileOf(more: object = {}): Profile {
  const read = parseProfile({
    activities: [{ nature: 'servicesBnc' }],
    startDate: '2023-01-10',
    departement: '69',
    ...more,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

interface Life {
  readonly from?: Day
  readonly to?: Day
  /** No run on these days, on that channel. */
  readonly missed?: (on: Day, channel: string) => boolean
  readonly profile?: (on: Day) => object
  /** What a person chooses in *Statut* that day, by the duty's name. */
  readonly chosen?: (on: Day) => Readonly<Record<string, 'done' | 'notApplicable'>>
}
interface Said {
  readonly on: Day
  readonly channel: string
  readonly id: string
  readonly step: number | 'overdue'
  readonly day: Day
}

/** The tab and what each channel keeps, day after day: the very plans that the daily run carries out. */
function live({ chosen, from = START, missed, profile, to = END }: Life = {}): readonly Said[] {
  const columns = columnsOf('deadlines')
  let records: Readonly<Record<string, Cell>>[] = []
  let refreshed: Day | undefined
  const said = new Map<string, SaidSteps>(CHANNELS.map((channel) => [channel, {}]))
  const log: Said[] = []
  const table = () => {
    const rows = records.map((record) => columns.map(([key]) => record[key] ?? ''))
    const read = readTable('deadlines', [[], [], columns.map(([, { heading }]) => heading), ...rows])
    if (!read.ok) throw new Error(read.problem.code)
    return read.value
  }
  for (let today = from; today <= to; today = addDays(today, 1)) {
    const choices = chosen?.(today) ?? {}
    records = records.map((record) => {
      const status = choices[String(record['id'])]
      return status === undefined ? record : { ...record, status: deadlineStatuses.labels[status] }
    })
    const running = CHANNELS.filter((channel) => !missed?.(today, channel))
    if (running.length === 0) continue
    const current = table()
    const rows = readDeadlines(current, DEFAULT_ALERT_STEPS)
    const first = rows.reduce((oldest, row) => (row.day === undefined ? oldest : earliest(oldest, row.day)), today)
    const plan = planDeadlines({
      rows,
      cells: new Map(current.rows.map(({ cells, row }) => [row, { ...cells }])),
      due: obligations(profileOf(profile?.(today)), first, addMonths(today, 12)),
      estimates: new Map(),
      marked: new Map(),
      marks: new Map(),
      refreshed,
      today,
    })
    const change = (row: number, cells: object): void => {
      records = records.map((record, index) => (index === row - 4 ? { ...record, ...cells } : record))
    }
    for (const { cells, row } of plan.patches) change(row, cells)
    for (const { row, status } of plan.statuses) change(row, { status: deadlineStatuses.labels[status] })
    records = [...records, ...plan.added.map((cells): Readonly<Record<string, Cell>> => ({ ...cells }))]
    refreshed = today
    const after = readDeadlines(table(), DEFAULT_ALERT_STEPS)
    for (const channel of running) {
      const alerts = planAlerts(after, said.get(channel) ?? {}, today)
      said.set(channel, alerts.said)
      for (const { row, step } of alerts.send) log.push({ on: today, channel, id: row.id, step, day: row.day })
    }
  }
  return log
}

const keyOf = ({ channel, id, step }: Said): string => `${channel} ${id} ${step}`
const stepsOf = (log: readonly Said[], id: string): readonly string[] =>
  log.flatMap((each) => (each.channel === 'mail' && each.id === id ? [`${each.on} ${each.step}`] : []))
const dayOf = ({ day: due, step }: Said): Day => addDays(due, step === 'overdue' ? 1 : -step)

describe('over three years, day by day', () => {
  test('each alert comes exactly once per channel and step, on its day, and none is forgotten', () => {
    const log = live()
    expect(new Set(log.map(keyOf)).size).toBe(log.length)
    for (const each of log) if (each.on > START) expect([keyOf(each), each.on]).toEqual([keyOf(each), dayOf(each)])
    const due = obligations(profileOf(), addDays(START, 31), addDays(END, -1))
    const names = new Set(log.map(({ id }) => id))
    for (const channel of CHANNELS)
      for (const id of names) {
        const own = log.filter((each) => each.id === id && each.channel === channel)
        const on = own[0]?.day ?? START
        if (on < addDays(START, 31) || on >= END) continue
        const steps = [...DEFAULT_ALERT_STEPS, ...(canBeLate(kindOf(id)) ? ['overdue'] : [])]
        expect([id, channel, own.map(({ step }) => step)]).toEqual([id, channel, steps])
      }
    expect(names.size).toBeGreaterThan(due.length - 5)
    expect(stepsOf(log, 'cfe-payment/2025')).toEqual([
      '2025-11-15 30',
      '2025-12-08 7',
      '2025-12-14 1',
      '2025-12-15 0',
      '2025-12-16 overdue',
    ])
  })
  test('with days missed, a profile that changes twice and things marked done, none comes twice, and late ones still come', () => {
    const profile = (on: Day): object =>
      on < '2025-06-01'
        ? {}
        : on < '2026-04-01'
          ? { urssafRhythm: 'monthly', vat: [{ from: '2023-01-10', regime: 'ca3-monthly' }] }
          : { urssafRhythm: 'monthly', departement: '33' }
    // Each channel has holes of its own: one in seven days, and a fortnight each summer.
    const missed = (on: Day, channel: string): boolean =>
      daysBetween(START, on) % 7 === (channel === 'mail' ? 3 : 5) || /-08-(0[1-9]|1[0-4])$/.test(on)
    const chosen = (on: Day): Readonly<Record<string, 'done' | 'notApplicable'>> =>
      on === '2025-12-01'
        ? { 'cfe-payment/2025': 'done' }
        : on === '2026-05-20'
          ? { 'income-tax-return/2025': 'notApplicable' }
          : {}
    const log = live({ profile, missed, chosen })
    expect(new Set(log.map(keyOf)).size).toBe(log.length)
    const daily = log.map(({ channel, id, on }) => `${on} ${channel} ${id}`)
    expect(new Set(daily).size).toBe(daily.length)
    // After holes, at the first run that can.
    for (const each of log.filter(({ on }) => on > addDays(START, 31))) {
      let expected = dayOf(each)
      while (missed(expected, each.channel)) expected = addDays(expected, 1)
      const news = each.id.includes('2025-06') || each.on === '2025-06-01' || each.on === '2026-04-01'
      if (!news) expect([keyOf(each), each.on]).toEqual([keyOf(each), expected])
    }
    expect(stepsOf(log, 'cfe-payment/2025').map((text) => text.slice(11))).toEqual(['30'])
    expect(stepsOf(log, 'income-tax-return/2025').map((text) => text.slice(11))).toEqual(['30'])
    expect(stepsOf(log, 'urssaf-return/2025-Q1').at(-1)).toContain('overdue')
    expect(stepsOf(log, 'urssaf-return/2025-07').length).toBeGreaterThan(2)
  })
})

test('after missed days the latest step alone is caught up', () => {
  const missed = (on: Day) => on >= '2025-12-05' && on <= '2025-12-13'
  expect(stepsOf(live({ from: day('2025-11-01'), to: day('2025-12-31'), missed }), 'cfe-payment/2025')).toEqual([
    '2025-11-15 30',
    '2025-12-14 1',
    '2025-12-15 0',
    '2025-12-16 overdue',
  ])
})
test('whatever days are missed, nothing is said twice, nor two things of one duty on one day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 9 }), (kept, cycle) => {
      const missed = (on: Day) => daysBetween(START, on) % cycle >= kept
      const log = live({ from: day('2025-10-01'), to: day('2026-03-01'), missed })
      expect(new Set(log.map(keyOf)).size).toBe(log.length)
      expect(new Set(log.map(({ channel, id, on }) => `${on} ${channel} ${id}`)).size).toBe(log.length)
    }),
    { numRuns: 12 },
  )
})
test('the last day of a choice is no news once it is past', () => {
  const log = live({ from: day('2025-08-01'), to: day('2025-12-31') })
  expect(stepsOf(log, 'flat-income-tax-option/2026').map((text) => text.slice(11))).toEqual(['30', '7', '1', '0'])
})
test('what was due before the first fill is listed, and silent', () => {
  const log = live({ from: day('2025-12-20'), to: day('2026-01-05') })
  expect(stepsOf(log, 'cfe-payment/2025')).toEqual([])
})
