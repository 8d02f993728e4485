import { addDays, type Day, day } from '@tabellion/shared/calendar'
import { cents } from '@tabellion/shared/money'
import { describe, expect, test } from 'vitest'
import { type Debt, nextReminder, type ReminderLevel, type ReminderPolicy, type SaidReminder } from './ladder.ts'

const usual: ReminderPolicy = { mode: 'automatic', days: { 1: 5, 2: 15, 3: 30, 4: 45 }, zone: 'general' }
const debt = (more: Partial<Debt> = {}): Debt => ({
  issued: day('2026-09-01'),
  due: day('2026-10-01'),
  left: cents(120_000),
  holds: [],
  ...more,
})
const never = (): undefined => undefined
const said = (level: ReminderLevel, on: string, anchor = '2026-10-01'): SaidReminder => ({
  level,
  anchor: day(anchor),
  on: day(on),
})
const next = (today: string, before: readonly SaidReminder[] = [], of = debt(), policy = usual) => {
  const found = nextReminder(of, before, policy, never, day(today))
  return found.kind === 'nothing' ? found.why : `${found.kind} ${found.reminder.level} ${found.reminder.on}`
}

describe('the ladder', () => {
  test.each([
    // 6 October 2026 is a Tuesday.
    ['2026-09-20', [], 'later 1 2026-10-06'],
    ['2026-10-05', [], 'later 1 2026-10-06'],
    ['2026-10-06', [], 'due 1 2026-10-06'],
    ['2026-10-06', [said(1, '2026-10-06')], 'later 2 2026-10-16'],
    ['2026-10-16', [said(1, '2026-10-06')], 'due 2 2026-10-16'],
    // 31 October is a Saturday, 1 November both a Sunday and a holiday.
    ['2026-10-31', [said(2, '2026-10-16')], 'due 3 2026-11-02'],
    ['2026-11-02', [said(2, '2026-10-16')], 'due 3 2026-11-02'],
    // 45 days: 15 November, a Sunday.
    ['2026-11-03', [said(3, '2026-11-02')], 'later 4 2026-11-16'],
    ['2026-12-01', [said(4, '2026-11-16')], 'said'],
    // Never backwards: a notice sent by hand on day one leaves only what follows it.
    ['2026-12-01', [said(3, '2026-10-02')], 'due 4 2026-12-01'],
  ] as const)('on %s after %o: %s', (today, before, expected) => {
    expect(next(today, before)).toBe(expected)
  })
  test('after two months without a run, one level, then each at its pace', () => {
    expect(next('2026-12-01')).toBe('due 1 2026-12-01')
    expect(next('2026-12-02', [said(1, '2026-12-01')])).toBe('later 2 2026-12-08')
    expect(next('2026-12-09', [said(1, '2026-12-01'), said(2, '2026-12-08')])).toBe('later 3 2026-12-15')
  })
  test('not the day after something was said by hand, whatever its level', () => {
    expect(next('2026-10-16', [said(1, '2026-10-15')])).toBe('later 2 2026-10-22')
  })
  test('a reminder before the due date, unless it is too late for one', () => {
    const early: ReminderPolicy = { ...usual, days: { ...usual.days, 0: 3 } }
    // 28 September is a Monday.
    expect(next('2026-09-20', [], debt(), early)).toBe('later 0 2026-09-28')
    expect(next('2026-09-30', [], debt(), early)).toBe('due 0 2026-09-30')
    expect(next('2026-10-01', [], debt(), early)).toBe('later 1 2026-10-06')
    expect(next('2026-09-29', [said(0, '2026-09-28')], debt(), early)).toBe('later 1 2026-10-06')
    // Due the day it was issued: nothing to recall before.
    expect(next('2026-10-01', [], debt({ issued: day('2026-10-01') }), early)).toBe('later 1 2026-10-06')
    // The three days before fall on a week-end, and the next working day is the due date.
    expect(
      next('2026-10-01', [], debt({ due: day('2026-10-05'), issued: day('2026-09-01') }), {
        ...early,
        days: { 0: 2, 1: 5 },
      }),
    ).toBe('later 1 2026-10-12')
  })
  test('a level without days is left out', () => {
    expect(next('2026-10-20', [said(1, '2026-10-06')], debt(), { ...usual, days: { 1: 5, 3: 30 } })).toBe(
      'later 3 2026-11-02',
    )
  })
  test('on a closed day, what is ready on the next open one is due already, and what comes later is not', () => {
    // Sunday 18 October; ready on Monday 19, or on Tuesday 20.
    const at = (own: string) => {
      const found = nextReminder(debt(), [], usual, () => day(own), day('2026-10-18'))
      return found.kind === 'nothing' ? found.why : `${found.kind} ${found.reminder.on}`
    }
    expect(at('2026-10-19')).toBe('due 2026-10-19')
    expect(at('2026-10-20')).toBe('later 2026-10-20')
  })
  test('days that the user chose hold, on a working day and after the due date', () => {
    const at = (on: string) => {
      const found = nextReminder(debt(), [], usual, () => day(on), day('2026-09-20'))
      return found.kind === 'nothing' ? found.why : found.reminder.on
    }
    expect(at('2026-10-24')).toBe('2026-10-26')
    expect(at('2026-09-25')).toBe('2026-10-02')
  })
  test('who always pays nine days late, and pays, is not asked on the fifth', () => {
    const habit = { median: 7, count: 4 }
    expect(next('2026-10-06', [], debt({ habit }))).toBe('later 1 2026-10-09')
    expect(next('2026-10-06', [], debt({ habit: { median: 60, count: 4 } }))).toBe('later 1 2026-10-12')
    expect(next('2026-10-06', [], debt({ habit: { median: -10, count: 4 } }))).toBe('due 1 2026-10-06')
    expect(next('2026-10-06', [], debt({ habit: { median: 7, count: 2 } }))).toBe('due 1 2026-10-06')
  })
})

describe('who is not reminded', () => {
  test.each([
    [{ left: cents(0) }, 'settled'],
    [{ left: cents(-500) }, 'settled'],
    [{ closed: 'writtenOff' }, 'writtenOff'],
    [{ closed: 'handedOver' }, 'handedOver'],
  ] as const)('%o: %s', (more, why) => {
    expect(next('2026-10-06', [], debt(more))).toBe(why)
  })
  test('a client who is never to be', () => {
    expect(next('2026-10-06', [], debt(), { ...usual, mode: 'never' })).toBe('never')
  })
  test('a dispute, a credit of that amount, a tick: held, and asked', () => {
    for (const hold of ['dispute', 'credit', 'suspended'] as const)
      expect(nextReminder(debt({ holds: [hold] }), [], usual, never, day('2026-10-06'))).toMatchObject({
        kind: 'held',
        hold,
      })
  })
})

test('the user says yes to each one when they asked to, and always from the formal notice on', () => {
  const approval = (today: string, before: readonly SaidReminder[], mode: ReminderPolicy['mode']) => {
    const found = nextReminder(debt(), before, { ...usual, mode }, never, day(today))
    return found.kind === 'due' && found.reminder.approval
  }
  expect(approval('2026-10-06', [], 'automatic')).toBe(false)
  expect(approval('2026-10-06', [], 'toApprove')).toBe(true)
  expect(approval('2026-11-02', [said(2, '2026-10-16')], 'automatic')).toBe(true)
})

describe('a payment plan', () => {
  const plan = debt({
    left: cents(66_667),
    instalments: [
      { due: day('2026-10-15'), left: cents(0) },
      { due: day('2026-11-15'), left: cents(33_333) },
      { due: day('2026-12-15'), left: cents(33_334) },
    ],
  })
  test('is followed day by day: nothing while it is kept, whatever was said before it', () => {
    expect(next('2026-11-10', [said(2, '2026-10-10')], plan)).toBe('later 1 2026-11-20')
  })
  test('a missed instalment begins the ladder again, on its own day and for its own amount', () => {
    const found = nextReminder(plan, [said(2, '2026-10-10')], usual, never, day('2026-11-20'))
    expect(found).toMatchObject({ kind: 'due', reminder: { level: 1, anchor: '2026-11-15', amount: 33_333 } })
    const both = nextReminder(plan, [], usual, never, day('2026-12-21'))
    expect(both).toMatchObject({ reminder: { anchor: '2026-11-15', amount: 66_667 } })
  })
  test('goes on from the gravest word that asked for this instalment too', () => {
    const half = debt({
      left: cents(33_334),
      instalments: [
        { due: day('2026-11-15'), left: cents(0) },
        { due: day('2026-12-15'), left: cents(33_334) },
      ],
    })
    const about = (level: ReminderLevel, on: string) => said(level, on, '2026-11-15')
    expect(next('2027-02-01', [about(2, '2026-12-15')], half)).toBe('due 1 2027-02-01')
    expect(next('2027-02-01', [about(2, '2026-12-16')], half)).toBe('due 3 2027-02-01')
    expect(next('2027-02-01', [about(3, '2027-01-04')], half)).toBe('due 4 2027-02-01')
    expect(next('2027-02-01', [about(4, '2027-01-20')], half)).toBe('said')
  })
})

test('a clock set back sends nothing again', () => {
  const before: readonly SaidReminder[] = [said(1, '2026-10-06')]
  for (let back: Day = day('2026-09-01'); back <= '2026-10-15'; back = addDays(back, 1))
    expect(nextReminder(debt(), before, usual, never, back)).toMatchObject({ kind: 'later', reminder: { level: 2 } })
})
