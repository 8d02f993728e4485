import { addDays, type Day, type HolidayZone, latest, nextWorkingDay } from '@tabellion/shared/calendar'
import { type Cents, cents, sum } from '@tabellion/shared/money'
import type { PayerHabit } from './habit.ts'

/** features E.6: before the due date, courteous, firm, formal notice, recovery. */
export const reminderLevels = [0, 1, 2, 3, 4] as const
export type ReminderLevel = (typeof reminderLevels)[number]
export const isReminderLevel = (value: number): value is ReminderLevel =>
  reminderLevels.some((level) => level === value)

export type ReminderMode = 'automatic' | 'toApprove' | 'never'

export interface ReminderPolicy {
  readonly mode: ReminderMode
  /** Days after the due date; before it for level 0. A level without days is left out. */
  readonly days: Readonly<Partial<Record<ReminderLevel, number>>>
  readonly zone: HolidayZone
  /** Days that a formal notice leaves, from its sending: nothing follows before they are over. */
  readonly notice?: number
}

/** A part of the debt and its own day, agreed with the client. */
export interface Instalment {
  readonly due: Day
  readonly left: Cents
}

export interface Debt {
  readonly issued: Day
  readonly due: Day
  /** What is still owed; nothing is asked of who owes nothing. */
  readonly left: Cents
  /** A plan that runs, by due day: its own days are then those that count. */
  readonly instalments?: readonly Instalment[]
  /** What takes the debt out of the ladder. */
  readonly closed?: 'writtenOff' | 'handedOver'
  /** What makes us wait and ask, the gravest first. */
  readonly holds: readonly Hold[]
  readonly habit?: PayerHabit
}
/** A dispute, a bank line of that amount that nothing explains, the user's own tick. */
export type Hold = 'dispute' | 'credit' | 'suspended'

export interface SaidReminder {
  readonly level: ReminderLevel
  /** The due day that it was about: a missed instalment begins a ladder of its own. */
  readonly anchor: Day
  readonly on: Day
}

export interface PlannedReminder {
  readonly level: ReminderLevel
  readonly anchor: Day
  /** Always a working day. */
  readonly on: Day
  readonly amount: Cents
  /** The user must say yes before it leaves. */
  readonly approval: boolean
}

/** `due`: its day has come, or comes with the next open one: it still waits for `on`. */
export type NextReminder =
  | { readonly kind: 'nothing'; readonly why: 'settled' | 'never' | 'writtenOff' | 'handedOver' | 'said' }
  | { readonly kind: 'later' | 'due'; readonly reminder: PlannedReminder }
  | { readonly kind: 'held'; readonly reminder: PlannedReminder; readonly hold: Hold }

/** Never sooner than this after the last thing said of the same invoice, by us or by hand, whatever was missed (features C-08). */
const BREATH = 7
/** Fewer invoices are no habit. */
const HABIT = 3
/** A client’s habit moves the courteous reminder no further than this after the due date. */
const PATIENCE = 10

/** One level of one debt is said once: its name, for the rows and the journal. */
export const reminderKey = (number: string, anchor: Day, level: ReminderLevel): string => `${number}/${anchor}/${level}`

/**
 * What is to be said next of one debt. Each level once, in order, on a working day; after missed days the next one alone, then
 * the others at their own pace. `moved`: the days that the user chose, by level.
 */
export function nextReminder(
  debt: Debt,
  said: readonly SaidReminder[],
  policy: ReminderPolicy,
  moved: (level: ReminderLevel, anchor: Day) => Day | undefined,
  today: Day,
): NextReminder {
  if (debt.closed !== undefined) return { kind: 'nothing', why: debt.closed }
  if (debt.left <= 0) return { kind: 'nothing', why: 'settled' }
  if (policy.mode === 'never') return { kind: 'nothing', why: 'never' }
  const { amount, anchor } = claimed(debt, today)
  const told = said.filter((one) => tells(one, anchor))
  const reached = Math.max(-1, ...told.map(({ level }) => level))
  const lastOn = said
    .map(({ on }) => on)
    .sort()
    .at(-1)
  // On a closed day, what is ready on the next open one is looked at already: the yes of a Sunday is for Monday.
  const open = nextWorkingDay(today, policy.zone)
  for (const level of reminderLevels) {
    const days = policy.days[level]
    if (days === undefined || level <= reached) continue
    const usual = nextWorkingDay(addDays(anchor, level === 0 ? -days : patient(days, level, debt.habit)), policy.zone)
    if (level === 0 && (usual >= anchor || usual <= debt.issued || today >= anchor)) continue
    const wished = moved(level, anchor)
    const own = wished === undefined ? usual : level === 0 ? wished : latest(wished, addDays(anchor, 1))
    const breath = lastOn === undefined ? own : addDays(lastOn, pace(policy, reached, level))
    const ready = latest(latest(own, breath), level > 3 ? noticeOver(told, anchor, policy) : own)
    const on = nextWorkingDay(latest(ready, open), policy.zone)
    if (level === 0 && on >= anchor) continue
    const reminder: PlannedReminder = {
      level,
      anchor,
      on,
      amount,
      approval: policy.mode === 'toApprove' || level >= 3,
    }
    const hold = debt.holds[0]
    if (ready > open) return { kind: 'later', reminder }
    return hold === undefined ? { kind: 'due', reminder } : { kind: 'held', reminder, hold }
  }
  return { kind: 'nothing', why: 'said' }
}

/** Whoever was asked for an instalment after the day of a later one was asked for both: the later one goes on from there. */
export const tells = (said: SaidReminder, anchor: Day): boolean =>
  said.anchor === anchor || (said.anchor < anchor && anchor < said.on)

/** The first day after what the formal notice left. */
function noticeOver(told: readonly SaidReminder[], anchor: Day, { notice = 0 }: ReminderPolicy): Day {
  const sent = told.find(({ level }) => level === 3)
  return sent === undefined ? anchor : addDays(sent.on, notice + 1)
}

/** What is asked: all that is left, or the instalments whose day has come; and the day it was due. */
function claimed({ due, instalments = [], left }: Debt, today: Day): { readonly anchor: Day; readonly amount: Cents } {
  const open = instalments.filter((one) => one.left > 0)
  const first = open[0]
  if (first === undefined) return { anchor: due, amount: left }
  const late = open.filter((one) => one.due < today)
  const asked = late.length === 0 ? first.left : sum(late.map((one) => one.left))
  return { anchor: first.due, amount: cents(Math.min(asked, left)) }
}

/** Who always pays a week late, and pays, is not asked the day before they do. */
const patient = (days: number, level: ReminderLevel, habit: PayerHabit | undefined): number =>
  level === 1 && habit !== undefined && habit.count >= HABIT
    ? Math.max(days, Math.min(habit.median + 1, Math.max(days, PATIENCE)))
    : days

/** Days between the last word and the next: those of the ladder when they are fewer than a week. */
function pace({ days }: ReminderPolicy, reached: number, level: ReminderLevel): number {
  const last = reminderLevels.find((one) => one === reached)
  const [before, here] = [last === undefined ? undefined : days[last], days[level]]
  if (last === undefined || before === undefined || here === undefined) return BREATH
  return Math.max(1, Math.min(BREATH, here - (last === 0 ? -before : before)))
}
