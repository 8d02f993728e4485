import { addDays, day, daysBetween, isWorkingDay } from '@tabellion/shared/calendar'
import { type Cents, cents } from '@tabellion/shared/money'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextReminder, type ReminderLevel, type ReminderPolicy, type SaidReminder } from './ladder.ts'

const never = (): undefined => undefined

/** One life: money that comes, days without a run, a tick now and then, over two years. */
const life = fc.record({
  due: fc.integer({ min: 0, max: 200 }),
  payments: fc.array(fc.record({ on: fc.integer({ min: 0, max: 730 }), share: fc.integer({ min: 1, max: 100 }) }), {
    maxLength: 4,
  }),
  missed: fc.array(fc.record({ from: fc.integer({ min: 0, max: 730 }), days: fc.integer({ min: 1, max: 60 }) }), {
    maxLength: 6,
  }),
  disputed: fc.option(fc.record({ from: fc.integer({ min: 0, max: 700 }), days: fc.integer({ min: 1, max: 90 }) })),
  byHand: fc.array(
    fc.record({ on: fc.integer({ min: 0, max: 730 }), level: fc.constantFrom<ReminderLevel>(1, 2, 3) }),
    { maxLength: 2 },
  ),
  plan: fc.option(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 4 })),
  days: fc.constantFrom({ 1: 5, 2: 15, 3: 30, 4: 45 }, { 0: 3, 1: 1, 2: 7, 3: 14 }, { 1: 7, 2: 14, 3: 21, 4: 30 }),
  zone: fc.constantFrom('general' as const, 'alsaceMoselle' as const),
})

test('stepped day by day over two years: each level once and in order, none once paid, none on a closed day, none too soon', () => {
  const begin = day('2026-01-01')
  fc.assert(
    fc.property(life, ({ byHand, days, disputed, due, missed, payments, plan, zone }) => {
      const policy: ReminderPolicy = { mode: 'automatic', days, zone }
      const owed = 100_000
      const dueOn = addDays(begin, due)
      const leftOn = (on: number): Cents =>
        cents(
          Math.max(0, owed - payments.filter((one) => one.on <= on).reduce((all, one) => all + one.share * 1000, 0)),
        )
      const sent: SaidReminder[] = []
      for (let step = 0; step <= 730; step++) {
        const today = addDays(begin, step)
        for (const hand of byHand)
          if (hand.on === step && leftOn(step) > 0 && today > dueOn && !sent.some(({ level }) => level >= hand.level))
            sent.push({ level: hand.level, anchor: dueOn, on: today })
        if (missed.some(({ days: silent, from }) => from <= step && step < from + silent)) continue
        let paid = owed - leftOn(step)
        const instalments = plan?.map((gap, index) => {
          const planned =
            index === plan.length - 1 ? owed - Math.floor(owed / plan.length) * index : Math.floor(owed / plan.length)
          const got = Math.min(planned, paid)
          paid -= got
          return {
            due: addDays(
              dueOn,
              plan.slice(0, index + 1).reduce((sum, one) => sum + one, 0),
            ),
            left: cents(planned - got),
            gap,
          }
        })
        const held = disputed !== null && disputed.from <= step && step < disputed.from + disputed.days
        const found = nextReminder(
          {
            issued: begin,
            due: dueOn,
            left: leftOn(step),
            holds: held ? ['dispute'] : [],
            ...(instalments ? { instalments } : {}),
          },
          sent,
          policy,
          never,
          today,
        )
        if (found.kind !== 'due' || found.reminder.on > today) continue
        const { amount, anchor, level, on } = found.reminder
        expect(on).toBe(today)
        expect(isWorkingDay(today, zone)).toBe(true)
        expect(held).toBe(false)
        expect(amount).toBeGreaterThan(0)
        expect(amount).toBeLessThanOrEqual(leftOn(step))
        expect(level === 0 ? today < anchor : today > anchor).toBe(true)
        const before = sent.filter((one) => one.anchor === anchor || (one.anchor < anchor && anchor < one.on))
        expect(before.every((one) => one.level < level)).toBe(true)
        const last = sent.at(-1)
        if (last) expect(daysBetween(last.on, today)).toBeGreaterThanOrEqual(4)
        sent.push({ level, anchor, on: today })
      }
      const first = payments.length === 0 && !plan && byHand.length === 0 && !disputed
      // Nothing paid, nobody in the way: by the end all has been said.
      if (first)
        expect(sent.map(({ level }) => level).filter((level) => level > 0)).toEqual(
          Object.keys(days)
            .map(Number)
            .filter((level) => level > 0),
        )
    }),
    { numRuns: 150 },
  )
}, 60_000)
